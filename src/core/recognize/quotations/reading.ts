import { type Token, tokenAt, tokenize } from '../words/tokens';
import { CUES, type CueForm } from './cues';
import { joinDoubled, type MarkPair, pairMarks } from './marks';
import { CLASSED_WORDS, classesOf, IS } from './smallWords';

/** A passage as this recognizer reads it: words, what they may be, and the quotation marks that belong together. */
export interface Reading {
  readonly passage: string;
  readonly tokens: readonly Token[];
  /** Bits of `IS` for each token. */
  readonly classes: Int32Array;
  /** The verb of attribution that a token may be. */
  readonly cues: readonly (CueForm | undefined)[];
  /** Outermost pairs, in reading order. */
  readonly pairs: readonly MarkPair[];
  /** For each token, the index of the outermost pair it is in (its marks included), or -1. */
  readonly pairAt: Int32Array;
  /** Whether a word is known as a verb in a finite form. */
  isKnownVerb(word: string): boolean;
}

/** What is known of a word: one look-up for each word of an article, instead of one in every table. */
interface Entry {
  readonly classes: number;
  readonly cue: CueForm | undefined;
}

const LEXICON: ReadonlyMap<string, Entry> = new Map(
  [...CLASSED_WORDS, ...CUES.keys()].map((word) => [word, { classes: classesOf(word), cue: CUES.get(word) }]),
);

export function read(passage: string, isKnownVerb: (word: string) => boolean): Reading {
  const tokens = joinDoubled(tokenize(passage));
  const classes = new Int32Array(tokens.length);
  const cues = new Array<CueForm | undefined>(tokens.length).fill(undefined);
  const hasCurly = passage.includes('’');
  for (let at = 0; at < tokens.length; at++) {
    const { kind, lower } = tokenAt(tokens, at);
    if (kind !== 'word') continue;
    const entry = LEXICON.get(hasCurly && lower.includes('’') ? lower.replaceAll('’', "'") : lower);
    if (!entry) continue;
    classes[at] = entry.classes;
    cues[at] = entry.cue;
  }
  const pairs = pairMarks(tokens);
  const pairAt = new Int32Array(tokens.length).fill(-1);
  pairs.forEach((pair, index) => {
    for (let at = Math.max(0, pair.open); at <= Math.min(pair.close, tokens.length - 1); at++) pairAt[at] = index;
  });
  return { passage, tokens, classes, cues, pairs, pairAt, isKnownVerb };
}

/** Whether a token has one of these classes. */
export function is(reading: Reading, index: number, bits: number): boolean {
  return ((reading.classes[index] ?? 0) & bits) !== 0;
}

export const lowerAt = (reading: Reading, index: number) => tokenAt(reading.tokens, index).lower;
export const textAt = (reading: Reading, index: number) => tokenAt(reading.tokens, index).text;

export function isCapital(reading: Reading, index: number): boolean {
  const text = textAt(reading, index);
  const code = text.charCodeAt(0);
  // Nearly all words begin with a letter of ASCII.
  return code < 0x80 ? code >= 0x41 && code <= 0x5a : /^\p{Lu}/u.test(text);
}

/** Whether a token is the verb of its clause, as far as its form and its neighbors tell. */
export function isFiniteVerb(reading: Reading, index: number): boolean {
  if (is(reading, index, IS.finite)) return true;
  const token = tokenAt(reading.tokens, index);
  if (token.kind !== 'word' || isCapital(reading, index)) return false;
  const lower = token.lower;
  if (/['’](?:s|re|ve|ll|d)$/.test(lower) && is(reading, index, IS.subject)) return true;
  if (
    is(reading, index - 1, IS.determiner | IS.possessive | IS.preposition) ||
    /['’]s$/.test(lowerAt(reading, index - 1))
  )
    return false;
  const cue = reading.cues[index];
  if (cue && (cue.form === 'past' || cue.form === 'present')) return true;
  return reading.isKnownVerb(lower);
}
