import { ByteReader, ByteWriter } from './bytes';
import { hashText } from './hash';
import { indexOf } from './sortedKeys';

/** A number for each of some words, which are kept as hashes: two words in four billion are taken for each other. */
export interface WordTable {
  /** Hashes in rising order. */
  readonly hashes: Uint32Array;
  readonly values: Uint32Array;
}

const SEED = hashText(0x51ed270b, 'word table');

/** A table of these entries. */
export function wordTable(entries: ReadonlyMap<string, number>): WordTable {
  const byHash = new Map([...entries].map(([word, value]) => [hashText(SEED, word), value]));
  const hashes = Uint32Array.from(byHash.keys()).sort();
  return { hashes, values: Uint32Array.from(hashes, (hash) => byHash.get(hash) ?? 0) };
}

/** Looks numbers up by word; -1 for a word that the table does not hold. */
export function wordLookup({ hashes, values }: WordTable): (word: string) => number {
  return (word) => values[indexOf(hashes, hashText(SEED, word))] ?? -1;
}

export function readWordTable(section: Uint8Array): WordTable {
  const reader = new ByteReader(section);
  const length = reader.varint();
  return { hashes: reader.rising(length), values: reader.varints(length) };
}

export function writeWordTable({ hashes, values }: WordTable): Uint8Array {
  const writer = new ByteWriter();
  writer.varint(hashes.length);
  hashes.forEach((hash, place) => {
    writer.varint(hash - (hashes[place - 1] ?? 0));
  });
  for (const value of values) writer.varint(value);
  return writer.finish();
}
