import { BEGINS_LONGER, type Gazetteer } from '../gazetteer';
import type { Vocabulary } from './vocabulary';
import { type TaggerWord, taggerWords } from './words';
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
  const columns = columnsOf(length);
  const seen = words.map((word) => vocabulary.typeOf(word.text));
  const layout = layoutOf(seen);
  const types = layout < 2 ? seen : words.map((word) => vocabulary.caselessTypeOf(word.text));
  const { starts, ends, isGlued, isFirst } = columns;
  let opens = true;
  for (let index = 0; index < length; index++) {
    const word = words[index] as TaggerWord;
    const { isWord, endsSentence } = types[index] as WordType;
    starts[index] = word.start;
    ends[index] = word.end;
    isGlued[index] = word.isGlued ? 1 : 0;
    isFirst[index] = opens && isWord ? 1 : 0;
    if (isWord) opens = false;
    else if (endsSentence) opens = true;
  }
  fillRuns(columns, types);
  fillMatches(columns, types, vocabulary.gazetteer);
  return { length, types, layout, ...columns };
}

type Columns = Omit<Passage, 'length' | 'types' | 'layout'>;

/** Columns of zeros, in one piece of memory: many paragraphs are read, and each piece of its own costs more than its words. */
function columnsOf(length: number): Columns {
  const buffer = new ArrayBuffer(length * (5 * 4 + 3));
  const wide = (column: number) => new Int32Array(buffer, 4 * column * length, length);
  const narrow = (column: number) => new Uint8Array(buffer, (5 * 4 + column) * length, length);
  return {
    starts: wide(0),
    ends: wide(1),
    runFrom: wide(2),
    runTo: wide(3),
    matchKinds: wide(4),
    isGlued: narrow(0),
    isFirst: narrow(1),
    matchPlace: narrow(2),
  };
}

/** Names of several words that the gazetteer holds: the leftmost, and of those the longest. */
function fillMatches({ matchKinds, matchPlace }: Columns, types: readonly WordType[], gazetteer: Gazetteer): void {
  let words: readonly string[] | undefined;
  for (let from = 0; from < types.length; ) {
    const mayBegin = ((types[from]?.kinds ?? 0) & BEGINS_LONGER) !== 0;
    if (mayBegin) words ??= types.map(({ key }) => key);
    const match = mayBegin && words ? gazetteer.matchAt(words, from) : undefined;
    if (match) {
      matchKinds.fill(match.kinds, from, match.to);
      matchPlace[from] = 1;
      matchPlace[match.to - 1] = 2;
    }
    from = match?.to ?? from + 1;
  }
}

/** Rows of capitalized words; hyphens within them and a sentence's first word belong to the row. */
function fillRuns({ runFrom, runTo, isFirst }: Columns, types: readonly WordType[]): void {
  for (let from = 0; from < types.length; ) {
    let to = from;
    while (to < types.length && inRun(types, to) && (to === from || isFirst[to] === 0)) to++;
    const end = Math.max(to, from + 1);
    for (let index = from; index < end; index++) {
      runFrom[index] = from;
      runTo[index] = end;
    }
    from = end;
  }
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
