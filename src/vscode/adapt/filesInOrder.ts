import { inOrder } from '../../core/inOrder';

/** How many files are worked on at a time: where each takes a way through the editor or a network, most of it is waiting. */
const AT_A_TIME = 8;

/** Does a job for each of many files, several at a time, and gives what comes of them in their order. */
export function filesInOrder<T, U>(
  files: Iterable<T> | AsyncIterable<T>,
  job: (file: T) => U | Promise<U>,
): AsyncGenerator<U> {
  return inOrder(files, job, AT_A_TIME);
}
