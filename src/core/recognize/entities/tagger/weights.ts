import type { Kernel } from '../kernel/kernel';
import { COUNT_BITS, OF, SLOT, WEIGHT_ROW, WHOLE_ROW } from '../kernel/shape';
import { ByteReader, ByteWriter } from './bytes';
import { LABEL_COUNT } from './labels';

/**
 * Weights of features, by the hash of a feature: a row of small whole numbers for the labels that it speaks for or
 * against, times one scale.
 */
export interface Weights {
  readonly scale: number;
  readonly hashes: Uint32Array;
  /** Where the row of each feature begins in `labels` and `values`; one more entry than there are features. */
  readonly rows: Uint32Array;
  readonly labels: Uint8Array;
  readonly values: Int8Array;
}

/** Weights as the kernel looks them up; places in its memory, in bytes. */
export interface WeightTable {
  readonly slots: number;
  readonly mask: number;
  readonly cells: number;
  readonly rows: number;
  /** Whether a feature may be known: false for nine of ten that are not. */
  mayHave(feature: number): boolean;
}

/** Bits of the sieve, a power of two: 128 kB, which stay at hand where the table itself, of 2 MB, does not. */
const SIEVE_BITS = 1 << 20;
/** Weights of more labels than this are added as a whole row. */
const FEW = 4;

/**
 * Lays weights out for speed: open addressing with linear probing, half empty, where a slot holds a hash and beside it where
 * its weights are. One feature of six speaks of many labels, and those are met most. A feature that is not known mostly costs
 * a bit in a small table ("sieve", after Bloom 1970, with one hash).
 */
export function weightTable(weights: Weights, kernel: Kernel): WeightTable {
  const { hashes, rows: begins } = weights;
  let size = 16;
  while (size < hashes.length * 2) size *= 2;
  const mask = size - 1;
  const slots = kernel.take(size * (SLOT / OF));
  const { cells, rows, refs } = layOut(weights, kernel);
  const whole = kernel.integers;
  const sieve = new Int32Array(SIEVE_BITS / 32);
  for (let place = 0; place < hashes.length; place++) {
    // A row without labels says nothing, and a slot of zero is an empty one.
    if (begins[place] === begins[place + 1]) continue;
    const hash = hashes[place] as number;
    let slot = hash & mask;
    while (whole[(slots + slot * SLOT) / OF + 1] !== 0) slot = (slot + 1) & mask;
    whole[(slots + slot * SLOT) / OF] = hash;
    whole[(slots + slot * SLOT) / OF + 1] = refs[place] as number;
    const bit = hash & (SIEVE_BITS - 1);
    sieve[bit >>> 5] = (sieve[bit >>> 5] as number) | (1 << bit);
  }
  const mayHave = (feature: number) => {
    const bit = feature & (SIEVE_BITS - 1);
    return (((sieve[bit >>> 5] as number) >>> bit) & 1) === 1;
  };
  return { slots, mask, cells, rows, mayHave };
}

/** Puts weights into the kernel's memory. @returns for each feature, what its slot says of where they are */
function layOut({ hashes, rows: begins, labels, values }: Weights, kernel: Kernel) {
  let [many, few] = [0, 0];
  const countOf = (place: number) => (begins[place + 1] as number) - (begins[place] as number);
  for (let place = 0; place < hashes.length; place++) {
    if (countOf(place) > FEW) many++;
    else few += countOf(place);
  }
  const rows = kernel.take(many * (WEIGHT_ROW / OF));
  const cells = kernel.take(Math.ceil(few / 2));
  const [bytes, shorts] = [new Int8Array(kernel.integers.buffer), new Int16Array(kernel.integers.buffer)];
  const refs = new Int32Array(hashes.length);
  let [row, cell] = [0, 0];
  for (let place = 0; place < hashes.length; place++) {
    const [from, to] = [begins[place] as number, begins[place + 1] as number];
    const isWhole = to - from > FEW;
    refs[place] = isWhole ? (row << COUNT_BITS) | WHOLE_ROW : (cell << COUNT_BITS) | (to - from);
    for (let at = from; at < to; at++) {
      const [label, value] = [labels[at] as number, values[at] as number];
      if (isWhole) bytes[rows + row * WEIGHT_ROW + label] = value;
      else shorts[cells / 2 + cell++] = (value << 8) | label;
    }
    if (isWhole) row++;
  }
  return { rows, cells, refs };
}

/** Hashes as differences, then each row's labels as a bit set, then all values: alike beside alike packs well. */
export function readWeights(section: Uint8Array): Weights {
  const reader = new ByteReader(section);
  const scale = reader.float();
  const count = reader.varint();
  const hashes = reader.rising(count);
  const { rows, labels } = labelsOf(reader.varints(count));
  const values = Int8Array.from(reader.take(labels.length));
  return { scale, hashes, rows, labels, values };
}

/** The labels of each row, from a set of them with a bit for each. */
function labelsOf(sets: Uint32Array): Pick<Weights, 'rows' | 'labels'> {
  const rows = new Uint32Array(sets.length + 1);
  const labels = new Uint8Array(sets.length * LABEL_COUNT);
  let cell = 0;
  for (let place = 0; place < sets.length; place++) {
    // A set's lowest bit at a time.
    for (let set = sets[place] as number; set !== 0; set &= set - 1) labels[cell++] = 31 - Math.clz32(set & -set);
    rows[place + 1] = cell;
  }
  return { rows, labels: labels.slice(0, cell) };
}

/** The bytes that `readWeights` reads; `hashes` in rising order. */
export function writeWeights({ scale, hashes, rows, labels, values }: Weights): Uint8Array {
  const writer = new ByteWriter();
  writer.float(scale);
  writer.varint(hashes.length);
  hashes.forEach((hash, place) => {
    writer.varint(hash - (hashes[place - 1] ?? 0));
  });
  hashes.forEach((_, place) => {
    let set = 0;
    for (let cell = rows[place] ?? 0; cell < (rows[place + 1] ?? 0); cell++) set |= 1 << (labels[cell] ?? 0);
    writer.varint(set >>> 0);
  });
  for (const value of values) writer.byte(value & 255);
  return writer.finish();
}
