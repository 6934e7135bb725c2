import type { Timers } from './timers';

/** After so long without a change, all are told; and however many come, after so long at the latest; milliseconds. */
const STILL = 500;
const LONGEST = 5_000;

/** From so many on, nobody asks which they were: git has checked out another branch, say. */
const MANY = 1_000;

/** Files, or folders, that may have changed, come or gone; `many` where they are too many to name. */
export type Touched = readonly string[] | 'many';

/** Gathers changes of files that come one by one, each path once. */
export class Gathering {
  readonly #timers: Timers;
  readonly #onTouched: (touched: Touched) => void;
  readonly #paths = new Set<string>();
  #since: number | undefined;
  #cancel: () => void = () => undefined;

  constructor(timers: Timers, onTouched: (touched: Touched) => void) {
    this.#timers = timers;
    this.#onTouched = onTouched;
  }

  /** How many paths are remembered. */
  get size(): number {
    return this.#paths.size;
  }

  add(path: string): void {
    if (this.#paths.size <= MANY) this.#paths.add(path);
    const now = this.#timers.now();
    this.#since ??= now;
    this.#cancel();
    // A file that is written all the time, a log say, must not keep the others from being told.
    const left = Math.max(0, this.#since + LONGEST - now);
    this.#cancel = this.#timers.later(Math.min(STILL, left), () => this.#tell());
  }

  dispose(): void {
    this.#cancel();
    this.#paths.clear();
  }

  #tell(): void {
    const touched = this.#paths.size > MANY ? 'many' : [...this.#paths];
    this.#paths.clear();
    this.#since = undefined;
    this.#onTouched(touched);
  }
}
