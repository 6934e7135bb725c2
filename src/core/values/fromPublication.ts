import { t } from '../l10n';
import { parseValue } from './parseValue';
import type { PointValue } from './value';

const DAY = 86_400_000;

/**
 * How far a date is from the day of publication, in words: "3 days before publication". As exact as the date is: a month is
 * counted in months, a year in years.
 * @param value normal form of a date
 * @param published ISO 8601
 * @returns undefined where either is not known so well, or the value is no single date
 */
export function fromPublication(value: string, published: string): string | undefined {
  const point = pointOf(value);
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)/.exec(published) ?? [];
  if (!point || year === undefined) return undefined;
  const distance = distanceOf(point, Number(year), Number(month), Number(day));
  return distance !== undefined && point.isAbout ? t('about {0}', distance) : distance;
}

/** A single date's point; a year alone would be read as a number, as values do not tell their label. */
function pointOf(value: string): PointValue | undefined {
  if (/^\d{4}$/.test(value)) return { year: value, isAbout: false };
  const parsed = parseValue(value);
  return parsed?.kind === 'date' && !parsed.isInterval ? parsed.from : undefined;
}

function distanceOf(point: PointValue, year: number, month: number, day: number): string | undefined {
  if (point.year === undefined || !/^\d{4}$/.test(point.year)) return undefined;
  const years = Number(point.year) - year;
  if (point.month === undefined) return inYears(years);
  const months = years * 12 + point.month - month;
  if (point.day === undefined) return Math.abs(months) < 24 ? inMonths(months) : inYears(Math.trunc(months / 12));
  const days = Math.round(
    (Date.UTC(Number(point.year), point.month - 1, point.day) - Date.UTC(year, month - 1, day)) / DAY,
  );
  if (Math.abs(days) <= 92) return inDays(days);
  const whole = Math.trunc(days / 30.436875);
  return Math.abs(whole) < 24 ? inMonths(whole) : inYears(Math.trunc(days / 365.2425));
}

function inDays(days: number): string {
  if (days === 0) return t('the day of publication');
  if (days === -1) return t('the day before publication');
  if (days === 1) return t('the day after publication');
  return days < 0 ? t('{0} days before publication', -days) : t('{0} days after publication', days);
}

function inMonths(months: number): string {
  if (months === 0) return t('the month of publication');
  if (months === -1) return t('the month before publication');
  if (months === 1) return t('the month after publication');
  return months < 0 ? t('{0} months before publication', -months) : t('{0} months after publication', months);
}

function inYears(years: number): string {
  if (years === 0) return t('the year of publication');
  if (years === -1) return t('the year before publication');
  if (years === 1) return t('the year after publication');
  return years < 0 ? t('{0} years before publication', -years) : t('{0} years after publication', years);
}
