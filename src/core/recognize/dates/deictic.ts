import { type CalendarUnit, type Day, plus, weekdayOf } from './calendar';
import { monthAt, weekdayAt } from './calendarWords';
import { countAt, lengthAt } from './lengths';
import { seasonMonth, seasonOf } from './monthsAndYears';
import { FUTURE, PAST, PRESENT, type Reading, type Rule } from './reading';
import { isDash, type Scan, set, tokenOf, wordOf } from './scan';
import {
  centuryOf,
  days,
  decadeOf,
  monthOf,
  monthsFrom,
  oneDay,
  quarterOf,
  type Stretch,
  weekAround,
  weekendOf,
  yearOf,
} from './stretch';
import { directionAt, nearestWeekday } from './tense';
import { type TimeUnit, timeUnit } from './timeUnits';

type Which = -1 | 0 | 1;

const WHICH: ReadonlyMap<string, Which> = new Map<string, Which>([
  ...['this', 'current', 'present'].map((word) => [word, 0] as const),
  ...['last', 'past', 'previous', 'prior', 'preceding'].map((word) => [word, -1] as const),
  ...['next', 'coming', 'upcoming', 'following'].map((word) => [word, 1] as const),
]);

const DAYS: ReadonlyMap<string, number> = new Map([
  ['yesterday', -1],
  ['today', 0],
  ['tomorrow', 1],
  ['tommorrow', 1],
  ['tmrw', 1],
]);

/** "Russia Today, the network": in running text no day has a capital behind a name. */
function endsName(scan: Scan, index: number): boolean {
  const [before, own, after] = [index - 1, index, index + 1].map((at) => tokenOf(scan, at));
  if (own?.text !== 'Today' || !before || !after) return false;
  const isName = before.kind === 'word' && /^\p{Lu}\p{Ll}/u.test(before.text);
  // In a headline all words have one.
  return isName && (after.kind === 'sign' || /^\p{Ll}/u.test(after.text)) && after.text !== '';
}

const SIDES: ReadonlyMap<string, number> = new Map([
  ['after', 1],
  ['before', -1],
]);

/** "Yesterday", "today", "tomorrow", "the day after tomorrow". */
export const nearDay: Rule = (scan, index) => {
  const start = tokenOf(scan, index).lower === 'the' ? index + 1 : index;
  const isDay = wordOf(scan, start) === 'day';
  const side = isDay ? SIDES.get(tokenOf(scan, start + 1).lower) : undefined;
  const at = side === undefined ? index : start + 2;
  const shift = DAYS.get(wordOf(scan, at));
  if (shift === undefined || (side !== undefined && side !== shift) || endsName(scan, at)) return undefined;
  if (!scan.published) return { next: at + 1, value: shift === 0 ? PRESENT : shift < 0 ? PAST : FUTURE };
  return { next: at + 1, stretch: oneDay(plus(scan.published, shift + (side ?? 0), 'day')) };
};

const NOW: readonly (readonly [phrase: readonly string[], value: string])[] = [
  [['now'], PRESENT],
  [['nowadays'], PRESENT],
  [['currently'], PRESENT],
  [['at', 'the', 'moment'], PRESENT],
  [['at', 'present'], PRESENT],
  [['at', 'the', 'present', 'time'], PRESENT],
  [['at', 'this', 'time'], PRESENT],
  [['right', 'now'], PRESENT],
  [['just', 'now'], PRESENT],
  [['in', 'the', 'past'], PAST],
  [['in', 'the', 'near', 'future'], FUTURE],
  [['in', 'the', 'future'], FUTURE],
  [['in', 'the', 'coming', 'days'], FUTURE],
];

/** "At the moment", "right now": the time of writing, where it is said in so many words. "Now" alone is a filler. */
export const now: Rule = (scan, index) => {
  const found = NOW.find(
    ([phrase]) => phrase.length > 1 && phrase.every((word, step) => tokenOf(scan, index + step).lower === word),
  );
  if (!found || found[1] !== PRESENT) return undefined;
  return { next: index + found[0].length, value: PRESENT };
};

/** "On Monday", "Monday": the nearest one in the sense of the words around. */
export const weekday: Rule = (scan, index) => {
  const read = weekdayAt(scan, index);
  if (!read || (read.isDoubtful && !saysWeekday(scan, index, read.next))) return undefined;
  if (!scan.published) return { next: read.next, value: `XXXX-WXX-${read.number}` };
  return {
    next: read.next,
    isWeekday: true,
    stretch: oneDay(nearestWeekday(scan.published, read.number, directionAt(scan, index, read.next))),
  };
};

/** Whether "Sat" or "sun" is a weekday: a preposition before a capital one, or nothing else around. */
function saysWeekday(scan: Scan, index: number, next: number): boolean {
  const isAlone = index === 0 && /^\.?$/u.test(tokenOf(scan, next).text);
  const isCapital = tokenOf(scan, index).text !== tokenOf(scan, index).lower;
  const isTimed = /^(?:at|\d{1,2})$/u.test(tokenOf(scan, next).lower);
  const isLast = tokenOf(scan, index - 1).lower === 'on' && /^[.,]?$/u.test(tokenOf(scan, next).text);
  return (
    isAlone ||
    isLast ||
    (isCapital &&
      (isTimed || /^(?:on|from|until|till|since|by|or|and|before|after)$/u.test(tokenOf(scan, index - 1).lower)))
  );
}

/** Before "last" they make it a verb: "it will last two hours". */
const VERB_BEFORE = /^(?:not|to|will|would|could|can|may|might|should|must|shall|.+n['’]t)$/u;
const PLURALS = set('days weeks months years decades centuries weekends quarters hours minutes seconds');
const VAGUE_BEFORE = set('recent previous earlier past coming upcoming following preceding last next');

/** "Last year", "next month", "this Friday", "the past decade", "the last 3 months", "recent weeks". */
export const deictic: Rule = (scan, index) => {
  const hasThe = tokenOf(scan, index).lower === 'the';
  const at = hasThe ? index + 1 : index;
  const word = wordOf(scan, at);
  if ((word === 'recent' || VAGUE_BEFORE.has(word)) && PLURALS.has(wordOf(scan, at + 1))) {
    const isAhead = /^(?:coming|upcoming|following|next)$/u.test(word);
    return { next: at + 2, value: isAhead ? FUTURE : PAST };
  }
  if (hasThe && word !== 'same') {
    const bare = bareUnit(scan, index, at);
    if (bare) return bare;
  }
  const first = WHICH.get(word);
  // "3 next weeks", "two upcoming weeks".
  if (first === undefined) return countBefore(scan, index);
  if (word === 'last' && !hasThe && VERB_BEFORE.test(tokenOf(scan, index - 1).lower)) return undefined;
  const isPast = word === 'this' && wordOf(scan, at + 1) === 'past';
  const isComing = word === 'this' && /^(?:coming|upcoming)$/u.test(wordOf(scan, at + 1));
  const which: Which = isPast ? -1 : isComing ? 1 : first;
  const next = isPast || isComing ? at + 2 : at + 1;
  const isNearest = isPast || isComing || word === 'past' || /^(?:coming|upcoming)$/u.test(word);
  return named(scan, next, which, { isNearest, hasThe, word });
};

/** "the week", "the month", "the year": the present one, where "of the" or "in the" says so. */
function bareUnit(scan: Scan, index: number, at: number): Reading | undefined {
  const before = tokenOf(scan, index - 1).lower;
  const isPlace =
    before === 'of' && /^(?:end|beginning|start|middle|part|rest|out)$/u.test(tokenOf(scan, index - 2).lower);
  if (!isPlace || !scan.published) return undefined;
  const unit = timeUnit(tokenOf(scan, at).lower);
  if (!unit || unit.isClock || PLURALS.has(tokenOf(scan, at).lower)) return undefined;
  const stretch = calendarUnit(scan.published, wordOf(scan, at), 0);
  return stretch && { next: at + 1, stretch };
}

interface Manner {
  /** "This past Wednesday": the last one, and not the one of last week. */
  readonly isNearest: boolean;
  readonly hasThe: boolean;
  readonly word: string;
}

function named(scan: Scan, index: number, which: Which, manner: Manner): Reading | undefined {
  const day = weekdayAt(scan, index);
  if (day && (!day.isDoubtful || tokenOf(scan, index).text !== tokenOf(scan, index).lower || day.isShort)) {
    if (!scan.published) return { next: day.next, value: refOf(which) };
    return { next: day.next, stretch: oneDay(weekdayFrom(scan.published, day.number, which, manner.isNearest)) };
  }
  const month = monthAt(scan, index);
  const isVerb = month?.isDoubtful === true && tokenOf(scan, index).text === tokenOf(scan, index).lower;
  if (month && !month.isShort && !isVerb) {
    if (!scan.published) return { next: month.next, value: refOf(which) };
    return { next: month.next, stretch: monthOf(yearOfMonth(scan.published, month.number, which), month.number) };
  }
  const season = seasonMonth(wordOf(scan, index));
  if (season !== undefined) {
    if (!scan.published) return { next: index + 1, value: refOf(which) };
    return { next: index + 1, stretch: seasonOf(yearOfMonth(scan.published, season, which), season) };
  }
  return counted(scan, index, which, manner) ?? oneUnit(scan, index, which, manner);
}

const refOf = (which: Which) => (which === 0 ? PRESENT : which < 0 ? PAST : FUTURE);

/** A weekday of last, this or next week; "this Monday" on a Friday is the coming one. */
function weekdayFrom(today: Day, weekday: number, which: Which, isNearest: boolean): Day {
  const ahead = (weekday - weekdayOf(today) + 7) % 7;
  if (isNearest) return plus(today, which < 0 ? ahead - 7 : ahead === 0 ? 7 : ahead, 'day');
  if (which === 0) return plus(today, ahead, 'day');
  return plus(today, weekday - weekdayOf(today) + 7 * which, 'day');
}

/** "Last January" is the one before now, "next May" the one after, "this August" this year's. */
function yearOfMonth(today: Day, month: number, which: Which): number {
  if (which === 0) return today.year;
  if (which < 0) return month < today.month ? today.year : today.year - 1;
  return month > today.month ? today.year : today.year + 1;
}

/** "Last 3 months", "next few days", "past two years", "the next couple weeks". */
function counted(scan: Scan, index: number, which: Which, { hasThe }: Manner): Reading | undefined {
  if (which === 0) return undefined;
  const length = lengthAt(scan, index);
  const part = length?.parts[0];
  if (!length || !part || length.isArticle || length.isHyphened) return coupleOf(scan, index, which);
  const { next } = length;
  if (!scan.published) return { next, value: refOf(which), ...(part.unit.isClock && { isTime: true }) };
  if (part.unit.isClock) return { next, isTime: true, value: refOf(which) };
  const stretch = length.parts.length === 1 ? run(scan.published, part.count, part.unit, which) : undefined;
  return stretch && { next, stretch, ...(hasThe && {}) };
}

function coupleOf(scan: Scan, index: number, which: Which): Reading | undefined {
  const count = countAt(scan, index);
  const unit = count && timeUnit(wordOf(scan, count.next));
  if (!count || !unit || unit.isClock || count.isArticle || !scan.published) return undefined;
  const stretch = run(scan.published, count.value, unit, which);
  return stretch && { next: count.next + 1, stretch };
}

/** Days that end yesterday or begin tomorrow, so many units long. */
function run(today: Day, count: number, unit: TimeUnit, which: Which): Stretch | undefined {
  const by = calendarUnitOf(unit);
  const total = count * unit.factor;
  if (!by || !Number.isInteger(total) || total > 5000 || total < 1) return undefined;
  if (unit.letter === 'M' && unit.factor === 3) return quarters(today, count, which);
  return which > 0
    ? days(plus(today, 1, 'day'), plus(today, total, by))
    : days(plus(today, -total, by), plus(today, -1, 'day'));
}

/** Quarters are the calendar's: "the past two quarters" are the ones before this one. */
function quarters(today: Day, count: number, which: Which): Stretch | undefined {
  const first = calendarUnit(today, 'quarter', which > 0 ? 1 : -count);
  const last = calendarUnit(today, 'quarter', which > 0 ? count : -1);
  return first && last && days(first.from, last.to);
}

function countBefore(scan: Scan, index: number): Reading | undefined {
  const count = countAt(scan, index);
  if (!count || count.isArticle || !scan.published) return undefined;
  const which = WHICH.get(wordOf(scan, count.next));
  const unit = which ? timeUnit(wordOf(scan, count.next + 1)) : undefined;
  if (!which || !unit || unit.isClock || wordOf(scan, count.next + 1) === 'night') return undefined;
  const stretch = run(scan.published, count.value, unit, which);
  return stretch && { next: count.next + 2, stretch };
}

export function calendarUnitOf(unit: TimeUnit): CalendarUnit | undefined {
  return ({ D: 'day', W: 'week', M: 'month', Y: 'year' } as const)[unit.letter as 'D'];
}

/** "Last year" is the calendar's; "the past year" and "the last decade" are the ones up to now. */
function oneUnit(scan: Scan, index: number, which: Which, { hasThe, word }: Manner): Reading | undefined {
  const skipped = /^(?:calendar|school|fiscal|financial|academic)$/u.test(wordOf(scan, index)) ? index + 1 : index;
  const unit = timeUnit(tokenOf(scan, skipped).lower);
  const isEnd = isDash(scan, skipped + 1) && tokenOf(scan, skipped + 1).glued && wordOf(scan, skipped + 2) === 'end';
  const name = isEnd ? 'weekend' : unitName(wordOf(scan, skipped));
  if (!unit || PLURALS.has(tokenOf(scan, skipped).lower)) return undefined;
  const next = isEnd ? skipped + 3 : skipped + 1;
  if (unit.isClock) return which === 0 ? undefined : clockUnit(scan, next, unit, which);
  if (name === 'night') return undefined;
  if (!scan.published) return { next, value: refOf(which) };
  const isSpan = word === 'past' || (/^(?:last|next|coming)$/u.test(word) && name !== 'day');
  const isRolling = which !== 0 && hasThe && isSpan && name !== 'quarter';
  const by = calendarUnitOf(unit);
  const isWithin = /^(?:over|during|within|throughout)$/u.test(tokenOf(scan, index - 3).lower);
  if (isRolling && by && (word !== 'next' || name !== 'decade' || isWithin))
    return { next, stretch: rolling(scan.published, unit.factor, by, which) };
  if (skipped > index && !/^calendar$/u.test(wordOf(scan, index)))
    return { next, modifier: `${wordOf(scan, index)} year`, stretch: yearOf(scan.published.year + which) };
  const stretch = calendarUnit(scan.published, name, which);
  return stretch && { next, stretch };
}

function rolling(today: Day, factor: number, by: CalendarUnit, which: Which): Stretch {
  return which > 0 ? days(today, plus(today, factor, by)) : days(plus(today, -factor, by), today);
}

/** "Next hour", "last minute": the hour that follows or precedes the moment of publication. */
function clockUnit(scan: Scan, next: number, unit: TimeUnit, which: Which): Reading | undefined {
  if (unit.letter === 'S') return undefined;
  if (!scan.published || scan.second === undefined) return { next, isTime: true, value: refOf(which) };
  const step = unit.letter === 'H' ? 3600 : 60;
  return momentAfter(scan, next, which * step);
}

/** The moment so many seconds after publication. */
export function momentAfter(scan: Scan, next: number, seconds: number): Reading | undefined {
  if (!scan.published || scan.second === undefined) return undefined;
  const total = scan.second + Math.round(seconds);
  const day = plus(scan.published, Math.floor(total / 86_400), 'day');
  return { next, isTime: true, stretch: oneDay(day), clock: { from: ((total % 86_400) + 86_400) % 86_400 } };
}

const FULL_NAMES: ReadonlyMap<string, string> = new Map([
  ['wk', 'week'],
  ['qtr', 'quarter'],
  ['yr', 'year'],
  ['decades', 'decade'],
]);

const unitName = (word: string) => FULL_NAMES.get(word) ?? word;

/** The calendar's day, week, month … so many units away from today's. */
export function calendarUnit(today: Day, word: string, by: number): Stretch | undefined {
  const shifted = (unit: CalendarUnit, count = by) => plus(today, count, unit);
  switch (unitName(word)) {
    case 'day':
      return oneDay(shifted('day'));
    case 'week':
      return weekAround(shifted('week'));
    case 'weekend':
      return weekendOf(shifted('week'));
    case 'fortnight':
      return undefined;
    case 'month':
      return monthOf(shifted('month').year, shifted('month').month);
    case 'quarter': {
      const day = shifted('month', by * 3);
      return quarterOf(day.year, Math.floor((day.month - 1) / 3) + 1);
    }
    case 'year':
      return yearOf(today.year + by);
    case 'decade':
      return decadeOf(Math.floor(today.year / 10) * 10 + by * 10);
    case 'century':
      return centuryOf(Math.floor(today.year / 100) + 1 + by);
    case 'season':
      return monthsFrom(
        today.year,
        Math.floor((today.month % 12) / 3) * 3 + by * 3 - (today.month === 12 ? -12 : 0),
        3,
        'season',
      );
    default:
      return undefined;
  }
}
