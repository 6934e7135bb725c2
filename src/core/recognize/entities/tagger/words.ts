import type { Span } from '../../../text/span';

/** A word as the tagger sees it: letters and digits together, or one sign. UTF-16 offsets from the passage's start. */
export interface TaggerWord extends Span {
  readonly text: string;
  /** Whether it follows the word before without white space. */
  readonly isGlued: boolean;
}

/**
 * Abbreviations that keep their stop, initials, dotted capitals ("U.S."), numbers, possessive endings, words with inner
 * apostrophes, hundreds of one sign in a row, and any other sign by itself. Hyphens divide: "US-led" is three words, for
 * the first may be a name. No alternative looks further than to the end of what it takes and a few characters on, so the
 * time is linear.
 */
const WORD = new RegExp(
  [
    String.raw`\p{Lu}(?:\.\p{Lu})+(?:\.|(?![\p{L}\p{M}\p{N}]))`,
    String.raw`(?:Mr|Mrs|Ms|Dr|Gen|Lt|Col|Maj|Sgt|Capt|Adm|Sen|Rep|Gov|Prof|Rev|Hon|St|Mt|Jr|Sr|Corp|Inc|Co|Ltd|Bros)\.`,
    String.raw`\p{Lu}\.(?=\s?\p{Lu})`,
    String.raw`\d+(?:[.,]\d+)*(?![\p{L}\p{M}\p{N}])`,
    String.raw`['’][sS](?![\p{L}\p{M}\p{N}])`,
    String.raw`[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’](?![sS](?![\p{L}\p{M}\p{N}]))\p{L}[\p{L}\p{M}\p{N}]*)*`,
    String.raw`([^\p{L}\p{N}\s])\1{199,}`,
    String.raw`\S`,
  ].join('|'),
  'gu',
);

/** Cuts a passage into words for the tagger. */
export function taggerWords(passage: string): TaggerWord[] {
  const words: TaggerWord[] = [];
  let last = -1;
  for (let at = 0; at < passage.length; ) {
    if (isSpace(passage.charCodeAt(at))) {
      at++;
      continue;
    }
    const plain = plainEnd(passage, at);
    const word = plain > at ? wordAt(passage, at, plain, last) : wordFrom(passage, at, last);
    if (!word) break;
    words.push(word);
    last = word.end;
    at = word.end;
  }
  return words;
}

const wordAt = (passage: string, start: number, end: number, last: number): TaggerWord => ({
  start,
  end,
  text: passage.slice(start, end),
  isGlued: start === last,
});

/** The next word at or behind a place, of any characters. */
function wordFrom(passage: string, from: number, last: number): TaggerWord | undefined {
  WORD.lastIndex = from;
  const match = WORD.exec(passage);
  return match ? wordAt(passage, match.index, match.index + match[0].length, last) : undefined;
}

/**
 * Where a word of ASCII letters, or an ASCII sign, ends: nearly all of English, and no regular expression is needed for it.
 * The place itself where more must be looked at: a stop behind a capital, an apostrophe, a row of one sign.
 */
function plainEnd(passage: string, start: number): number {
  const first = passage.charCodeAt(start);
  if (!isLetter(first)) {
    const isSign = first <= LAST_ASCII && first !== APOSTROPHE && !isDigit(first);
    return isSign && passage.charCodeAt(start + 1) !== first ? start + 1 : start;
  }
  let end = start + 1;
  while (isLetter(passage.charCodeAt(end)) || isDigit(passage.charCodeAt(end))) end++;
  const behind = passage.charCodeAt(end);
  const mayGoOn = behind === APOSTROPHE || behind > LAST_ASCII || (behind === STOP && isCapital(first));
  return mayGoOn ? start : end;
}

const LAST_ASCII = 0x7f;
const APOSTROPHE = 0x27;
const STOP = 0x2e;

/** White space of ASCII; other white space is left to the regular expression. */
const isSpace = (code: number) => code === 0x20 || (code >= 0x09 && code <= 0x0d);
const isDigit = (code: number) => code >= 0x30 && code <= 0x39;
const isCapital = (code: number) => code >= 0x41 && code <= 0x5a;
/** `charCodeAt` behind the end is NaN, which is no letter. */
const isLetter = (code: number) => (code >= 0x61 && code <= 0x7a) || isCapital(code);
