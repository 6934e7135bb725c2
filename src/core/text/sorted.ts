import type { Span } from './span';

/** Index of the first of some rising numbers that is at least so much; their count where there is none. */
export function firstAtLeast(sorted: ArrayLike<number>, value: number): number {
  return firstWhere(sorted.length, (index) => (sorted[index] ?? 0) >= value);
}

/** Index of the first of some sorted spans that begins at an offset or after it; their count where there is none. */
export function firstStartingAt(sorted: readonly Span[], offset: number): number {
  return firstWhere(sorted.length, (index) => (sorted[index]?.start ?? 0) >= offset);
}

/** @param holds false up to some index, and true from there on */
function firstWhere(count: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
