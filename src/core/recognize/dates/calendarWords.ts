import { type Token, tokenAt } from '../words/tokens';

const MONTHS = 'january february march april may june july august september october november december'.split(' ');
const SHORT_MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const WEEKDAYS = 'monday tuesday wednesday thursday friday saturday sunday'.split(' ');
const SHORT_WEEKDAYS = 'mon tue wed thu fri sat sun'.split(' ');

const months: ReadonlyMap<string, number> = new Map([
  ...MONTHS.map((name, index) => [name, index + 1] as const),
  ...SHORT_MONTHS.map((name, index) => [name, index + 1] as const),
  ['sept', 9],
]);

const weekdays: ReadonlyMap<string, number> = new Map([
  ...WEEKDAYS.map((name, index) => [name, index + 1] as const),
  ...SHORT_WEEKDAYS.map((name, index) => [name, index + 1] as const),
  ['tues', 2],
  ['thurs', 4],
]);

/** A word of the calendar as it was read. */
export interface CalendarWord {
  /** Which month (1 to 12) or weekday (Monday is 1). */
  readonly number: number;
  /** Index of the first token behind it and its dot. */
  readonly next: number;
  readonly isShort: boolean;
  /** Whether the word is something else too: "May", "March", "Sun". */
  readonly isAmbiguous: boolean;
}

/** Reads a month's name: "February", "Feb.". A possessive is left to the caller's span. */
export function monthAt(tokens: readonly Token[], index: number): CalendarWord | undefined {
  return calendarWord(tokens, index, months, MONTHS);
}

export function weekdayAt(tokens: readonly Token[], index: number): CalendarWord | undefined {
  return calendarWord(tokens, index, weekdays, WEEKDAYS);
}

function calendarWord(
  tokens: readonly Token[],
  index: number,
  table: ReadonlyMap<string, number>,
  long: readonly string[],
): CalendarWord | undefined {
  const token = tokenAt(tokens, index);
  const word = token.lower.replace(/['’]s?$/, '');
  const number = table.get(word);
  if (number === undefined || (token.glued && tokenAt(tokens, index - 1).kind !== 'sign')) return undefined;
  const isShort = !long.includes(word);
  const isAmbiguous = isShort || word === 'may' || word === 'march';
  // In lower case these words mean something else more often than not.
  if (isAmbiguous && !/^\p{Lu}/u.test(token.text)) return undefined;
  const dot = tokenAt(tokens, index + 1);
  const hasDot = isShort && dot.text === '.' && dot.glued;
  return { number, next: hasDot ? index + 2 : index + 1, isShort, isAmbiguous };
}

/** A day of a month: "16", "16th". */
export function monthDayAt(tokens: readonly Token[], index: number): { day: number; next: number } | undefined {
  const token = tokenAt(tokens, index);
  if (!/^\d{1,2}$/.test(token.text)) return undefined;
  const day = Number(token.text);
  if (day < 1 || day > 31) return undefined;
  const ending = tokenAt(tokens, index + 1);
  const isOrdinal = ending.glued && /^(?:st|nd|rd|th)$/.test(ending.lower);
  if (ending.glued && !isOrdinal && (ending.kind === 'word' || /^[:/%]$/.test(ending.text))) return undefined;
  return { day, next: isOrdinal ? index + 2 : index + 1 };
}

/** A year in four digits. */
export function yearAt(tokens: readonly Token[], index: number): number | undefined {
  const token = tokenAt(tokens, index);
  if (!/^\d{4}$/.test(token.text)) return undefined;
  const behind = tokenAt(tokens, index + 1);
  if (behind.glued && (behind.kind === 'word' || /^[:%/]$/.test(behind.text))) return undefined;
  const year = Number(token.text);
  return year >= 1000 && year <= 2100 ? year : undefined;
}

/** A hyphen or dash that joins two ends of a range, or "to". */
export function isRangeJoint(tokens: readonly Token[], index: number): boolean {
  const token = tokenAt(tokens, index);
  return /^[-–—]$/.test(token.text) || /^(?:to|through|until)$/.test(token.lower);
}
