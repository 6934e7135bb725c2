import { possessiveAt } from '../words/possessive';
import { type Token, tokenAt } from '../words/tokens';
import type { Day } from './calendar';

/** What the rules read: a passage's tokens, and the moment that relative dates are resolved against. */
export interface Scan {
  readonly tokens: readonly Token[];
  /** The day of publication. */
  readonly published?: Day;
  /** The time of publication, in seconds since midnight. */
  readonly second?: number;
}

export const tokenOf = (scan: Scan, index: number): Token => tokenAt(scan.tokens, index);

/** The word at an index in lower case, a possessive ending left out. */
export function wordOf(scan: Scan, index: number): string {
  const { lower } = tokenOf(scan, index);
  const ending = lower.length > 2 ? possessiveAt(lower) : -1;
  return ending < 0 ? lower : lower.slice(0, ending);
}

export const isPossessive = (scan: Scan, index: number): boolean => possessiveAt(tokenOf(scan, index).lower) >= 0;

/** Behind some words in a row: the index that follows them, where they stand there. */
export function behind(scan: Scan, index: number, ...words: readonly string[]): number | undefined {
  let at = index;
  for (const word of words) {
    if (tokenOf(scan, at).lower !== word) return undefined;
    at++;
  }
  return at;
}

/** The index behind a word of a set, or the same index where there is none. */
export const skip = (scan: Scan, index: number, words: ReadonlySet<string>): number =>
  words.has(tokenOf(scan, index).lower) ? index + 1 : index;

export const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

const DASHES = set('- – — ‐ ‑ ‒ −');

export const isDash = (scan: Scan, index: number): boolean => DASHES.has(tokenOf(scan, index).text);

/** Whether a token stands free of what is before it; brackets, quotation marks and equals signs do not count. */
export function isFreeBefore(scan: Scan, index: number): boolean {
  return !tokenOf(scan, index).glued || /^[("“”‘’'[=:;,>~@…—]$/u.test(tokenOf(scan, index - 1).text);
}
