import type { PointValue } from './value';

const MONTHS = 'January February March April May June July August September October November December'.split(' ');
export const WEEKDAYS = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ');

/**
 * A point of the calendar in words: "Thursday, 16 May 2024, 15:00", "April 2024", "the 1990s", "16 May, year unknown",
 * "a Tuesday, week unknown".
 */
export function pointInWords({ time, isAbout, ...date }: PointValue): string {
  const about = isAbout ? 'about ' : '';
  if (date.year === undefined) return `${about}${time ?? ''}`;
  return `${about}${dateOf(date, date.year)}${time === undefined ? '' : `, ${time}`}`;
}

function dateOf({ month, day, weekday }: Omit<PointValue, 'time' | 'isAbout'>, year: string): string {
  if (weekday !== undefined) return `a ${WEEKDAYS[weekday - 1] ?? weekday}, week unknown`;
  return month === undefined ? yearInWords(year) : dayInWords(year, month, day);
}

/** What is shown in words as the end of a day. */
const LAST_SECOND = '23:59:59';

/** From one point to another; what both have in common is said once: "Sunday, 8 May 2024, 20:00 to midnight". */
export function intervalInWords(from: PointValue, to: PointValue): string {
  const end = to.time === LAST_SECOND ? 'midnight' : to.time;
  const isOneDay = from.time !== undefined && end !== undefined && !from.isAbout && isSameDay(from, to);
  if (isOneDay) return `${pointInWords(from)} to ${end}`;
  const words = [pointInWords(from), pointInWords(to)] as const;
  const isUndated = from.time === undefined && words.every((point) => point.endsWith(UNKNOWN));
  return `${isUndated ? words[0].slice(0, -UNKNOWN.length) : words[0]} to ${words[1]}`;
}

const isSameDay = (a: PointValue, b: PointValue) =>
  a.year === b.year && a.month === b.month && a.day === b.day && a.weekday === b.weekday;

const UNKNOWN = ', year unknown';

function dayInWords(year: string, month: number, day: number | undefined): string {
  const name = MONTHS[month - 1] ?? String(month);
  const words = day === undefined ? name : `${day} ${name}`;
  if (year.includes('X')) return `${words}${UNKNOWN}`;
  const weekday = day === undefined ? undefined : weekdayOf(Number(year), month, day);
  return `${weekday === undefined ? '' : `${weekday}, `}${words} ${yearInWords(year)}`;
}

function yearInWords(year: string): string {
  if (year === 'XXXX') return 'a year unknown';
  const shown = year.replace(/^-?0+(?=.)/u, '').replace('-', '');
  const era = year.startsWith('-') ? ' BC' : '';
  if (/\dX$/u.test(year)) return `the ${shown.slice(0, -1)}0s${era}`;
  const century = /^-?(\d+)XX$/u.exec(year)?.[1];
  return century === undefined ? `${shown}${era}` : `the ${ordinal(Number(century) + 1)} century${era}`;
}

const ordinal = (value: number) =>
  `${value}${value % 100 > 10 && value % 100 < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][value % 10] ?? 'th')}`;

/** The first whole year of the Gregorian calendar: for older days a weekday would only mislead. */
const FIRST_GREGORIAN = 1583;

/** The weekday of the Gregorian calendar; undefined where there is no such day. */
function weekdayOf(year: number, month: number, day: number): string | undefined {
  if (year < FIRST_GREGORIAN) return undefined;
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCMonth() === month - 1 ? WEEKDAYS[(date.getUTCDay() + 6) % 7] : undefined;
}
