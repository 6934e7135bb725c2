import { BEGINS_LONGER } from '../gazetteer';
import { hashText, mix } from './hash';
import type { Passage } from './passage';
import type { WordType } from './wordTypes';

/** How far around a word its neighbors speak. */
export const REACH = 2;

const template = (name: string) => hashText(0x2545f491, name);

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
const midOf = (type: WordType | undefined) =>
  type ? (type.classes.mid >= 0 ? type.classes.mid : type.shapeHash) : EDGE;
/** What may be a name, and what is everyday language, apart from what longer names begin with. */
const kindsOf = (type: WordType | undefined) => (type?.kinds ?? 0) & (BEGINS_LONGER - 1);
const lowerOf = (type: WordType | undefined) => type?.lowerHash ?? EDGE;
const shapeOf = (type: WordType | undefined) => type?.shapeHash ?? EDGE;

/** Hashes of the features of a word that depend on more than one word. */
export function contextFeatures(passage: Passage, index: number, out: number[]): void {
  const { types, isFirst, isGlued, layout } = passage;
  const type = types[index];
  if (!type) return;
  const before = types[index - 1];
  const after = types[index + 1];
  out.push(
    BIAS,
    mix(BIGRAM_BEFORE, mix(lowerOf(before), type.lowerHash)),
    mix(BIGRAM_AFTER, mix(type.lowerHash, lowerOf(after))),
    mix(AROUND, mix(lowerOf(before), lowerOf(after))),
    mix(SHAPES, mix(mix(shapeOf(before), type.shapeHash), shapeOf(after))),
    mix(MIDS_BEFORE, mix(midOf(before), midOf(type))),
    mix(MIDS_AFTER, mix(midOf(type), midOf(after))),
    mix(MIDS_AROUND, mix(midOf(before), midOf(after))),
    mix(GLUE, mix((isGlued[index] ?? 0) * 2 + (isGlued[index + 1] ?? 0), mix(shapeOf(before), shapeOf(after)))),
  );
  if (type.kinds !== 0) {
    out.push(
      mix(KINDS_BEFORE, mix(kindsOf(before), kindsOf(type))),
      mix(KINDS_AFTER, mix(kindsOf(type), kindsOf(after))),
    );
  }
  const match = passage.matchKinds[index] ?? 0;
  if (match !== 0) {
    const place = passage.matchPlace[index] ?? 0;
    out.push(mix(MATCH, mix(match, place)), mix(MATCH_SHAPE, mix(match, mix(place, type.shapeHash))));
  }
  if (layout !== 0) out.push(mix(LAYOUT, mix(layout, type.shapeHash)));
  if (isFirst[index] === 1) out.push(mix(FIRST, type.shapeHash), mix(FIRST, type.lowerHash));
  if (type.isCapital || passage.runTo[index] !== index + 1) runFeatures(passage, index, out);
}

/** What surrounds the row of capitalized words, and what it begins and ends with. */
function runFeatures(passage: Passage, index: number, out: number[]): void {
  const { types } = passage;
  const from = passage.runFrom[index] ?? index;
  const to = passage.runTo[index] ?? index + 1;
  const before = types[from - 1];
  const after = types[to];
  const first = types[from];
  const last = types[to - 1];
  const place = (index === from ? 2 : 0) + (index === to - 1 ? 1 : 0);
  out.push(
    mix(RUN_LENGTH, mix(Math.min(to - from, 6), mix(place, passage.isFirst[from] ?? 0))),
    mix(RUN_BEFORE, mix(place & 2, lowerOf(before))),
    mix(RUN_AFTER, mix(place & 1, lowerOf(after))),
    mix(RUN_BEFORE_CLASS, mix(place & 2, midOf(before))),
    mix(RUN_AFTER_CLASS, mix(place & 1, midOf(after))),
    mix(RUN_BOTH, mix(midOf(before), midOf(after))),
    mix(RUN_LAST, mix(place, lowerOf(last))),
    mix(RUN_LAST_CLASS, mix(place, midOf(last))),
    mix(RUN_FIRST, mix(place, lowerOf(first))),
  );
}
