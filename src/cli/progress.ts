/** A count that a person at a terminal sees grow; in a pipe there is none of it. */
export class Progress {
  readonly #what: string;
  #count = 0;
  #shown = 0;

  constructor(what: string) {
    this.#what = what;
  }

  step(): void {
    this.#count++;
    if (!process.stderr.isTTY || Date.now() - this.#shown < 100) return;
    this.#shown = Date.now();
    process.stderr.write(`\r${this.#count} ${this.#what} …`);
  }

  /** Takes the line away. */
  end(): void {
    if (this.#shown > 0) process.stderr.write('\r\u001b[K');
  }
}
