import type { Span } from './span';

/** The longest pattern that `createSideMatcher` compares: one bit of a machine word for each unit. */
export const LONGEST_SIDE = 32;

/** Compares one pattern, read in one direction from its edge, with many places of a text. */
export interface SideMatcher {
  /** Length of the pattern that is compared. */
  readonly length: number;
  /**
   * The fewest edits that turn the pattern into what stands at a place of the text, however far that reaches.
   * @param edge where the pattern's edge stands: the text after it is compared, or before it when reading backward
   */
  distance(text: string, edge: number): number;
}

/**
 * Prepares the comparison of what stands next to a place. Myers' bit-vector algorithm (Journal of the ACM 46, 1999)
 * with both strings held together at the edge: time linear in the pattern, whatever stands in the text.
 * @param pattern at most its 32 units next to the edge count
 * @param isBackward whether it ends at the edge (what stands before a place) or begins there
 */
export function createSideMatcher(pattern: string, isBackward: boolean): SideMatcher {
  const length = Math.min(pattern.length, LONGEST_SIDE);
  const masks = masksOf(pattern, length, isBackward);
  const reach = Math.ceil(length * 1.5);
  const distance = (text: string, edge: number): number => {
    const room = Math.min(reach, isBackward ? edge : text.length - edge);
    return fewest(masks, length, text, { from: isBackward ? edge - 1 : edge, step: isBackward ? -1 : 1, room }, 1);
  };
  return { length, distance };
}

/** The fewest edits between a pattern and any stretch of a text; of a pattern longer than 32 units, its beginning. */
function fewestErrors(pattern: string, text: string): number {
  const length = Math.min(pattern.length, LONGEST_SIDE);
  return fewest(masksOf(pattern, length, false), length, text, { from: 0, step: 1, room: text.length }, 0);
}

/** For each unit of a pattern, the places where it stands, a bit each. */
function masksOf(pattern: string, length: number, isBackward: boolean): Map<number, number> {
  const masks = new Map<number, number>();
  for (let index = 0; index < length; index++) {
    const unit = pattern.charCodeAt(isBackward ? pattern.length - 1 - index : index);
    masks.set(unit, (masks.get(unit) ?? 0) | (1 << index));
  }
  return masks;
}

interface Walk {
  readonly from: number;
  readonly step: 1 | -1;
  /** How many units are read. */
  readonly room: number;
}

/**
 * @param held 1 where the pattern's first unit is held to the walk's first; 0 where it may stand anywhere
 */
function fewest(masks: ReadonlyMap<number, number>, length: number, text: string, walk: Walk, held: 0 | 1): number {
  const last = 1 << (length - 1);
  let plus = -1;
  let minus = 0;
  let score = length;
  let least = length;
  let at = walk.from;
  for (let count = 0; count < walk.room && least > 0; count++, at += walk.step) {
    const equal = masks.get(text.charCodeAt(at)) ?? 0;
    const vertical = equal | minus;
    const horizontal = (((equal & plus) + plus) ^ plus) | equal;
    let up = minus | ~(horizontal | plus);
    let down = plus & horizontal;
    if (up & last) score++;
    else if (down & last) score--;
    up = (up << 1) | held;
    down <<= 1;
    plus = down | ~(vertical | up);
    minus = up & vertical;
    if (score < least) least = score;
  }
  return least;
}

/** Where a pattern stands approximately. */
export interface Approximation extends Span {
  /** Insertions, deletions and substitutions between the pattern and what stands there. */
  readonly errors: number;
}

/**
 * The place inside a text that takes the fewest edits to become the pattern (Sellers' algorithm, Journal of Algorithms
 * 1, 1980). Time and memory are the product of the lengths, so both are to be short.
 * @param most errors that are still of interest
 * @returns undefined where every place has more errors
 */
export function closestPlace(pattern: string, text: string, most: number): Approximation | undefined {
  if (!mayStand(pattern, text, most)) return undefined;
  const rows = pattern.length;
  // For each prefix of the pattern ending at the current unit of the text: its errors, and where it begins.
  let errors = Int32Array.from({ length: rows + 1 }, (_, row) => row);
  let begins = new Int32Array(rows + 1);
  let nextErrors = new Int32Array(rows + 1);
  let nextBegins = new Int32Array(rows + 1);
  let best: Approximation | undefined;
  // Below this row all prefixes have more errors than are of interest, and so have those that go on from them.
  let deepest = Math.min(rows, most);
  for (let at = 1; at <= text.length; at++) {
    const unit = text.charCodeAt(at - 1);
    const reach = Math.min(rows, deepest + 1);
    if (reach > deepest) errors[reach] = most + 1;
    nextErrors[0] = 0;
    nextBegins[0] = at;
    for (let row = 1; row <= reach; row++) {
      const across = (errors[row - 1] ?? 0) + (pattern.charCodeAt(row - 1) === unit ? 0 : 1);
      const down = (nextErrors[row - 1] ?? 0) + 1;
      const along = (errors[row] ?? 0) + 1;
      if (across <= down && across <= along) {
        nextErrors[row] = across;
        nextBegins[row] = begins[row - 1] ?? 0;
      } else if (along <= down) {
        nextErrors[row] = along;
        nextBegins[row] = begins[row] ?? 0;
      } else {
        nextErrors[row] = down;
        nextBegins[row] = nextBegins[row - 1] ?? 0;
      }
    }
    deepest = reach;
    while (deepest > 0 && (nextErrors[deepest] ?? 0) > most) deepest--;
    [errors, nextErrors] = [nextErrors, errors];
    [begins, nextBegins] = [nextBegins, begins];
    const found = deepest === rows ? (errors[rows] ?? 0) : most + 1;
    if (found <= most && (!best || found < best.errors)) best = { start: begins[rows] ?? 0, end: at, errors: found };
  }
  return best;
}

/** Whether it is worth looking: of a pattern cut in parts, one has no more than its share of the errors. */
function mayStand(pattern: string, text: string, most: number): boolean {
  const parts = Math.max(1, Math.floor(pattern.length / LONGEST_SIDE));
  for (let part = 0; part < parts; part++) {
    const piece = pattern.slice(part * LONGEST_SIDE, (part + 1) * LONGEST_SIDE);
    if (fewestErrors(piece, text) <= most / parts) return true;
  }
  return false;
}
