import { ordinalAt } from '../words/numbers';
import { type Scan, set, tokenOf, wordOf } from './scan';

const numbered = (...tables: readonly string[]): ReadonlyMap<string, number> =>
  new Map(tables.flatMap((words) => words.split(' ').map((word, index) => [word, index + 1] as const)));

const MONTHS = numbered('january february march april may june july august september october november december');
const SHORT_MONTHS = new Map([...numbered('jan feb mar apr may jun jul aug sep oct nov dec'), ['sept', 9] as const]);
const WEEKDAYS = numbered('monday tuesday wednesday thursday friday saturday sunday');
const SHORT_WEEKDAYS = new Map([
  ...numbered('mon tue wed thu fri sat sun'),
  ...([
    ['tues', 2],
    ['weds', 3],
    ['thur', 4],
    ['thurs', 4],
  ] as const),
]);

/** A word of the calendar as it was read. */
export interface CalendarWord {
  /** Which month (1 to 12) or weekday (Monday is 1). */
  readonly number: number;
  /** Index of the first token behind it and its dot. */
  readonly next: number;
  /** Whether the word is as likely something else here: "may", "march", "sun" in lower case, "Sat". */
  readonly isDoubtful: boolean;
  readonly isShort: boolean;
}

/** Reads a month's name: "February", "Feb.". A possessive is left to the caller's span. */
export const monthAt = (scan: Scan, index: number) => calendarWord(scan, index, MONTHS, SHORT_MONTHS);

export const weekdayAt = (scan: Scan, index: number) => calendarWord(scan, index, WEEKDAYS, SHORT_WEEKDAYS);

/** Abbreviations that are no other words, and so are weekdays in lower case too. */
const PLAIN_SHORT = set('fri thurs tues thur weds');

function calendarWord(
  scan: Scan,
  index: number,
  long: ReadonlyMap<string, number>,
  short: ReadonlyMap<string, number>,
): CalendarWord | undefined {
  const token = tokenOf(scan, index);
  if (token.kind !== 'word' || token.text.length > 12) return undefined;
  const word = wordOf(scan, index);
  const number = long.get(word) ?? short.get(word);
  if (number === undefined || (token.glued && isHeld(scan, index))) return undefined;
  const isShort = !long.has(word);
  const isCapital = token.text !== token.lower;
  const isDoubtful = isShort ? !PLAIN_SHORT.has(word) : word === 'may' || word === 'march';
  const dot = tokenOf(scan, index + 1);
  const hasDot = dot.text === '.' && dot.glued && (isShort || isYearLater(scan, index + 2));
  return {
    number,
    next: hasDot ? index + 2 : index + 1,
    isDoubtful: isDoubtful && !(isShort && isCapital && hasDot),
    isShort,
  };
}

/** Whether a word hangs on what is before it, other than a sign or a day's number: "Xmay", but "13SEP" and "(May". */
function isHeld(scan: Scan, index: number): boolean {
  const before = tokenOf(scan, index - 1);
  return before.kind === 'word' || /^[_@#]$/u.test(before.text) || (before.kind === 'number' && before.text.length > 2);
}

/** "February. 2022", as machines leave it. */
const isYearLater = (scan: Scan, index: number) => /^(?:1[5-9]|20)\d\d$/u.test(tokenOf(scan, index).text);

/** A day of the month as it was read. */
export interface MonthDay {
  readonly day: number;
  readonly next: number;
  /** Whether it is an ordinal: "16th", "sixteenth". */
  readonly isOrdinal: boolean;
}

/** Reads a day of the month: "16", "16th", "sixteenth", "twenty fifth"; not the 16 of "16:30", "16%" or "16,000". */
export function monthDayAt(scan: Scan, index: number): MonthDay | undefined {
  const ordinal = ordinalAt(scan.tokens, index);
  if (ordinal) {
    return ordinal.value >= 1 && ordinal.value <= 31
      ? { day: ordinal.value, next: ordinal.next, isOrdinal: true }
      : undefined;
  }
  const token = tokenOf(scan, index);
  if (!/^\d{1,2}$/u.test(token.text)) return undefined;
  const day = Number(token.text);
  const after = tokenOf(scan, index + 1);
  if (day < 1 || day > 31) return undefined;
  if (after.glued && (/^[:%$€£°]$/u.test(after.text) || isUnitLike(after.lower, after.kind))) return undefined;
  if (/^(?:%|percent|per|million|billion|thousand|am|pm|a\.m|p\.m|o['’]clock|oclock)$/u.test(after.lower))
    return undefined;
  return { day, next: index + 1, isOrdinal: false };
}

/** Letters glued to digits are a unit or a time, unless they are a month: "13SEP". */
function isUnitLike(lower: string, kind: string): boolean {
  return kind === 'word' && !SHORT_MONTHS.has(lower) && !MONTHS.has(lower);
}

/** Whether a word is a month's or weekday's name, where only that counts. */
export const isCalendarWord = (word: string): boolean =>
  MONTHS.has(word) || SHORT_MONTHS.has(word) || WEEKDAYS.has(word) || SHORT_WEEKDAYS.has(word);

export const MONTH_WORDS: readonly string[] = [...MONTHS.keys(), ...SHORT_MONTHS.keys()];
export const WEEKDAY_WORDS: readonly string[] = [...WEEKDAYS.keys(), ...SHORT_WEEKDAYS.keys()];
export const CALENDAR_WORDS: readonly string[] = [...MONTH_WORDS, ...WEEKDAY_WORDS];
