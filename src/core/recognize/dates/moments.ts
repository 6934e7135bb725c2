import { BEGINS, beginningsOf } from './beginnings';
import { isDay, plus } from './calendar';
import { type Clock, type ClockReading, clockAt, clockValue, dayPartAt, inDayPart } from './clock';
import { lengthAt } from './lengths';
import { longest, type Reading } from './reading';
import { CALENDAR, LENGTHS } from './rules';
import { isDash, type Scan, set, tokenOf } from './scan';
import { SHIFTS } from './shifts';
import { oneDay } from './stretch';
import { yearAt } from './years';

const DAY = 86_400;
const NOON = DAY / 2;

/** A date, a time of day, or both together, that begins at a token: "Monday at 3 p.m.", "15:00 on 4 May", "two days". */
export function momentAt(scan: Scan, index: number): Reading | undefined {
  const begins = beginningsOf(tokenOf(scan, index));
  const part = begins & (BEGINS.the | BEGINS.dayPart) ? dayWithPart(scan, index) : undefined;
  const date = part ?? longest(CALENDAR, scan, index, 0);
  const dated = date && withClock(scan, date);
  const isClock = (begins & (BEGINS.number | BEGINS.the | BEGINS.clock)) !== 0;
  const timed = isClock ? clockFirst(scan, index) : undefined;
  const length = longest(LENGTHS, scan, index, 0);
  return furthest(index, furthest(index, furthest(index, undefined, dated), timed), length);
}

/** The one of two readings that goes further, at least behind an index; of equals the first. */
const furthest = (index: number, best: Reading | undefined, other: Reading | undefined) =>
  other && other.next > (best?.next ?? index) ? other : best;

const TO = set('to until untill till through thru');
const JOINTS = set('at @ around about by on circa');

/** "This morning", "tonight", "last night", "tomorrow afternoon", "the morning of May 5", "in the morning". */
function dayWithPart(scan: Scan, index: number): Reading | undefined {
  const word = tokenOf(scan, index).lower;
  if (word === 'tonight') return partReading(scan, index + 1, 0, { from: 20 * 3600, to: DAY - 1 });
  const half = /^(?:early|late)$/u.test(word) ? word : undefined;
  const at = half ? index + 1 : index;
  const shift = SHIFTS.get(tokenOf(scan, at).lower);
  const part = shift === undefined ? undefined : dayPartAt(scan, at + 1);
  if (part && shift !== undefined && part.name !== 'lunch') {
    const whole = half ? halfOf(part.clock, half === 'early') : part.clock;
    return partReading(scan, part.next, shift, whole);
  }
  return partOfDate(scan, index) ?? partAlone(scan, index);
}

const halfOf = ({ from, to = from }: Clock, isEarly: boolean): Clock => {
  const middle = Math.round((from + to) / 2);
  return isEarly ? { from, to: middle } : { from: middle, to };
};

function partReading(scan: Scan, next: number, shift: number, clock: Clock): Reading {
  const stretch = scan.published && oneDay(plus(scan.published, shift, 'day'));
  return { next, isTime: true, clock, ...(stretch && { stretch }) };
}

/** "the morning of the 15th of February" */
function partOfDate(scan: Scan, index: number): Reading | undefined {
  const at = tokenOf(scan, index).lower === 'the' ? index + 1 : index;
  const part = dayPartAt(scan, at);
  if (!part || !/^(?:of|on)$/u.test(tokenOf(scan, part.next).lower)) return undefined;
  const date = longest(CALENDAR, scan, part.next + 1, 1);
  return date?.stretch?.shape === 'day' ? { ...date, isTime: true, clock: part.clock } : undefined;
}

/** "In the morning", "late afternoon": a time of a day that is not said; a count before it makes it none. */
function partAlone(scan: Scan, index: number): Reading | undefined {
  const word = tokenOf(scan, index).lower;
  const part = dayPartAt(scan, index);
  if (!part || /^(?:night|lunch)$/u.test(part.name)) return undefined;
  const before = tokenOf(scan, index - 1).lower;
  const isPlace = before === 'the' && /^(?:in|during|early|late)$/u.test(tokenOf(scan, index - 2).lower);
  const isHalf = /^(?:early|late|later)$/u.test(word);
  if (!isPlace && !(isHalf && before !== 'the') && word !== 'lunchtime' && word !== 'daytime') return undefined;
  return { next: part.next, isTime: true, clock: part.clock };
}

/** Adds the part of the day and the time of day behind a date, as far as they go. */
function withClock(scan: Scan, date: Reading): Reading {
  const isPart = date.clock?.to !== undefined;
  const isDay = isPart || date.stretch?.shape === 'day' || /^[X\d]{4}-[X\dW]{2,3}-\d/u.test(date.value ?? '');
  if (!isDay || (date.clock && date.clock.to === undefined)) return date;
  const part = date.clock ? undefined : partBehind(scan, date.next);
  const known = part ? { ...date, isTime: true, clock: part.clock, next: part.next } : date;
  const comma =
    /^[,:]$/u.test(tokenOf(scan, known.next).text) || isDash(scan, known.next) || isT(scan, known.next)
      ? known.next + 1
      : known.next;
  const at = JOINTS.has(tokenOf(scan, comma).lower) ? comma + 1 : comma;
  const joint = /^(?:around|about)$/u.test(tokenOf(scan, at).lower) ? at + 1 : at;
  const opened = /^(?:from|between|in)$/u.test(tokenOf(scan, joint).lower) ? joint + 1 : joint;
  const inner = tokenOf(scan, opened).lower === 'between' ? opened + 1 : opened;
  const range = clockRange(scan, inner, tokenOf(scan, inner - 1).lower === 'between', true);
  if (range && (range.isTime || inner > known.next || part))
    return yearAfter(scan, {
      ...known,
      next: range.next,
      isTime: true,
      clock: fitted(range.clock, known.clock),
      ...zoneOf(range.zone),
    });
  const clock = clockAt(scan, joint);
  const isTime = clock && (clock.isTime || (joint > comma && isHourEnd(scan, clock.next)));
  if (!clock || !isTime) return known;
  const seconds = clock.isSure || !known.clock ? clock.seconds : inDayPart(clock.seconds, known.clock);
  return yearAfter(scan, { ...known, next: clock.next, isTime: true, clock: { from: seconds }, ...zoneOf(clock.zone) });
}

const isT = (scan: Scan, index: number) => tokenOf(scan, index).lower === 't' && tokenOf(scan, index).glued;

/** A unit behind it makes "Monday at 5 percent" no hour. */
const isHourEnd = (scan: Scan, index: number) => {
  const { text, kind, lower } = tokenOf(scan, index);
  return (
    text === '' ||
    (kind === 'sign' && !/^[%$€£°/-]$/u.test(text)) ||
    /^(?:and|for|to|with|in|on|that|when|after|before|or)$/u.test(lower)
  );
};

const zoneOf = (zone: string | undefined) => (zone === undefined ? {} : { modifier: zone });

/** "Thu Oct 26 11:00:09 2023": the year that belongs to the day stands behind the time. */
function yearAfter(scan: Scan, reading: Reading): Reading {
  const { undated } = reading;
  const year = undated?.day === undefined ? undefined : yearAt(scan, reading.next);
  if (!year || !undated?.day) return reading;
  const day = { year: year.year, month: undated.month, day: undated.day };
  return isDay(day) ? { ...reading, next: year.next, stretch: oneDay(day) } : reading;
}

function partBehind(scan: Scan, index: number): { clock: Clock; next: number } | undefined {
  const at = tokenOf(scan, index).lower === 'at' ? index + 1 : index;
  const inThe = tokenOf(scan, index).lower === 'in' && tokenOf(scan, index + 1).lower === 'the' ? index + 2 : at;
  const part = dayPartAt(scan, inThe);
  // "Monday night football" is fine, "Monday lunch" is a meal.
  return part && (part.name !== 'lunch' || inThe > index) ? part : undefined;
}

/** Both ends put into the half of the day that a part of the day names. */
function fitted({ from, to }: Clock, part: Clock | undefined): Clock {
  if (!part) return { from, ...(to !== undefined && { to }) };
  return { from: inDayPart(from, part), ...(to !== undefined && { to: inDayPart(to, part) }) };
}

interface ClockRange {
  readonly clock: Clock;
  readonly next: number;
  readonly isTime: boolean;
  readonly zone: string | undefined;
}

/** "9:30 to 11:00", "3-4pm", "8am until 6", "10 am for 3 hours". @param isDated whether a date before it makes bare hours times */
function clockRange(scan: Scan, index: number, isBetween: boolean, isDated = false): ClockRange | undefined {
  const first = clockAt(scan, index);
  if (!first) return undefined;
  const lasting =
    tokenOf(scan, first.next).lower === 'for' && first.isTime ? lengthAt(scan, first.next + 1) : undefined;
  const seconds = lasting?.parts.reduce(
    (sum, { count, unit }) => sum + count * ({ H: 3600, M: 60, S: 1 }[unit.letter as 'H'] ?? DAY),
    0,
  );
  if (lasting && seconds && seconds < DAY)
    return {
      clock: { from: first.seconds, to: (first.seconds + seconds) % DAY },
      next: lasting.next,
      isTime: true,
      zone: first.zone,
    };
  const joint = tokenOf(scan, first.next).lower;
  if (!TO.has(joint) && !isDash(scan, first.next) && !(joint === 'and' && isBetween)) return undefined;
  const second = clockAt(scan, first.next + 1);
  if (!second || (!isDated && !first.isTime && !second.isTime)) return undefined;
  if (!isHourEnd(scan, second.next) && !second.isTime) return undefined;
  const [from, to] = inOneHalf(first, second);
  return {
    clock: { from, to },
    next: second.next,
    isTime: first.isTime || second.isTime,
    zone: second.zone ?? first.zone,
  };
}

/** "3-4pm" are both in the afternoon, "11-1pm" are not; "8am until 6" ends in the evening. */
function inOneHalf(first: ClockReading, second: ClockReading): readonly [from: number, to: number] {
  if (second.isSure && !first.isSure && first.seconds <= NOON + 3599) {
    const early = first.seconds >= NOON ? first.seconds - NOON : first.seconds;
    const late = early + NOON;
    return second.seconds >= NOON && late < second.seconds
      ? [late, second.seconds]
      : [early === 0 && second.seconds > NOON ? NOON : early, second.seconds];
  }
  if (first.isSure && !second.isSure && second.seconds < first.seconds && second.seconds < NOON)
    return [first.seconds, second.seconds + NOON];
  if (!first.isSure && !second.isSure && second.seconds < first.seconds) return [first.seconds, second.seconds + NOON];
  return [first.seconds, second.seconds];
}

/** A time of day, or a range of them, and the date behind it: "15:00 on 4 May", "9am Saturday", "at 5 tomorrow afternoon". */
function clockFirst(scan: Scan, index: number): Reading | undefined {
  const before = tokenOf(scan, index - 1).lower;
  const range = clockRange(scan, index, before === 'between');
  if (range) return withDate(scan, range.next, range.clock, true, range.zone);
  const clock = clockAt(scan, index);
  if (!clock) return undefined;
  const isBareAt = /^(?:at|@)$/u.test(before) && index < scan.tokens.length && isTimeAt(scan, index, clock);
  if (!clock.isTime && !isBareAt && !isBeforeDay(scan, clock.next)) return undefined;
  return withDate(scan, clock.next, { from: clock.seconds }, clock.isSure, clock.zone);
}

/** Behind "at", "three twenty" and "6:45" are times; a bare number is as often a place or a price. */
const isTimeAt = (scan: Scan, index: number, clock: ClockReading) =>
  clock.next > index + 1 && clock.seconds % 3600 !== 0 && isHourEnd(scan, clock.next);

/** "8 tonight", "5 tomorrow": a bare hour before a day that is named so. */
const isBeforeDay = (scan: Scan, index: number) => {
  const at = tokenOf(scan, index).text === ',' ? index + 1 : index;
  return /^(?:tonight|tomorrow)$/u.test(tokenOf(scan, at).lower);
};

function withDate(scan: Scan, index: number, clock: Clock, isSure: boolean, zone: string | undefined): Reading {
  const alone: Reading = { next: index, isTime: true, clock, ...zoneOf(zone) };
  const comma =
    tokenOf(scan, index).text === ',' || (isDash(scan, index) && !tokenOf(scan, index).glued) ? index + 1 : index;
  const at = /^(?:on|of|in)$/u.test(tokenOf(scan, comma).lower) ? comma + 1 : comma;
  const date = dayWithPart(scan, at) ?? longest(CALENDAR, scan, at, 0);
  const isDay = date?.stretch?.shape === 'day' || /^XXXX-\d\d-\d\d$/u.test(date?.value ?? '');
  if (!date || !isDay || (date.clock && date.clock.to === undefined)) return alone;
  const part = date.clock ?? partBehind(scan, date.next)?.clock;
  const next = date.clock ? date.next : (partBehind(scan, date.next)?.next ?? date.next);
  return { ...date, next, isTime: true, clock: isSure || !part ? clock : fitted(clock, part), ...zoneOf(zone) };
}

/** The normal form of a reading: a day with its time, or what is known of it. */
export function readingValue(reading: Reading): string | undefined {
  const { stretch, value, clock } = reading;
  const date = stretch?.value ?? value;
  if (!clock) return date;
  if (date !== undefined && /_REF$/u.test(date)) return date;
  const day = date ?? '';
  const from = `${day}T${clockValue(clock.from)}`;
  if (clock.to === undefined) return from;
  const isNextDay = clock.to < clock.from && stretch !== undefined;
  const last = isNextDay && stretch ? oneDay(plus(stretch.from, 1, 'day')).value : day;
  return `${from}/${last}T${clockValue(clock.to)}`;
}
