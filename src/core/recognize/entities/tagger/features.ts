import { BEGINS_LONGER } from '../gazetteer';
import { hashText, mix } from './hash';
import type { Passage } from './passage';
import type { WordType } from './wordTypes';

/** How far around a word its neighbors speak. */
export const REACH = 2;

/** With a sign, so that it fits into what the engine keeps without a box. */
const template = (name: string) => hashText(0x2545f491, name) | 0;

/** What a neighbor's feature says depends on where the neighbor stands: salts from `-REACH` to `REACH`. */
export const PLACE_SALTS: readonly number[] = Array.from({ length: 2 * REACH + 1 }, (_, place) =>
  template(`place ${place - REACH}`),
);

/** What stands for the words before a passage's first and behind its last. */
export const EDGE = template('edge');

const BIAS = template('bias');
const BIGRAM_BEFORE = template('word and word before');
const BIGRAM_AFTER = template('word and word after');
const AROUND = template('words around');
const SHAPES = template('three shapes');
const MIDS_BEFORE = template('classes before');
const MIDS_AFTER = template('classes after');
const MIDS_AROUND = template('classes around');
const KINDS_BEFORE = template('kinds before');
const KINDS_AFTER = template('kinds after');
const FIRST = template('first');
const LAYOUT = template('layout');
const RUN_LENGTH = template('run length');
const RUN_BEFORE = template('before run');
const RUN_AFTER = template('after run');
const RUN_BEFORE_CLASS = template('class before run');
const RUN_AFTER_CLASS = template('class after run');
const RUN_BOTH = template('around run');
const RUN_LAST = template('last of run');
const RUN_LAST_CLASS = template('class of last of run');
const RUN_FIRST = template('first of run');
const MATCH = template('name in gazetteer');
const MATCH_SHAPE = template('name in gazetteer, and shape');
const GLUE = template('glue');

/** Values of features that differ for "no word" and for each word. */
const midOf = (type: WordType | undefined) => type?.classHash ?? EDGE;
/** What may be a name, and what is everyday language, apart from what longer names begin with. */
const kindsOf = (type: WordType | undefined) => (type?.kinds ?? 0) & (BEGINS_LONGER - 1);
const lowerOf = (type: WordType | undefined) => type?.lowerHash ?? EDGE;
const shapeOf = (type: WordType | undefined) => type?.shapeHash ?? EDGE;

/** No word has more features that depend on more than one word. */
export const MOST_FEATURES = 32;

/**
 * Hashes of the features of a word that depend on more than one word.
 * @param out gets them from its start
 * @returns how many there are
 */
export function contextFeatures(passage: Passage, index: number, out: Uint32Array): number {
  const { types, isFirst, isGlued, layout } = passage;
  const type = types[index];
  if (!type) return 0;
  const before = types[index - 1];
  const after = types[index + 1];
  const lowerBefore = lowerOf(before);
  const lowerAfter = lowerOf(after);
  const shapeBefore = shapeOf(before);
  const shapeAfter = shapeOf(after);
  const midBefore = midOf(before);
  const mid = type.classHash;
  const midAfter = midOf(after);
  let count = 0;
  out[count++] = BIAS;
  out[count++] = mix(BIGRAM_BEFORE, mix(lowerBefore, type.lowerHash));
  out[count++] = mix(BIGRAM_AFTER, mix(type.lowerHash, lowerAfter));
  out[count++] = mix(AROUND, mix(lowerBefore, lowerAfter));
  out[count++] = mix(SHAPES, mix(mix(shapeBefore, type.shapeHash), shapeAfter));
  out[count++] = mix(MIDS_BEFORE, mix(midBefore, mid));
  out[count++] = mix(MIDS_AFTER, mix(mid, midAfter));
  out[count++] = mix(MIDS_AROUND, mix(midBefore, midAfter));
  out[count++] = mix(GLUE, mix((isGlued[index] ?? 0) * 2 + (isGlued[index + 1] ?? 0), mix(shapeBefore, shapeAfter)));
  if (type.kinds !== 0) {
    out[count++] = mix(KINDS_BEFORE, mix(kindsOf(before), kindsOf(type)));
    out[count++] = mix(KINDS_AFTER, mix(kindsOf(type), kindsOf(after)));
  }
  const match = passage.matchKinds[index] ?? 0;
  if (match !== 0) {
    const place = passage.matchPlace[index] ?? 0;
    out[count++] = mix(MATCH, mix(match, place));
    out[count++] = mix(MATCH_SHAPE, mix(match, mix(place, type.shapeHash)));
  }
  if (layout !== 0) out[count++] = mix(LAYOUT, mix(layout, type.shapeHash));
  if (isFirst[index] === 1) {
    out[count++] = mix(FIRST, type.shapeHash);
    out[count++] = mix(FIRST, type.lowerHash);
  }
  return type.isCapital || passage.runTo[index] !== index + 1 ? runFeatures(passage, index, out, count) : count;
}

/** What surrounds the row of capitalized words, and what it begins and ends with. */
function runFeatures(passage: Passage, index: number, out: Uint32Array, start: number): number {
  const { types } = passage;
  const from = passage.runFrom[index] ?? index;
  const to = passage.runTo[index] ?? index + 1;
  const before = types[from - 1];
  const after = types[to];
  const first = types[from];
  const last = types[to - 1];
  const place = (index === from ? 2 : 0) + (index === to - 1 ? 1 : 0);
  let count = start;
  out[count++] = mix(RUN_LENGTH, mix(Math.min(to - from, 6), mix(place, passage.isFirst[from] ?? 0)));
  out[count++] = mix(RUN_BEFORE, mix(place & 2, lowerOf(before)));
  out[count++] = mix(RUN_AFTER, mix(place & 1, lowerOf(after)));
  out[count++] = mix(RUN_BEFORE_CLASS, mix(place & 2, midOf(before)));
  out[count++] = mix(RUN_AFTER_CLASS, mix(place & 1, midOf(after)));
  out[count++] = mix(RUN_BOTH, mix(midOf(before), midOf(after)));
  out[count++] = mix(RUN_LAST, mix(place, lowerOf(last)));
  out[count++] = mix(RUN_LAST_CLASS, mix(place, midOf(last)));
  out[count++] = mix(RUN_FIRST, mix(place, lowerOf(first)));
  return count;
}
