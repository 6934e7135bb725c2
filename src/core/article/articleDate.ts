/** A day whose year may be unknown: agencies print `May 14`. */
export interface ArticleDate {
  readonly year?: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH_NAMES =
  'January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec';
const MONTH_FIRST = new RegExp(`^(${MONTH_NAMES})\\.? (\\d{1,2})(?:st|nd|rd|th)?(?:,? (\\d{4}))?$`, 'i');
const DAY_FIRST = new RegExp(`^(\\d{1,2})(?:st|nd|rd|th)? (${MONTH_NAMES})\\.?(?:,? (\\d{4}))?$`, 'i');
const YEAR_FIRST = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/;
const WITH_TIME = /^(\d{4}-\d\d-\d\d)[Tt ](\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?) ?([Zz]|[+-]\d\d:?\d\d)?$/;

/** Reads a date as articles print it: `May 14`, `14 May 2024`, `Sept. 3, 2024`, `2024-05-14`. */
export function readDate(words: string): ArticleDate | undefined {
  const text = words.trim().replace(/\s+/g, ' ');
  const monthFirst = MONTH_FIRST.exec(text);
  if (monthFirst) return calendarDay(monthFirst[3], monthNumber(monthFirst[1]), Number(monthFirst[2]));
  const dayFirst = DAY_FIRST.exec(text);
  if (dayFirst) return calendarDay(dayFirst[3], monthNumber(dayFirst[2]), Number(dayFirst[1]));
  const yearFirst = YEAR_FIRST.exec(text);
  return yearFirst ? calendarDay(yearFirst[1], Number(yearFirst[3]), Number(yearFirst[4])) : undefined;
}

/** Reads a date or a date with time, in any form that front matter has, as ISO 8601; undefined where it is not one. */
export function readIsoMoment(words: string): string | undefined {
  const text = words.trim();
  const date = readDate(text);
  if (date) return isoDate(date);
  const [, day, time, zone] = WITH_TIME.exec(text) ?? [];
  if (!day || !time || !readDate(day) || !isTimeOfDay(time)) return undefined;
  const offset = zone?.toUpperCase() ?? '';
  return `${day}T${time}${offset.length === 5 ? `${offset.slice(0, 3)}:${offset.slice(3)}` : offset}`;
}

/** `2024-05-14`; undefined while the year is unknown. */
export function isoDate({ year, month, day }: ArticleDate): string | undefined {
  if (year === undefined) return undefined;
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** A file name's date: a day (`2024-05-14-visit.txt`, `visit_20240514.md`) or only a year (`visit-2024.txt`). */
export function fileNameDate(fileName: string): ArticleDate | { readonly year: number } | undefined {
  const name = fileName.split(/[\\/]/).at(-1) ?? '';
  for (const match of name.matchAll(/(?<!\d)((?:19|20)\d\d)([-_.]?)(\d\d)\2(\d\d)(?!\d)/g)) {
    const date = calendarDay(match[1], Number(match[3]), Number(match[4]));
    if (date) return date;
  }
  const year = /(?<![\p{L}\d])((?:19|20)\d\d)(?![\p{L}\d])/u.exec(name)?.[1];
  return year === undefined ? undefined : { year: Number(year) };
}

/** Gives a date without a year the year in which it is nearest to `hint`; left as it is where there is no hint. */
export function withYearNear(
  date: ArticleDate,
  hint: ArticleDate | { readonly year: number } | undefined,
): ArticleDate {
  if (date.year !== undefined || hint?.year === undefined) return date;
  if (!('month' in hint)) return { ...date, year: hint.year };
  // A day of late December in a file of early January is last year's, and the other way around.
  const months = date.month - hint.month;
  const year = hint.year + (months > 6 ? -1 : months < -6 ? 1 : 0);
  return { ...date, year };
}

function monthNumber(name: string | undefined): number {
  return MONTHS.indexOf((name ?? '').slice(0, 3).toLowerCase()) + 1;
}

/** The day, if the calendar has it; February 29 passes where the year is unknown. */
function calendarDay(year: string | undefined, month: number, day: number): ArticleDate | undefined {
  if (month < 1 || month > 12 || day < 1 || day > daysIn(month, year === undefined ? 2000 : Number(year))) {
    return undefined;
  }
  return { ...(year !== undefined && { year: Number(year) }), month, day };
}

function daysIn(month: number, year: number): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}

function isTimeOfDay(time: string): boolean {
  const [hours = 0, minutes = 0, seconds = 0] = time.split(':').map(Number);
  return hours < 24 && minutes < 60 && seconds < 61;
}
