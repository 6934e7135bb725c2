import { WIDTHS } from '../../../src/core/recognize/entities/neural/model';
import { foldedWord, wordKey } from '../../../src/core/recognize/entities/neural/wordFeatures';
import type { Random } from '../../../test/bench/support/random';
import { multiply } from './matrix';
import type { VectorRows } from './network';
import { dequantize, type Quantized, quantizeVectors } from './productQuantizer';
import type { WordVectors } from './wordVectors';

/** Words whose vectors are kept together, with the same care. */
export interface StoredTable {
  /** Rising keys of the words. */
  readonly keys: readonly number[];
  /** The vectors, in the keys' order. */
  readonly vectors: Quantized;
}

/** The frequent words get eight bytes each, all others two: names are rare words, and a hint is better than none. */
const TIERS = Object.freeze([
  { to: 120_000, parts: 8 },
  { to: Number.POSITIVE_INFINITY, parts: 2 },
]);

/** Vectors as they will be shipped: the tables, and what the network will read from them. */
export interface StoredVectors {
  readonly tables: readonly StoredTable[];
  readonly rows: VectorRows;
}

/** Narrows all vectors by what was learned, and puts them into few bytes. */
export function storeVectors(vectors: WordVectors, narrowing: Float32Array, random: Random): StoredVectors {
  const { vector: width } = WIDTHS;
  const count = vectors.words.length;
  const narrow = new Float32Array(count * width);
  multiply(narrow, vectors.values, narrowing, count, vectors.width, width);
  const values = new Float32Array(count * width);
  const taken = new Set<number>();
  const keyed = vectors.words.flatMap((word, row) => {
    const key = wordKey(foldedWord(word));
    if (taken.has(key)) return [];
    taken.add(key);
    return [{ key, row }];
  });
  let from = 0;
  const tables = TIERS.map(({ to, parts }) => {
    const words = keyed.filter(({ row }) => row >= from && row < to).sort((a, b) => a.key - b.key);
    from = to;
    const rows = words.map(({ row }) => row);
    const quantized = quantizeVectors(gathered(narrow, rows, width), width, parts, random);
    dequantize(quantized, width, rows, values);
    return { keys: words.map(({ key }) => key), vectors: quantized };
  });
  return { tables, rows: { width, values } };
}

function gathered(values: Float32Array, rows: readonly number[], width: number): Float32Array {
  const out = new Float32Array(rows.length * width);
  rows.forEach((row, index) => {
    out.set(values.subarray(row * width, (row + 1) * width), index * width);
  });
  return out;
}
