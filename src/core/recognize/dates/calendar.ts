/** A day of the Gregorian calendar; months from 1 to 12. */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export type CalendarUnit = 'day' | 'week' | 'month' | 'year';

const MILLISECONDS = 86_400_000;

/** Days since 1970-01-01. */
export function dayNumber({ year, month, day }: Day): number {
  return Math.floor(Date.UTC(year, month - 1, day) / MILLISECONDS);
}

function fromNumber(number: number): Day {
  const date = new Date(number * MILLISECONDS);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** The day so many units later, or earlier for a negative count; the 31st becomes a shorter month's last day. */
export function plus(day: Day, count: number, unit: CalendarUnit): Day {
  const whole = Math.round(count);
  if (unit === 'day') return fromNumber(dayNumber(day) + whole);
  if (unit === 'week') return fromNumber(dayNumber(day) + whole * 7);
  const months = day.year * 12 + day.month - 1 + whole * (unit === 'year' ? 12 : 1);
  const [year, month] = [Math.floor(months / 12), (((months % 12) + 12) % 12) + 1];
  return { year, month, day: Math.min(day.day, daysIn(year, month)) };
}

export function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** Monday is 1, Sunday 7. */
export function weekdayOf(day: Day): number {
  return ((((dayNumber(day) + 3) % 7) + 7) % 7) + 1;
}

export function isDay({ year, month, day }: Day): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

/** The day an ISO 8601 date or moment names; undefined for anything else. */
export function parseDay(text: string | undefined): Day | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})(?!\d)/.exec(text ?? '');
  if (!match) return undefined;
  const day = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
  return isDay(day) ? day : undefined;
}

const pad = (number: number, length: number) => String(number).padStart(length, '0');

/** EDTF of a day, of a month, of a year: `2024-05-16`, `2024-05`, `2024`. An unknown year is `XXXX`. */
export function dayValue(day: Day): string {
  return `${monthValue(day.year, day.month)}-${pad(day.day, 2)}`;
}

export function monthValue(year: number | undefined, month: number): string {
  return `${yearValue(year)}-${pad(month, 2)}`;
}

export function yearValue(year: number | undefined): string {
  return year === undefined ? 'XXXX' : pad(year, 4);
}

/** EDTF interval of the days from one to another, both included. */
export function intervalValue(from: Day, to: Day): string {
  return `${dayValue(from)}/${dayValue(to)}`;
}
