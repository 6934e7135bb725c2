/**
 * The first of some values in an order, without putting the others in order. Linear time where few are wanted.
 * @param compare negative where the first one comes before
 */
export function topOf<T extends {}>(values: Iterable<T>, most: number, compare: (a: T, b: T) => number): readonly T[] {
  // Where many are wanted, it costs less to sort all.
  if (most > 64) return [...values].sort(compare).slice(0, most);
  const top: T[] = [];
  for (const value of values) {
    let at = top.length;
    for (let before = top[at - 1]; before !== undefined && compare(value, before) < 0; before = top[at - 1]) at--;
    if (at >= most) continue;
    top.splice(at, 0, value);
    if (top.length > most) top.pop();
  }
  return top;
}
