import { numberAt } from '../words/numbers';
import { type Token, tokenAt } from '../words/tokens';

/** A unit of time: its ISO 8601 letter, and whether it is shorter than a day. */
export interface Period {
  readonly letter: string;
  readonly isClock: boolean;
  /** How many of the letter's units one is. */
  readonly factor: number;
}

const PERIODS: Readonly<Record<string, Period>> = {
  second: { letter: 'S', isClock: true, factor: 1 },
  minute: { letter: 'M', isClock: true, factor: 1 },
  hour: { letter: 'H', isClock: true, factor: 1 },
  day: { letter: 'D', isClock: false, factor: 1 },
  night: { letter: 'D', isClock: false, factor: 1 },
  week: { letter: 'W', isClock: false, factor: 1 },
  fortnight: { letter: 'W', isClock: false, factor: 2 },
  weekend: { letter: 'W', isClock: false, factor: 1 },
  month: { letter: 'M', isClock: false, factor: 1 },
  quarter: { letter: 'M', isClock: false, factor: 3 },
  year: { letter: 'Y', isClock: false, factor: 1 },
  decade: { letter: 'Y', isClock: false, factor: 10 },
  century: { letter: 'Y', isClock: false, factor: 100 },
};

/** The unit a word names, in the singular or the plural. */
export function periodOf(word: string): Period | undefined {
  const one = word === 'centuries' ? 'century' : word.replace(/['’]s?$/, '').replace(/s$/, '');
  return Object.hasOwn(PERIODS, one) ? PERIODS[one] : undefined;
}

/** ISO 8601 of a duration: `P2D`, `PT90M`, vague `P3D~`. */
export function durationValue(count: number, period: Period, isVague = false): string {
  const amount = Number((count * period.factor).toPrecision(12));
  return `P${period.isClock ? 'T' : ''}${amount}${period.letter}${isVague ? '~' : ''}`;
}

/** So many units of time, as read. */
export interface Stretch {
  readonly count: number;
  readonly period: Period;
  readonly isVague: boolean;
  /** Whether the count is only an article: "a week". */
  readonly isArticle: boolean;
  readonly isHyphened: boolean;
  readonly next: number;
}

/** "A few" and "several" as numbers: nobody knows better. */
const FEW = 3;
const COUPLE = 2;

/** Reads "two days", "two-day", "a week", "a few months", "several years", "the two-and-a-half-year". */
export function stretchAt(tokens: readonly Token[], index: number): Stretch | undefined {
  const count = countAt(tokens, index);
  if (!count) return undefined;
  const isHyphened = tokenAt(tokens, count.next).text === '-' && tokenAt(tokens, count.next).glued;
  let at = isHyphened ? count.next + 1 : count.next;
  // "Two more years", "three consecutive days", "two full months".
  if (
    /^(?:more|consecutive|full|straight|whole|long|additional|further|calendar|entire|solid|short)$/.test(
      tokenAt(tokens, at).lower,
    )
  )
    at++;
  const period = periodOf(tokenAt(tokens, at).lower);
  if (!period) return undefined;
  const behind = tokenAt(tokens, at + 1).text === '-' ? tokenAt(tokens, at + 2) : tokenAt(tokens, at + 1);
  if (/^olds?$/.test(behind.lower) || (behind.lower === 'of' && tokenAt(tokens, at + 2).lower === 'age'))
    return undefined;
  return { ...withHalf(tokens, at + 1, count), period, isHyphened };
}

interface Count {
  readonly count: number;
  readonly next: number;
  readonly isVague: boolean;
  readonly isArticle: boolean;
}

/** "A year and a half". */
function withHalf(tokens: readonly Token[], index: number, count: Count): Count {
  const words = [0, 1, 2].map((step) => tokenAt(tokens, index + step).lower).join(' ');
  return words === 'and a half' ? { ...count, count: count.count + 0.5, next: index + 3 } : { ...count, next: index };
}

function countAt(tokens: readonly Token[], index: number): Count | undefined {
  const words = [0, 1, 2].map((step) => tokenAt(tokens, index + step).lower);
  const exact = { isVague: false, isArticle: false };
  if (words[0] === 'half' && /^an?$/.test(words[1] ?? '')) return { count: 0.5, next: index + 2, ...exact };
  if (words[0] === 'a' && words[1] === 'few') return { count: FEW, next: index + 2, isVague: true, isArticle: false };
  if (words[0] === 'a' && words[1] === 'couple') {
    return { count: COUPLE, next: index + (words[2] === 'of' ? 3 : 2), isVague: true, isArticle: false };
  }
  if (words[0] === 'few' || words[0] === 'several' || words[0] === 'many') {
    return { count: FEW, next: index + 1, isVague: true, isArticle: false };
  }
  const number = numberAt(tokens, index);
  const upper = number && rangeBehind(tokens, number.next, number.value);
  if (upper) return { count: upper.value, next: upper.next, isVague: true, isArticle: false };
  if (number && !number.isFraction)
    return { count: number.value, next: number.next, isVague: number.isVague, isArticle: false };
  if (!/^(?:an?|one)$/.test(words[0] ?? '')) return undefined;
  return { count: 1, next: index + 1, isVague: false, isArticle: words[0] !== 'one' };
}

/** "Two to three years": the upper end counts, and is only about right. */
function rangeBehind(
  tokens: readonly Token[],
  index: number,
  low: number,
): { value: number; next: number } | undefined {
  if (!/^(?:to|or|-|–)$/.test(tokenAt(tokens, index).lower)) return undefined;
  const upper = numberAt(tokens, index + 1);
  return upper && upper.value > low ? upper : undefined;
}
