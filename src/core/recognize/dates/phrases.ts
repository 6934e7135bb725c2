import { dayNumber, isDay, plus } from './calendar';
import { momentAt, readingValue } from './moments';
import { PRESENT, type Reading } from './reading';
import { isDash, type Scan, set, tokenOf } from './scan';
import { monthOf, oneDay, type Stretch, through } from './stretch';

/** A date, a time, or a range of them, as it stands in the text; indexes are of tokens. */
export interface Phrase {
  readonly from: number;
  readonly next: number;
  /** Where the whole phrase begins, with its preposition. */
  readonly fullFrom: number;
  readonly value: string | undefined;
  readonly isTime: boolean;
  /** Whether it only looks like a date. */
  readonly isNone: boolean;
  /** Whether it says how long or how often. */
  readonly isLength: boolean;
  readonly modifier?: string;
}

const TO = set('to until untill till through thru ~');

/** Reads the longest phrase that begins at a token. */
export function phraseAt(scan: Scan, index: number): Phrase | undefined {
  const isOpened = /^(?:from|between)$/u.test(tokenOf(scan, index - 1).lower);
  const first = momentAt(scan, index) ?? (isOpened ? presentAt(scan, index) : undefined);
  if (!first) return undefined;
  const range = rangeFrom(scan, index, first);
  const reading = range ?? first;
  if (!range && tokenOf(scan, index).lower === 'now' && first.stretch) return undefined;
  const opened = openings(scan, index);
  const value = range ? range.value : opened.bound(reading, isWhole(scan, reading));
  return {
    from: index,
    next: reading.next,
    fullFrom: opened.from,
    value,
    isTime: reading.isTime === true || reading.clock !== undefined,
    isLength: reading.isLength === true,
    isNone: reading.isNone === true,
    ...(reading.modifier !== undefined && { modifier: reading.modifier }),
  };
}

/** "From May 30 to June 2", "2014-2018", "Monday to Friday", "between Jan 2019 and now". */
function rangeFrom(scan: Scan, index: number, first: Reading): Reading | undefined {
  if (first.isLength || (readingValue(first)?.includes('/') === true && first.clock)) return undefined;
  const joint = tokenOf(scan, first.next).lower;
  const before = tokenOf(scan, index - 1).lower;
  const isJoint = TO.has(joint) || isDash(scan, first.next) || (joint === 'and' && before === 'between');
  if (!isJoint) return undefined;
  const at = tokenOf(scan, first.next + 1).lower === 'the' ? first.next + 2 : first.next + 1;
  const last = momentAt(scan, first.next + 1) ?? momentAt(scan, at) ?? presentAt(scan, first.next + 1);
  return last && !last.isLength ? joined(scan, first, last) : undefined;
}

/** "… and now", "till the current date" */
function presentAt(scan: Scan, index: number): Reading | undefined {
  if (!scan.published) return undefined;
  if (tokenOf(scan, index).lower === 'now') return { next: index + 1, stretch: oneDay(scan.published) };
  const isDate = tokenOf(scan, index).lower === 'current' && tokenOf(scan, index + 1).lower === 'date';
  return isDate ? { next: index + 2, stretch: oneDay(scan.published) } : undefined;
}

function joined(scan: Scan, first: Reading, last: Reading): Reading | undefined {
  if (first.clock || last.clock) return joinedClocks(first, last);
  const end = last.stretch ?? (last.value === PRESENT && scan.published ? oneDay(scan.published) : undefined);
  if (!first.stretch || !end) return joinedPartials(first, last);
  const start = placedBefore(first.stretch, first, end, last.undated === undefined);
  const close = placedBehind(start, end, last);
  if (dayNumber(close.to) < dayNumber(start.from)) return undefined;
  const whole = through(start, close);
  return { next: last.next, stretch: whole, value: whole.value };
}

/** "XXXX-05-30/XXXX-06-02" */
function joinedPartials(first: Reading, last: Reading): Reading | undefined {
  const [from, to] = [readingValue(first), readingValue(last)];
  const isBoth = from?.startsWith('XXXX-') && to?.startsWith('XXXX-') && from.length === to.length;
  return isBoth ? { next: last.next, value: `${from}/${to}` } : undefined;
}

function joinedClocks(first: Reading, last: Reading): Reading | undefined {
  if (!first.clock || !last.clock || first.clock.to !== undefined || last.clock.to !== undefined) return undefined;
  const [a, b] = [
    readingValue(first),
    readingValue(last.stretch || !first.stretch ? last : { ...last, stretch: first.stretch }),
  ];
  return a && b ? { next: last.next, isTime: true, value: `${a}/${b}` } : undefined;
}

/** The year is said once, at the end: "28 September to 5 October 2008", "November to February 2017". */
function placedBefore(start: Stretch, { undated }: Reading, end: Stretch, isSaid: boolean): Stretch {
  if (!undated) return start;
  if (!isSaid) return start;
  const same = redated(start, undated, end.from.year);
  return dayNumber(same.from) <= dayNumber(end.to) ? same : redated(start, undated, end.from.year - 1);
}

/** "From next Monday to Friday", "December to May": the end follows the beginning. */
function placedBehind(start: Stretch, end: Stretch, { undated, isWeekday }: Reading): Stretch {
  const distance = dayNumber(start.from) - dayNumber(end.from);
  if (distance <= 0) return end;
  if (isWeekday) return oneDay(plus(end.from, Math.ceil(distance / 7) * 7, 'day'));
  return undated ? redated(end, undated, end.from.year + 1) : end;
}

function redated(stretch: Stretch, { month, day }: { month: number; day?: number }, year: number): Stretch {
  if (day === undefined) return monthOf(year, month);
  return isDay({ year, month, day }) ? oneDay({ year, month, day }) : stretch;
}

const PREPOSITIONS = set(
  'at on in by during around about from between since until till before after through throughout over for of @ circa within the',
);
const MOVES = set('starting beginning');

interface Openings {
  /** Index of the first preposition. */
  readonly from: number;
  /** The value with what the preposition adds: "since 2014" is `2014/..`. */
  bound(reading: Reading, isWhole: boolean): string | undefined;
}

/** The prepositions before a date, and what they make of it. */
function openings(scan: Scan, index: number): Openings {
  let from = index;
  while (from > 0 && from > index - 3 && PREPOSITIONS.has(tokenOf(scan, from - 1).lower)) from--;
  if (tokenOf(scan, from).lower === 'the' && from < index && tokenOf(scan, from - 1).lower !== 'of')
    from = index - from > 1 ? from : from;
  const words = scan.tokens.slice(from, index).map(({ lower }) => lower);
  if (MOVES.has(tokenOf(scan, from - 1).lower)) from--;
  const bounding = words.findLast((word) => BOUNDS.has(word));
  const isNear =
    bounding !== undefined &&
    words.slice(words.lastIndexOf(bounding) + 1).every((word) => /^(?:the|around|about)$/u.test(word));
  return {
    from,
    bound: (reading, isWhole) => (isNear && isWhole ? boundValue(bounding, reading) : readingValue(reading)),
  };
}

const BOUNDS = set('since until till before after');

/** Whether a date stands by itself, and is not a possessive or part of what follows: "after Monday's vote", "after the May 16 visit". */
function isWhole(scan: Scan, { next, isLength }: Reading): boolean {
  return !isLength && !/['’]s?$/u.test(tokenOf(scan, next - 1).lower);
}

function boundValue(word: string, reading: Reading): string | undefined {
  const value = readingValue(reading);
  const { stretch, clock } = reading;
  if (value === undefined || /_REF$|~$/u.test(value)) return value;
  if (clock) return clock.to === undefined ? (/^(?:since|after)$/u.test(word) ? `${value}/..` : `../${value}`) : value;
  if (!stretch) return value;
  const isInterval = value.includes('/');
  const [first, last] = isInterval ? [oneDay(stretch.from).value, oneDay(stretch.to).value] : [value, value];
  if (word === 'since') return `${first}/..`;
  if (word === 'until' || word === 'till') return `../${last}`;
  if (word === 'before' && reading.isEnd) return `../${last}`;
  return word === 'before' ? `../${dayBefore(stretch)}` : `${dayAfter(stretch)}/..`;
}

const MILLISECONDS = 86_400_000;

const shiftedDay = (number: number) => new Date(number * MILLISECONDS).toISOString().slice(0, 10);
const dayBefore = ({ from }: Stretch) => shiftedDay(dayNumber(from) - 1);
const dayAfter = ({ to }: Stretch) => shiftedDay(dayNumber(to) + 1);
