import { numberAt } from '../words/numbers';
import { SMALL, TENS } from '../words/numberWords';
import { isDash, isFreeBefore, type Scan, set, tokenOf, wordOf } from './scan';
import { SHIFTS } from './shifts';

/** A year as it was read; negative before the common era. */
export interface YearReading {
  readonly year: number;
  readonly next: number;
}

const FIRST = 1000;
const LAST = 2999;

/** Four digits that can be a year, free of what is around them; an era may follow: "345 BC", "88 AD". */
export function yearAt(scan: Scan, index: number): YearReading | undefined {
  const { text } = tokenOf(scan, index);
  const after = tokenOf(scan, index + 1);
  const era =
    /^(?:bc|bce|ad|ce|be)$/u.test(after.lower) && after.text === after.text.toUpperCase() ? after.lower : undefined;
  if (!/^\d{1,4}$/u.test(text) || (era === undefined && text.length < 4)) return undefined;
  const number = Number(text);
  if (era?.startsWith('b')) return { year: era === 'be' ? number - 543 : -number, next: index + 2 };
  if (era) return number > 0 ? { year: number, next: index + 2 } : undefined;
  const isPart = after.glued && (after.kind !== 'sign' || /^[%°$€£]$/u.test(after.text));
  return number >= FIRST && number <= LAST && !isPart ? { year: number, next: index + 1 } : undefined;
}

/**
 * The year behind a day or month: four digits, a comma or (as machines leave it) a full stop or an "of" between them, two
 * digits ("Aug 96", "April of 87", "'96"), or words ("nineteen eighty six").
 */
export function yearBehind(scan: Scan, index: number, published?: number): YearReading | undefined {
  const joint = tokenOf(scan, index);
  const isGlued = joint.glued && tokenOf(scan, index + 1).glued;
  const isJoint = /^(?:,|\.|of|in)$/u.test(joint.lower) || (isGlued && /^[-/]$/u.test(joint.text));
  const at = isJoint ? index + 1 : index;
  const full = yearAt(scan, at);
  if (full) return full.year > 1499 || full.next > at + 1 || !isJoint ? full : undefined;
  if (wordOf(scan, index) === 'in') return undefined;
  return shortYear(scan, index, at, published) ?? yearWords(scan, at);
}

/** "96" behind "Aug": not a day of the month, and no number that something else follows. */
function shortYear(scan: Scan, index: number, from: number, published: number | undefined): YearReading | undefined {
  const hasMark = /^['’‘]$/u.test(tokenOf(scan, from).text);
  const at = hasMark ? from + 1 : from;
  const { text, glued } = tokenOf(scan, at);
  const after = tokenOf(scan, at + 1);
  if (!/^\d\d$/u.test(text) || (glued && !hasMark && !/^[-/]$/u.test(tokenOf(scan, at - 1).text))) return undefined;
  const isEnd = after.text === '' || /^[.,;)\]!?]$/u.test(after.text);
  if (!hasMark && (Number(text) <= 31 || !isEnd) && !/^[-/]$/u.test(tokenOf(scan, index).text)) return undefined;
  return after.glued && /^[:\d]/u.test(after.text)
    ? undefined
    : { year: fullYear(Number(text), published), next: at + 1 };
}

/** The year of two digits: at most twenty ahead of the present one. */
export function fullYear(short: number, published = 2025): number {
  const year = Math.floor(published / 100) * 100 + short;
  return year > published + 20 ? year - 100 : year;
}

const CENTURIES = set('eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty');

/** "Nineteen eighty six", "two thousand and fifteen", "seventeen hundred thirty three", "twenty twenty-four". */
export function yearWords(scan: Scan, index: number): YearReading | undefined {
  const { lower, kind } = tokenOf(scan, index);
  if (kind !== 'word') return undefined;
  if (CENTURIES.has(lower)) {
    const century = (SMALL.get(lower) ?? 20) * 100;
    const isHundred = tokenOf(scan, index + 1).lower === 'hundred';
    const at = isHundred ? index + 2 : index + 1;
    const rest = twoDigitWords(scan, at);
    if (rest) return { year: century + rest.value, next: rest.next };
    return isHundred ? { year: century, next: at } : undefined;
  }
  const number = lower === 'two' || lower === 'one' ? numberAt(scan.tokens, index) : undefined;
  const isYear = number && number.value >= 1900 && number.value < 2200 && tokenOf(scan, index + 1).lower === 'thousand';
  return isYear ? { year: number.value, next: number.next } : undefined;
}

function twoDigitWords(scan: Scan, index: number): { value: number; next: number } | undefined {
  const first = tokenOf(scan, index).lower;
  const small = SMALL.get(first);
  if (small !== undefined) return small > 9 ? { value: small, next: index + 1 } : undefined;
  const tens = TENS.get(first);
  if (tens === undefined) return undefined;
  const at = isDash(scan, index + 1) ? index + 2 : index + 1;
  const ones = SMALL.get(tokenOf(scan, at).lower);
  return ones && ones < 10 ? { value: tens + ones, next: at + 1 } : { value: tens, next: index + 1 };
}

/** Four digits joined to what is before them only by a sign that a year may follow. */
export const isYearFree = (scan: Scan, index: number): boolean => {
  const before = tokenOf(scan, index - 1);
  // "32 - 2015" is a code, or a subtraction.
  if (isDash(scan, index - 1) && !before.glued && /^\d{1,3}$/u.test(tokenOf(scan, index - 2).text)) return false;
  if (isFreeBefore(scan, index)) return true;
  if (!isDash(scan, index - 1)) return false;
  const first = tokenOf(scan, index - 2);
  if (/^(?:mid|pre|post|early|late)$/u.test(first.lower)) return before.glued;
  return /^[12]\d{3}$/u.test(first.text) && isFreeBefore(scan, index - 2);
};

/** "This year", "of last year", "next year", "in two years" behind a day or a quarter. */
export function relativeYear(scan: Scan, index: number): YearReading | undefined {
  if (!scan.published) return undefined;
  const at = tokenOf(scan, index).lower === 'of' ? index + 1 : index;
  const shift = SHIFTS.get(tokenOf(scan, at).lower);
  if (shift !== undefined)
    return wordOf(scan, at + 1) === 'year' ? { year: scan.published.year + shift, next: at + 2 } : undefined;
  if (tokenOf(scan, index).lower !== 'in') return undefined;
  const count =
    tokenOf(scan, index + 1).lower === 'a' ? { value: 1, next: index + 2 } : numberAt(scan.tokens, index + 1);
  const isYears = count && /^years?$/u.test(tokenOf(scan, count.next).lower) && count.value < 1000;
  return isYears ? { year: scan.published.year + Math.round(count.value), next: count.next + 1 } : undefined;
}
