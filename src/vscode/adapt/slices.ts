/** How long work goes on at a time, in milliseconds, before everything else gets its turn. */
const SLICE = 20;

/** Lets everything else have its turn, for so many milliseconds at least. */
export function pause(milliseconds = 0): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** Goes through values in slices, so that nobody waits for the end. */
export async function* inSlices<T>(values: Iterable<T>): AsyncIterableIterator<T> {
  let since = performance.now();
  for (const value of values) {
    yield value;
    if (performance.now() - since < SLICE) continue;
    await pause();
    since = performance.now();
  }
}
