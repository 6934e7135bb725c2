import { ByteReader } from '../tagger/bytes';
import { LABEL_COUNT } from '../tagger/labels';
import { STEPS } from '../tagger/sequence';
import { readFloats, readRising, readScaled } from './numbers';
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
  /** A score for each of `STEPS`. */
  readonly steps: Float32Array;
}

/** @throws {RangeError} where the bytes end too early */
export function readNeuralModel(bytes: Uint8Array): NeuralModel {
  const reader = new ByteReader(bytes);
  const { word, affix, shape, vector, spelling, hidden, window } = WIDTHS;
  return Object.freeze({
    vectors: Array.from({ length: reader.varint() }, () => readVectorTable(reader, vector)),
    knownKeys: readRising(reader),
    word: readScaled(reader, BUCKETS.word * word),
    prefix: readScaled(reader, BUCKETS.prefix * affix),
    suffix: readScaled(reader, BUCKETS.suffix * affix),
    ending: readScaled(reader, BUCKETS.ending * affix),
    shape: readScaled(reader, BUCKETS.shape * shape),
    spelling: readScaled(reader, INPUT * spelling),
    spellingBias: readFloats(reader, spelling),
    window: readScaled(reader, spelling * window * GATES),
    gateBias: readFloats(reader, GATES),
    output: readScaled(reader, 2 * hidden * LABEL_COUNT),
    outputBias: readFloats(reader, LABEL_COUNT),
    steps: readFloats(reader, STEPS.length),
  });
}
