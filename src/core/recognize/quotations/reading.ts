import { type Token, tokenAt, tokenize } from '../words/tokens';
import { CUES, type CueForm } from './cues';
import { joinDoubled, type MarkPair, pairMarks } from './marks';
import { classesOf, IS } from './smallWords';

/** A passage as this recognizer reads it: words, what they may be, and the quotation marks that belong together. */
export interface Reading {
  readonly passage: string;
  readonly tokens: readonly Token[];
  /** Bits of `IS` for each token. */
  readonly classes: readonly number[];
  /** The verb of attribution that a token may be. */
  readonly cues: readonly (CueForm | undefined)[];
  /** Outermost pairs, in reading order. */
  readonly pairs: readonly MarkPair[];
  /** For each token, the index of the outermost pair it is in (its marks included), or -1. */
  readonly pairAt: Int32Array;
  /** Whether a word is known as a verb in a finite form. */
  isKnownVerb(word: string): boolean;
}

export function read(passage: string, isKnownVerb: (word: string) => boolean): Reading {
  const tokens = joinDoubled(tokenize(passage));
  const classes: number[] = [];
  const cues: (CueForm | undefined)[] = [];
  for (const token of tokens) {
    const lower = token.lower.includes('’') ? token.lower.replaceAll('’', "'") : token.lower;
    classes.push(token.kind === 'word' ? classesOf(lower) : 0);
    cues.push(token.kind === 'word' ? CUES.get(lower) : undefined);
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
  return /^\p{Lu}/u.test(textAt(reading, index));
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
