import { ORDINALS, SCALES, SMALL, TENS } from '../words/numberWords';
import type { Token } from '../words/tokens';
import { MONTH_WORDS, WEEKDAY_WORDS } from './calendarWords';
import { FEAST_FIRST_WORDS } from './holidays';
import { COUNT_WORDS } from './lengths';
import { TIME_UNIT_WORDS } from './timeUnits';

/**
 * What a token can be the beginning of, as bits: a token picks the few rules that can read anything there. A rule that
 * reads a new word at its first token must find the word here, else it is not asked.
 */
export const BEGINS = {
  number: 1 << 0,
  sign: 1 << 1,
  weekday: 1 << 2,
  month: 1 << 3,
  the: 1 << 4,
  /** An ordinal in words, or a number word that one can begin with. */
  ordinal: 1 << 5,
  /** "two", "a", "half", "several". */
  count: 1 << 6,
  unit: 1 << 7,
  /** "last", "next", "this", "recent". */
  which: 1 << 8,
  feast: 1 << 9,
  nearDay: 1 << 10,
  /** "early", "the end". */
  edge: 1 << 11,
  season: 1 << 12,
  fiscal: 1 << 13,
  /** The letters of "Q1" and "H2". */
  yearPart: 1 << 14,
  /** "w/c" */
  weekCode: 1 << 15,
  business: 1 << 16,
  in: 1 << 17,
  now: 1 << 18,
  repeated: 1 << 19,
  long: 1 << 20,
  clock: 1 << 21,
  dayPart: 1 << 22,
} as const;

const ALL = (1 << 23) - 1;

const NUMBER_WORDS = [...SMALL.keys(), ...TENS.keys(), ...SCALES.keys()];
const DAY_PARTS = 'morning afternoon evening night daytime lunchtime lunch'.split(' ');

const TABLE: readonly (readonly [bit: number, words: Iterable<string>])[] = [
  [BEGINS.weekday, WEEKDAY_WORDS],
  [BEGINS.month, MONTH_WORDS],
  [BEGINS.the, ['the']],
  [BEGINS.ordinal, [...ORDINALS.keys(), ...NUMBER_WORDS]],
  [BEGINS.count, COUNT_WORDS],
  [BEGINS.unit, TIME_UNIT_WORDS],
  [
    BEGINS.which,
    'this current present last past previous prior preceding next coming upcoming following recent earlier'.split(' '),
  ],
  [BEGINS.feast, FEAST_FIRST_WORDS],
  [BEGINS.nearDay, 'yesterday today tomorrow tommorrow tmrw'.split(' ')],
  [BEGINS.edge, 'beginning start early earlier outset middle mid midway end late later close'.split(' ')],
  [BEGINS.season, 'spring summer autumn fall winter'.split(' ')],
  [BEGINS.fiscal, 'fiscal financial fy sy calendar cy'.split(' ')],
  [BEGINS.yearPart, ['q', 'h']],
  [BEGINS.weekCode, ['w']],
  [BEGINS.business, 'eoy eom eod boy'.split(' ')],
  [BEGINS.in, ['in', 'within']],
  [BEGINS.now, ['at', 'right', 'just']],
  [
    BEGINS.repeated,
    (
      'daily nightly everyday weekly biweekly fortnightly monthly bimonthly quarterly yearly annual annually biannual ' +
      'hourly weekends weekdays every each any once twice one two three mornings afternoons evenings nights ' +
      'mondays tuesdays wednesdays thursdays fridays saturdays sundays'
    ).split(' '),
  ],
  [BEGINS.long, 'day week month year decade'.split(' ').flatMap((unit) => [`${unit}long`, `${unit}slong`])],
  [BEGINS.clock, [...'noon midday noonish midnight mid a half quarter'.split(' '), ...SMALL.keys(), ...TENS.keys()]],
  [
    BEGINS.dayPart,
    [
      ...'tonight early late later earlier mid this last next'.split(' '),
      ...DAY_PARTS.flatMap((it) => [it, `${it}ish`]),
    ],
  ],
];

const WORDS: ReadonlyMap<string, number> = tableOfWords();

function tableOfWords(): ReadonlyMap<string, number> {
  const words = new Map<string, number>();
  for (const [bit, list] of TABLE) for (const word of list) words.set(word, (words.get(word) ?? 0) | bit);
  return words;
}

/** What can begin at a token, as bits of `BEGINS`; a word with an apostrophe, whose ending rules may leave out, is tried for all. */
export function beginningsOf({ kind, lower }: Token): number {
  if (kind === 'number') return BEGINS.number;
  if (kind === 'sign') return BEGINS.sign;
  return WORDS.get(lower) ?? (lower.includes("'") || lower.includes('’') ? ALL : 0);
}
