import { ordinalAt } from '../words/numbers';
import { monthAt, monthDayAt } from './calendarWords';
import type { Reading, Rule } from './reading';
import { behind, isDash, isFreeBefore, isPossessive, type Scan, set, tokenOf, wordOf } from './scan';
import { centuryOf, decadeOf, monthOf, monthsFrom, quarterOf, type Stretch, through, yearOf } from './stretch';
import { directionAt, nearestYear } from './tense';
import { fullYear, isYearFree, relativeYear, yearAt, yearBehind, yearWords } from './years';

/** "February 2022", "February. 2022", "2024 August", "Dec/2018"; a month alone is the nearest one. */
export const monthAlone: Rule = (scan, index) => {
  const first = yearAt(scan, index);
  const joint = first && /^[-/,]$/u.test(tokenOf(scan, first.next).text) ? first.next + 1 : first?.next;
  const at = joint ?? index;
  const month = monthAt(scan, at);
  if (!month || (first && monthDayAt(scan, month.next))) return undefined;
  if (first) return { next: month.next, stretch: monthOf(first.year, month.number) };
  const year = yearBehind(scan, month.next, scan.published?.year);
  if (year && year.year > 0) return { next: year.next, stretch: monthOf(year.year, month.number) };
  if (month.isDoubtful && !saysMonth(scan, index, month.next)) return undefined;
  if (!scan.published) return { next: month.next, value: `XXXX-${String(month.number).padStart(2, '0')}` };
  const known = nearestYear(scan.published, month.number, undefined, directionAt(scan, index, month.next));
  return { next: month.next, stretch: monthOf(known, month.number), undated: { month: month.number } };
};

const MONTH_BEFORE = set(
  'in of since by until till from to through during before after and or between this last next early late mid - – next every each following previous past',
);
const VERB_BEHIND = set('be have not i we you he she they it also still well never only s as');

/** Prepositions behind which no verb stands, unless they are left at a clause's end: "in may", "since march". */
const SURE_BEFORE = set('in of since by until till from through during between early late mid');
/** What follows a month, and no verb: what joins it to another, or begins with a clause of its own. */
const NO_OBJECT = set(
  'and or to through until till at on for when with i he she we they the a an this that his her their its',
);

/** Whether "May", "March" or "Jan" by itself is the month: a preposition before it, no verb's place behind it. */
function saysMonth(scan: Scan, index: number, next: number): boolean {
  const { text, lower } = tokenOf(scan, index);
  const isCapital = text !== lower;
  if (!isCapital && (lower === 'may' || lower === 'march')) return saysLowerMonth(scan, index, next);
  if (MONTH_BEFORE.has(tokenOf(scan, index - 1).lower))
    return !VERB_BEHIND.has(tokenOf(scan, next).lower) || isPossessive(scan, index);
  if (!isCapital) return false;
  const isRange = isDash(scan, next) || tokenOf(scan, next).lower === 'to';
  return (index === 0 && tokenOf(scan, next).text === '') || (isRange && monthAt(scan, next + 1) !== undefined);
}

/** In lower case both are verbs: "this may take longer", "the place he came from may be", "they plan to march on". */
function saysLowerMonth(scan: Scan, index: number, next: number): boolean {
  const before = tokenOf(scan, index - 1).lower;
  const endsRange = (before === 'to' || before === 'and') && monthAt(scan, index - 2) !== undefined;
  if (!SURE_BEFORE.has(before) && !endsRange) return false;
  const after = tokenOf(scan, next);
  return after.kind !== 'word' || after.text !== after.lower || NO_OBJECT.has(after.lower);
}

const YEAR_BEFORE = set(
  'in of since by until till from to during before after through early late mid between and year spring summer autumn fall winter ' +
    'circa the season olympics around about back than',
);
const COUNT_BEHIND = set(
  '% percent per dollars euros yuan pounds yen km miles meters metres million billion thousand hundred people men women ' +
    'hours tons tonnes feet troops soldiers kilometers kilometres degrees votes points minutes calories am pm a.m p.m b.c mhz rpm hp cc',
);

/** "2023", "the year 2019"; "two thousand and fifteen". */
export const bareYear: Rule = (scan, index) => {
  const named =
    behind(scan, index, 'the', 'year') ??
    behind(scan, index, 'year') ??
    behind(scan, index, 'calendar', 'year') ??
    behind(scan, index, 'cy');
  const at = named ?? index;
  const year = yearAt(scan, at) ?? (named || tokenOf(scan, index - 1).lower === 'in' ? yearWords(scan, at) : undefined);
  if (!year) return yearInWords(scan, index);
  if (year.year < 0) return { next: year.next, value: `-${String(-year.year).padStart(4, '0')}` };
  if (!named && year.next === at + 1 && !isYearHere(scan, at, year.year)) return undefined;
  return { next: year.next, stretch: yearOf(year.year) };
};

/** "Two thousand and twenty" where a preposition says that it is a year, not a count. */
function yearInWords(scan: Scan, index: number): Reading | undefined {
  if (!/^(?:in|since|of|until)$/u.test(tokenOf(scan, index - 1).lower)) return undefined;
  const year = yearWords(scan, index);
  const isCount =
    year &&
    tokenOf(scan, year.next).kind === 'word' &&
    !/^(?:and|or|the|to|when|that)$/u.test(tokenOf(scan, year.next).lower);
  return year && !isCount ? { next: year.next, stretch: yearOf(year.year) } : undefined;
}

/** Whether four digits are a year and no count: by the word before, or because no counted thing follows. */
function isYearHere(scan: Scan, index: number, year: number): boolean {
  const before = tokenOf(scan, index - 1);
  const after = tokenOf(scan, index + 1);
  if (!isYearFree(scan, index) || COUNT_BEHIND.has(after.lower)) return false;
  // "Below 2005 levels"
  if (year > 1899 && year < 2100 && OF_A_YEAR.has(after.lower)) return true;
  if (year < 2100 && closesRange(scan, index)) return !isPlural(after.text);
  if (after.glued && /^[-/:_]$/u.test(after.text) && tokenOf(scan, index + 2).glued) {
    const joined = tokenOf(scan, index + 2);
    if (joined.kind === 'word' && !/^(?:based|era|style|odd)$/u.test(joined.lower))
      return after.text === '-' && YEAR_BEFORE.has(before.lower) && /^\p{Ll}/u.test(joined.text);
    if (joined.kind === 'number' && (after.text !== '-' || tokenOf(scan, index + 3).text === '-')) return false;
  }
  if (YEAR_BEFORE.has(before.lower)) {
    const isCounted = isPlural(after.text);
    if (/^(?:about|around|than|to|and)$/u.test(before.lower)) return year > 1899 && year < 2100 && !isCounted;
    return !(isCounted && /^(?:of|the|by|between|from)$/u.test(before.lower) && year < 1900);
  }
  if (year < 1900 || year > 2099 || isPlural(after.text)) return false;
  const isName = before.kind === 'word' && before.text !== before.lower && index > 1;
  return !/^[$€£¥#]$/u.test(before.text) && !isName && !(index === 0 && after.text === '' && scan.tokens.length === 1);
}

const OF_A_YEAR = set('level levels prices baseline baselines benchmark benchmarks figures');

/** "From 1526 to 1857": whatever the century. */
const closesRange = (scan: Scan, index: number) =>
  /^(?:to|and)$/u.test(tokenOf(scan, index - 1).lower) &&
  /^1\d{3}$/u.test(tokenOf(scan, index - 2).text) &&
  /^(?:from|between)$/u.test(tokenOf(scan, index - 3).lower);

const isPlural = (text: string) =>
  /^\p{Ll}*children$/u.test(text) ||
  (/^\p{Ll}{2,}s$/u.test(text) && !/^(?:was|is|has|as|its|this|us|does|presidents)$/u.test(text));

/** "the 1990s", "the '90s", "the nineties" of the twentieth century, "the 21st century". */
export const decadeOrCentury: Rule = (scan, index) => {
  const at = tokenOf(scan, index).lower === 'the' ? index + 1 : index;
  const token = tokenOf(scan, at);
  const after = tokenOf(scan, at + 1);
  if (/^\d{3}0$/u.test(token.text) && isFreeBefore(scan, at) && isPluralEnding(scan, at + 1)) {
    return { next: at + (after.kind === 'word' ? 2 : 3), stretch: decadeOf(Number(token.text)) };
  }
  const mark = /^['’‘]$/u.test(token.text) ? at + 1 : at;
  const short = tokenOf(scan, mark);
  const isShort = /^\d0$/u.test(short.text) && (mark > at || at > index) && isPluralEnding(scan, mark + 1);
  const end = tokenOf(scan, mark + 1).kind === 'word' ? mark + 2 : mark + 3;
  if (isShort) return { next: end, stretch: decadeOf(fullYear(Number(short.text))) };
  const century = ordinalAt(scan.tokens, at);
  if (century && century.value > 0 && century.value < 22 && wordOf(scan, century.next) === 'century') {
    return { next: century.next + 1, stretch: centuryOf(century.value) };
  }
  return undefined;
};

/** "s" or "'s" close behind digits. */
const isPluralEnding = (scan: Scan, index: number) => {
  const token = tokenOf(scan, index);
  if (!token.glued) return false;
  return (
    token.lower === 's' ||
    (/^['’]$/u.test(token.text) && tokenOf(scan, index + 1).lower === 's' && tokenOf(scan, index + 1).glued)
  );
};

/** "the first quarter of 2023", "Q1 2023", "2018Q4", "the second half of 2025", "H1 2024". */
export const yearPart: Rule = (scan, index) => {
  const before = shortYearBefore(scan, index);
  const part = partAt(scan, before?.next ?? index);
  if (!part) return undefined;
  if (before) return { next: part.next, stretch: part.of(before.year) };
  const year = yearBehind(scan, part.next, scan.published?.year) ?? relativeYear(scan, part.next);
  if (year) return { next: year.next, stretch: part.of(year.year) };
  if (part.isHalf) return undefined;
  if (!scan.published) return { next: part.next };
  const month = part.number * 3 - 2;
  const known = nearestYear(
    scan.published,
    month,
    1,
    directionAt(scan, index, part.next) === 'past' ? 'past' : 'either',
  );
  const isNear = known === scan.published.year || directionAt(scan, index, part.next) === 'past';
  return { next: part.next, stretch: part.of(isNear ? known : scan.published.year) };
};

/** "2018" before "Q4", "18" glued to it, a hyphen between or not. */
function shortYearBefore(scan: Scan, index: number): { year: number; next: number } | undefined {
  const { text } = tokenOf(scan, index);
  if (!/^(?:\d{2}|\d{4})$/u.test(text) || !isFreeBefore(scan, index)) return undefined;
  const next = isDash(scan, index + 1) ? index + 2 : index + 1;
  const isQuarter = tokenOf(scan, next).lower === 'q' && tokenOf(scan, next + 1).glued;
  if (!isQuarter || (text.length === 2 && !tokenOf(scan, next).glued)) return undefined;
  return { year: text.length === 2 ? fullYear(Number(text)) : Number(text), next };
}

interface YearPart {
  readonly number: number;
  readonly isHalf: boolean;
  readonly next: number;
  of(year: number): Stretch;
}

function partAt(scan: Scan, index: number): YearPart | undefined {
  const at = tokenOf(scan, index).lower === 'the' ? index + 1 : index;
  const letter = tokenOf(scan, at).lower;
  if (letter === 'q' || letter === 'h') {
    const number = tokenOf(scan, at + 1);
    const isNumber =
      number.glued && (letter === 'q' ? /^[1-4]$/u : /^[12]$/u).test(number.text) && !tokenOf(scan, at + 2).glued;
    const isPlain = number.glued && /^[.,;:!?)–-]$/u.test(tokenOf(scan, at + 2).text);
    return isNumber || (isPlain && /^[1-4]$/u.test(number.text))
      ? yearPartOf(Number(number.text), letter === 'h', at + 2)
      : undefined;
  }
  const ordinal = ordinalAt(scan.tokens, at);
  if (!ordinal) return undefined;
  const joint = isDash(scan, ordinal.next) ? ordinal.next + 1 : ordinal.next;
  const name = wordOf(scan, joint);
  if (/^(?:quarter|qtr)$/u.test(name) && ordinal.value < 5) return yearPartOf(ordinal.value, false, joint + 1);
  return name === 'half' && ordinal.value < 3 ? yearPartOf(ordinal.value, true, joint + 1) : undefined;
}

function yearPartOf(number: number, isHalf: boolean, next: number): YearPart | undefined {
  if (number < 1) return undefined;
  const of = (year: number) => (isHalf ? monthsFrom(year, number * 6 - 5, 6, 'half') : quarterOf(year, number));
  return { number, isHalf, next, of };
}

const SEASONS: ReadonlyMap<string, number> = new Map([
  ['spring', 3],
  ['summer', 6],
  ['autumn', 9],
  ['fall', 9],
  ['winter', 12],
]);

/** A season's three months; winter begins in the December of its year. */
export const seasonOf = (year: number, month: number): Stretch => monthsFrom(year, month, 3, 'season');

/** The first month of the season that a word names. */
export const seasonMonth = (word: string): number | undefined => SEASONS.get(word);

/** "spring 2016", "the summer of 2023"; a season alone where it is plain that it is one. */
export const season: Rule = (scan, index) => {
  const at = tokenOf(scan, index).lower === 'the' ? index + 1 : index;
  const month = SEASONS.get(wordOf(scan, at));
  if (month === undefined) return undefined;
  const year = yearBehind(scan, at + 1, scan.published?.year) ?? relativeYear(scan, at + 1);
  if (year && year.year > 0) return { next: year.next, stretch: seasonOf(year.year, month) };
  const before = tokenOf(scan, index - 1).lower;
  const isFall = wordOf(scan, at) === 'fall' || wordOf(scan, at) === 'spring';
  const isAlone = index === 0 && /^[,.]?$/u.test(tokenOf(scan, at + 1).text);
  const isSeason = /^(?:in|since|until|by|during|through|over)$/u.test(before) && (at > index || !isFall);
  if (!isAlone && !isSeason) return undefined;
  if (!scan.published) return { next: at + 1 };
  return {
    next: at + 1,
    stretch: seasonOf(nearestYear(scan.published, month, undefined, directionAt(scan, index, at + 1)), month),
  };
};

/** "fiscal 2023", "fiscal year 2023", "FY23", "the 2022-23 financial year": whose it is decides its days, so only the year is said. */
export const fiscalYear: Rule = (scan, index) => {
  const first = wordOf(scan, index);
  const words =
    behind(scan, index, 'fiscal', 'year') ??
    behind(scan, index, 'financial', 'year') ??
    (first === 'fiscal' ? index + 1 : undefined);
  const letters = /^(?:fy|sy)$/u.test(first) ? index + 1 : undefined;
  const at = words ?? letters;
  if (at === undefined) return undefined;
  const year = yearAt(scan, at);
  const { text, glued } = tokenOf(scan, at);
  const short = letters && /^\d\d$/u.test(text) && glued ? fullYear(Number(text)) : undefined;
  const known = year?.year ?? short;
  if (known === undefined) return undefined;
  const modifier = first === 'sy' ? 'school year' : 'fiscal year';
  const from = isDash(scan, at + 1) || tokenOf(scan, at + 1).text === '/' ? tokenOf(scan, at + 2) : undefined;
  const end = from && /^\d\d$/u.test(from.text) ? Math.floor(known / 100) * 100 + Number(from.text) : undefined;
  if (end !== undefined && end === known + 1)
    return { next: at + 3, stretch: through(yearOf(known), yearOf(end)), modifier };
  return { next: year?.next ?? at + 1, stretch: yearOf(known), modifier };
};
