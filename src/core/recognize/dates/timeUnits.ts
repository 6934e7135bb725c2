import { possessiveAt } from '../words/possessive';

/** A unit of time: its ISO 8601 letter, and how many of the letter's units one is. */
export interface TimeUnit {
  readonly letter: 'S' | 'M' | 'H' | 'D' | 'W' | 'Y' | 'WE';
  /** Whether it is shorter than a day. */
  readonly isClock: boolean;
  readonly factor: number;
  /** From the longest, a century, to the shortest: what follows in a compound must be shorter. */
  readonly rank: number;
}

const unit = (letter: TimeUnit['letter'], rank: number, factor = 1, isClock = false): TimeUnit =>
  Object.freeze({ letter, rank, factor, isClock });

const TABLE: readonly (readonly [words: string, unit: TimeUnit])[] = [
  ['second seconds sec secs', unit('S', 10, 1, true)],
  ['minute minutes min mins', unit('M', 9, 1, true)],
  ['hour hours hr hrs', unit('H', 8, 1, true)],
  ['day days', unit('D', 7)],
  ['night nights', unit('D', 7)],
  ['weekend weekends', unit('WE', 7)],
  ['week weeks wk wks', unit('W', 6)],
  ['fortnight fortnights', unit('W', 5, 2)],
  ['month months', unit('M', 4)],
  ['quarter quarters qtr', unit('M', 3, 3)],
  ['year years yr yrs', unit('Y', 2)],
  ['decade decades', unit('Y', 1, 10)],
  ['century centuries', unit('Y', 0, 100)],
];

const UNITS: ReadonlyMap<string, TimeUnit> = new Map(
  TABLE.flatMap(([words, which]) => words.split(' ').map((word) => [word, which] as const)),
);

/** All names of units, singular and plural. */
export const TIME_UNIT_WORDS: readonly string[] = [...UNITS.keys()];

/** Letters that are units close behind digits: "3h", "5d 2m". */
const LETTERS: ReadonlyMap<string, TimeUnit> = new Map([
  ['h', unit('H', 8, 1, true)],
  ['m', unit('M', 9, 1, true)],
  ['s', unit('S', 10, 1, true)],
  ['d', unit('D', 7)],
]);

/** The unit a word names, in the singular or the plural, a possessive ending left out. */
export function timeUnit(word: string): TimeUnit | undefined {
  const unit = UNITS.get(word);
  if (unit) return unit;
  const ending = possessiveAt(word);
  return ending < 0 ? undefined : UNITS.get(word.slice(0, ending));
}

export const timeLetter = (letter: string): TimeUnit | undefined => LETTERS.get(letter);
