/**
 * Does a job for each value, several at a time, and gives what comes of them in the order of the values.
 * @param count how many are under way at a time; with 1, one after the other
 * @throws what a job throws, when it is its turn; no value is taken after that
 */
export async function* inOrder<T, U>(
  values: Iterable<T> | AsyncIterable<T>,
  job: (value: T) => U | Promise<U>,
  count: number,
): AsyncGenerator<U> {
  const waiting: Promise<U>[] = [];
  for await (const value of values) {
    const result = (async () => job(value))();
    // Whoever waits for it is told; until then, a failure is nobody's.
    result.catch(() => undefined);
    waiting.push(result);
    const next = waiting.length < count ? undefined : waiting.shift();
    if (next) yield await next;
  }
  for (const next of waiting) yield await next;
}
