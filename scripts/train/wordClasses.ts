import { readFileSync } from 'node:fs';
import type { ClassTable } from '../../src/core/recognize/entities/tagger/classTable';
import { wordTable } from '../../src/core/recognize/entities/tagger/wordTable';
import { seeded } from '../../test/bench/support/random';

/** Words to sort into classes: the most frequent ones. */
const MOST_WORDS = 80_000;
const SIZES = { fine: 1024, mid: 192, coarse: 40 };
const ROUNDS = { fine: 10, mid: 25, coarse: 25 };

/** Vectors of unit length, one behind the other. */
interface Vectors {
  readonly count: number;
  readonly width: number;
  readonly values: Float32Array;
}

/**
 * Sorts words into classes by spherical k-means over word vectors (Dhillon and Modha 2001), then the classes into
 * coarser ones. The same words and vectors give the same classes.
 * @param file the package's JSON: {"words": […], "vectors": {word: […]}}, frequent words first
 */
export function wordClasses(file: string): ClassTable {
  const { words, vectors } = readVectors(file);
  const random = seeded(12345);
  const fine = kMeans(vectors, SIZES.fine, ROUNDS.fine, random.below);
  const mid = kMeans(fine.centers, SIZES.mid, ROUNDS.mid, random.below);
  const coarse = kMeans(mid.centers, SIZES.coarse, ROUNDS.coarse, random.below);
  const classOf = new Map(words.map((word, place) => [word, fine.classes[place] ?? 0]));
  return { words: wordTable(classOf), mid: mid.classes, coarse: coarse.classes };
}

function readVectors(file: string): { words: string[]; vectors: Vectors } {
  const data = JSON.parse(readFileSync(file, 'utf8')) as { words: string[]; vectors: Record<string, number[]> };
  const words = data.words.filter((word) => /^[\p{L}\p{N}'.&-]+$/u.test(word)).slice(0, MOST_WORDS);
  const width = 100;
  const values = new Float32Array(words.length * width);
  words.forEach((word, place) => {
    values.set((data.vectors[word] ?? []).slice(0, width), place * width);
    normalize(values.subarray(place * width, place * width + width));
  });
  return { words, vectors: { count: words.length, width, values } };
}

function normalize(vector: Float32Array): void {
  const length = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
  if (length > 0) for (let index = 0; index < vector.length; index++) vector[index] = (vector[index] ?? 0) / length;
}

function kMeans(vectors: Vectors, size: number, rounds: number, below: (limit: number) => number) {
  const { count, width, values } = vectors;
  const centers = new Float32Array(size * width);
  const chosen = new Set<number>();
  while (chosen.size < size) chosen.add(below(Math.min(count, 30_000)));
  [...chosen].forEach((place, index) => {
    centers.set(values.subarray(place * width, (place + 1) * width), index * width);
  });
  const classes = new Uint16Array(count);
  for (let round = 0; round < rounds; round++) {
    for (let place = 0; place < count; place++) classes[place] = nearest(values, place * width, centers, size, width);
    centers.fill(0);
    for (let place = 0; place < count; place++) {
      const at = (classes[place] ?? 0) * width;
      for (let index = 0; index < width; index++) {
        centers[at + index] = (centers[at + index] ?? 0) + (values[place * width + index] ?? 0);
      }
    }
    for (let index = 0; index < size; index++) normalize(centers.subarray(index * width, (index + 1) * width));
  }
  return { classes, centers: { count: size, width, values: centers } };
}

/** The center of the greatest dot product; the width is a multiple of four. */
function nearest(values: Float32Array, at: number, centers: Float32Array, size: number, width: number): number {
  let best = 0;
  let most = Number.NEGATIVE_INFINITY;
  for (let index = 0; index < size; index++) {
    const from = index * width;
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    for (let k = 0; k < width; k += 4) {
      a += (values[at + k] ?? 0) * (centers[from + k] ?? 0);
      b += (values[at + k + 1] ?? 0) * (centers[from + k + 1] ?? 0);
      c += (values[at + k + 2] ?? 0) * (centers[from + k + 2] ?? 0);
      d += (values[at + k + 3] ?? 0) * (centers[from + k + 3] ?? 0);
    }
    const sum = a + b + c + d;
    if (sum > most) {
      most = sum;
      best = index;
    }
  }
  return best;
}
