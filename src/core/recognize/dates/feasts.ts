import { type Day, dayNumber, plus, weekdayOf } from './calendar';

/** Easter Sunday of the western churches, by the anonymous Gregorian algorithm (Nature, 20 April 1876). */
export function easter(year: number): Day {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const rest = year % 100;
  const epact =
    (19 * golden +
      century -
      Math.floor(century / 4) -
      Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3) +
      15) %
    30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(rest / 4) - epact - (rest % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const number = epact + weekday - 7 * late + 114;
  return { year, month: Math.floor(number / 31), day: (number % 31) + 1 };
}

/** Easter Sunday of the orthodox churches, by Meeus' Julian algorithm, in the Gregorian calendar. */
export function orthodoxEaster(year: number): Day {
  const moon = (19 * (year % 19) + 15) % 30;
  const weekday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7;
  const number = moon + weekday + 114;
  const julian = { year, month: Math.floor(number / 31), day: (number % 31) + 1 };
  return plus(julian, Math.floor(year / 100) - Math.floor(year / 400) - 2, 'day');
}

/** The so manieth weekday of a month; the last one for -1. Monday is 1. */
export function nthWeekday(year: number, month: number, weekday: number, nth: number): Day {
  if (nth < 0) {
    const last = plus(plus({ year, month, day: 1 }, 1, 'month'), -1, 'day');
    return plus(last, -((weekdayOf(last) - weekday + 7) % 7) + 7 * (nth + 1), 'day');
  }
  const first = { year, month, day: 1 };
  return plus(first, ((weekday - weekdayOf(first) + 7) % 7) + 7 * (nth - 1), 'day');
}

/** Calendars of which `Intl` knows the days. */
export type OtherCalendar = 'hebrew' | 'islamic-umalqura' | 'chinese';

const HEBREW_MONTHS = [
  ...['Tishri', 'Heshvan', 'Kislev', 'Tevet', 'Shevat', 'Adar', 'Nisan', 'Iyar', 'Sivan', 'Tamuz', 'Av', 'Elul'],
];

const formats = new Map<OtherCalendar, Intl.DateTimeFormat>();

function formatOf(calendar: OtherCalendar): Intl.DateTimeFormat {
  const known = formats.get(calendar);
  if (known) return known;
  const month = calendar === 'hebrew' ? 'long' : 'numeric';
  const made = new Intl.DateTimeFormat(`en-u-ca-${calendar}`, { month, day: 'numeric', timeZone: 'UTC' });
  formats.set(calendar, made);
  return made;
}

const MILLISECONDS = 86_400_000;

/**
 * The day of the Gregorian year that is a day of another calendar; of two, the first.
 * @param month its number in that calendar; of the Hebrew one, from Tishri on, with Adar II in a leap year
 */
export function otherCalendarDay(year: number, calendar: OtherCalendar, month: number, day: number): Day | undefined {
  const format = formatOf(calendar);
  const start = dayNumber({ year, month: 1, day: 1 });
  let number = start;
  while (number < start + 366) {
    const parts = format.formatToParts(new Date(number * MILLISECONDS));
    const at = Number(parts.find(({ type }) => type === 'day')?.value);
    const name = parts.find(({ type }) => type === 'month')?.value ?? '';
    // "Adar I" is the leap month; a Chinese one is marked "bis".
    const isMonth = calendar === 'hebrew' ? monthOfHebrew(name) === month : name === String(month);
    if (isMonth && at === day) return plus({ year, month: 1, day: 1 }, number - start, 'day');
    // Days of a month run on to 29 at least, so as many can be passed over.
    number += at < day && isMonth ? day - at : Math.max(1, 29 - at);
  }
  return undefined;
}

function monthOfHebrew(name: string): number {
  return HEBREW_MONTHS.indexOf(name === 'Adar II' ? 'Adar' : name) + 1;
}
