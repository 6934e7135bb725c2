/** How long work goes on at a time, in milliseconds, before everything else gets its turn. */
const SLICE = 20;

/** Goes through values in slices, so that nobody waits for the end. */
export async function* inSlices<T>(values: Iterable<T>): AsyncIterableIterator<T> {
  let since = performance.now();
  for (const value of values) {
    yield value;
    if (performance.now() - since < SLICE) continue;
    await new Promise((resolve) => setTimeout(resolve));
    since = performance.now();
  }
}
