import { NEWS, readGoldSets } from '../entities/gold';
import { type Random, seeded } from '../support/random';

/** A text that can be made as long as one likes. */
export interface LongText {
  readonly name: string;
  /** Code units of the shorter of the two that are compared; the longer one has twice as many. */
  readonly length: number;
  make(length: number): string;
}

const MEGABYTE = 1_000_000;

/** The longer of two hard texts has half a million code units, most of them in one line. */
const HARD_LENGTH = 250_000;

/** Real news at length, in many paragraphs and in one line of a megabyte, a hundred thousand mentions, and texts made to be hard. */
export function longTexts(): LongText[] {
  const news = readGoldSets(NEWS).flatMap((set) => set.documents.map(({ text }) => text));
  const paragraphs = news.flatMap((text) => text.split('\n').filter((line) => line.trim() !== ''));
  return [
    { name: 'news, no paragraph twice', length: 5 * MEGABYTE, make: (length) => shuffled(paragraphs, '\n\n', length) },
    { name: 'news in one paragraph', length: MEGABYTE / 2, make: (length) => shuffled(paragraphs, ' ', length) },
    { name: 'names without end', length: MEGABYTE, make: (length) => nameList(length) },
    { name: 'quotations within quotations', length: HARD_LENGTH, make: (length) => nested(length) },
    ...HARD.map(
      ([name, piece]): LongText => ({ name, length: HARD_LENGTH, make: (length) => repeated(piece, length) }),
    ),
  ];
}

/** Paragraphs in an order that looks random, each made a little different so that none stands twice. */
function shuffled(paragraphs: readonly string[], between: string, length: number): string {
  const random = seeded(1);
  const pieces: string[] = [];
  for (let size = 0; size < length; ) {
    const piece = `${random.pick(paragraphs)} It was ${pieces.length}.`;
    pieces.push(piece);
    size += piece.length + between.length;
  }
  return pieces.join(between).slice(0, length);
}

/** Mentions and nothing else: a person, a place, a figure and a date every few words. */
function nameList(length: number): string {
  const random = seeded(2);
  let text = '';
  while (text.length < length) {
    text += `${person(random)} of ${random.pick(PLACES)} paid $${random.below(900)} million on May ${1 + random.below(28)}.\n`;
  }
  return text.slice(0, length);
}

const person = (random: Random) => `${random.pick(GIVEN)} ${random.pick(SURNAMES)}${random.pick(ENDINGS)}`;
const GIVEN = ['John', 'Mary', 'Vladimir', 'Li', 'Fatima', 'Amina', 'Pedro'] as const;
const SURNAMES = ['Smith', 'Abu', 'Gar', 'Petro', 'Ander', 'Okon', 'Kowal'] as const;
const ENDINGS = ['', 'son', 'ski', 'va', 'kwo', 'ez', 'ton'] as const;
const PLACES = ['Paris', 'New York', 'Costa Rica', 'the Black Sea', 'Lagos', 'Bonn'] as const;

/** Marks that open a quarter of the way, each within the one before, and close again. */
function nested(length: number): string {
  const depth = Math.floor(length / 8);
  return `${'“a ‘b '.repeat(Math.floor(depth / 2))}${' c’ d”'.repeat(Math.floor(depth / 2))}`.padEnd(
    length,
    ' he said.',
  );
}

const repeated = (piece: string, length: number) => piece.repeat(Math.ceil(length / piece.length)).slice(0, length);

/** Texts made to defeat regular expressions and rules: what goes on where an end is looked for. */
const HARD: readonly (readonly [name: string, piece: string])[] = [
  ['a letter without a space', 'a'],
  ['capitals without a space', 'A'],
  ['digits', '7'],
  ['digits and commas', '1,'],
  ['digits and stops', '1.'],
  ['spaces', ' '],
  ['lines of spaces', '   \n'],
  ['dashes', '-'],
  ['dashes between letters', 'a-'],
  ['capitals and stops', 'A.'],
  ['capitals alone', 'A '],
  ['apostrophes', "x'"],
  ['nested quotation marks', '“a ‘b „c «d '],
  ['quotation marks that open', '“'],
  ['straight quotation marks', '"A" '],
  ['brackets', '(['],
  ['brackets that close', ')] '],
  ['at signs', 'a@b.'],
  ['addresses', 'http://a.b/'],
  ['dates and dates', '1/1/'],
  ['hours and hours', '1:1:'],
  ['a word that is a name and none', "Of the O'"],
  ['said that', 'he said that '],
  ['according to', 'according to '],
  ['number words', 'two hundred thousand and '],
  ['months', 'May 2024 and '],
  ['half of', 'half of the '],
  ['dollars', '$'],
  ['names and names', 'Bank of the Bank of '],
  ['speakers', 'SMITH: Yes.\n'],
  ['combining marks', 'e\u0301'],
  ['half surrogates', '\ud800'],
  ['dates that follow', 'a few days later, the following year, in 2016, '],
];
