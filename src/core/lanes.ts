/** Jobs in one lane follow each other; those in different lanes don't wait for each other. */
export class Lanes {
  readonly #last = new Map<string, Promise<unknown>>();

  /**
   * Does a job when all earlier ones in its lane have ended, be it well or badly.
   * @param lane what the job is about
   * @returns what the job gives
   * @throws what it throws
   */
  async run<T>(lane: string, job: () => Promise<T>): Promise<T> {
    const mine = (this.#last.get(lane) ?? Promise.resolve()).then(job, job);
    this.#last.set(lane, mine);
    try {
      return await mine;
    } finally {
      // A lane that is empty is forgotten.
      if (this.#last.get(lane) === mine) this.#last.delete(lane);
    }
  }
}
