/** A long job in steps: whoever runs it may let others have their turn after each. */
export type Steps<T> = Generator<void, T, void>;

/** How long a job goes on before others get their turn, in milliseconds. */
const SLICE = 8;

/** Does a job without a pause. */
export function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Does a job so that others get their turn every few milliseconds. */
export async function inSlices<T>(steps: Steps<T>, pause: () => Promise<void>): Promise<T> {
  let began = Date.now();
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (Date.now() - began < SLICE) continue;
    await pause();
    began = Date.now();
  }
}

/** So many things of a list are done between two steps. */
const STRIDE = 250;

/** A list made of another one, in steps. */
export function* mapped<T, U>(items: readonly T[], make: (item: T, index: number) => U): Steps<U[]> {
  const made: U[] = [];
  for (const [index, item] of items.entries()) {
    made.push(make(item, index));
    if (index % STRIDE === STRIDE - 1) yield;
  }
  return made;
}
