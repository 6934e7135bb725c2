import { folded } from '../gazetteer';
import { hashText, mix } from './hash';
import type { Lexicon, WordClasses } from './lexicon';
import { signKind } from './signKind';

/** All that is known of a word by itself, worked out once for each spelling. */
export interface WordType {
  readonly text: string;
  readonly lower: string;
  /** As the gazetteer has it. */
  readonly key: string;
  readonly lowerHash: number;
  readonly shape: string;
  readonly shapeHash: number;
  readonly classes: WordClasses;
  /** What its class is called among features: its middle class, or its shape where it has none. */
  readonly classHash: number;
  readonly kinds: number;
  readonly isCapital: boolean;
  readonly isAllCaps: boolean;
  /** Whether it stands in a passage whose capitals say nothing. */
  readonly isCaseless: boolean;
  readonly isWord: boolean;
  /** Whether a sentence may begin behind it. */
  readonly endsSentence: boolean;
  /** Hashes of features that speak at every place around the word. */
  readonly near: readonly number[];
  /** Hashes of features that speak of the word itself only. */
  readonly own: readonly number[];
  /** Where what scorers have worked out of it is, in the kernel's memory, and in which filling of their store. */
  place: number;
  filling: number;
}

/** Salts of feature templates: what a hash says depends on its template. */
const enum_ = (name: string) => hashText(0x9747b28c, name);
const LOWER = enum_('lower');
const SHAPE = enum_('shape');
const FINE = enum_('fine');
const MID = enum_('mid');
const COARSE = enum_('coarse');
const KIND = enum_('kind');
const EXACT = enum_('exact');
const PREFIX = enum_('prefix');
const SUFFIX = enum_('suffix');
const SUFFIX_SHAPE = enum_('suffix and shape');
const LENGTH = enum_('length');

/** Bits of kinds that say what a word is. */
const KIND_BITS = 21;

/** British and African papers write these without a stop; they are read as if they had one. */
const STOPLESS = /^(?:Mr|Mrs|Ms|Dr|Prof|Lt|Sgt|Capt|Jr|Sr)$/;

/** Words beyond this length are told apart by their first letters only. */
const LONGEST_KEY = 40;

export function wordType(text: string, lexicon: Lexicon): WordType {
  const key = STOPLESS.test(text) ? `${text}.` : text.slice(0, LONGEST_KEY);
  const lower = key.toLowerCase().replaceAll('’', "'");
  const shape = shapeOf(key);
  const classes = lexicon.wordClass(lower);
  const kinds = lexicon.gazetteer.kindsOf(lower);
  // With a sign, so that they fit into what the engine keeps without a box.
  const lowerHash = hashText(LOWER, lower) | 0;
  const shapeHash = hashText(SHAPE, shape) | 0;
  const near = [lowerHash, shapeHash];
  if (classes.fine >= 0) near.push(mix(FINE, classes.fine), mix(MID, classes.mid), mix(COARSE, classes.coarse));
  for (let bit = 0; bit < KIND_BITS; bit++) if (kinds & (1 << bit)) near.push(mix(KIND, bit));
  const isWord = /^[\p{L}\p{N}]/u.test(key);
  return {
    text: key,
    lower,
    key: folded(lower),
    lowerHash,
    shape,
    shapeHash,
    classes,
    classHash: classes.mid >= 0 ? classes.mid : shapeHash,
    kinds,
    isCapital: /^\p{Lu}/u.test(key),
    isCaseless: false,
    isAllCaps: key.length > 1 && /^[\p{Lu}\p{N}.]+$/u.test(key),
    isWord,
    endsSentence: /^[.!?…:;•*]$/.test(key),
    near,
    own: ownFeatures(key, lower, shapeHash, isWord),
    place: 0,
    filling: 0,
  };
}

function ownFeatures(key: string, lower: string, shapeHash: number, isWord: boolean): number[] {
  const own = [hashText(EXACT, key)];
  if (!isWord) return own;
  const longest = Math.min(4, lower.length - 1);
  for (let length = 1; length <= longest; length++) {
    own.push(hashText(PREFIX + length, lower, 0, length));
    const suffix = hashText(SUFFIX + length, lower, lower.length - length);
    own.push(suffix);
    if (length > 1 && length < 4) own.push(mix(SUFFIX_SHAPE, mix(suffix, shapeHash)));
  }
  own.push(mix(LENGTH, Math.min(lower.length, 12)));
  return own;
}

/** Capitals as X, small letters as x, digits as 9, runs of one kind shortened: "McCain" is "XxXx", "U.S." is "X.X.". */
function shapeOf(word: string): string {
  let shape = '';
  let last = '';
  let run = 0;
  for (const sign of word) {
    const kind = signKind(sign);
    run = kind === last ? run + 1 : 1;
    last = kind;
    if (run <= 2 || (kind !== 'X' && kind !== 'x' && kind !== '9')) shape += kind;
    if (shape.length > 8) break;
  }
  return shape;
}
