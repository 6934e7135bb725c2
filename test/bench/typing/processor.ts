import process from 'node:process';

/** Processor time of the thread that asks, in microseconds (Node.js 23.9 or later). */
interface WithThreadTime {
  threadCpuUsage(): { readonly user: number; readonly system: number };
}

function threadTime(): number {
  const { user, system } = (process as unknown as WithThreadTime).threadCpuUsage();
  return (user + system) / 1000;
}

const TICK = 4;

/** What a thread did in some time, in milliseconds. */
export interface Busy {
  readonly time: number;
  /** The longest stretch of it without a pause. */
  readonly longest: number;
}

/**
 * What the extension host's thread does: its processor time, which other programs on the machine add nothing to, and how
 * long it was deaf to everything else. Times are milliseconds.
 */
export class Processor {
  readonly #timer: ReturnType<typeof setInterval>;
  /** Processor time that the thread takes for a tick in which nothing happens. */
  #idle = 0;
  #last = threadTime();
  #lastBusy = performance.now();
  #startedAt = 0;
  #ticks = 0;
  #longest = 0;

  constructor() {
    this.#timer = setInterval(() => this.#look(), TICK);
  }

  /** Begins to count anew. @returns when */
  start(): number {
    this.#startedAt = threadTime();
    this.#ticks = 0;
    this.#longest = 0;
    this.#last = this.#startedAt;
    this.#lastBusy = performance.now();
    return this.#lastBusy;
  }

  /** Processor time since the start, without what looking takes. */
  sinceStart(): number {
    return Math.max(0, threadTime() - this.#startedAt - this.#ticks * this.#idle);
  }

  /**
   * Waits until nothing has been done for some time.
   * @returns the processor time since the start, and the longest stretch of it without a pause
   */
  async quiet(length: number): Promise<Busy> {
    while (performance.now() - this.#lastBusy < length) await new Promise((resolve) => setTimeout(resolve, 20));
    return { time: this.sinceStart(), longest: this.#longest };
  }

  end(): void {
    clearInterval(this.#timer);
  }

  #look(): void {
    const now = threadTime();
    const took = now - this.#last;
    this.#last = now;
    this.#ticks++;
    if (took > 0.7) this.#lastBusy = performance.now();
    else this.#idle += (took - this.#idle) / 50;
    this.#longest = Math.max(this.#longest, took);
  }
}
