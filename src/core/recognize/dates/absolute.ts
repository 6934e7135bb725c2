import { ordinalAt } from '../words/numbers';
import { type Token, tokenAt } from '../words/tokens';
import { type Day, dayValue, intervalValue, isDay, monthValue, yearValue } from './calendar';
import { isRangeJoint, monthAt, monthDayAt, weekdayAt, yearAt } from './calendarWords';
import { directionBefore, nearestYear } from './nearest';
import { date, type Reading, type Rule } from './reading';

/** "2024-05-14", "5/14/2024", "14.05.2024". */
export const numericDate: Rule = (tokens, index) => {
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(tokenAt(tokens, index).text);
  if (dotted) return dayReading(index + 1, Number(dotted[3]), Number(dotted[2]), Number(dotted[1]));
  const parts = tokens.slice(index, index + 5);
  const isJoined = parts.length === 5 && parts.slice(1).every((token) => token.glued);
  if (!isJoined || tokenAt(tokens, index).glued) return undefined;
  const signs = `${parts[1]?.text}${parts[3]?.text}`;
  const [a = '', b = '', c = ''] = [parts[0]?.text, parts[2]?.text, parts[4]?.text];
  if (![a, b, c].every((part) => /^\d{1,4}$/.test(part))) return undefined;
  if (signs === '--' && a.length === 4) return dayReading(index + 5, Number(a), Number(b), Number(c));
  if (signs !== '//' || c.length !== 4) return undefined;
  // Month first, as American news has it, unless that cannot be.
  const american = dayReading(index + 5, Number(c), Number(a), Number(b));
  return american ?? dayReading(index + 5, Number(c), Number(b), Number(a));
};

function dayReading(next: number, year: number, month: number, day: number): Reading | undefined {
  return isDay({ year, month, day }) ? date(next, dayValue({ year, month, day })) : undefined;
}

/** "May 16", "May 16-17, 2024", "Feb. 24", "May 30 to June 2", with or without a weekday before. */
export const monthFirst: Rule = (tokens, index, published) => {
  const from = behindWeekday(tokens, index);
  const month = monthAt(tokens, from);
  const first = month && monthDayAt(tokens, month.next);
  if (!month || !first) return undefined;
  // "May 2024" is a month, and "March 12 people" is none at all.
  const last = rangeEnd(tokens, first.next, month.number);
  const end = last ?? { month: month.number, ...first };
  const year = yearBehind(tokens, end.next);
  const known = year?.year ?? undatedYear(tokens, index, published, month.number, first.day);
  return spanOfDays(year?.next ?? end.next, known, { ...first, month: month.number }, end);
};

interface MonthDay {
  readonly month: number;
  readonly day: number;
}

function rangeEnd(tokens: readonly Token[], index: number, month: number): (MonthDay & { next: number }) | undefined {
  if (!isRangeJoint(tokens, index)) return undefined;
  const other = monthAt(tokens, index + 1);
  const day = monthDayAt(tokens, other?.next ?? index + 1);
  return day && { month: other?.number ?? month, ...day };
}

/** "12 May", "12-14 May 2024", "the 12th of May", with or without a weekday before. */
export const dayFirst: Rule = (tokens, index, published) => {
  const from = behindWeekday(tokens, index);
  const start = tokenAt(tokens, from).lower === 'the' ? from + 1 : from;
  const first = monthDayAt(tokens, start) ?? wordDay(tokens, start);
  if (!first) return undefined;
  const last = isRangeJoint(tokens, first.next) ? monthDayAt(tokens, first.next + 1) : undefined;
  const behind = (last ?? first).next;
  const month = monthAt(tokens, tokenAt(tokens, behind).lower === 'of' ? behind + 1 : behind);
  if (!month) return undefined;
  const year = yearBehind(tokens, month.next);
  const known = year?.year ?? undatedYear(tokens, index, published, month.number, first.day);
  const [low, high] = [first, last ?? first].map(({ day }) => ({ day, month: month.number }));
  return low && high && spanOfDays(year?.next ?? month.next, known, low, high);
};

function wordDay(tokens: readonly Token[], index: number): { day: number; next: number } | undefined {
  const ordinal = ordinalAt(tokens, index);
  if (!ordinal || ordinal.value > 31 || tokenAt(tokens, ordinal.next).lower !== 'of') return undefined;
  return { day: ordinal.value, next: ordinal.next };
}

function behindWeekday(tokens: readonly Token[], index: number): number {
  const weekday = weekdayAt(tokens, index);
  if (!weekday) return index;
  return tokenAt(tokens, weekday.next).text === ',' ? weekday.next + 1 : weekday.next;
}

/** The year behind a day or month, a comma or (as machines leave it) a full stop between them. */
function yearBehind(tokens: readonly Token[], index: number): { year: number; next: number } | undefined {
  const skip = /^(?:,|\.|of)$/.test(tokenAt(tokens, index).lower) ? 1 : 0;
  const year = yearAt(tokens, index + skip);
  return year !== undefined && year > 1499 ? { year, next: index + skip + 1 } : undefined;
}

function undatedYear(
  tokens: readonly Token[],
  index: number,
  published: Day | undefined,
  month: number,
  day?: number,
): number | undefined {
  return published && nearestYear(published, month, day, directionBefore(tokens, index));
}

function spanOfDays(next: number, year: number | undefined, low: MonthDay, high: MonthDay): Reading | undefined {
  const isOne = low.month === high.month && low.day === high.day;
  if (year === undefined) {
    const [from, to] = [low, high].map(
      (day) => `${monthValue(undefined, day.month)}-${String(day.day).padStart(2, '0')}`,
    );
    return date(next, isOne ? from : `${from}/${to}`);
  }
  const from = { year, ...pick(low) };
  const to = { year: high.month < low.month ? year + 1 : year, ...pick(high) };
  if (!isDay(from) || !isDay(to)) return undefined;
  return date(next, isOne ? dayValue(from) : intervalValue(from, to));
}

const pick = ({ month, day }: MonthDay) => ({ month, day });

/** "February 2022", "February. 2022", "early May", "last" left to the relative rules; a month alone is the nearest one. */
export const monthAlone: Rule = (tokens, index, published) => {
  const from = partLength(tokens, index);
  const month = monthAt(tokens, index + from);
  if (!month) return undefined;
  const year = yearBehind(tokens, month.next);
  if (year) return date(year.next, monthValue(year.year, month.number));
  if (month.isAmbiguous && from === 0 && !isMonth(tokens, index, month.next)) return undefined;
  return date(month.next, monthValue(undatedYear(tokens, index, published, month.number), month.number));
};

/** How many tokens before a month or year say which part of it: "early", "mid-". */
function partLength(tokens: readonly Token[], index: number): number {
  if (!/^(?:early|late|mid)$/.test(tokenAt(tokens, index).lower)) return 0;
  return tokenAt(tokens, index + 1).text === '-' ? 2 : 1;
}

/** Whether a capitalized "May" or "March" by itself is the month: a preposition before, or no verb's place behind. */
function isMonth(tokens: readonly Token[], index: number, next: number): boolean {
  const before = tokenAt(tokens, index - 1);
  if (
    /^(?:in|of|since|by|until|till|from|to|through|during|before|after|and|or|between|this|last|next|-)$/.test(
      before.lower,
    )
  ) {
    return !/^(?:be|have|not|i|we|you)$/.test(tokenAt(tokens, next).lower);
  }
  return false;
}

const YEAR_BEFORE =
  /^(?:in|of|since|by|until|till|from|to|during|before|after|through|early|late|mid|between|and|year|spring|summer|autumn|fall|winter|circa|the|season)$/;

/** "2023", "2014-2018", "2023-24", "early 2023". */
export const bareYear: Rule = (tokens, index) => {
  const at = index + partLength(tokens, index);
  const year = yearAt(tokens, at);
  if (year === undefined || !isYearHere(tokens, at, year)) return undefined;
  const joint = tokenAt(tokens, at + 1);
  const isFrom = tokenAt(tokens, index - 1).lower === 'from' || tokenAt(tokens, index - 1).lower === 'between';
  if (/^[-–—]$/.test(joint.text) || (isFrom && /^(?:to|and)$/.test(joint.lower))) {
    const end = endYear(tokens, at + 2, year);
    if (end) return date(at + 3, `${yearValue(year)}/${yearValue(end)}`);
  }
  return date(at + 1, yearValue(year));
};

function endYear(tokens: readonly Token[], index: number, from: number): number | undefined {
  const { text } = tokenAt(tokens, index);
  const year = /^\d\d$/.test(text) ? Math.floor(from / 100) * 100 + Number(text) : yearAt(tokens, index);
  return year !== undefined && year > from && year < from + 500 ? year : undefined;
}

/** Whether four digits are a year and no count: by the word before, or because no counted thing follows. */
function isYearHere(tokens: readonly Token[], index: number, year: number): boolean {
  const before = tokenAt(tokens, index - 1);
  const behind = tokenAt(tokens, index + 1);
  if (tokenAt(tokens, index).glued && !/^[("“‘'’[–—-]$/.test(before.text)) return false;
  if (
    tokenAt(tokens, index).glued &&
    /^[-–]$/.test(before.text) &&
    before.glued &&
    !/^(?:mid|pre|post)$/.test(tokenAt(tokens, index - 2).lower)
  ) {
    return false;
  }
  if (
    /^(?:%|percent|per|dollars|euros|km|meters|miles|million|billion|people|hours|tons|tonnes|feet)$/.test(behind.lower)
  )
    return false;
  if (behind.glued && behind.text === '-' && tokenAt(tokens, index + 2).kind === 'word') return false;
  if (YEAR_BEFORE.test(before.lower)) return before.lower !== 'to' || year > 1899;
  if (year < 1900 || year > 2099) return false;
  const isPlural = /^\p{Ll}{2,}s$/u.test(behind.text) && !/^(?:was|is|has|as|its|this|us|does)$/.test(behind.text);
  const isAmount = /^[$€£¥#]$/.test(before.text) || (before.kind === 'word' && /^\p{Lu}/u.test(before.text));
  return !isPlural && !isAmount;
}

/** "the 1990s", "the '90s", "the 21st century". */
export const decadeOrCentury: Rule = (tokens, index) => {
  const start = tokenAt(tokens, index).lower === 'the' ? index + 1 : index;
  const at = start + partLength(tokens, start);
  const token = tokenAt(tokens, at);
  const behind = tokenAt(tokens, at + 1);
  if (/^\d{3}0$/.test(token.text) && behind.glued && behind.lower === 's')
    return date(at + 2, `${token.text.slice(0, 3)}X`);
  if (/^['’‘]$/.test(token.text) && /^\d0$/.test(behind.text) && tokenAt(tokens, at + 2).lower === 's') {
    return date(at + 3, `${Number(behind.text) > 20 ? '19' : '20'}${behind.text.charAt(0)}X`);
  }
  const century = ordinalAt(tokens, at);
  if (century && century.value < 22 && tokenAt(tokens, century.next).lower === 'century') {
    return date(century.next + 1, `${String(century.value - 1).padStart(2, '0')}XX`);
  }
  return undefined;
};

const QUARTER_LENGTH = 3;

/** "the first quarter of 2023", "Q1 2023", "the second half of 2023". */
export const yearPart: Rule = (tokens, index, published) => {
  const start = tokenAt(tokens, index).lower === 'the' ? index + 1 : index;
  const ordinal = ordinalAt(tokens, start);
  const name = ordinal && tokenAt(tokens, ordinal.next).lower;
  if (!ordinal || ordinal.value > 4 || (name !== 'quarter' && name !== 'half')) return undefined;
  if (name === 'half' && ordinal.value > 2) return undefined;
  const year = yearBehind(tokens, ordinal.next + 1);
  const known = year?.year ?? (name === 'quarter' ? published?.year : undefined);
  if (name === 'half' && !year) return undefined;
  const length = name === 'half' ? 2 * QUARTER_LENGTH : QUARTER_LENGTH;
  return date(
    year?.next ?? ordinal.next + 1,
    known === undefined ? undefined : partOfYear(known, ordinal.value, length),
  );
};

function partOfYear(year: number, number: number, months: number): string {
  const from = { year, month: (number - 1) * months + 1, day: 1 };
  const last = number * months;
  return intervalValue(from, { year, month: last, day: new Date(Date.UTC(year, last, 0)).getUTCDate() });
}
