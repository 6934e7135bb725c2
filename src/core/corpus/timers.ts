/** What tells the time, and brings others their turn. */
export interface Timers {
  /** Milliseconds since some moment. */
  now(): number;
  /** Does a job after so many milliseconds, unless the returned function is called before. */
  later(milliseconds: number, job: () => void): () => void;
  /** Lets all other work run that waits. */
  turn(): Promise<void>;
}
