import type { Timer } from './fetchPort';

/**
 * Lets one job run at a time, and begins none sooner than so many milliseconds after the one before: a server is not to be
 * flooded, however fast somebody moves the mouse.
 */
export function createTurns(gap: number, timer: Timer): <T>(job: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  let begun = Number.NEGATIVE_INFINITY;
  return <T>(job: () => Promise<T>): Promise<T> => {
    const turn = last.then(async () => {
      const wait = begun + gap - timer.now();
      if (wait > 0) await timer.pause(wait);
      begun = timer.now();
      return job();
    });
    // Whoever comes next waits for the end of this one, not for its success.
    last = turn.then(
      () => undefined,
      () => undefined,
    );
    return turn;
  };
}
