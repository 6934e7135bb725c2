const KEPT = 40;
const WIDTH = 300;
// Stack traces, and complaints about native modules that the host is installed without.
const NOISE =
  /^\s*$|^\s+(at |→ |tries:|')|^\s*[\]}]+$|^Require stack:|^- \/|bindings file|Release\/watchdog|^Ignoring fetching additional builtin/;

/** The last lines of a log, to be shown when something has gone wrong. */
export class RecentLines {
  /** @type {string[]} */
  #lines = [];

  /** @param {string} line */
  add(line) {
    // It would push out what matters.
    if (NOISE.test(line)) return;
    this.#lines.push(line.slice(0, WIDTH));
    if (this.#lines.length > KEPT) this.#lines.shift();
  }

  toString() {
    return this.#lines.join('\n');
  }
}
