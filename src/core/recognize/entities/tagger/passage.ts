import { BEGINS_LONGER, type Gazetteer } from '../gazetteer';
import type { Vocabulary } from './vocabulary';
import { taggerWords } from './words';
import type { WordType } from './wordTypes';

/** A passage cut into words, and what can be seen of its layout at a glance. One entry a word, unless it says otherwise. */
export interface Passage {
  readonly length: number;
  /** UTF-16 offsets from the passage's start. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly types: readonly WordType[];
  readonly isGlued: Uint8Array;
  /** Whether a sentence begins here, as far as stops tell. */
  readonly isFirst: Uint8Array;
  /** Where the row of capitalized words begins that a word belongs to; the word's own index where it has none. */
  readonly runFrom: Int32Array;
  /** Before which index that row ends. */
  readonly runTo: Int32Array;
  /** Kinds of the name of several words in the gazetteer that a word belongs to; 0 where there is none. */
  readonly matchKinds: Int32Array;
  /** Its place in that name: 1 the first, 2 the last, 0 between. */
  readonly matchPlace: Uint8Array;
  /** Whether most words are capitalized, as in a headline, or all in capitals. */
  readonly layout: Layout;
}

/**
 * 0 running text, 1 a headline's capitals, 2 all in capitals, 3 all in small letters. The words of the last two are read
 * alike, as if all were in small letters.
 */
export type Layout = 0 | 1 | 2 | 3;

/** Reads a passage: its words, sentences and rows of capitalized words. */
export function readPassage(text: string, vocabulary: Vocabulary): Passage {
  const words = taggerWords(text);
  const length = words.length;
  const starts = new Int32Array(length);
  const ends = new Int32Array(length);
  const isGlued = new Uint8Array(length);
  const isFirst = new Uint8Array(length);
  const seen = words.map((word) => vocabulary.typeOf(word.text));
  const layout = layoutOf(seen);
  const types = layout < 2 ? seen : words.map((word) => vocabulary.caselessTypeOf(word.text));
  let opens = true;
  words.forEach((word, index) => {
    const isWord = types[index]?.isWord === true;
    starts[index] = word.start;
    ends[index] = word.end;
    isGlued[index] = word.isGlued ? 1 : 0;
    isFirst[index] = opens && isWord ? 1 : 0;
    if (isWord) opens = false;
    else if (/^[.!?…:;•*]$/.test(word.text)) opens = true;
  });
  const { runFrom, runTo } = capitalRuns(types, isFirst);
  const matches = gazetteerMatches(types, vocabulary.gazetteer);
  return { length, starts, ends, types, isGlued, isFirst, runFrom, runTo, ...matches, layout };
}

/** Names of several words that the gazetteer holds: the leftmost, and of those the longest. */
function gazetteerMatches(types: readonly WordType[], gazetteer: Gazetteer) {
  const matchKinds = new Int32Array(types.length);
  const matchPlace = new Uint8Array(types.length);
  const words = types.map((type) => type.lower);
  for (let from = 0; from < types.length; ) {
    const mayBegin = ((types[from]?.kinds ?? 0) & BEGINS_LONGER) !== 0;
    const match = mayBegin ? gazetteer.matchAt(words, from) : undefined;
    if (match) {
      matchKinds.fill(match.kinds, from, match.to);
      matchPlace[from] = 1;
      matchPlace[match.to - 1] = 2;
    }
    from = match?.to ?? from + 1;
  }
  return { matchKinds, matchPlace };
}

/** Rows of capitalized words; hyphens within them and a sentence's first word belong to the row. */
function capitalRuns(types: readonly WordType[], isFirst: Uint8Array) {
  const runFrom = new Int32Array(types.length);
  const runTo = new Int32Array(types.length);
  for (let from = 0; from < types.length; ) {
    let to = from;
    while (to < types.length && inRun(types, to) && (to === from || isFirst[to] === 0)) to++;
    const end = Math.max(to, from + 1);
    runFrom.fill(from, from, end);
    runTo.fill(end, from, end);
    from = end;
  }
  return { runFrom, runTo };
}

function inRun(types: readonly WordType[], index: number): boolean {
  if (types[index]?.isCapital === true) return true;
  return types[index]?.text === '-' && types[index - 1]?.isCapital === true && types[index + 1]?.isCapital === true;
}

function layoutOf(types: readonly WordType[]): Layout {
  let long = 0;
  let capital = 0;
  let all = 0;
  for (const type of types) {
    if (!type.isWord || type.text.length < 4) continue;
    long++;
    if (type.isCapital) capital++;
    if (type.isAllCaps) all++;
  }
  if (long < 3) return 0;
  if (all > long * 0.8) return 2;
  if (capital === 0 && long > 8) return 3;
  return capital > long * 0.7 && types.length < 40 ? 1 : 0;
}
