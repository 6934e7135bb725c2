import { ordinalAt } from '../words/numbers';
import { BEGINS } from './beginnings';
import { type Day, dayNumber, plus, weekdayOf } from './calendar';
import { monthDayAt, weekdayAt } from './calendarWords';
import { calendarUnit } from './deictic';
import { type LengthPart, lengthAt } from './lengths';
import { DEEPEST, longest, type Reading, type Rule, type RuleEntry, type RuleTable } from './reading';
import { isDash, type Scan, set, tokenOf, wordOf } from './scan';
import { days, oneDay, type Stretch, third, weekAround, weekendOf } from './stretch';
import { timeUnit } from './timeUnits';
import { yearAt } from './years';

/** Rules that read a part of some other date; they need all the rules, which are handed in to keep the files in one direction. */
export function partRules(calendar: () => RuleTable): readonly RuleEntry[] {
  const within = (scan: Scan, index: number, depth: number): Reading | undefined =>
    depth < DEEPEST ? longest(calendar(), scan, index, depth + 1) : undefined;
  const { number, weekday, the, ordinal, unit, which } = BEGINS;
  return [
    [(scan, index, depth) => ordinalPart(scan, index, depth, within), the | which | number | ordinal],
    [(scan, index, depth) => edge(scan, index, depth, within), the | BEGINS.edge],
    [(scan, index, depth) => weekOfDay(scan, index, depth, within), the | unit | BEGINS.weekCode],
    [(scan, index, depth) => dayOfPeriod(scan, index, depth, within), the | weekday | number | ordinal],
    [(scan, index, depth) => periodsDay(scan, index, depth, within), the | which],
    [weekNumber, the | unit],
    [businessEnd, BEGINS.business],
  ];
}

type Within = (scan: Scan, index: number, depth: number) => Reading | undefined;

const LINKS = set('of in');

/** "The first Monday of next month", "the last week of July", "the second last week of October", "first 2 weeks of 2021". */
function ordinalPart(scan: Scan, index: number, depth: number, within: Within): Reading | undefined {
  const start = tokenOf(scan, index).lower === 'the' ? index + 1 : index;
  const which = whichPart(scan, start);
  if (!which) return undefined;
  const weekday = weekdayAt(scan, which.next);
  const length = weekday ? undefined : lengthAt(scan, which.next);
  const single = timeUnit(wordOf(scan, which.next));
  const isDouble = single?.letter === 'W' && wordOf(scan, which.next + 1) === 'end';
  const isEnd = isDouble || (isDash(scan, which.next + 1) && wordOf(scan, which.next + 2) === 'end');
  const unitEnd =
    weekday?.next ?? length?.next ?? (single && (isDouble ? which.next + 2 : isEnd ? which.next + 3 : which.next + 1));
  if (unitEnd === undefined || !LINKS.has(tokenOf(scan, unitEnd).lower)) return undefined;
  const of = within(scan, unitEnd + 1, depth) ?? theMonth(scan, unitEnd + 1);
  if (!of) return undefined;
  if (!of.stretch) return { next: of.next };
  const part = weekday
    ? weekdayIn(of.stretch, weekday.number, which.number)
    : unitIn(
        of.stretch,
        isEnd ? 'weekend' : (length?.parts[0]?.unit.letter ?? wordOf(scan, which.next)),
        which.number,
        length?.parts[0] && countOf(length.parts[0]),
      );
  return part ? { next: of.next, stretch: part } : undefined;
}

/** How many of the unit's letter: two quarters are six months. */
const countOf = ({ count, unit }: LengthPart) => count * unit.factor;

/** "first", "third", "last", "second last": a number from the front, or from the back where negative. */
function whichPart(scan: Scan, index: number): { number: number; next: number } | undefined {
  if (tokenOf(scan, index).lower === 'last') return { number: -1, next: index + 1 };
  const ordinal = ordinalAt(scan.tokens, index);
  if (!ordinal || ordinal.value > 60 || ordinal.value < 1) return undefined;
  if (tokenOf(scan, ordinal.next).lower === 'last') return { number: -ordinal.value, next: ordinal.next + 1 };
  return { number: ordinal.value, next: ordinal.next };
}

/** "in the month" */
function theMonth(scan: Scan, index: number): Reading | undefined {
  const unit = timeUnit(wordOf(scan, index + 1));
  if (tokenOf(scan, index).lower !== 'the' || !unit || unit.rank < 2 || unit.rank > 4 || !scan.published)
    return undefined;
  const stretch = calendarUnit(scan.published, wordOf(scan, index + 1), 0);
  return stretch && { next: index + 2, stretch };
}

function weekdayIn(whole: Stretch, weekday: number, number: number): Stretch | undefined {
  const found =
    number > 0
      ? plus(whole.from, ((weekday - weekdayOf(whole.from) + 7) % 7) + 7 * (number - 1), 'day')
      : plus(whole.to, -((weekdayOf(whole.to) - weekday + 7) % 7) + 7 * (number + 1), 'day');
  return inside(whole, oneDay(found));
}

const inside = (whole: Stretch, part: Stretch) =>
  dayNumber(part.from) <= dayNumber(whole.to) && dayNumber(part.to) >= dayNumber(whole.from) ? part : undefined;

/** A unit or several within a longer stretch, from its front or back. */
function unitIn(whole: Stretch, unit: string, number: number, count = 1): Stretch | undefined {
  if (unit === 'weekend' || unit === 'WE') {
    const day = weekdayIn(whole, 6, number)?.from;
    return day && weekendOf(day);
  }
  const letter = unit.length === 1 ? unit : timeUnit(unit)?.letter;
  if (letter === 'D') {
    const from = number > 0 ? plus(whole.from, number - 1, 'day') : plus(whole.to, number - count + 2, 'day');
    return inside(whole, days(from, plus(from, count - 1, 'day')));
  }
  if (letter === 'W') return weekIn(whole, number, count);
  if (letter === 'M') {
    const first = number > 0 ? number - 1 : 0;
    const from = number > 0 ? plus(whole.from, first, 'month') : plus(plus(whole.to, 1, 'day'), -count, 'month');
    return inside(whole, days(from, plus(plus(from, count, 'month'), -1, 'day')));
  }
  return undefined;
}

/** ISO weeks: a month's or year's first is the one with most of its days, of which Thursday tells. */
function weekIn(whole: Stretch, number: number, count: number): Stretch | undefined {
  const thursday = weekdayIn(whole, 4, number)?.from;
  const week = thursday && weekAround(thursday);
  if (!week) return undefined;
  return count === 1 ? week : days(week.from, plus(week.from, 7 * count - 1, 'day'));
}

const EDGES: ReadonlyMap<string, 'early' | 'mid' | 'late'> = new Map([
  ...['beginning', 'start', 'early', 'earlier', 'outset'].map((word) => [word, 'early'] as const),
  ...['middle', 'mid', 'midway'].map((word) => [word, 'mid'] as const),
  ...['end', 'late', 'later', 'close'].map((word) => [word, 'late'] as const),
]);

/** "The end of 2012", "early May", "mid-2023", "late last year", "earlier this month", "beginning of next week". */
function edge(scan: Scan, index: number, depth: number, within: Within): Reading | undefined {
  const at = tokenOf(scan, index).lower === 'the' ? index + 1 : index;
  const word = tokenOf(scan, at).lower;
  const which = EDGES.get(word);
  if (!which) return undefined;
  const isNoun = /^(?:beginning|start|middle|end|close|outset)$/u.test(word);
  const joint = tokenOf(scan, at + 1);
  const isLinked = joint.lower === 'of' || (joint.lower === 'in' && !isNoun);
  if (isNoun && !isLinked && !/^(?:this|next|last)$/u.test(joint.lower) && timeUnit(wordOf(scan, at + 1)) === undefined)
    return undefined;
  let next = isLinked || (isDash(scan, at + 1) && joint.glued) ? at + 2 : at + 1;
  if (/^(?:around|about)$/u.test(tokenOf(scan, next).lower)) next++;
  const of = within(scan, next, depth) ?? theUnit(scan, next, isNoun);
  if (!of) return undefined;
  if (!of.stretch) return of.value?.includes('XXXX') ? { next: of.next, value: of.value } : { next: of.next };
  if (/^(?:earlier|later)$/u.test(word)) return sideOfNow(scan, of.next, of.stretch, word === 'earlier');
  if (of.stretch.shape === 'day')
    return isNoun && which === 'late'
      ? { next: of.next, isTime: true, stretch: of.stretch, clock: { from: 86_399 } }
      : undefined;
  const part = third(of.stretch, which) ?? of.stretch;
  return { next: of.next, stretch: part, ...(isNoun && which === 'late' && { isEnd: true }) };
}

/** "the year", "the month" behind "the end of". */
function theUnit(scan: Scan, index: number, isNoun: boolean): Reading | undefined {
  const at = tokenOf(scan, index).lower === 'the' ? index + 1 : index;
  const unit = isNoun ? timeUnit(wordOf(scan, at)) : undefined;
  if (!unit || unit.isClock || unit.rank === 7 || !scan.published) return undefined;
  // "The year 2000" and "the week of …" are read by others.
  if (yearAt(scan, at + 1) || tokenOf(scan, at + 1).lower === 'of') return undefined;
  const stretch = calendarUnit(scan.published, wordOf(scan, at), 0);
  return stretch && { next: at + 1, stretch };
}

/** "Earlier this year" ends yesterday at the latest, "later this year" begins today. */
function sideOfNow(scan: Scan, next: number, whole: Stretch, isEarlier: boolean): Reading {
  const today = scan.published;
  const isThis = today && dayNumber(whole.from) <= dayNumber(today) && dayNumber(whole.to) >= dayNumber(today);
  if (!today || !isThis) return { next, stretch: third(whole, isEarlier ? 'early' : 'late') ?? whole };
  const [from, to] = isEarlier ? [whole.from, plus(today, -1, 'day')] : [today, whole.to];
  return { next, stretch: dayNumber(from) <= dayNumber(to) ? days(from, to) : whole };
}

/** "The week of October 6th", "the week beginning February 4", "w/c Feb 4", "the weekend of Halloween". */
function weekOfDay(scan: Scan, index: number, depth: number, within: Within): Reading | undefined {
  const at = tokenOf(scan, index).lower === 'the' ? index + 1 : index;
  const isCode =
    tokenOf(scan, at).lower === 'w' && tokenOf(scan, at + 1).text === '/' && tokenOf(scan, at + 2).lower === 'c';
  const word = wordOf(scan, at);
  const isWeekend = word === 'weekend';
  if (!isCode && word !== 'week' && !isWeekend) return undefined;
  if (!isCode && !/^(?:of|beginning|starting|commencing|ending)$/u.test(tokenOf(scan, at + 1).lower)) return undefined;
  const of = within(scan, isCode ? at + 3 : at + 2, depth);
  if (of?.stretch?.shape !== 'day') return undefined;
  return { next: of.next, stretch: isWeekend ? nearestWeekend(of.stretch.from) : weekAround(of.stretch.from) };
}

/** The weekend of a feast is the nearest one: before a Tuesday, after a Wednesday. */
const nearestWeekend = (day: Day) => (weekdayOf(day) < 3 ? weekendOf(plus(day, -7, 'day')) : weekendOf(day));

/** "Week 31", "week 10 of 2019": ISO weeks. */
const weekNumber: Rule = (scan, index) => {
  const at = tokenOf(scan, index).lower === 'the' ? index + 1 : index;
  const number = tokenOf(scan, at + 1);
  if (tokenOf(scan, at).lower !== 'week' || !/^\d{1,2}$/u.test(number.text) || !scan.published) return undefined;
  const week = Number(number.text);
  if (week < 1 || week > 53) return undefined;
  const linked = /^(?:of|in|,)$/u.test(tokenOf(scan, at + 2).lower) ? at + 3 : at + 2;
  const year = yearAt(scan, linked);
  const first = weekAround({ year: year?.year ?? scan.published.year, month: 1, day: 4 }).from;
  return { next: year?.next ?? at + 2, stretch: weekAround(plus(first, 7 * (week - 1), 'day')) };
};

/** "Monday of the following week", "20th day of next month", "20 of next month", "the Friday of last week". */
function dayOfPeriod(scan: Scan, index: number, depth: number, within: Within): Reading | undefined {
  const start = tokenOf(scan, index).lower === 'the' ? index + 1 : index;
  const weekday = weekdayAt(scan, start);
  if (weekday) {
    const isLinked = tokenOf(scan, weekday.next).lower === 'of';
    const of = within(scan, isLinked ? weekday.next + 1 : weekday.next, depth);
    return of?.stretch?.shape === 'week' ? dayOfWeek(of, of.stretch, weekday.number) : undefined;
  }
  const day = monthDayAt(scan, start);
  if (!day) return undefined;
  const behindDay = wordOf(scan, day.next) === 'day' ? day.next + 1 : day.next;
  if (tokenOf(scan, behindDay).lower !== 'of' || !/^(?:next|last|this|the)$/u.test(tokenOf(scan, behindDay + 1).lower))
    return undefined;
  const of = within(scan, behindDay + 1, depth);
  if (of?.stretch?.shape !== 'month') return undefined;
  return { next: of.next, stretch: oneDay(plus(of.stretch.from, day.day - 1, 'day')) };
}

const dayOfWeek = (of: Reading, week: Stretch, weekday: number): Reading => ({
  next: of.next,
  stretch: oneDay(plus(week.from, weekday - 1, 'day')),
});

/** "Next week Tuesday", "last week's Sunday", "this week on Monday", "previous week - Monday". */
function periodsDay(scan: Scan, index: number, depth: number, within: Within): Reading | undefined {
  if (!/^(?:next|last|this|previous|following|coming|the)$/u.test(tokenOf(scan, index).lower)) return undefined;
  if (timeUnit(wordOf(scan, index + 1))?.rank !== 6) return undefined;
  const week = within(scan, index, DEEPEST - 1 > depth ? DEEPEST - 1 : depth);
  if (week?.stretch?.shape !== 'week' || week.next !== index + 2) return undefined;
  const isJoined = tokenOf(scan, week.next).lower === 'on' || isDash(scan, week.next);
  const weekday = weekdayAt(scan, isJoined ? week.next + 1 : week.next);
  return weekday && dayOfWeek({ next: weekday.next }, week.stretch, weekday.number);
}

const BUSINESS: ReadonlyMap<string, readonly [unit: string, edge: 'early' | 'late']> = new Map([
  ['eoy', ['year', 'late']],
  ['eom', ['month', 'late']],
  ['eod', ['day', 'late']],
  ['boy', ['year', 'early']],
]);

/** "EOY", "EOM": the end of this year or month, as offices write it. */
const businessEnd: Rule = (scan, index) => {
  const token = tokenOf(scan, index);
  const found = token.text.length === 3 ? BUSINESS.get(token.lower) : undefined;
  if (!found || !scan.published || (token.text !== token.text.toUpperCase() && token.lower !== 'eod')) return undefined;
  const whole = calendarUnit(scan.published, found[0], 0);
  if (!whole) return undefined;
  if (found[0] === 'day') return { next: index + 1, isTime: true, stretch: whole, clock: { from: 86_399 } };
  const part = third(whole, found[1]);
  return part && { next: index + 1, stretch: part };
};
