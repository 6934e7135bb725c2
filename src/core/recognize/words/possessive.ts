/** Where a word's possessive ending begins, "'s" or an apostrophe alone; -1 where it has none. Asked about most words. */
export function possessiveAt(lower: string): number {
  const last = lower.length - 1;
  if (isApostrophe(lower.charCodeAt(last))) return last;
  return lower.charCodeAt(last) === SMALL_S && isApostrophe(lower.charCodeAt(last - 1)) ? last - 1 : -1;
}

const SMALL_S = 0x73;

/** `charCodeAt` outside the word is NaN, which is none. */
const isApostrophe = (code: number) => code === 0x27 || code === 0x2019;
