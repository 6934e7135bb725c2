import { type Token, tokenAt } from '../words/tokens';
import {
  type CalendarUnit,
  type Day,
  dayValue,
  intervalValue,
  monthValue,
  plus,
  weekdayOf,
  weekOf,
  yearValue,
} from './calendar';
import { monthAt, weekdayAt } from './calendarWords';
import { directionBefore, nearestWeekday } from './nearest';
import { type Period, periodOf, stretchAt } from './periods';
import { date, type Reading, type Rule, time } from './reading';

const PAST = 'PAST_REF';
const FUTURE = 'FUTURE_REF';
const PRESENT = 'PRESENT_REF';

/** Calendar units by ISO letter; a decade is ten years by its factor. */
const UNIT: Readonly<Record<string, CalendarUnit>> = { D: 'day', W: 'week', M: 'month', Y: 'year' };

const DAYS: Readonly<Record<string, number>> = { yesterday: -1, today: 0, tomorrow: 1 };

/** "Yesterday", "today", "tomorrow", "tonight". */
export const nearDay: Rule = (tokens, index, published) => {
  const word = tokenAt(tokens, index).lower.replace(/['’]s$/, '');
  if (word === 'tonight') return time(index + 1, published && dayValue(published));
  const shift = Object.hasOwn(DAYS, word) ? DAYS[word] : undefined;
  if (shift === undefined) return undefined;
  const unknown = shift < 0 ? PAST : shift > 0 ? FUTURE : PRESENT;
  return date(index + 1, published ? dayValue(plus(published, shift, 'day')) : unknown);
};

/** "Monday", "last Monday", "next Friday". */
export const weekday: Rule = (tokens, index, published) => {
  const which = whichOf(tokens, index);
  const found = weekdayAt(tokens, which ? index + 1 : index);
  if (!found || (found.isShort && !which && tokenAt(tokens, found.next - 1).text !== '.')) return undefined;
  if (!published) return date(found.next, which ? refOf(which) : undefined);
  const direction =
    which === 'next' || which === 'this' ? 'future' : which === 'last' ? 'past' : directionBefore(tokens, index);
  const nearest = nearestWeekday(published, found.number, direction);
  const isSame = which !== undefined && which !== 'this' && weekdayOf(published) === found.number;
  return date(found.next, dayValue(isSame ? plus(nearest, which === 'next' ? 7 : -7, 'day') : nearest));
};

type Which = 'last' | 'this' | 'next';

const WHICH: Readonly<Record<string, Which>> = {
  last: 'last',
  past: 'last',
  previous: 'last',
  preceding: 'last',
  this: 'this',
  current: 'this',
  next: 'next',
  coming: 'next',
  upcoming: 'next',
  following: 'next',
};

function whichOf(tokens: readonly Token[], index: number): Which | undefined {
  const { lower } = tokenAt(tokens, index);
  return Object.hasOwn(WHICH, lower) ? WHICH[lower] : undefined;
}

const refOf = (which: Which) => (which === 'last' ? PAST : which === 'next' ? FUTURE : PRESENT);

/** "Last year", "this week", "next month", "last March", "the past decade", "the last three years", "recent months". */
export const namedPeriod: Rule = (tokens, index, published) => {
  const first = tokenAt(tokens, index).lower;
  const at = /^(?:the|early|earlier|late|later)$/.test(first) ? index + 1 : index;
  const { lower } = tokenAt(tokens, at);
  if (lower === 'recent' || lower === 'coming') {
    const isPlural = periodOf(tokenAt(tokens, at + 1).lower) && tokenAt(tokens, at + 1).lower.endsWith('s');
    if (isPlural) return date(at + 2, lower === 'recent' ? PAST : FUTURE);
  }
  const which = whichOf(tokens, at);
  if (!which) return undefined;
  return (
    lastMonth(tokens, at + 1, which, published) ??
    dayPart(tokens, at, which, published) ??
    season(tokens, at + 1) ??
    period(tokens, at, which, published, first === 'the')
  );
};

/** "Last March". */
function lastMonth(
  tokens: readonly Token[],
  index: number,
  which: Which,
  published: Day | undefined,
): Reading | undefined {
  const month = monthAt(tokens, index);
  if (!month) return undefined;
  if (!published) return date(month.next, monthValue(undefined, month.number));
  const isAhead = month.number > published.month;
  const isBehind = month.number < published.month;
  const shift = which === 'last' && !isBehind ? -1 : which === 'next' && !isAhead ? 1 : 0;
  return date(month.next, monthValue(published.year + shift, month.number));
}

/** "This morning", "last night". */
function dayPart(
  tokens: readonly Token[],
  index: number,
  which: Which,
  published: Day | undefined,
): Reading | undefined {
  const { lower } = tokenAt(tokens, index + 1);
  const isPart = /^(?:morning|afternoon|evening)$/.test(lower) || (lower === 'night' && which === 'last');
  if (!isPart) return undefined;
  const shift = which === 'last' ? -1 : which === 'next' ? 1 : 0;
  return time(index + 2, published && dayValue(plus(published, shift, 'day')));
}

function season(tokens: readonly Token[], index: number): Reading | undefined {
  return /^(?:spring|summer|autumn|fall|winter)$/.test(tokenAt(tokens, index).lower)
    ? date(index + 1, undefined)
    : undefined;
}

/** A stretch that ends or begins at publication, or one unit of the calendar beside the present one. */
function period(
  tokens: readonly Token[],
  at: number,
  which: Which,
  published: Day | undefined,
  hasThe: boolean,
): Reading | undefined {
  const stretch = stretchAt(tokens, at + 1);
  const word = tokenAt(tokens, at + 1);
  const unit = periodOf(word.lower);
  if (stretch && !stretch.isHyphened && !stretch.isArticle) {
    if (stretch.period.isClock) return time(stretch.next, undefined);
    return date(stretch.next, published ? stretchFrom(published, which, stretch.count, stretch.period) : refOf(which));
  }
  if (!unit || unit.isClock) return undefined;
  if (word.lower.endsWith('s') && word.lower !== 'centuries')
    return which === 'this' ? undefined : date(at + 2, refOf(which));
  // "The past year" is the twelve months up to now, "last year" the calendar's.
  const isRolling = hasThe && /^(?:past|last|next|coming)$/.test(tokenAt(tokens, at).lower);
  if (!published) return date(at + 2, refOf(which));
  if (isRolling && which !== 'this') return date(at + 2, stretchFrom(published, which, 1, unit));
  return date(at + 2, calendarPeriod(published, which, word.lower.replace(/['’]s$/, '')));
}

function stretchFrom(published: Day, which: Which, count: number, period: Period): string {
  const shift = count * period.factor;
  const unit = UNIT[period.letter] ?? 'day';
  return which === 'next'
    ? intervalValue(published, plus(published, shift, unit))
    : intervalValue(plus(published, -shift, unit), published);
}

function calendarPeriod(published: Day, which: Which, word: string): string | undefined {
  const shift = which === 'last' ? -1 : which === 'next' ? 1 : 0;
  const day = (unit: CalendarUnit, count = shift) => plus(published, count, unit);
  switch (word) {
    case 'day':
      return dayValue(day('day'));
    case 'week':
      return weekOf(day('week'));
    case 'weekend':
      return weekend(published, which);
    case 'month':
      return monthValue(day('month').year, day('month').month);
    case 'quarter':
      return quarter(day('month', shift * 3));
    case 'year':
      return yearValue(published.year + shift);
    case 'decade':
      return `${Math.floor(published.year / 10) + shift}X`;
    case 'century':
      return `${Math.floor(published.year / 100) + shift}XX`;
    default:
      return undefined;
  }
}

function weekend(published: Day, which: Which): string {
  const saturday = plus(published, 6 - weekdayOf(published), 'day');
  const shift = which === 'last' ? -7 : which === 'next' ? 7 : 0;
  const from = plus(saturday, shift, 'day');
  return intervalValue(from, plus(from, 1, 'day'));
}

function quarter(day: Day): string {
  const month = Math.floor((day.month - 1) / 3) * 3 + 1;
  const from = { year: day.year, month, day: 1 };
  return intervalValue(from, plus(plus(from, 3, 'month'), -1, 'day'));
}

/** "A week ago", "two years earlier", "a few days later", "three weeks from now". */
export const shifted: Rule = (tokens, index, published) => {
  const stretch = stretchAt(tokens, index);
  if (!stretch || stretch.isHyphened) return undefined;
  const behind = tokenAt(tokens, stretch.next).lower;
  const label = stretch.period.isClock ? time : date;
  const isNow = `${behind} ${tokenAt(tokens, stretch.next + 1).lower}` === 'from now';
  if (behind === 'ago')
    return label(stretch.next + 1, shiftedValue(published, -stretch.count, stretch.period, stretch.isVague));
  if (isNow) return label(stretch.next + 2, shiftedValue(published, stretch.count, stretch.period, stretch.isVague));
  // From another event on, which nobody knows here.
  return /^(?:later|earlier)$/.test(behind) ? label(stretch.next + 1, undefined) : undefined;
};

/** As exact as the unit: a day for days and weeks, a month for months, a year for years. */
function shiftedValue(published: Day | undefined, count: number, period: Period, isVague: boolean): string | undefined {
  const unit = UNIT[period.letter];
  if (!published) return count < 0 ? PAST : FUTURE;
  if (period.isClock || !unit) return undefined;
  const day = plus(published, count * period.factor, unit);
  const value =
    unit === 'year' ? yearValue(day.year) : unit === 'month' ? monthValue(day.year, day.month) : dayValue(day);
  return isVague ? `${value}~` : value;
}
