import type { Timers } from '../../core/corpus/timers';
import { pause } from './slices';

/** The host's own. */
export const timers: Timers = {
  now: () => Date.now(),
  later: (milliseconds, job) => {
    const timer = setTimeout(job, milliseconds);
    return () => clearTimeout(timer);
  },
  turn: () => pause(),
};
