import type { Comparator, DateValue, DurationPart, DurationValue, NumberValue, PointValue, Value } from './value';

/** Longer ones are no values: what a person typed into a sidecar is not trusted. */
const LONGEST = 200;

const REFERENCES: Readonly<Record<string, 'present' | 'past' | 'future'>> = {
  PRESENT_REF: 'present',
  PAST_REF: 'past',
  FUTURE_REF: 'future',
};

/** Reads a value's normal form; undefined where it is none. */
export function parseValue(text: string): Value | undefined {
  if (text.length > LONGEST) return undefined;
  const which = Object.hasOwn(REFERENCES, text) ? REFERENCES[text] : undefined;
  if (which) return { kind: 'reference', which };
  const ratio = /^(\d{1,9}):(\d{1,9})$/u.exec(text);
  if (ratio) return { kind: 'ratio', first: Number(ratio[1]), second: Number(ratio[2]) };
  const place = /^(end|current)([+-]\d{1,3}) #rel$/u.exec(text);
  if (place) return { kind: 'place', from: place[1] === 'end' ? 'end' : 'current', by: Number(place[2]) };
  if (text.startsWith('R/')) return text.length > 2 ? { kind: 'set', every: text.slice(2) } : undefined;
  return parseDuration(text) ?? parseNumber(text) ?? parseDate(text);
}

const COMPARATOR = /^(<=?|>=?|~)?(.*)$/su;

function splitComparator(text: string): readonly [Comparator, string] {
  const [, sign = '', rest = ''] = COMPARATOR.exec(text) ?? [];
  return [sign as Comparator, rest];
}

/** `300000000`, `-2.5`, `10..20`, with a unit behind a space. A year alone is read as a date instead. */
function parseNumber(text: string): NumberValue | undefined {
  const [comparator, rest] = splitComparator(text);
  const match = /^(-?\d+(?:\.\d+)?)(?:\.\.(-?\d+(?:\.\d+)?))?(?: (\S.*))?$/u.exec(rest);
  if (!match) return undefined;
  const [, low = '', high, unit = ''] = match;
  const ends = { low: Number(low), ...(high !== undefined && { high: Number(high) }) };
  return { kind: 'number', comparator, ...ends, unit };
}

const DURATION =
  /^P(?=.)(?:([\d.]+)Y)?(?:([\d.]+)M)?(?:([\d.]+)WE)?(?:([\d.]+)WD)?(?:([\d.]+)W)?(?:([\d.]+)D)?(?:T(?:([\d.]+)H)?(?:([\d.]+)M)?(?:([\d.]+)S)?)?$/u;
const DURATION_UNITS = ['year', 'month', 'weekend', 'weekday', 'week', 'day', 'hour', 'minute', 'second'] as const;

function parseDuration(text: string): DurationValue | undefined {
  const [sign, rest] = splitComparator(text);
  const isAbout = rest.endsWith('~');
  const match = DURATION.exec(isAbout ? rest.slice(0, -1) : rest);
  if (!match) return undefined;
  const parts = DURATION_UNITS.flatMap((unit, index): DurationPart[] => {
    const count = match[index + 1];
    return count === undefined ? [] : [{ count: Number(count), unit }];
  });
  if (parts.length === 0 || parts.some(({ count }) => Number.isNaN(count))) return undefined;
  return { kind: 'duration', comparator: isAbout && sign === '' ? '~' : sign, parts };
}

/** The parts of a duration such as `P1M`; empty where it is none. */
export function durationParts(text: string): readonly DurationPart[] {
  return parseDuration(text)?.parts ?? [];
}

function parseDate(text: string): DateValue | undefined {
  const ends = text.split('/');
  if (ends.length > 2) return undefined;
  const [first = '', second] = ends;
  const from = first === '..' ? undefined : parsePoint(first);
  if (second === undefined) return from && { kind: 'date', from, isInterval: false };
  const to = second === '..' ? undefined : parsePoint(second);
  if ((!from && first !== '..') || (!to && second !== '..') || (!from && !to)) return undefined;
  return { kind: 'date', ...(from && { from }), ...(to && { to }), isInterval: true };
}

const WEEKDAY = /^XXXX-WXX-([1-7])(?:T(\d\d:\d\d(?::\d\d)?))?$/u;
const POINT = /^(-?[\dX]{4})(?:-(\d\d)(?:-(\d\d))?)?(?:T(\d\d:\d\d(?::\d\d)?))?$/u;

function parsePoint(text: string): PointValue | undefined {
  const isAbout = text.endsWith('~') || text.startsWith('~');
  const plain = text.replace(/^~|~$/gu, '');
  const alone = /^T(\d\d:\d\d(?::\d\d)?)$/u.exec(plain);
  if (alone?.[1]) return { time: alone[1], isAbout };
  const onWeekday = WEEKDAY.exec(plain);
  if (onWeekday) {
    const [, weekday, time] = onWeekday;
    return { year: 'XXXX', weekday: Number(weekday), ...(time !== undefined && { time }), isAbout };
  }
  // EDTF leaves the digits of a decade or century that are not known at its end: `199X`, `20XX`.
  const match = POINT.exec(/^-?\d{2,3}X{0,2}$/u.test(plain) ? plain.padEnd(4, 'X') : plain);
  if (!match?.[1]) return undefined;
  const [, year, month, day, time] = match;
  return {
    year,
    ...(month !== undefined && { month: Number(month) }),
    ...(day !== undefined && { day: Number(day) }),
    ...(time !== undefined && { time }),
    isAbout,
  };
}
