/** A name as different spellings of foreign names have it in common: Zelensky, Zelenskiy, Zelenskyy. */
export function sound(name: string): string {
  return name
    .replace(/(?:iy|yi|ii|yy|ij|y)(?=\s|$)/g, 'i')
    .replace(/ks|x/g, 'x')
    .replace(/ph/g, 'f')
    .replace(/kh/g, 'h')
    .replace(/ou|oo/g, 'u')
    .replace(/(\p{L})\1/gu, '$1');
}

/** Whether one letter put in, left out or changed turns one name into the other. */
function isOneEditAway(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  const most = Math.min(a.length, b.length);
  let start = 0;
  while (start < most && a[start] === b[start]) start++;
  let tail = 0;
  while (tail < most - start && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  return Math.max(a.length, b.length) - start - tail <= 1;
}

/**
 * Whether one of two names is the other with a slip of a letter; not of the first, which is seldom mistaken: Liberia,
 * Siberia; nor of a plural's.
 */
export function isMisspelt(a: string, b: string): boolean {
  return a[0] === b[0] && isOneEditAway(a, b) && !isOtherNumber(a, b);
}

/** Below so many letters, names that differ in one are mostly others: Iran, Iraq. */
export const SHORTEST_MISSPELT = 7;

/** Whether one name is the other's plural: "American" and "Americans" are two words, and no misspelling of one. */
export function isOtherNumber(a: string, b: string): boolean {
  return `${a}s` === b || `${b}s` === a;
}
