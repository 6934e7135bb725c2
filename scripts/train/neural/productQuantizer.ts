import { CODES } from '../../../src/core/recognize/entities/neural/vectorTable';
import type { Random } from '../../../test/bench/support/random';

/** Vectors in few bytes: for each part of each vector, which of the typical parts is nearest. */
export interface Quantized {
  readonly parts: number;
  /** For each part in turn, CODES typical parts. */
  readonly books: Float32Array;
  /** `parts` bytes for each vector. */
  readonly codes: Uint8Array;
}

const SAMPLE = 20_000;
const ROUNDS = 12;

/**
 * Product quantization: for each part, k-means over a sample (Lloyd 1982), then the nearest mean for every vector.
 * @param values rows of `width` numbers, which `parts` divides
 */
export function quantizeVectors(values: Float32Array, width: number, parts: number, random: Random): Quantized {
  const count = values.length / width;
  const partWidth = width / parts;
  const books = new Float32Array(CODES * width);
  const codes = new Uint8Array(count * parts);
  const sample = Array.from({ length: Math.min(SAMPLE, count) }, () => Math.floor(random.next() * count));
  for (let part = 0; part < parts; part++) {
    const book = books.subarray(part * CODES * partWidth, (part + 1) * CODES * partWidth);
    const piece = (row: number) => row * width + part * partWidth;
    sample.slice(0, CODES).forEach((row, code) => {
      book.set(values.subarray(piece(row), piece(row) + partWidth), code * partWidth);
    });
    for (let round = 0; round < ROUNDS; round++) moveMeans(book, values, sample.map(piece), partWidth);
    for (let row = 0; row < count; row++) codes[row * parts + part] = nearest(book, values, piece(row), partWidth);
  }
  return { parts, books, codes };
}

function moveMeans(book: Float32Array, values: Float32Array, pieces: readonly number[], width: number): void {
  const sums = new Float64Array(book.length);
  const counts = new Uint32Array(CODES);
  for (const start of pieces) {
    const code = nearest(book, values, start, width);
    counts[code] = (counts[code] as number) + 1;
    for (let cell = 0; cell < width; cell++) {
      sums[code * width + cell] = (sums[code * width + cell] as number) + (values[start + cell] as number);
    }
  }
  for (let cell = 0; cell < book.length; cell++) {
    const count = counts[Math.floor(cell / width)] as number;
    if (count > 0) book[cell] = (sums[cell] as number) / count;
  }
}

function nearest(book: Float32Array, values: Float32Array, start: number, width: number): number {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (let code = 0; code < CODES; code++) {
    let distance = 0;
    for (let cell = 0; cell < width; cell++) {
      const difference = (values[start + cell] as number) - (book[code * width + cell] as number);
      distance += difference * difference;
    }
    if (distance < least) {
      least = distance;
      best = code;
    }
  }
  return best;
}

/** The vectors as they will be read again, into the rows of `out` that `rows` names. */
export function dequantize(
  { parts, books, codes }: Quantized,
  width: number,
  rows: readonly number[],
  out: Float32Array,
): void {
  const partWidth = width / parts;
  rows.forEach((row, index) => {
    for (let part = 0; part < parts; part++) {
      const from = (part * CODES + (codes[index * parts + part] as number)) * partWidth;
      out.set(books.subarray(from, from + partWidth), row * width + part * partWidth);
    }
  });
}
