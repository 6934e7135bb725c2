import type { Timers } from '../../core/corpus/timers';

/** The host's own. */
export const timers: Timers = {
  now: () => Date.now(),
  later: (milliseconds, job) => {
    const timer = setTimeout(job, milliseconds);
    return () => clearTimeout(timer);
  },
  turn: () => pause(),
};

export function pause(milliseconds = 0): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
