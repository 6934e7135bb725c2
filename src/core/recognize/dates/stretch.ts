import {
  type Day,
  dayNumber,
  daysIn,
  dayValue,
  intervalValue,
  monthValue,
  plus,
  weekdayOf,
  yearValue,
} from './calendar';

/** Days in a row on the calendar, both ends included, with their normal form. */
export interface Stretch {
  readonly from: Day;
  readonly to: Day;
  /** EDTF: a day, month, year, decade or century as such, anything else as an interval. */
  readonly value: string;
  readonly shape: Shape;
}

export type Shape =
  | 'day'
  | 'week'
  | 'weekend'
  | 'month'
  | 'quarter'
  | 'season'
  | 'half'
  | 'year'
  | 'decade'
  | 'century'
  | 'days';

export const oneDay = (day: Day): Stretch => ({ from: day, to: day, value: dayValue(day), shape: 'day' });

export function days(from: Day, to: Day, shape: Shape = 'days'): Stretch {
  return { from, to, value: dayNumber(from) === dayNumber(to) ? dayValue(from) : intervalValue(from, to), shape };
}

export function monthOf(year: number, month: number): Stretch {
  const [from, to] = [
    { year, month, day: 1 },
    { year, month, day: daysIn(year, month) },
  ];
  return { from, to, value: monthValue(year, month), shape: 'month' };
}

export const yearOf = (year: number): Stretch => ({
  from: { year, month: 1, day: 1 },
  to: { year, month: 12, day: 31 },
  value: yearValue(year),
  shape: 'year',
});

/** @param first the decade's first year: 1990 */
export const decadeOf = (first: number): Stretch => ({
  from: { year: first, month: 1, day: 1 },
  to: { year: first + 9, month: 12, day: 31 },
  value: `${String(first / 10).padStart(3, '0')}X`,
  shape: 'decade',
});

/** @param number 21 for the twenty-first, which EDTF writes by its first digits: `20XX` */
export const centuryOf = (number: number): Stretch => ({
  from: { year: (number - 1) * 100, month: 1, day: 1 },
  to: { year: number * 100 - 1, month: 12, day: 31 },
  value: `${String(number - 1).padStart(2, '0')}XX`,
  shape: 'century',
});

/** Some months in a row, the first of them by its number (1 to 12, or beyond for a later year). */
export function monthsFrom(year: number, month: number, count: number, shape: Shape): Stretch {
  const from = plus({ year, month: 1, day: 1 }, month - 1, 'month');
  return days(from, plus(plus(from, count, 'month'), -1, 'day'), shape);
}

export const quarterOf = (year: number, number: number): Stretch => monthsFrom(year, number * 3 - 2, 3, 'quarter');

/** The week of a day, Monday to Sunday. */
export function weekAround(day: Day): Stretch {
  const monday = plus(day, 1 - weekdayOf(day), 'day');
  return days(monday, plus(monday, 6, 'day'), 'week');
}

/** Saturday and Sunday of a day's week. */
export function weekendOf(day: Day): Stretch {
  const saturday = plus(day, 6 - weekdayOf(day), 'day');
  return days(saturday, plus(saturday, 1, 'day'), 'weekend');
}

/** From the beginning of one to the end of another, as exact as they are: `2018-03/2018-05`. */
export function through(first: Stretch, last: Stretch): Stretch {
  const isPlain = !first.value.includes('/') && !last.value.includes('/') && first.value.length === last.value.length;
  const value = isPlain ? `${first.value}/${last.value}` : intervalValue(first.from, last.to);
  return { from: first.from, to: last.to, value, shape: 'days' };
}

/** Which third of a stretch: its beginning, middle or end; of a week, the first or last three days. */
export function third(whole: Stretch, which: 'early' | 'mid' | 'late'): Stretch | undefined {
  if (whole.shape === 'year') return monthsFrom(whole.from.year, { early: 1, mid: 5, late: 9 }[which], 4, 'days');
  if (whole.shape === 'decade' || whole.shape === 'century') {
    const length = whole.shape === 'decade' ? 10 : 100;
    const [from, to] = { early: [0, 0.3], mid: [0.4, 0.6], late: [0.7, 0.9] }[which].map((part) => part * length) as [
      number,
      number,
    ];
    return through(yearOf(whole.from.year + from), yearOf(whole.from.year + to + (length === 100 ? 9 : 0)));
  }
  const length = dayNumber(whole.to) - dayNumber(whole.from) + 1;
  if (length < 3) return undefined;
  const part = whole.shape === 'week' ? 3 : Math.min(10, Math.floor(length / 3));
  const begin = { early: 0, mid: Math.floor((length - part) / 2), late: length - part }[which];
  const isMonth = whole.shape === 'month';
  const from = plus(whole.from, isMonth ? { early: 0, mid: 10, late: 20 }[which] : begin, 'day');
  return days(from, which === 'late' ? whole.to : plus(from, part - 1, 'day'));
}
