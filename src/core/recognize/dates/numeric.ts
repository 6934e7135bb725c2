import { isDay } from './calendar';
import { monthAt, weekdayAt } from './calendarWords';
import type { Reading, Rule } from './reading';
import { isFreeBefore, type Scan, tokenOf } from './scan';
import { monthOf, oneDay, through, yearOf } from './stretch';
import { directionAt, nearestYear } from './tense';
import { fullYear } from './years';

/**
 * Dates of numbers with signs between: "2024-05-14", "5/14/2024", "14.05.2024", "31/Oct/1974", "2024-05", "5/14". Where day
 * and month could be either, the month comes first, as American news has it, but for full stops the day.
 */
export const numericDate: Rule = (scan, start) => {
  const index = behindWeekday(scan, start);
  const token = tokenOf(scan, index);
  if (token.kind !== 'number' || !isFreeBefore(scan, index)) return undefined;
  const eight = /^((?:19|20)\d\d)(\d\d)(\d\d)$/u.exec(token.text);
  if (eight) return dayReading(index + 1, Number(eight[1]), Number(eight[2]), Number(eight[3]));
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/u.exec(token.text);
  if (dotted) return dayOrMonthFirst(index + 1, Number(dotted[2]), Number(dotted[1]), Number(dotted[3]));
  if (!/^\d{1,4}$/u.test(token.text)) return undefined;
  const parts = partsAt(scan, index);
  if (!parts || isHeldBehind(scan, parts.next)) return undefined;
  const { a, b, c, sign, next, isNamed } = parts;
  if (c === undefined) return isNamed ? undefined : twoParts(scan, index, parts);
  const published = scan.published?.year;
  const year = (text: string) => (text.length <= 2 ? fullYear(Number(text), published) : Number(text));
  if (a.length === 4) return dayReading(next, Number(a), Number(b), Number(c)) ?? swapped(next, a, b, c, isNamed);
  if (c.length !== 4 && (c.length !== 2 || (sign === '-' && a.length === 1))) return undefined;
  if (isNamed) return dayReading(next, year(c), Number(b), Number(a));
  return dayOrMonthFirst(next, Number(a), Number(b), year(c));
};

/** "Tuesday 11/3/2015": the weekday says nothing that the numbers do not. */
function behindWeekday(scan: Scan, index: number): number {
  const weekday = weekdayAt(scan, index);
  if (!weekday) return index;
  return tokenOf(scan, weekday.next).text === ',' ? weekday.next + 1 : weekday.next;
}

interface Parts {
  readonly a: string;
  readonly b: string;
  readonly c?: string;
  readonly sign: string;
  readonly isNamed: boolean;
  readonly next: number;
}

/** Two or three numbers, the second may be a month's name, with one and the same sign glued between them. */
function partsAt(scan: Scan, index: number): Parts | undefined {
  const { text: sign, glued } = tokenOf(scan, index + 1);
  if (!glued || !/^[-–/]$/u.test(sign) || !tokenOf(scan, index + 2).glued) return undefined;
  const name = monthAt(scan, index + 2);
  const b = name ? String(name.number) : tokenOf(scan, index + 2).text;
  const second = name?.next ?? index + 3;
  if (!/^\d{1,4}$/u.test(b)) return undefined;
  const common = { a: tokenOf(scan, index).text, b, sign, isNamed: name !== undefined };
  const third = tokenOf(scan, second + 1);
  const hasThird =
    tokenOf(scan, second).text === sign && tokenOf(scan, second).glued && third.glued && third.kind === 'number';
  if (!hasThird) return { ...common, next: second };
  return /^\d{1,4}$/u.test(third.text) ? { ...common, c: third.text, next: second + 2 } : undefined;
}

/** A number, a sign and a number that go on are no date: "133-03-03-2020", "2023-12-29x". */
function isHeldBehind(scan: Scan, index: number): boolean {
  const after = tokenOf(scan, index);
  if (!after.glued) return false;
  if (after.kind === 'number') return true;
  if (after.kind === 'word') return !/^t$/u.test(after.lower);
  return (
    /^[-/]$/u.test(after.text) &&
    tokenOf(scan, index + 1).glued &&
    /^\d/u.test(tokenOf(scan, index + 1).text) &&
    !isRange(scan, index)
  );
}

/** "10/1-11/7" is two dates. */
const isRange = (scan: Scan, index: number) =>
  tokenOf(scan, index).text === '-' && tokenOf(scan, index + 2).text === '/';

const swapped = (next: number, year: string, a: string, b: string, isNamed: boolean) =>
  isNamed || Number(a) <= 12 ? undefined : dayReading(next, Number(year), Number(b), Number(a));

function dayOrMonthFirst(next: number, month: number, day: number, year: number): Reading | undefined {
  return dayReading(next, year, month, day) ?? dayReading(next, year, day, month);
}

function dayReading(next: number, year: number, month: number, day: number): Reading | undefined {
  const read = { year, month, day };
  return isDay(read) && year > 0 ? { next, stretch: oneDay(read) } : undefined;
}

/** "2015-12", "04/2016", "5/14": a month of a year, or a day without a year where words around say that it is a date. */
function twoParts(scan: Scan, index: number, { a, b, sign, next }: Parts): Reading | undefined {
  if (a.length === 4 && sign !== '/') return yearFirst(next, Number(a), b);
  if (sign !== '/') return undefined;
  const isMonth = Number(a) >= 1 && Number(a) <= 12;
  if (b.length === 4) return isMonth && Number(b) > 1000 ? { next, stretch: monthOf(Number(b), Number(a)) } : undefined;
  if (a.length > 2 || b.length > 2 || !saysDay(scan, index, next, Number(a), Number(b))) return undefined;
  const [month, day] = isMonth ? [Number(a), Number(b)] : [Number(b), Number(a)];
  // Of 2000: February has its 29th day.
  if (!isDay({ year: 2000, month, day })) return undefined;
  if (!scan.published) return { next, value: `XXXX-${pad(month)}-${pad(day)}` };
  const year = nearestYear(scan.published, month, day, directionAt(scan, index, next));
  return { next, stretch: oneDay({ year, month, day }), undated: { month, day } };
}

const pad = (number: number) => String(number).padStart(2, '0');

/** "2015-12" is a month; "2010-12" and "2023-24" are years in a row. */
function yearFirst(next: number, year: number, last: string): Reading | undefined {
  if (year < 1500 || year > 2199 || last.length > 2) return undefined;
  const number = Number(last);
  const end = Math.floor(year / 100) * 100 + number;
  if (last.length === 2 && end > year) return { next, stretch: through(yearOf(year), yearOf(end)) };
  return number >= 1 && number <= 12 ? { next, stretch: monthOf(year, number) } : undefined;
}

const BEFORE =
  /^(?:on|from|to|by|until|till|since|before|after|between|and|or|this|next|last|date|\?|,|-|–|monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|wed|thu|fri|sat|sun)$/u;

/**
 * Whether "a/b" is a day: beyond a fraction's or a score's numbers, or behind a word that a date follows. September 11 is a
 * name in this form, and "24/7" is no day.
 */
function saysDay(scan: Scan, index: number, next: number, a: number, b: number): boolean {
  const after = tokenOf(scan, next);
  if ((a === 24 && b === 7) || (a === 9 && b === 11) || (a === 11 && b === 9)) return false;
  if (after.lower === 'of' || (after.kind === 'word' && after.glued)) return false;
  if (BEFORE.test(tokenOf(scan, index - 1).lower)) return true;
  const isEnd = after.text === '' || /^(?:[.,;:?!)–-]|at|@|from|to|after|before)$/u.test(after.lower);
  return isEnd && (a > 12 || b > 12) && a > 0 && b % 10 !== 0 && index === 0 ? true : isEnd && b > 12 && a <= 12;
}
