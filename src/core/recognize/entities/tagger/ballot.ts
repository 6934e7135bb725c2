import { LABEL_COUNT, OUTSIDE, TYPES, typeOf } from './labels';
import type { Passage } from './passage';

/** Kinds of things that a word can be: outside first, then the types. */
export const KINDS = TYPES.length + 1;
/** Labels of two words in a row. */
export const PAIR = 2 * LABEL_COUNT;

/** A whole vote. Votes are whole numbers, so that their sums do not depend on the order in which paragraphs vote. */
export const WHOLE = 128;

/** What a passage by itself says of its telling words, for the rest of the article to know. */
export interface Ballot {
  /** Indexes of the telling words in the passage. */
  readonly places: Int32Array;
  /** Each telling word in lower case. */
  readonly words: readonly string[];
  /** Each with the word behind it, where that one is telling too; empty where it is not. */
  readonly pairs: readonly string[];
  /** KINDS votes for each telling word. */
  readonly wordVotes: Uint8Array;
  /** PAIR votes for each telling word; zeros where it has no pair. */
  readonly pairVotes: Uint8Array;
}

const KIND_OF_LABEL = Uint8Array.from({ length: LABEL_COUNT }, (_, label) =>
  label === OUTSIDE ? 0 : 1 + typeOf(label),
);

/** The kind that a label makes a word. */
export const kindOfLabel = (label: number): number => KIND_OF_LABEL[label] ?? 0;

/** @param marginals a row of LABEL_COUNT probabilities for each word */
export function ballotOf(passage: Passage, marginals: Float32Array): Ballot {
  const places = tellingPlaces(passage);
  const lower = (index: number) => passage.types[index]?.lower ?? '';
  const words: string[] = [];
  const pairs: string[] = [];
  places.forEach((index, entry) => {
    words.push(lower(index));
    pairs.push(places[entry + 1] === index + 1 ? `${lower(index)} ${lower(index + 1)}` : '');
  });
  const wordVotes = new Uint8Array(places.length * KINDS);
  const pairVotes = new Uint8Array(places.length * PAIR);
  const kinds = new Float64Array(KINDS);
  places.forEach((index, entry) => {
    const row = index * LABEL_COUNT;
    kinds.fill(0);
    for (let label = 0; label < LABEL_COUNT; label++) {
      const kind = KIND_OF_LABEL[label] ?? 0;
      kinds[kind] = (kinds[kind] ?? 0) + (marginals[row + label] ?? 0);
    }
    for (let kind = 0; kind < KINDS; kind++) wordVotes[entry * KINDS + kind] = voteOf(kinds[kind] ?? 0);
    if (pairs[entry] === '') return;
    for (let cell = 0; cell < PAIR; cell++) pairVotes[entry * PAIR + cell] = voteOf(marginals[row + cell] ?? 0);
  });
  return { places, words, pairs, wordVotes, pairVotes };
}

const voteOf = (probability: number) => Math.round(probability * WHOLE);

/** Words that may be names, and are the same word wherever they stand. */
function tellingPlaces({ types }: Passage): Int32Array {
  const places: number[] = [];
  types.forEach((type, index) => {
    if (type.isWord && (type.isCapital || type.isCaseless) && type.lower.length > 1) places.push(index);
  });
  return Int32Array.from(places);
}
