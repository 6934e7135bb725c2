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

/** Adds the weights of features, in units of the scale, to the scores of the labels, which begin at `at`. */
export type AddWeights = (features: Uint32Array, count: number, scores: Float32Array, at: number) => void;

/** Bits of a slot that tell how many labels a row has. */
const COUNT_BITS = 5;
const MOST_LABELS = (1 << COUNT_BITS) - 1;

/**
 * The weights laid out for speed: open addressing with linear probing, half empty, where a slot holds a hash and beside it
 * where its row begins and how long that is; a row's cells hold a value and its label. A feature costs two places in
 * memory, one where it is not known.
 */
export function addingWeights({ hashes, rows, labels, values }: Weights): AddWeights {
  let size = 16;
  while (size < hashes.length * 2) size *= 2;
  const last = size - 1;
  const slots = new Int32Array(2 * size);
  for (let place = 0; place < hashes.length; place++) {
    const hash = hashes[place] as number;
    const from = rows[place] as number;
    const to = rows[place + 1] as number;
    // A row without labels says nothing, and a slot of zero is an empty one.
    if (to === from) continue;
    let slot = hash & last;
    while (slots[2 * slot + 1] !== 0) slot = (slot + 1) & last;
    slots[2 * slot] = hash;
    slots[2 * slot + 1] = (from << COUNT_BITS) | (to - from);
  }
  const cells = new Int16Array(labels.length);
  for (let cell = 0; cell < cells.length; cell++) {
    cells[cell] = ((values[cell] as number) << 8) | (labels[cell] as number);
  }

  return (features, count, scores, at) => {
    for (let index = 0; index < count; index++) {
      const hash = (features[index] as number) | 0;
      let slot = hash & last;
      let row = slots[2 * slot + 1] as number;
      while (row !== 0 && slots[2 * slot] !== hash) {
        slot = (slot + 1) & last;
        row = slots[2 * slot + 1] as number;
      }
      const from = row >>> COUNT_BITS;
      const to = from + (row & MOST_LABELS);
      for (let place = from; place < to; place++) {
        const cell = cells[place] as number;
        const label = at + (cell & 255);
        scores[label] = (scores[label] as number) + (cell >> 8);
      }
    }
  };
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
