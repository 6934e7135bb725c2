import { BEGINS } from './beginnings';
import { type CalendarUnit, type Day, dayNumber, plus } from './calendar';
import { weekdayAt } from './calendarWords';
import { calendarUnitOf, momentAfter } from './deictic';
import { type Count, countAt, type Length, lengthAt } from './lengths';
import { DEEPEST, FUTURE, longest, PAST, type Reading, type Rule, type RuleEntry, type RuleTable } from './reading';
import { behind, isDash, type Scan, tokenOf, wordOf } from './scan';
import { days, oneDay, yearOf } from './stretch';
import { directionAt } from './tense';
import { timeUnit } from './timeUnits';

/** Seconds of the units shorter than a day. */
const SECONDS: Readonly<Record<string, number>> = { S: 1, M: 60, H: 3600 };

/** "A week ago", "three weeks from now", "in two days", "two weeks before Christmas"; `calendar` reads what it counts from. */
export function offsetRules(calendar: () => RuleTable): readonly RuleEntry[] {
  const counts = BEGINS.number | BEGINS.sign | BEGINS.count;
  return [
    [fromNow, counts],
    [inLength, BEGINS.in],
    [rangeOfOffsets, counts | BEGINS.in],
    [weekdaysFromNow, counts],
    [(scan, index, depth) => fromDate(scan, index, depth, calendar), counts | BEGINS.the | BEGINS.unit],
  ];
}

/** 1 and -1 for ahead and back, with the index behind the words that say so. */
function side(scan: Scan, index: number): { by: 1 | -1; next: number } | undefined {
  const word = tokenOf(scan, index).lower;
  if (word === 'ago') return { by: -1, next: index + 1 };
  if (word === 'hence') return { by: 1, next: index + 1 };
  const next = behind(scan, index, 'from', 'now') ?? behind(scan, index, 'from', 'today');
  return next === undefined ? undefined : { by: 1, next };
}

/** "A week ago", "1 year 9 months from now", "half an hour hence". */
const fromNow: Rule = (scan, index) => {
  const length = lengthAt(scan, index);
  if (!length || length.isHyphened) return undefined;
  const found = side(scan, length.next);
  if (found) return shifted(scan, found.next, length, found.by);
  const later = tokenOf(scan, length.next).lower;
  // From another date on, which only the whole article tells.
  return /^(?:later|earlier|afterward|afterwards)$/u.test(later)
    ? { next: length.next + 1, ...(length.parts.at(-1)?.unit.isClock && { isTime: true }) }
    : undefined;
};

/** "In two days", "in about half an hour", "within 30 days", "in a fortnight's time"; of the past, it is only how long. */
const inLength: Rule = (scan, index) => {
  const word = tokenOf(scan, index).lower;
  if (word !== 'in' && word !== 'within') return undefined;
  let at = index + 1;
  while (/^(?:about|around|just|only|~)$/u.test(tokenOf(scan, at).lower) && at < index + 3) at++;
  const length = lengthAt(scan, at);
  if (!length || length.isHyphened || (length.isArticle && length.parts[0]?.unit.letter === 'S')) return undefined;
  if (/^(?:later|earlier|ago|before|after)$/u.test(tokenOf(scan, length.next).lower)) return undefined;
  if (isSpell(scan, index, length.next)) return undefined;
  const next = tokenOf(scan, length.next).lower === 'time' ? length.next + 1 : length.next;
  return shifted(scan, next, length, 1);
};

/** "The worst storm in ten years", "fell in three months", "the second in a week": how long, and nothing ahead. */
function isSpell(scan: Scan, index: number, next: number): boolean {
  for (let at = index - 1; at >= Math.max(0, index - 7); at--) {
    const { lower } = tokenOf(scan, at);
    if (/^(?:first|second|third|fourth|fifth|only|most|least|once|twice|times|never)$/u.test(lower)) return true;
    if (
      lower.length > 5 &&
      lower.endsWith('est') &&
      !/^(?:request|interest|protest|northwest|southwest|arrest|invest|suggest|contest|harvest|guest|forest)$/u.test(
        lower,
      )
    )
      return true;
  }
  return directionAt(scan, index, next) === 'past';
}

/** A length of time away from publication: a day, or a year for whole years; a moment for what is shorter than a day. */
function shifted(scan: Scan, next: number, length: Length, by: 1 | -1): Reading {
  const isClock = length.parts.some(({ unit }) => unit.isClock);
  if (isClock) return shiftedMoment(scan, next, length, by);
  if (!scan.published) return { next, value: by < 0 ? PAST : FUTURE };
  const day = moved(scan.published, length, by);
  if (!day) return { next };
  const isYears =
    length.parts.length === 1 &&
    length.parts[0]?.unit.letter === 'Y' &&
    !tokenOf(scan, next - 1).lower.startsWith('today');
  const stretch = isYears ? yearOf(day.year) : oneDay(day);
  return { next, stretch: length.isVague ? { ...stretch, value: `${stretch.value}~` } : stretch };
}

function shiftedMoment(scan: Scan, next: number, length: Length, by: 1 | -1): Reading {
  const dayParts = length.parts.filter(({ unit }) => !unit.isClock);
  const seconds = length.parts.reduce(
    (sum, { count, unit }) => sum + (unit.isClock ? count * (SECONDS[unit.letter] ?? 0) : 0),
    0,
  );
  const start = scan.published && moved(scan.published, { parts: dayParts }, by);
  const relative: Reading = { next, isTime: true, value: by < 0 ? PAST : FUTURE };
  return (
    (start && Math.abs(seconds) < 1e9 && momentAfter({ ...scan, published: start }, next, by * seconds)) || relative
  );
}

/** The furthest that a shift is followed; beyond, nobody means a date. */
const FURTHEST = 9000;

/** The day that is so far from another; undefined where it leaves the years that EDTF writes in four digits. */
export function moved(day: Day, { parts }: Pick<Length, 'parts'>, by: 1 | -1): Day | undefined {
  let found = day;
  for (const { count, unit } of parts) {
    const [name, total] = wholeUnits(
      count * unit.factor,
      calendarUnitOf(unit) ?? (unit.letter === 'WE' ? 'week' : undefined),
    );
    if (!name || Math.abs(total) > FURTHEST * 365) return undefined;
    found = plus(found, by * total, name);
  }
  return found.year > 0 && found.year < 10_000 ? found : undefined;
}

/** "A month and a half" is 45 days, "half a year" six months. */
function wholeUnits(count: number, name: CalendarUnit | undefined): readonly [CalendarUnit | undefined, number] {
  if (Number.isInteger(count) || !name) return [name, count];
  if (name === 'year') return ['month', Math.round(count * 12)];
  return ['day', Math.round(count * { month: 30, week: 7, day: 1 }[name])];
}

/** "1 to 2 days ago", "in two to three weeks": the days between. */
const rangeOfOffsets: Rule = (scan, index) => {
  const isAhead = /^(?:in|within)$/u.test(tokenOf(scan, index).lower);
  const low = countAt(scan, isAhead ? index + 1 : index);
  if (!low || low.isArticle || (!isDash(scan, low.next) && !/^(?:to|or)$/u.test(tokenOf(scan, low.next).lower)))
    return undefined;
  const length = lengthAt(scan, low.next + 1);
  const part = length?.parts[0];
  if (!length || !part || length.parts.length > 1 || part.count <= low.value || length.isHyphened) return undefined;
  const found = isAhead ? { by: 1 as const, next: length.next } : side(scan, length.next);
  if (!found || (isAhead && isSpell(scan, index, length.next))) return undefined;
  return between(scan, found, length, low);
};

function between(scan: Scan, { by, next }: { by: 1 | -1; next: number }, length: Length, low: Count): Reading {
  const part = length.parts[0];
  if (!scan.published || !part) return { next, value: by < 0 ? PAST : FUTURE };
  if (part.unit.isClock) return { next, isTime: true, value: by < 0 ? PAST : FUTURE };
  const near = moved(scan.published, { parts: [{ ...part, count: low.value }] }, by);
  const far = moved(scan.published, length, by);
  if (!near || !far) return { next };
  return { next, stretch: by < 0 ? days(far, near) : days(near, far) };
}

/** "Three Fridays from now", "four Tuesdays from now". */
const weekdaysFromNow: Rule = (scan, index) => {
  const count = countAt(scan, index);
  if (!count || count.isArticle || !Number.isInteger(count.value) || count.value > 500) return undefined;
  const word = tokenOf(scan, count.next).lower;
  const weekday = word.endsWith('s') ? weekdayAt({ ...scan, tokens: singular(scan, count.next) }, 0) : undefined;
  const found = weekday && side(scan, count.next + 1);
  if (!weekday || !found) return undefined;
  if (!scan.published) return { next: found.next, value: found.by < 0 ? PAST : FUTURE };
  const today = (dayNumber(scan.published) + 3) % 7;
  const ahead = (weekday.number - 1 - today + 7) % 7 || 7;
  return {
    next: found.next,
    stretch: oneDay(
      plus(scan.published, found.by > 0 ? ahead + 7 * (count.value - 1) : ahead - 7 * count.value, 'day'),
    ),
  };
};

function singular(scan: Scan, index: number) {
  const token = tokenOf(scan, index);
  return [{ ...token, glued: false, lower: token.lower.slice(0, -1), text: token.text.slice(0, -1) }];
}

/** "Two weeks before Christmas", "3 days after January 12th", "two weeks from this Friday", "the day after Christmas". */
function fromDate(scan: Scan, index: number, depth: number, calendar: () => RuleTable): Reading | undefined {
  if (depth >= DEEPEST) return undefined;
  const start = tokenOf(scan, index).lower === 'the' ? index + 1 : index;
  const length = lengthAt(scan, index) ?? bareUnit(scan, start);
  if (!length || length.isHyphened || length.parts.some(({ unit }) => unit.isClock)) return undefined;
  const joint = tokenOf(scan, length.next).lower;
  const isPrior = behind(scan, length.next, 'prior', 'to');
  const by = isPrior || joint === 'before' ? -1 : /^(?:after|from|since)$/u.test(joint) ? 1 : undefined;
  if (!by) return undefined;
  const of = longest(calendar(), scan, isPrior ?? length.next + 1, depth + 1);
  if (!of) return undefined;
  if (!of.stretch) return of.value ? { next: of.next } : undefined;
  // "The year before 2015" is two dates; "three days after Easter" is one.
  if (of.stretch.shape !== 'day' && !(of.stretch.shape === 'year' && joint === 'since')) return undefined;
  const day = moved(of.stretch.from, length, by);
  return day && { next: of.next, stretch: oneDay(day) };
}

/** "Day after Christmas", "the week before the vote" */
function bareUnit(scan: Scan, index: number): Length | undefined {
  const unit = timeUnit(wordOf(scan, index));
  if (!unit || unit.isClock || tokenOf(scan, index).lower.endsWith('s')) return undefined;
  return { parts: [{ count: 1, unit }], next: index + 1, isVague: false, isArticle: true, isHyphened: false };
}
