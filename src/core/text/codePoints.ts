/**
 * The border between offsets inside the program (UTF-16 code units) and offsets in files (Unicode code points).
 * Every conversion of the project goes through here.
 */
export interface CodePoints {
  /** Code points in the whole text. */
  readonly length: number;
  /** Code points before a UTF-16 offset; an offset inside a surrogate pair counts as before it. */
  fromUtf16(offset: number): number;
  /** The UTF-16 offset after so many code points; clamped to the text. */
  toUtf16(codePoint: number): number;
}

/** Prepares the conversion for one text: time linear in its length once, then logarithmic in its astral characters. */
export function codePoints(text: string): CodePoints {
  const pairs = surrogatePairs(text);
  const length = text.length - pairs.length;
  return {
    length,
    fromUtf16: (offset) => {
      const at = Math.max(0, Math.min(offset, text.length));
      return at - countWhile(pairs, (start) => start + 1 < at) - (isInside(pairs, at) ? 1 : 0);
    },
    toUtf16: (codePoint) => {
      const at = Math.max(0, Math.min(codePoint, length));
      return at + countWhile(pairs, (start, index) => start - index < at);
    },
  };
}

/** UTF-16 offsets of the high halves of all proper surrogate pairs, rising. */
function surrogatePairs(text: string): number[] {
  const pairs: number[] = [];
  const pair = /[\ud800-\udbff][\udc00-\udfff]/g;
  while (pair.test(text)) pairs.push(pair.lastIndex - 2);
  return pairs;
}

function isInside(pairs: readonly number[], offset: number): boolean {
  return pairs[countWhile(pairs, (start) => start < offset - 1)] === offset - 1;
}

/** How many leading entries pass a test that, once false, stays false. */
function countWhile(sorted: readonly number[], passes: (value: number, index: number) => boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (passes(sorted[middle] ?? 0, middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
