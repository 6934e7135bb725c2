import { type Token, tokenAt } from '../words/tokens';
import type { Reading } from './reading';

/** A reading and where it begins, in tokens. */
export interface PlacedReading extends Reading {
  readonly from: number;
  /** Where the phrase begins, with the "from" or "between" of a range. */
  readonly fullFrom?: number;
}

const DAY = /^[\dX]{4}-\d\d-\d\d$/;
const CLOCK = /^T\d\d:\d\d$/;
const POINT = /^\d{4}(?:-\d\d){0,2}$/;

/** Joins what belongs together: "Monday at 3 p.m.", "Saturday morning", "from May 30 to June 2". */
export function joinReadings(tokens: readonly Token[], readings: readonly PlacedReading[]): PlacedReading[] {
  const joined: PlacedReading[] = [];
  for (const reading of readings) {
    const last = joined.at(-1);
    const one = last && (moment(tokens, last, reading) ?? range(tokens, last, reading));
    if (one) joined[joined.length - 1] = withDayPart(tokens, one);
    else joined.push(withDayPart(tokens, reading));
  }
  return joined;
}

/** "Saturday morning": a time, though nobody knows the hour. */
function withDayPart(tokens: readonly Token[], reading: PlacedReading): PlacedReading {
  const isPart = /^(?:morning|afternoon|evening|night)$/.test(tokenAt(tokens, reading.next).lower);
  const isDay = reading.label === 'DATE' && DAY.test(reading.value ?? '');
  return isPart && isDay ? { ...reading, label: 'TIME', next: reading.next + 1 } : reading;
}

/** A day and a time of day, in either order. */
function moment(tokens: readonly Token[], a: PlacedReading, b: PlacedReading): PlacedReading | undefined {
  const between = wordsBetween(tokens, a, b);
  const isDayFirst = DAY.test(a.value ?? '') && CLOCK.test(b.value ?? '') && /^(?:,|at|, at|around|)$/.test(between);
  const isClockFirst = CLOCK.test(a.value ?? '') && DAY.test(b.value ?? '') && /^(?:,|on|, on|)$/.test(between);
  if (!isDayFirst && !isClockFirst) return undefined;
  const value = isDayFirst ? `${a.value}${b.value}` : `${b.value}${a.value}`;
  return { from: a.from, next: b.next, label: 'TIME', value };
}

/** Two days, months or years with a dash, or with "from" and "to", around them. */
function range(tokens: readonly Token[], a: PlacedReading, b: PlacedReading): PlacedReading | undefined {
  if (!POINT.test(a.value ?? '') || !POINT.test(b.value ?? '')) return undefined;
  const between = wordsBetween(tokens, a, b);
  const before = tokenAt(tokens, a.from - 1).lower;
  const opens = before === 'from' ? /^(?:to|until|till|through)$/ : before === 'between' ? /^and$/ : undefined;
  if (!opens?.test(between) && !/^(?:[-–—]|through)$/.test(between)) return undefined;
  const start = withYearOf(tokens, a, b.value ?? '');
  if (start.length !== b.value?.length || start >= b.value) return undefined;
  const isOpened = opens?.test(between) === true;
  return {
    from: a.from,
    next: b.next,
    label: 'DATE',
    value: `${start}/${b.value}`,
    ...(isOpened && { fullFrom: a.from - 1 }),
  };
}

/** "28 September to 5 October 2008": the year is said once, at the end. */
function withYearOf(tokens: readonly Token[], a: PlacedReading, end: string): string {
  const saysYear = tokens.slice(a.from, a.next).some((token) => /^\d{4}/.test(token.text));
  const value = a.value ?? '';
  return saysYear || value.length < 7 ? value : `${end.slice(0, 4)}${value.slice(4)}`;
}

const wordsBetween = (tokens: readonly Token[], a: PlacedReading, b: PlacedReading) =>
  tokens
    .slice(a.next, Math.min(b.from, a.next + 3))
    .map((token) => token.lower)
    .join(' ');
