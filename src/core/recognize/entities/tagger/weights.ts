import { ByteReader, ByteWriter } from './bytes';
import { type HashIndex, hashIndex } from './hashIndex';
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

/** Adds a feature's weights, in units of the scale, to the scores of the labels, which begin at `at`. */
export type AddWeights = (hash: number, scores: Float32Array, at: number) => void;

export function addingWeights({ hashes, rows, labels, values }: Weights): AddWeights {
  const placeOf: HashIndex = hashIndex(hashes);
  return (hash, scores, at) => {
    const place = placeOf(hash);
    if (place < 0) return;
    const to = rows[place + 1] ?? 0;
    for (let cell = rows[place] ?? 0; cell < to; cell++) {
      const index = at + (labels[cell] ?? 0);
      scores[index] = (scores[index] ?? 0) + (values[cell] ?? 0);
    }
  };
}

/** Hashes as differences, then each row's labels as a bit set, then all values: alike beside alike packs well. */
export function readWeights(section: Uint8Array): Weights {
  const reader = new ByteReader(section);
  const scale = reader.float();
  const count = reader.varint();
  const hashes = new Uint32Array(count);
  let hash = 0;
  for (let place = 0; place < count; place++) {
    hash += reader.varint();
    hashes[place] = hash;
  }
  const rows = new Uint32Array(count + 1);
  const labels: number[] = [];
  for (let place = 0; place < count; place++) {
    const set = reader.varint();
    for (let label = 0; label < LABEL_COUNT; label++) if ((set >>> label) & 1) labels.push(label);
    rows[place + 1] = labels.length;
  }
  const values = Int8Array.from(reader.take(labels.length), (byte) => (byte << 24) >> 24);
  return { scale, hashes, rows, labels: Uint8Array.from(labels), values };
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
