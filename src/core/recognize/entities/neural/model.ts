import { LABEL_COUNT, mayFollow } from '../tagger/labels';
import { ByteReader } from './byteReader';
import { readVectorTable, type VectorTable } from './vectorTable';
import { BUCKETS } from './wordFeatures';

/** Widths of the network's layers; training and use agree on them here. */
export const WIDTHS = Object.freeze({
  vector: 32,
  word: 24,
  affix: 16,
  shape: 16,
  spelling: 64,
  hidden: 48,
  window: 3,
});

/** What is known of a spelling, side by side: vector, word, suffix, then prefix and ending together, shape. */
export const INPUT = WIDTHS.vector + WIDTHS.word + 2 * WIDTHS.affix + WIDTHS.shape;

/** Where each table's row goes in the input of a spelling. */
export const PLACES = Object.freeze({
  word: WIDTHS.vector,
  suffix: WIDTHS.vector + WIDTHS.word,
  prefix: WIDTHS.vector + WIDTHS.word + WIDTHS.affix,
  ending: WIDTHS.vector + WIDTHS.word + WIDTHS.affix,
  shape: INPUT - WIDTHS.shape,
});

/** Numbers that open and fill the recurrences at one word: openness and content forward, then both backward. */
export const GATES = 4 * WIDTHS.hidden;

/** How many pairs of labels may follow each other. */
export const STEP_COUNT = Array.from({ length: LABEL_COUNT ** 2 }, (_, pair) =>
  mayFollow(Math.floor(pair / LABEL_COUNT), pair % LABEL_COUNT),
).filter(Boolean).length;

/** First bytes of a model: a model of another make is refused. */
export const MAGIC = 0x314e4d4e;

/** All that was learned. Matrices are in rows, one for each input. */
export interface NeuralModel {
  readonly vectors: readonly VectorTable[];
  /** Keys of the words that have a row of their own in the table of words. */
  readonly knownKeys: Uint32Array;
  readonly word: Float32Array;
  readonly prefix: Float32Array;
  readonly suffix: Float32Array;
  readonly ending: Float32Array;
  readonly shape: Float32Array;
  readonly spelling: Float32Array;
  readonly spellingBias: Float32Array;
  readonly window: Float32Array;
  readonly gateBias: Float32Array;
  readonly output: Float32Array;
  readonly outputBias: Float32Array;
  /** Scores of the pairs of labels that may follow each other, by the first label, then by the second. */
  readonly steps: Float32Array;
}

/** @throws {RangeError} where the bytes are no such model, or end too early */
export function readNeuralModel(bytes: Uint8Array): NeuralModel {
  const reader = new ByteReader(bytes);
  if (reader.count() !== MAGIC) throw new RangeError('These bytes are no neural model.');
  const { word, affix, shape, vector, spelling, hidden, window } = WIDTHS;
  return Object.freeze({
    vectors: Array.from({ length: reader.count() }, () => readVectorTable(reader, vector)),
    knownKeys: reader.rising(),
    word: reader.scaled(BUCKETS.word * word),
    prefix: reader.scaled(BUCKETS.prefix * affix),
    suffix: reader.scaled(BUCKETS.suffix * affix),
    ending: reader.scaled(BUCKETS.ending * affix),
    shape: reader.scaled(BUCKETS.shape * shape),
    spelling: reader.scaled(INPUT * spelling),
    spellingBias: reader.floats(spelling),
    window: reader.scaled(spelling * window * GATES),
    gateBias: reader.floats(GATES),
    output: reader.scaled(2 * hidden * LABEL_COUNT),
    outputBias: reader.floats(LABEL_COUNT),
    steps: reader.floats(STEP_COUNT),
  });
}
