import { tokenAt } from '../words/tokens';
import { weekdayAt } from './calendarWords';
import { durationValue, periodOf, stretchAt } from './periods';
import { date, type Rule, time } from './reading';

/** Words before "a week" that make it a length of time and not "once a week". */
const LENGTH_BEFORE =
  /^(?:for|within|than|nearly|about|almost|over|under|after|before|in|during|least|around|up|only|just|of|to|last|lasts|lasted|took|takes|take|spent|spend|roughly|approximately)$/;

/** "Two days", "a two-day visit", "a year-long campaign", "for a week". */
export const duration: Rule = (tokens, index) => {
  const long = longPeriod(tokens, index, undefined);
  if (long) return long;
  const stretch = stretchAt(tokens, index);
  if (!stretch) return undefined;
  const isLong = /^long$/.test(tokenAt(tokens, stretch.next + 1).lower) && tokenAt(tokens, stretch.next).text === '-';
  const before = tokenAt(tokens, index - 1).lower;
  // The article of "a year-long campaign" is the campaign's.
  if (stretch.isArticle && (isLong || !LENGTH_BEFORE.test(before))) return undefined;
  // "Third day", "two weekends": fine; "the 90 second" is rather an ordinal's neighbor.
  if (tokenAt(tokens, index).glued && /^[\p{L}\d.,-]$/u.test(tokenAt(tokens, index - 1).text.slice(-1)))
    return undefined;
  const value = durationValue(stretch.count, stretch.period, stretch.isVague);
  return (stretch.period.isClock ? time : date)(isLong ? stretch.next + 2 : stretch.next, value);
};

/** "Year-long", "yearlong", "a month-long". */
const longPeriod: Rule = (tokens, index) => {
  const { lower } = tokenAt(tokens, index);
  const joined = /^(day|week|month|year|decade)long$/.exec(lower);
  const period = periodOf(joined?.[1] ?? lower);
  if (!period) return undefined;
  const isHyphened = tokenAt(tokens, index + 1).text === '-' && tokenAt(tokens, index + 2).lower === 'long';
  if (!joined && !isHyphened) return undefined;
  const value = lower.endsWith('s') && !joined ? undefined : durationValue(1, period);
  return (period.isClock ? time : date)(joined ? index + 1 : index + 3, value);
};

const SETS: Readonly<Record<string, string>> = {
  daily: 'R/P1D',
  nightly: 'R/P1D',
  weekly: 'R/P1W',
  monthly: 'R/P1M',
  quarterly: 'R/P3M',
  yearly: 'R/P1Y',
  annual: 'R/P1Y',
  annually: 'R/P1Y',
  hourly: 'R/PT1H',
};

/** "Every month", "each year", "every two weeks", "every Monday", "Mondays", "annually". */
export const repeated: Rule = (tokens, index) => {
  const { lower, text } = tokenAt(tokens, index);
  if (Object.hasOwn(SETS, lower) && text === lower) return date(index + 1, SETS[lower]);
  if (lower !== 'every' && lower !== 'each') return undefined;
  if (weekdayAt(tokens, index + 1)) return date(index + 2, 'R/P1W');
  const stretch = stretchAt(tokens, index + 1);
  if (stretch) {
    const value = `R/${durationValue(stretch.count, stretch.period, stretch.isVague)}`;
    return (stretch.period.isClock ? time : date)(stretch.next, value);
  }
  const period = periodOf(tokenAt(tokens, index + 1).lower);
  return period && (period.isClock ? time : date)(index + 2, `R/${durationValue(1, period)}`);
};
