/** The longest pattern that a side matcher compares: one bit of a machine word for each unit. */
export const LONGEST_SIDE = 32;

/**
 * Compares one pattern, read in one direction from its edge, with many places of a text. Myers' bit-vector algorithm
 * (Journal of the ACM 46, 1999) with both strings held together at the edge: time linear in the pattern, whatever stands
 * in the text.
 */
export class SideMatcher {
  /** Length of the pattern that is compared: at most its 32 units next to the edge count. */
  readonly length: number;
  readonly #pattern: string;
  readonly #isBackward: boolean;

  /** @param isBackward whether the pattern ends at the edge (what stands before a place) or begins there */
  constructor(pattern: string, isBackward: boolean) {
    this.#pattern = pattern;
    this.#isBackward = isBackward;
    this.length = Math.min(pattern.length, LONGEST_SIDE);
  }

  /**
   * The fewest edits that turn the pattern into what stands at a place of the text, however far that reaches.
   * @param edge where the pattern's edge stands: the text after it is compared, or before it when reading backward
   */
  distance(text: string, edge: number): number {
    const { length } = this;
    const reach = Math.ceil(length * 1.5);
    const room = Math.min(reach, this.#isBackward ? edge : text.length - edge);
    for (let index = 0; index < length; index++) {
      const unit = this.#unitAt(index);
      MASKS[unit] = (MASKS[unit] ?? 0) | (1 << index);
    }
    const least = fewest(length, text, this.#isBackward ? edge - 1 : edge, this.#isBackward ? -1 : 1, room);
    for (let index = 0; index < length; index++) MASKS[this.#unitAt(index)] = 0;
    return least;
  }

  #unitAt(index: number): number {
    return this.#pattern.charCodeAt(this.#isBackward ? this.#pattern.length - 1 - index : index);
  }
}

/**
 * For each unit of the pattern that is being compared, the places where it stands, a bit each; all zero in between. One
 * table for all, as many are compared a few times only, and a table of its own for each would cost more than that.
 */
const MASKS = new Int32Array(0x10000);

/** The fewest edits from the pattern in `MASKS`, its first unit held to the first one read, to anything that is read. */
function fewest(length: number, text: string, from: number, step: 1 | -1, room: number): number {
  const last = 1 << (length - 1);
  let plus = -1;
  let minus = 0;
  let score = length;
  let least = length;
  let at = from;
  for (let count = 0; count < room && least > 0; count++, at += step) {
    const equal = MASKS[text.charCodeAt(at)] ?? 0;
    const vertical = equal | minus;
    const horizontal = (((equal & plus) + plus) ^ plus) | equal;
    let up = minus | ~(horizontal | plus);
    let down = plus & horizontal;
    if (up & last) score++;
    else if (down & last) score--;
    up = (up << 1) | 1;
    down <<= 1;
    plus = down | ~(vertical | up);
    minus = up & vertical;
    if (score < least) least = score;
  }
  return least;
}
