import { LABEL_COUNT, OUTSIDE, TYPES, typeOf } from './labels';
import type { Passage } from './passage';

/** A passage of an article, with what it says by itself: scores and probabilities of labels, rows of LABEL_COUNT. */
export interface ReadPassage {
  readonly passage: Passage;
  readonly scores: Float32Array;
  readonly marginals: Float32Array;
}

/** Probabilities of a word's types, outside first, added up over its occurrences. */
const KINDS = TYPES.length + 1;

/** How much the rest of the article weighs: of one word, and of two words in a row. */
const WORD_TRUST = 0.45;
const PAIR_TRUST = 0.3;
/** Occurrences elsewhere at which half of that trust is reached. */
const HALF_AT = 1;
/** What an outcome counts that was met nowhere: no single article rules a reading out. */
const FLOOR = 0.04;

/**
 * Scores with the rest of the article in sight: what a word is elsewhere, alone and with its neighbors, makes it likelier
 * to be here too ("Sher" follows "Nathaniel Sher"; "Costa Rica" is one name). In the spirit of non-local features
 * (Ratinov and Roth 2009; Krishnan and Manning 2006), as log-linear pooling of probabilities; time linear in the text.
 */
export function articleScores(passages: readonly ReadPassage[]): Float32Array[] {
  const words = new Map<string, Float64Array>();
  const pairs = new Map<string, Float64Array>();
  for (const { passage, marginals } of passages) collect(passage, marginals, words, pairs);
  return passages.map((read) => pooled(read, words, pairs));
}

const isTelling = ({ types }: Passage, index: number) => {
  const type = types[index];
  return type?.isWord === true && (type.isCapital || type.isCaseless) && type.lower.length > 1;
};

const pairKey = ({ types }: Passage, index: number) => `${types[index]?.lower ?? ''} ${types[index + 1]?.lower ?? ''}`;

function collect(
  passage: Passage,
  marginals: Float32Array,
  words: Map<string, Float64Array>,
  pairs: Map<string, Float64Array>,
): void {
  for (let index = 0; index < passage.length; index++) {
    if (!isTelling(passage, index)) continue;
    addKinds(sumsFor(words, passage.types[index]?.lower ?? '', KINDS + 1), marginals, index);
    if (!isTelling(passage, index + 1)) continue;
    const pair = sumsFor(pairs, pairKey(passage, index), 2 * LABEL_COUNT + 1);
    addTo(pair, 1, marginals, index * LABEL_COUNT, 2 * LABEL_COUNT);
  }
}

/** The first entry of sums is the number of occurrences. */
function sumsFor(sums: Map<string, Float64Array>, key: string, size: number): Float64Array {
  const known = sums.get(key);
  if (known) return known;
  const made = new Float64Array(size);
  sums.set(key, made);
  return made;
}

function addTo(sums: Float64Array, at: number, values: Float32Array, from: number, count: number): void {
  sums[0] = (sums[0] ?? 0) + 1;
  for (let index = 0; index < count; index++) sums[at + index] = (sums[at + index] ?? 0) + (values[from + index] ?? 0);
}

const kindOfLabel = (label: number) => (label === OUTSIDE ? 0 : 1 + typeOf(label));

function addKinds(sums: Float64Array, marginals: Float32Array, word: number): void {
  sums[0] = (sums[0] ?? 0) + 1;
  for (let label = 0; label < LABEL_COUNT; label++) {
    const at = 1 + kindOfLabel(label);
    sums[at] = (sums[at] ?? 0) + (marginals[word * LABEL_COUNT + label] ?? 0);
  }
}

function pooled(
  { passage, scores, marginals }: ReadPassage,
  words: ReadonlyMap<string, Float64Array>,
  pairs: ReadonlyMap<string, Float64Array>,
): Float32Array {
  const result = scores.slice();
  for (let index = 0; index < passage.length; index++) {
    if (!isTelling(passage, index)) continue;
    const word = words.get(passage.types[index]?.lower ?? '');
    if (word) poolWord(result, marginals, index, word);
    const pair = isTelling(passage, index + 1) ? pairs.get(pairKey(passage, index)) : undefined;
    if (pair) poolPair(result, marginals, index, pair);
  }
  return result;
}

function poolWord(result: Float32Array, marginals: Float32Array, index: number, sums: Float64Array): void {
  const others = (sums[0] ?? 0) - 1;
  if (others < 1) return;
  const own = new Float64Array(KINDS + 1);
  addKinds(own, marginals, index);
  const trust = (WORD_TRUST * others) / (others + HALF_AT);
  for (let label = 0; label < LABEL_COUNT; label++) {
    const at = 1 + kindOfLabel(label);
    const share = Math.max(0, (sums[at] ?? 0) - (own[at] ?? 0)) / others;
    const cell = index * LABEL_COUNT + label;
    result[cell] = (result[cell] ?? 0) + trust * Math.log(share + FLOOR);
  }
}

function poolPair(result: Float32Array, marginals: Float32Array, index: number, sums: Float64Array): void {
  const others = (sums[0] ?? 0) - 1;
  if (others < 1) return;
  const trust = (PAIR_TRUST * others) / (others + HALF_AT);
  for (let offset = 0; offset < 2 * LABEL_COUNT; offset++) {
    const cell = index * LABEL_COUNT + offset;
    const share = Math.max(0, (sums[1 + offset] ?? 0) - (marginals[cell] ?? 0)) / others;
    result[cell] = (result[cell] ?? 0) + trust * Math.log(share + FLOOR);
  }
}
