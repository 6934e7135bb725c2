import { ByteReader, ByteWriter } from './bytes';
import { NO_CLASSES, type WordClasses } from './lexicon';
import { readWordTable, type WordTable, wordLookup, writeWordTable } from './wordTable';

/** Classes of words, from fine to coarse; a fine class lies within one class of each coarser kind. */
export interface ClassTable {
  /** The fine class of each word in lower case. */
  readonly words: WordTable;
  /** The middle class of each fine one, and the coarse class of each middle one. */
  readonly mid: Uint16Array;
  readonly coarse: Uint16Array;
}

/** Looks classes up by word in lower case. */
export function classLookup({ words, mid, coarse }: ClassTable): (lower: string) => WordClasses {
  const fineOf = wordLookup(words);
  const classes = Array.from(mid, (middle, fine): WordClasses => ({ fine, mid: middle, coarse: coarse[middle] ?? 0 }));
  return (lower) => classes[fineOf(lower)] ?? NO_CLASSES;
}

export function readClasses(section: Uint8Array): ClassTable {
  const reader = new ByteReader(section);
  const numbers = () => Uint16Array.from(reader.varints(reader.varint()));
  const mid = numbers();
  const coarse = numbers();
  return { mid, coarse, words: readWordTable(reader.take(reader.varint())) };
}

export function writeClasses({ words, mid, coarse }: ClassTable): Uint8Array {
  const writer = new ByteWriter();
  for (const numbers of [mid, coarse]) {
    writer.varint(numbers.length);
    for (const number of numbers) writer.varint(number);
  }
  const table = writeWordTable(words);
  writer.varint(table.length);
  writer.append(table);
  return writer.finish();
}
