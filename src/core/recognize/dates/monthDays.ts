import { type Day, dayNumber, isDay, plus, weekdayOf } from './calendar';
import { type CalendarWord, type MonthDay, monthAt, monthDayAt, weekdayAt } from './calendarWords';
import type { Reading, Rule } from './reading';
import { isDash, type Scan, tokenOf } from './scan';
import { days, oneDay } from './stretch';
import { directionAt, nearestYear } from './tense';
import { relativeYear, yearAt, yearBehind } from './years';

/** A day of a month, of an unknown year. */
interface YearlyDay {
  readonly month: number;
  readonly day: number;
}

/** "May 16", "May 16-17, 2024", "Feb. 24", "May the 16th", "May eighth", with or without a weekday or year before. */
export const monthFirst: Rule = (scan, index) => {
  const before = yearBefore(scan, index);
  const from = before?.next ?? behindWeekday(scan, index);
  const month = monthAt(scan, from);
  if (!month) return undefined;
  const first = dayOfMonth(scan, month.next);
  if (!first || isMinutes(scan, first.next)) return undefined;
  // "March 12 people" in lower case, "may 5": rather verbs.
  if (month.isDoubtful && tokenOf(scan, from).text === tokenOf(scan, from).lower && !isPlainDay(scan, first, from))
    return undefined;
  const last = lastDay(scan, first.next, first.day);
  const low = { month: month.number, day: first.day };
  const high = last ? { month: month.number, day: last.day } : low;
  return dated(scan, index, last?.next ?? first.next, low, high, before?.year);
};

/** "2018 March 18": a year that the month follows. */
function yearBefore(scan: Scan, index: number): { year: number; next: number } | undefined {
  const year = yearAt(scan, index);
  return year && monthAt(scan, year.next) ? year : undefined;
}

/** Whether a day behind "may" or "march" in lower case is one: an ordinal, or at the end, or with a year. */
function isPlainDay(scan: Scan, day: MonthDay, month: number): boolean {
  const isAlone =
    month === 0 || /^(?:on|since|by|until|from|to|before|after|and|@)$/u.test(tokenOf(scan, month - 1).lower);
  return day.isOrdinal || yearAt(scan, day.next) !== undefined || isAlone;
}

/** "May 2:30" has no day. */
const isMinutes = (scan: Scan, index: number) => tokenOf(scan, index).text === ':' && tokenOf(scan, index).glued;

function dayOfMonth(scan: Scan, index: number): MonthDay | undefined {
  const first = tokenOf(scan, index);
  const at =
    first.lower === 'the' || (first.text === ',' && monthDayAt(scan, index + 1)?.isOrdinal) ? index + 1 : index;
  return monthDayAt(scan, at);
}

/** "-17", "to 22", "and the 17th": the last day in a row, in the month of the first. */
function lastDay(scan: Scan, index: number, from: number): MonthDay | undefined {
  const { lower } = tokenOf(scan, index);
  if (!isDash(scan, index) && !/^(?:to|through|thru|until|till|~)$/u.test(lower)) return undefined;
  const at = tokenOf(scan, index + 1).lower === 'the' ? index + 2 : index + 1;
  const day = monthDayAt(scan, at);
  const after = day && tokenOf(scan, day.next);
  const isMonth = day && (monthAt(scan, day.next) || (after?.text === '/' && after.glued));
  const isTime = after && ((after.text === ':' && after.glued) || (isDash(scan, day.next) && after.glued));
  return day && !isMonth && !isTime && day.day > from ? day : undefined;
}

/** "12 May", "12-14 May 2024", "the 12th of May", "the first of March", "Eighth to eleventh May". */
export const dayFirst: Rule = (scan, index) => {
  const from = behindWeekday(scan, index);
  const first = dayOfMonth(scan, from);
  if (!first) return undefined;
  const token = tokenOf(scan, from);
  if (token.glued && !/^[("“”‘’'[:=;,>~@…—–]$/u.test(tokenOf(scan, from - 1).text)) return undefined;
  const last = lastOfRow(scan, first);
  const behindDays = (last ?? first).next;
  const joint = tokenOf(scan, behindDays);
  const isHyphen = joint.text === '-' && joint.glued && tokenOf(scan, behindDays + 1).glued;
  const month = monthAt(scan, joint.lower === 'of' || joint.text === ',' || isHyphen ? behindDays + 1 : behindDays);
  if (!month || isVerb(scan, month, behindDays)) return undefined;
  const [low, high] = [first, last ?? first].map(({ day }) => ({ day, month: month.number }));
  return low && high && dated(scan, index, month.next, low, high);
};

function lastOfRow(scan: Scan, first: MonthDay): MonthDay | undefined {
  const last = lastDay(scan, first.next, first.day);
  if (last) return last;
  const { lower } = tokenOf(scan, first.next);
  if (!isDash(scan, first.next) && !/^(?:to|through|until|till|and)$/u.test(lower)) return undefined;
  const at = tokenOf(scan, first.next + 1).lower === 'the' ? first.next + 2 : first.next + 1;
  const day = monthDayAt(scan, at);
  return day && day.day > first.day ? day : undefined;
}

/** "the 5 may decide" */
function isVerb(scan: Scan, month: CalendarWord, index: number): boolean {
  return (
    month.isDoubtful &&
    !month.isShort &&
    tokenOf(scan, index).text === tokenOf(scan, index).lower &&
    tokenOf(scan, index).lower !== 'of' &&
    yearAt(scan, month.next) === undefined &&
    tokenOf(scan, month.next).text !== ''
  );
}

function behindWeekday(scan: Scan, index: number): number {
  const weekday = weekdayAt(scan, index);
  if (!weekday) return index;
  const { text } = tokenOf(scan, weekday.next);
  if (text === '(') return monthAt(scan, weekday.next + 1) ? weekday.next + 1 : index;
  return text === ',' || text === '-' || text === '.' ? weekday.next + 1 : weekday.next;
}

/** Days with the year that is said, or else the nearest one in the sense of the words around. */
function dated(
  scan: Scan,
  index: number,
  next: number,
  low: YearlyDay,
  high: YearlyDay,
  said?: number,
): Reading | undefined {
  const end = tokenOf(scan, next).text === ')' && tokenOf(scan, index + 1).text === '(' ? next + 1 : next;
  const behindDay = said === undefined ? yearOfDay(scan, end) : undefined;
  const after = behindDay?.next ?? end;
  const year = said ?? behindDay?.year ?? (isOfAttacks(scan, after, low, high) ? ATTACKED : undefined);
  if (year !== undefined) return daysOf(after, year, low, high);
  if (!isDay({ ...low, year: 2000 }) || !isDay({ ...high, year: 2000 })) return { next: after, isNone: true };
  if (!scan.published) {
    const [from, to] = [low, high].map(({ month, day }) => `XXXX-${pad(month)}-${pad(day)}`);
    return { next: after, value: low.day === high.day ? `${from}` : `${from}/${to}` };
  }
  const near = nearestYear(scan.published, low.month, low.day, directionAt(scan, index, after));
  const weekday = weekdayAt(scan, index)?.number;
  const nearest = weekday === undefined ? near : yearWithWeekday(scan.published, low, weekday, near);
  const found = daysOf(after, nearest, low, high);
  return low.day === high.day ? { ...found, undated: low } : found;
}

/** Days within which the weekday is rather a slip. */
const CLOSE = 31;

/** "Friday, July 18": the nearest year in which that day is a Friday; the nearest one at all where no year fits. */
function yearWithWeekday(published: Day, { month, day }: YearlyDay, weekday: number, near: number): number {
  const distance = (year: number) => Math.abs(dayNumber({ year, month, day }) - dayNumber(published));
  const isOn = (year: number) => isDay({ year, month, day }) && weekdayOf({ year, month, day }) === weekday;
  if (isOn(near) || distance(near) <= CLOSE) return near;
  const years = [-2, -1, 0, 1, 2].map((by) => published.year + by).filter(isOn);
  return years.toSorted((a, b) => distance(a) - distance(b))[0] ?? near;
}

const ATTACKED = 2001;

/** "The Sept. 11 attacks": that day of 2001, and not the nearest one. */
function isOfAttacks(scan: Scan, index: number, low: YearlyDay, high: YearlyDay): boolean {
  const isDayOf = low.month === 9 && low.day === 11 && high.day === 11;
  return isDayOf && OF_ATTACKS.test(tokenOf(scan, index).lower);
}

const OF_ATTACKS =
  /^(?:attacks?|terror|terrorists?|terrorism|hijackers?|hijackings?|commission|conspiracy|plot|plotters?)$/u;

/** Behind a day "of" means a year only in full, and "in" too: "26 June in 2020". */
function yearOfDay(scan: Scan, index: number): { year: number; next: number } | undefined {
  const near = relativeYear(scan, index);
  if (near) return near;
  if (tokenOf(scan, index).lower === 'in') return yearAt(scan, index + 1);
  const year = yearBehind(scan, index, scan.published?.year);
  if (!year) return undefined;
  // "May 16, 1,200 people" and "May 16 2:30" have no year; "on May 16 1500 soldiers" hardly.
  const after = tokenOf(scan, year.next);
  return after.glued && /^[:%]$/u.test(after.text) ? undefined : year;
}

function daysOf(next: number, year: number, low: YearlyDay, high: YearlyDay): Reading {
  const [from, to] = [
    { year, ...low },
    { year, ...high },
  ];
  if (year < 0) return { next, value: `-${String(-year)}-${pad(low.month)}-${pad(low.day)}` };
  if (!isDay(from) || !isDay(to)) return { next, isNone: true };
  return { next, stretch: low.day === high.day ? oneDay(from) : days(from, to) };
}

const pad = (number: number) => String(number).padStart(2, '0');

/** "Tuesday the 19th", "Tuesday 19th", "Monday 21": the nearest month in which that day is that weekday. */
export const weekdayWithDay: Rule = (scan, index) => {
  const weekday = weekdayAt(scan, index);
  if (!weekday) return undefined;
  const hasThe = tokenOf(scan, weekday.next).lower === 'the';
  const day = monthDayAt(scan, hasThe ? weekday.next + 1 : weekday.next);
  const isPlain = day && (isEnd(scan, day.next) || /^(?:from|between|at)$/u.test(tokenOf(scan, day.next).lower));
  if (!day || (!day.isOrdinal && !isPlain) || monthAt(scan, day.next)) return undefined;
  if (!scan.published) return { next: day.next };
  for (let shift = 0; shift < 24; shift++) {
    const start = plus({ ...scan.published, day: 1 }, shift, 'month');
    const found = { ...start, day: day.day };
    if (isDay(found) && weekdayOf(found) === weekday.number) return { next: day.next, stretch: oneDay(found) };
  }
  return undefined;
};

/** "the 15th", "on the 6th": a day of this month or the next, where nothing follows that it could count. */
export const monthlessDay: Rule = (scan, index) => {
  if (tokenOf(scan, index).lower !== 'the') return undefined;
  const day = monthDayAt(scan, index + 1);
  const before = tokenOf(scan, index - 1).lower;
  const isDigits = tokenOf(scan, index + 1).kind === 'number';
  if (!day || (!isDigits && !(before === 'on' && isEnd(scan, day.next)))) return undefined;
  const isPlace = /^(?:on|by|until|till|from|since|before|after)$/u.test(before) || (before === '' && day.isOrdinal);
  if (!isPlace || (!day.isOrdinal && !/^(?:from|at|between|)$/u.test(tokenOf(scan, day.next).lower))) return undefined;
  if (!isEnd(scan, day.next) && !/^(?:from|at|and|to|between|that|when|in|with)$/u.test(tokenOf(scan, day.next).lower))
    return undefined;
  if (!scan.published) return { next: day.next };
  const direction = directionAt(scan, index, day.next);
  const isPassed = day.day < scan.published.day;
  const shift = direction === 'past' ? (isPassed || day.day === scan.published.day ? 0 : -1) : isPassed ? 1 : 0;
  const month = plus({ ...scan.published, day: 1 }, shift, 'month');
  const found = { ...month, day: day.day };
  return isDay(found) ? { next: day.next, stretch: oneDay(found) } : undefined;
};

const isEnd = (scan: Scan, index: number) => /^[.,;:!?)"”’]?$/u.test(tokenOf(scan, index).text);
