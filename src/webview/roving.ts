/** Where something that can have the focus is; only the order of the numbers counts. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** Keys that go from one item of a group to another. */
const DIRECTIONS: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/**
 * The item that a key goes to from another: in a plane the nearest one in that direction, in a row or a list the next
 * one. Home and End go to the first and the last.
 * @returns its index; undefined where the key goes nowhere
 */
export function nextItem(spots: readonly Spot[], from: number, key: string, isPlane: boolean): number | undefined {
  if (key === 'Home') return 0;
  if (key === 'End') return spots.length - 1;
  const direction = DIRECTIONS[key];
  const here = spots[from];
  if (!direction || !here) return undefined;
  const [x, y] = direction;
  if (!isPlane) return within(from + x + y, spots.length);
  let best: number | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const [index, spot] of spots.entries()) {
    const ahead = (spot.x - here.x) * x + (spot.y - here.y) * y;
    const aside = Math.abs((spot.x - here.x) * y) + Math.abs((spot.y - here.y) * x);
    // Only what is more ahead than aside is in that direction.
    if (index === from || ahead <= 0 || aside > ahead * 2) continue;
    const distance = ahead + 2 * aside;
    if (distance >= least) continue;
    best = index;
    least = distance;
  }
  return best;
}

function within(index: number, length: number): number | undefined {
  return index >= 0 && index < length ? index : undefined;
}
