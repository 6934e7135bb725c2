import { foldedWord, wordFeatures, wordKey } from '../../../src/core/recognize/entities/neural/wordFeatures';
import type { Sentence } from './sentences';
import type { WordVectors } from './wordVectors';

/** Columns of a spelling's row. */
export const COLUMNS = 6;
/** Row of the spelling's vector, from 1; 0 where it has none. */
export const VECTOR = 0;
/** Row of the spelling in the table of known words; 0 where training has hardly met it. */
export const WORD = 1;
export const PREFIX = 2;
export const SUFFIX = 3;
export const ENDING = 4;
export const SHAPE = 5;

const KNOWN_FROM = 3;

/** Spellings by number, and what the network sees of each. */
export class Vocabulary {
  /** Keys of the words that were met often enough to have a row of their own. */
  readonly knownKeys: ReadonlySet<number>;
  readonly #vectorOf: ReadonlyMap<number, number>;
  readonly #numbers = new Map<string, number>();
  readonly #rows: Int32Array[] = [];

  constructor(vectors: WordVectors, sentences: readonly Sentence[]) {
    this.#vectorOf = vectorRows(vectors);
    const counts = new Map<number, number>();
    for (const { words } of sentences) {
      for (const word of words) {
        const { key } = wordFeatures(word);
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
    }
    this.knownKeys = new Set([...counts].flatMap(([key, count]) => (count >= KNOWN_FROM ? [key] : [])));
  }

  /** The number of a spelling. */
  numberOf(word: string): number {
    const known = this.#numbers.get(word);
    if (known !== undefined) return known;
    const { key, word: bucket, prefix, suffix, ending, shape } = wordFeatures(word);
    const row = [this.#vectorOf.get(key) ?? 0, this.knownKeys.has(key) ? bucket : 0, prefix, suffix, ending, shape];
    this.#rows.push(Int32Array.from(row));
    this.#numbers.set(word, this.#rows.length - 1);
    return this.#rows.length - 1;
  }

  /** What the network sees of a spelling: COLUMNS numbers. */
  rowOf(spelling: number): Int32Array {
    const row = this.#rows[spelling];
    if (!row) throw new RangeError(`no spelling ${spelling}`);
    return row;
  }
}

/** Rows of vectors by word key; where two words share a key, the more frequent has it. */
function vectorRows(vectors: WordVectors): Map<number, number> {
  const rows = new Map<number, number>();
  for (const [index, word] of vectors.words.entries()) {
    const key = wordKey(foldedWord(word));
    if (!rows.has(key)) rows.set(key, index + 1);
  }
  return rows;
}
