import { numberAt } from '../words/numbers';
import { SCALES, SMALL, TENS, VAGUE } from '../words/numberWords';
import { lastRead } from './lastRead';
import { isDash, type Scan, set, tokenOf, wordOf } from './scan';
import { type TimeUnit, timeLetter, timeUnit } from './timeUnits';

/** A length of time as it was read: "two days", "an hour and a half", "1 year, 2 months". */
export interface Length {
  readonly parts: readonly LengthPart[];
  /** "A few days": nobody knows how many. */
  readonly isVague: boolean;
  /** Whether the only count is an article, as in "a week". */
  readonly isArticle: boolean;
  /** "Two-day": it belongs to a noun that follows. */
  readonly isHyphened: boolean;
  readonly next: number;
}

export interface LengthPart {
  readonly count: number;
  readonly unit: TimeUnit;
}

/** ISO 8601 of a length of time: `P2D`, `PT90M`, vague `P3D~`. */
export function lengthValue({ parts, isVague }: Pick<Length, 'parts' | 'isVague'>): string {
  const dates = parts.filter(({ unit }) => !unit.isClock).map(shown);
  const clocks = parts.filter(({ unit }) => unit.isClock).map(shown);
  return `P${dates.join('')}${clocks.length > 0 ? `T${clocks.join('')}` : ''}${isVague ? '~' : ''}`;
}

const shown = ({ count, unit }: LengthPart) => `${Number((count * unit.factor).toPrecision(12))}${unit.letter}`;

/** The last lengths, for the rules that ask about the same token one after another. */
const lastLengths = lastRead<Length>();

/** Reads a length of time. */
export function lengthAt(scan: Scan, index: number): Length | undefined {
  const { kind, lower } = tokenOf(scan, index);
  if (kind === 'word' && !COUNT_WORDS.has(lower)) return undefined;
  return lastLengths(scan.tokens, index, () => lengthRead(scan, index));
}

function lengthRead(scan: Scan, index: number): Length | undefined {
  const first = partAt(scan, index);
  if (!first) return undefined;
  const parts = [first.part];
  let { next } = first;
  while (parts.length < 6) {
    const more = furtherPart(scan, next, parts.at(-1)?.unit.rank ?? 0, first.part.unit);
    if (!more) break;
    parts.push(more.part);
    next = more.next;
  }
  return { parts, next, isVague: first.isVague, isArticle: first.isArticle, isHyphened: first.isHyphened };
}

/** "…, 2 months", "and 30 minutes", "1 hour 30"; the unit shorter than the one before. */
function furtherPart(
  scan: Scan,
  index: number,
  rank: number,
  unit: TimeUnit,
): { part: LengthPart; next: number } | undefined {
  let at = index;
  if (tokenOf(scan, at).text === ',') at++;
  if (tokenOf(scan, at).lower === 'and') at++;
  const more = partAt(scan, at);
  if (more && !more.isVague && !more.isHyphened) return more.part.unit.rank > rank ? more : undefined;
  const minute = timeUnit('minute');
  const bare = unit.letter === 'H' && at > index && minute ? numberAt(scan.tokens, at) : undefined;
  const isMinutes = bare && bare.value >= 10 && bare.value < 60 && isEnd(scan, bare.next);
  return isMinutes && minute ? { part: { count: bare.value, unit: minute }, next: bare.next } : undefined;
}

const isEnd = (scan: Scan, index: number) => /^[.,;!?)]?$/u.test(tokenOf(scan, index).text);

interface Part {
  readonly part: LengthPart;
  readonly next: number;
  readonly isVague: boolean;
  readonly isArticle: boolean;
  readonly isHyphened: boolean;
}

/** Words between a count and its unit: "two more years", "three consecutive days". */
const FILLERS = set(
  'more consecutive full straight whole long additional further extra less calendar entire solid short other business working successive',
);

function partAt(scan: Scan, index: number): Part | undefined {
  const count = countAt(scan, index);
  if (!count) return undefined;
  const isHyphened = isDash(scan, count.next) && tokenOf(scan, count.next).glued && tokenOf(scan, count.next + 1).glued;
  let at = isHyphened ? count.next + 1 : count.next;
  if (!isHyphened && FILLERS.has(tokenOf(scan, at).lower)) at++;
  // "A quarter of an hour", "two quarter of hours".
  if (count.isFraction && tokenOf(scan, at).lower === 'of') at++;
  if (count.isFraction && /^an?$/u.test(tokenOf(scan, at).lower)) at++;
  const unit = unitAt(scan, at, count);
  if (!unit || isAge(scan, at + 1)) return undefined;
  const half = count.isFraction || count.isVague ? undefined : halfBehind(scan, at + 1);
  const part = { count: count.value + (half?.count ?? 0), unit };
  return { part, next: half?.next ?? at + 1, isVague: count.isVague, isArticle: count.isArticle, isHyphened };
}

function unitAt(scan: Scan, index: number, count: Count): TimeUnit | undefined {
  const token = tokenOf(scan, index);
  if (token.kind === 'word') {
    const unit = timeUnit(token.lower);
    // "A second" and "one quarter" are lengths only with the plural or in company; "3 quarters" is one.
    if (unit?.letter === 'S' && count.isArticle && !isEnd(scan, index + 1)) return undefined;
    if (unit?.rank === 3 && (count.isArticle || count.value === 1)) return undefined;
    // "The forty-second president": in words it is an ordinal.
    if (token.lower === 'second' && !count.hasDigits && count.value > 19) return undefined;
    const isNoun = count.value > 1 && !count.isVague && /^(?:night|weekend)$/u.test(token.lower);
    if (unit && !isNoun) return unit;
  }
  if (!token.glued || !count.hasDigits || count.value >= 1000 || isDecade(scan, index, count)) return undefined;
  return timeLetter(token.text);
}

/** "In his 70s", "her early 30s", "the 60s to 70s": years of a life or a century, and no seconds. */
function isDecade(scan: Scan, index: number, { value }: Count): boolean {
  const { lower } = tokenOf(scan, index);
  return (
    lower === 's' && value % 10 === 0 && value > 0 && value < 100 && DECADE_BEFORE.has(tokenOf(scan, index - 2).lower)
  );
}

const DECADE_BEFORE = set('his her their my our your its the early mid late low high upper lower to and or s - –');

/** "45-year-old", "six months old", "years of age": an age, which is a figure. */
function isAge(scan: Scan, index: number): boolean {
  const at = isDash(scan, index) ? index + 1 : index;
  const word = tokenOf(scan, at).lower;
  return /^olds?$/u.test(word) || (word === 'of' && tokenOf(scan, at + 1).lower === 'age');
}

/** "… and a half", "and half", "and a quarter". */
function halfBehind(scan: Scan, index: number): { count: number; next: number } | undefined {
  if (tokenOf(scan, index).lower !== 'and') return undefined;
  const at = /^an?$/u.test(tokenOf(scan, index + 1).lower) ? index + 2 : index + 1;
  const word = tokenOf(scan, at).lower;
  if (word === 'half') return timeUnit(tokenOf(scan, at + 1).lower) ? undefined : { count: 0.5, next: at + 1 };
  return word === 'quarter' && at === index + 2 ? { count: 0.25, next: at + 1 } : undefined;
}

/** How many units of time. */
export interface Count {
  readonly value: number;
  readonly next: number;
  readonly isVague: boolean;
  readonly isArticle: boolean;
  readonly isFraction: boolean;
  readonly hasDigits: boolean;
}

/** "A few" and "several" as numbers: nobody knows better. */
const FEW = 3;
const COUPLE = 2;

const vague = (value: number, next: number): Count => ({
  value,
  next,
  isVague: true,
  isArticle: false,
  isFraction: false,
  hasDigits: false,
});

/** Words that a count can begin with: most words are none, and several rules ask. */
export const COUNT_WORDS: ReadonlySet<string> = new Set([
  ...[SMALL, TENS, SCALES, VAGUE].flatMap((words) => [...words.keys()]),
  ...'a an half quarter couple few several some many'.split(' '),
]);

/** The last counts, for the rules that ask about the same token one after another. */
const lastCounts = lastRead<Count>();

/** Reads how many: "two", "a few", "a couple of", "half an", "one and a half", "an". */
export function countAt(scan: Scan, index: number): Count | undefined {
  const { kind, lower, glued } = tokenOf(scan, index);
  if (kind === 'word' ? !COUNT_WORDS.has(lower) : kind === 'number' && glued && !isLoose(scan, index)) return undefined;
  return lastCounts(scan.tokens, index, () => countRead(scan, index));
}

function countRead(scan: Scan, index: number): Count | undefined {
  const { kind, lower } = tokenOf(scan, index);
  const phrase = kind === 'word' ? vagueCount(scan, index) : undefined;
  if (phrase) return phrase;
  const hasDigits = kind === 'number';
  if (lower === 'half') return exact(0.5, index + 1, true);
  const isAn = lower === 'a' || lower === 'an';
  if (isAn && tokenOf(scan, index + 1).lower === 'quarter' && tokenOf(scan, index + 2).lower === 'of')
    return exact(0.25, index + 2, true);
  const number = numberAt(scan.tokens, index);
  if (number) {
    const { value, next, isFraction, isVague } = number;
    return withFraction(scan, { value, next, isVague, isArticle: false, isFraction, hasDigits });
  }
  return isAn
    ? { value: 1, next: index + 1, isVague: false, isArticle: true, isFraction: false, hasDigits }
    : undefined;
}

const exact = (value: number, next: number, isFraction: boolean): Count => ({
  value,
  next,
  isVague: false,
  isArticle: false,
  isFraction,
  hasDigits: false,
});

const isLoose = (scan: Scan, index: number) => /^[("“”‘’'[~+—–-]$/u.test(tokenOf(scan, index - 1).text);

function vagueCount(scan: Scan, index: number): Count | undefined {
  const at = tokenOf(scan, index).lower === 'a' ? index + 1 : index;
  const word = tokenOf(scan, at).lower;
  if (word === 'couple') return vague(COUPLE, tokenOf(scan, at + 1).lower === 'of' ? at + 2 : at + 1);
  if (word === 'few' || (at === index && /^(?:several|some|many)$/u.test(word))) return vague(FEW, at + 1);
  return undefined;
}

/** "One and a half", "2 and an half", "two and quarter", "one and three quarters". */
function withFraction(scan: Scan, count: Count): Count {
  if (tokenOf(scan, count.next).lower !== 'and' || count.isFraction) return count;
  const at = /^an?$/u.test(tokenOf(scan, count.next + 1).lower) ? count.next + 2 : count.next + 1;
  const word = tokenOf(scan, at).lower;
  const plain = word === 'half' ? 0.5 : word === 'quarter' ? 0.25 : undefined;
  if (plain !== undefined && (timeUnit(wordOf(scan, at + 1)) || tokenOf(scan, at + 1).lower === 'of')) {
    return { ...count, value: count.value + plain, next: at + 1, isFraction: tokenOf(scan, at + 1).lower === 'of' };
  }
  const over = numberAt(scan.tokens, at);
  if (over?.isFraction) return { ...count, value: count.value + over.value, next: over.next, isFraction: true };
  const isQuarters = over && over.value < 4 && /^quarters?$/u.test(tokenOf(scan, over.next).lower);
  return isQuarters ? { ...count, value: count.value + over.value / 4, next: over.next + 1, isFraction: true } : count;
}
