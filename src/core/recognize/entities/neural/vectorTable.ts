import type { ByteReader } from '../tagger/bytes';
import { indexOf } from '../tagger/sortedKeys';
import { readRising, readScaled } from './numbers';

/** Word vectors, found by the key of a word. */
export interface VectorTable {
  /** Adds the vector of a word to `out`, from its start; nothing where the word has none. */
  addTo(out: Float32Array, key: number): void;
}

/** Entries of each codebook: one byte chooses. */
export const CODES = 256;

/**
 * Vectors cut in parts of equal width, each kept as the number of the nearest of 256 typical parts (Jégou, Douze and
 * Schmid 2011, "Product quantization for nearest neighbor search").
 * @param width numbers in a vector
 */
export function readVectorTable(reader: ByteReader, width: number): VectorTable {
  const parts = reader.varint();
  const keys = readRising(reader);
  const books = readScaled(reader, CODES * width);
  const codes = reader.take(keys.length * parts);
  const partWidth = width / parts;
  return Object.freeze({
    addTo(out: Float32Array, key: number): void {
      const index = indexOf(keys, key);
      if (index < 0) return;
      for (let part = 0; part < parts; part++) {
        const from = (part * CODES + (codes[index * parts + part] as number)) * partWidth;
        for (let cell = 0; cell < partWidth; cell++) {
          const to = part * partWidth + cell;
          out[to] = (out[to] as number) + (books[from + cell] as number);
        }
      }
    },
  });
}
