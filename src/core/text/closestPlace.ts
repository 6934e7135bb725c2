import type { Span } from './span';

/** Where a pattern stands approximately. */
export interface Approximation extends Span {
  /** Insertions, deletions and substitutions between the pattern and what stands there. */
  readonly errors: number;
}

/** Looks for one pattern in many texts. */
export interface PlaceMatcher {
  /**
   * The place inside a text that takes the fewest edits to become the pattern, the first of several.
   * @param most errors that are still of interest
   * @returns undefined where every place has more errors
   */
  closest(text: string, most: number): Approximation | undefined;
}

/** Bits of a machine word. */
const WORD = 32;

/**
 * Prepares the search for a pattern. Myers' bit-vector algorithm (Journal of the ACM 46, 1999), in blocks for patterns
 * longer than a machine word: it tells where the best place ends; run backward from there it tells where that begins.
 * Time is the product of the lengths, divided by 32.
 */
export function createPlaceMatcher(pattern: string): PlaceMatcher {
  let forward: Blocks | undefined;
  let backward: Blocks | undefined;
  const closest = (text: string, most: number): Approximation | undefined => {
    if (pattern === '') return undefined;
    forward ??= new Blocks(pattern, false);
    let end = -1;
    let errors = most + 1;
    forward.walk(text, { from: 0, step: 1, room: text.length, isHeld: false }, (count, score) => {
      if (score >= errors) return;
      errors = score;
      end = count;
    });
    if (end < 0) return undefined;
    backward ??= new Blocks(pattern, true);
    let length = 0;
    const room = Math.min(end, pattern.length + errors);
    backward.walk(text, { from: end - 1, step: -1, room, isHeld: true }, (count, score) => {
      const isNearer = Math.abs(count - pattern.length) < Math.abs(length - pattern.length);
      if (score === errors && isNearer) length = count;
    });
    return { start: end - length, end, errors };
  };
  return { closest };
}

interface Walk {
  readonly from: number;
  readonly step: 1 | -1;
  /** How many units are read. */
  readonly room: number;
  /** Whether the pattern's first unit is held to the walk's first; else it may stand anywhere. */
  readonly isHeld: boolean;
}

/** A pattern in blocks of 32 units, read in one direction. */
class Blocks {
  readonly #length: number;
  readonly #count: number;
  /** For each unit of the pattern, the row of its places in the masks; row 0 is for all others. */
  readonly #rows = new Map<number, number>();
  /** Row by row the places where a unit stands, a bit each, block by block. */
  readonly #masks: Int32Array;
  readonly #plus: Int32Array;
  readonly #minus: Int32Array;

  constructor(pattern: string, isBackward: boolean) {
    this.#length = pattern.length;
    this.#count = Math.ceil(pattern.length / WORD);
    const unitAt = (index: number) => pattern.charCodeAt(isBackward ? pattern.length - 1 - index : index);
    for (let index = 0; index < pattern.length; index++)
      if (!this.#rows.has(unitAt(index))) this.#rows.set(unitAt(index), this.#rows.size + 1);
    this.#masks = new Int32Array((this.#rows.size + 1) * this.#count);
    this.#plus = new Int32Array(this.#count);
    this.#minus = new Int32Array(this.#count);
    for (let index = 0; index < pattern.length; index++) {
      const at = (this.#rows.get(unitAt(index)) ?? 0) * this.#count + (index >>> 5);
      this.#masks[at] = (this.#masks[at] ?? 0) | (1 << (index & 31));
    }
  }

  /** @param visit told after each unit how many were read, and the fewest edits from the pattern to what ends there */
  walk(text: string, { from, step, room, isHeld }: Walk, visit: (count: number, score: number) => void): void {
    this.#plus.fill(-1);
    this.#minus.fill(0);
    let score = this.#length;
    for (let count = 1, at = from; count <= room; count++, at += step) {
      score += this.#read(this.#rows.get(text.charCodeAt(at)) ?? 0, isHeld ? 1 : 0);
      visit(count, score);
    }
  }

  /** Reads a unit. @returns by how much the number of edits at the pattern's end changes */
  #read(row: number, held: number): number {
    let carry = held;
    for (let block = 0; block < this.#count; block++) {
      const top = block + 1 < this.#count ? 31 : (this.#length - 1) & 31;
      const plus = this.#plus[block] ?? 0;
      const minus = this.#minus[block] ?? 0;
      const mask = this.#masks[row * this.#count + block] ?? 0;
      const vertical = mask | minus;
      const equal = carry < 0 ? mask | 1 : mask;
      const horizontal = (((equal & plus) + plus) ^ plus) | equal;
      const up = minus | ~(horizontal | plus);
      const down = plus & horizontal;
      const next = ((up >>> top) & 1) - ((down >>> top) & 1);
      const upward = (up << 1) | (carry > 0 ? 1 : 0);
      const downward = (down << 1) | (carry < 0 ? 1 : 0);
      this.#plus[block] = downward | ~(vertical | upward);
      this.#minus[block] = upward & vertical;
      carry = next;
    }
    return carry;
  }
}
