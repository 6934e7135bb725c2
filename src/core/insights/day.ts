import { parseValue } from '../values/parseValue';

/** How exactly a date is known, the most exact first; also the widths of a time axis. */
export const TIME_UNITS = ['day', 'month', 'year', 'decade', 'century'] as const;
export type TimeUnit = (typeof TIME_UNITS)[number];

/** The beginning of a date, as exact as it is known. Years are those of the common era. */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly exactness: TimeUnit;
}

/**
 * Reads the normal form of a date (EDTF), or a publication date (ISO 8601).
 * @returns undefined where it is no date, or has no year that is known: "each Monday", "May 16"
 */
export function readDay(value: string): Day | undefined {
  // Four digits are a year here, and no number.
  if (/^\d{4}$/.test(value)) return { year: Number(value), month: 1, day: 1, exactness: 'year' };
  const parsed = parseValue(value) ?? parseValue(value.slice(0, 'YYYY-MM-DD'.length));
  const point = parsed?.kind === 'date' ? (parsed.from ?? parsed.to) : undefined;
  const known = /^(\d{2,4})(X{0,2})$/.exec(point?.year ?? '');
  if (!point || !known?.[1]) return undefined;
  const [, digits, unknown = ''] = known;
  const year = Number(digits) * 10 ** unknown.length;
  const { month = 1, day = 1 } = point;
  if (month > 12 || day < 1 || day > 31) return undefined;
  return { year, month: Math.max(1, month), day, exactness: exactnessOf(unknown.length, point) };
}

function exactnessOf(unknown: number, { month, day }: { month?: number; day?: number }): TimeUnit {
  if (unknown > 0) return unknown > 1 ? 'century' : 'decade';
  if (month === undefined) return 'year';
  return day === undefined ? 'month' : 'day';
}

const DAY = 86_400_000;

/** The number of the unit that a day is in; days are counted from 1970. */
export function unitNumber({ year, month, day }: Day, unit: TimeUnit): number {
  switch (unit) {
    case 'day':
      return Math.floor(new Date(0).setUTCFullYear(year, month - 1, day) / DAY);
    case 'month':
      return year * 12 + month - 1;
    case 'year':
      return year;
    case 'decade':
      return Math.floor(year / 10);
    case 'century':
      return Math.floor(year / 100);
  }
}

/** A unit by its number in the normal form of dates: `2024-05-16`, `2024-05`, `2024`, `202X`, `20XX`. */
export function unitName(number: number, unit: TimeUnit): string {
  const digits = (value: number, width: number) => String(value).padStart(width, '0');
  switch (unit) {
    case 'day':
      return new Date(number * DAY).toISOString().slice(0, 10);
    case 'month':
      return `${digits(Math.floor(number / 12), 4)}-${digits((number % 12) + 1, 2)}`;
    case 'year':
      return digits(number, 4);
    case 'decade':
      return `${digits(number, 3)}X`;
    case 'century':
      return `${digits(number, 2)}XX`;
  }
}

/** Days in the order of time; what is less exact stands before what lies within it. */
export function dayOrder({ year, month, day, exactness }: Day): string {
  const parts = [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')];
  return `${parts.join('-')} ${TIME_UNITS.length - TIME_UNITS.indexOf(exactness)}`;
}
