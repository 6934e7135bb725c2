import { hashText } from '../tagger/hash';
import { signKind } from '../tagger/signKind';

/** What the network sees of a word by itself, as places in its tables; nothing here depends on the words around. */
export interface WordFeatures {
  /** Hash by which the word's vector, and whether training knew the word, are looked up. */
  readonly key: number;
  /** Buckets in the tables of words, beginnings, endings of three and of two letters, and shapes. */
  readonly word: number;
  readonly prefix: number;
  readonly suffix: number;
  readonly ending: number;
  readonly shape: number;
}

/** Rows of each table. In the words' table the first row stands for a word that training did not know. */
export const BUCKETS = Object.freeze({
  word: 1 << 13,
  prefix: 1 << 11,
  suffix: 1 << 12,
  ending: 1 << 11,
  shape: 1 << 8,
});

/** Bits of a key: two of a third of a million words seldom share one. */
export const KEY_BITS = 26;

/** Longer words are told apart by their first letters, so that a megabyte without a space costs no more than a word. */
const LONGEST = 40;

const PREFIX = 1;
const SUFFIX = 2;
const ENDING = 3;
const SHAPE = 4;

/** The features of a word as it is spelled. */
export function wordFeatures(word: string): WordFeatures {
  const cut = word.length > LONGEST ? word.slice(0, LONGEST) : word;
  const lower = foldedWord(cut);
  const key = wordKey(lower);
  return {
    key,
    word: 1 + (key % (BUCKETS.word - 1)),
    prefix: hashText(PREFIX, lower, 0, Math.min(3, lower.length)) % BUCKETS.prefix,
    suffix: hashText(SUFFIX, lower, Math.max(0, lower.length - 3)) % BUCKETS.suffix,
    ending: hashText(ENDING, lower, Math.max(0, lower.length - 2)) % BUCKETS.ending,
    shape: hashText(SHAPE, shapeOf(cut)) % BUCKETS.shape,
  };
}

/** A word as the tables know it: lower case, straight apostrophes. */
export function foldedWord(word: string): string {
  return word.toLowerCase().replaceAll('’', "'");
}

/** The key of a folded word. */
export function wordKey(folded: string): number {
  return hashText(0, folded) >>> (32 - KEY_BITS);
}

const LONGEST_SHAPE = 8;

/** Letters and digits by their kind, a run of one kind as two: "McCain" is "XxXxx", "U.S." is "X.X.", "1990" "dd". */
export function shapeOf(word: string): string {
  let shape = '';
  let last = '';
  let run = 0;
  for (const sign of word) {
    const kind = kindOf(sign);
    run = kind === last ? run + 1 : 1;
    last = kind;
    if (run <= 2) shape += kind;
    if (shape.length >= LONGEST_SHAPE) break;
  }
  return shape;
}

/** The network was trained with another letter for digits. */
function kindOf(sign: string): string {
  const kind = signKind(sign);
  return kind === '9' ? 'd' : kind;
}
