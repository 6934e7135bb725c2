import type { Kernel } from '../kernel/kernel';
import { OF, SLOT, WEIGHT_ROW } from '../kernel/shape';
import { ByteReader, ByteWriter } from './bytes';

/**
 * Weights of features, by the hash of a feature: a row of small whole numbers for the labels that it speaks for or
 * against, times one scale.
 */
export interface Weights {
  readonly scale: number;
  readonly hashes: Uint32Array;
  /** The labels of each feature: a bit for each. */
  readonly sets: Uint32Array;
  /** The weights of each feature, in the order of its labels, one feature behind the other. */
  readonly values: Int8Array;
}

/** Weights as the kernel looks them up; places in its memory, in bytes. */
export interface WeightTable {
  readonly slots: number;
  readonly mask: number;
  readonly rows: number;
  /** Whether a feature may be known: false for nine of ten that are not. */
  mayHave(feature: number): boolean;
}

/** Bits of the sieve, a power of two: 128 kB, which stay at hand where the table itself does not. */
const SIEVE_BITS = 1 << 20;

/**
 * Lays weights out for speed: open addressing with linear probing, half empty, where a slot holds a hash and beside it the
 * number of a row of weights for all labels, to be added at once. Most rows are of zeros but for two or three labels; those
 * that are met most are not. A feature that is not known mostly costs a bit in a small table ("sieve", after Bloom 1970, with
 * one hash). Somebody waits while this runs, in a program that has just started: in plain loops over plain variables.
 * @throws RangeError where there are other than as many values as labels
 */
export function weightTable({ hashes, sets, values }: Weights, kernel: Kernel): WeightTable {
  let size = 16;
  while (size < hashes.length * 2) size *= 2;
  const mask = size - 1;
  const slots = kernel.take(size * (SLOT / OF));
  const rows = kernel.take((hashes.length + 1) * (WEIGHT_ROW / OF));
  const { buffer } = kernel.integers;
  const table = new Int32Array(buffer, slots, 2 * size);
  const bytes = new Int8Array(buffer, rows, (hashes.length + 1) * WEIGHT_ROW);
  const sieve = new Int32Array(SIEVE_BITS / 32);
  let cell = 0;
  for (let index = 0; index < hashes.length; index++) {
    const hash = hashes[index] as number;
    let slot = 2 * (hash & mask);
    while (table[slot + 1] !== 0) slot = (slot + 2) & (2 * mask);
    table[slot] = hash;
    table[slot + 1] = index + 1;
    const bit = hash & (SIEVE_BITS - 1);
    sieve[bit >>> 5] = (sieve[bit >>> 5] as number) | (1 << bit);
    const row = (index + 1) * WEIGHT_ROW;
    // A set's lowest bit at a time.
    for (let set = sets[index] as number; set !== 0; set &= set - 1) {
      bytes[row + 31 - Math.clz32(set & -set)] = values[cell++] as number;
    }
  }
  if (cell !== values.length) throw new RangeError('the model ends too early');
  const mayHave = (feature: number) => {
    const bit = feature & (SIEVE_BITS - 1);
    return (((sieve[bit >>> 5] as number) >>> bit) & 1) === 1;
  };
  return { slots, mask, rows, mayHave };
}

/** Hashes as differences, then each row's labels, then all values: alike beside alike packs well. */
export function readWeights(section: Uint8Array): Weights {
  const reader = new ByteReader(section);
  const scale = reader.float();
  const count = reader.varint();
  const hashes = reader.rising(count);
  const sets = reader.varints(count);
  const { buffer, byteOffset, length } = reader.rest();
  return { scale, hashes, sets, values: new Int8Array(buffer, byteOffset, length) };
}

/** The bytes that `readWeights` reads; `hashes` in rising order. */
export function writeWeights({ scale, hashes, sets, values }: Weights): Uint8Array {
  const writer = new ByteWriter();
  writer.float(scale);
  writer.varint(hashes.length);
  hashes.forEach((hash, place) => {
    writer.varint(hash - (hashes[place - 1] ?? 0));
  });
  for (const set of sets) writer.varint(set);
  for (const value of values) writer.byte(value & 255);
  return writer.finish();
}
