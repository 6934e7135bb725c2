import { weekdayAt } from './calendarWords';
import { type Length, lengthAt, lengthValue } from './lengths';
import type { Reading, Rule } from './reading';
import { isDash, isFreeBefore, type Scan, set, tokenOf, wordOf } from './scan';
import { timeUnit } from './timeUnits';

/** Words before "a week" that make it a length of time and not "once a week". */
const LENGTH_BEFORE = set(
  'for within than nearly about almost over under after before in during least around up only just of to last lasts lasted took takes ' +
    'take spent spend roughly approximately every',
);

/** "Two days", "a two-day visit", "a year-long campaign", "for a week". */
export const duration: Rule = (scan, index) => {
  const long = longPeriod(scan, index);
  if (long) return long;
  const length = lengthAt(scan, index);
  if (!length || isHeld(scan, index)) return undefined;
  const isLong = isDash(scan, length.next) && tokenOf(scan, length.next + 1).lower === 'long';
  // The article of "a year-long campaign" is the campaign's.
  if (length.isArticle && (isLong || !saysLength(scan, index, length.next))) return undefined;
  const next = isLong ? length.next + 2 : length.next;
  return lengthReading(next, length);
};

function lengthReading(next: number, length: Length): Reading {
  const isTime = length.parts.every(({ unit }) => unit.isClock);
  return { next, value: lengthValue(length), isLength: true, ...(isTime && { isTime }) };
}

const isHeld = (scan: Scan, index: number) =>
  !isFreeBefore(scan, index) && /[\p{L}\d.,/-]$/u.test(tokenOf(scan, index - 1).text);

/** "for a week", "a month and a half", or nothing else at all. */
function saysLength(scan: Scan, index: number, next: number): boolean {
  if (LENGTH_BEFORE.has(tokenOf(scan, index - 1).lower) || next > index + 2) return true;
  return index === 0 && tokenOf(scan, next).text === '';
}

/** "Year-long", "yearlong", "a month-long". */
const longPeriod = (scan: Scan, index: number): Reading | undefined => {
  const { lower } = tokenOf(scan, index);
  const joined = /^(day|week|month|year|decade)s?long$/u.exec(lower)?.[1];
  const unit = timeUnit(joined ?? lower);
  if (!unit) return undefined;
  const isHyphened =
    isDash(scan, index + 1) && tokenOf(scan, index + 1).glued && tokenOf(scan, index + 2).lower === 'long';
  if (!joined && !isHyphened) return undefined;
  const isMany = lower.endsWith('s') || /slong$/u.test(lower);
  const common = { next: joined ? index + 1 : index + 3, isLength: true, ...(unit.isClock && { isTime: true }) };
  return isMany ? common : { ...common, value: lengthValue({ parts: [{ count: 1, unit }], isVague: false }) };
};

const SETS: ReadonlyMap<string, string> = new Map([
  ['daily', 'R/P1D'],
  ['nightly', 'R/P1D'],
  ['everyday', 'R/P1D'],
  ['weekly', 'R/P1W'],
  ['biweekly', 'R/P2W'],
  ['fortnightly', 'R/P2W'],
  ['monthly', 'R/P1M'],
  ['bimonthly', 'R/P2M'],
  ['quarterly', 'R/P3M'],
  ['yearly', 'R/P1Y'],
  ['annual', 'R/P1Y'],
  ['annually', 'R/P1Y'],
  ['biannual', 'R/P6M'],
  ['hourly', 'R/PT1H'],
  ['weekends', 'R/P1WE'],
  ['weekdays', 'R/P1WD'],
]);

const PARTS_OF_DAY: ReadonlyMap<string, string> = new Map([
  ['mornings', 'MO'],
  ['afternoons', 'AF'],
  ['evenings', 'EV'],
  ['nights', 'NI'],
]);

/** "Every month", "each year", "every two weeks", "every Monday", "Mondays", "annually", "once a year". */
export const repeated: Rule = (scan, index) => {
  const { lower, text } = tokenOf(scan, index);
  const word = SETS.get(lower);
  if (word !== undefined && text.slice(1) === lower.slice(1)) return { next: index + 1, value: word, isLength: true };
  return everyUnit(scan, index) ?? onceEach(scan, index) ?? weekdayPlural(scan, index);
};

function everyUnit(scan: Scan, index: number): Reading | undefined {
  const { lower } = tokenOf(scan, index);
  if (lower !== 'every' && lower !== 'each' && lower !== 'any') return undefined;
  const isOther = tokenOf(scan, index + 1).lower === 'other';
  const at = isOther ? index + 2 : index + 1;
  const weekday = weekdayAt(scan, at);
  if (weekday && lower !== 'any') return { next: weekday.next, value: `R/XXXX-WXX-${weekday.number}`, isLength: true };
  const length = lower === 'every' ? lengthAt(scan, at) : undefined;
  if (length && !length.isArticle) return { ...lengthReading(length.next, length), value: `R/${lengthValue(length)}` };
  const name = wordOf(scan, at);
  if (name === 'weekday') return { next: at + 1, value: 'R/P1WD', isLength: true };
  const part = lower === 'any' || name === 'night' ? undefined : PARTS_OF_DAY.get(`${name}s`);
  if (part) return { next: at + 1, value: `R/T${part}`, isLength: true, isTime: true };
  const unit = timeUnit(name);
  if (!unit || tokenOf(scan, at).lower.endsWith('s') || (lower === 'any' && unit.rank === 7 && unit.letter === 'D'))
    return undefined;
  const value = `R/${lengthValue({ parts: [{ count: isOther ? 2 : 1, unit }], isVague: false })}`;
  return { next: at + 1, value, isLength: true, ...(unit.isClock && { isTime: true }) };
}

/** "Once a year", "one a day", "twice a week". */
function onceEach(scan: Scan, index: number): Reading | undefined {
  if (!/^(?:once|twice|one|two|three)$/u.test(tokenOf(scan, index).lower)) return undefined;
  const at = /^times?$/u.test(tokenOf(scan, index + 1).lower) ? index + 2 : index + 1;
  if (!/^(?:an?|per|each|every)$/u.test(tokenOf(scan, at).lower)) return undefined;
  const unit = timeUnit(tokenOf(scan, at + 1).lower);
  if (!unit) return undefined;
  return { next: at + 2, value: `R/${lengthValue({ parts: [{ count: 1, unit }], isVague: false })}`, isLength: true };
}

/** "Mondays", "Friday mornings", "mornings". */
function weekdayPlural(scan: Scan, index: number): Reading | undefined {
  const { lower } = tokenOf(scan, index);
  const alone = PARTS_OF_DAY.get(lower);
  if (alone) return { next: index + 1, value: `R/T${alone}`, isLength: true, isTime: true };
  const plural = /^(?:mon|tues|wednes|thurs|fri|satur|sun)days$/u.test(lower);
  const days = plural
    ? weekdayAt({ ...scan, tokens: [{ ...tokenOf(scan, index), glued: false, lower: lower.slice(0, -1) }] }, 0)
    : weekdayAt(scan, index);
  if (!days || (days.isShort && !plural)) return undefined;
  const next = plural ? index + 1 : days.next;
  const part = PARTS_OF_DAY.get(tokenOf(scan, next).lower);
  if (!plural && !part) return undefined;
  const value = `R/XXXX-WXX-${days.number}${part ? `T${part}` : ''}`;
  return { next: part ? next + 1 : next, value, isLength: true };
}
