import type { Span } from '../../../text/span';

/** A word as the tagger sees it: letters and digits together, or one sign. UTF-16 offsets from the passage's start. */
export interface TaggerWord extends Span {
  readonly text: string;
  /** Whether it follows the word before without white space. */
  readonly isGlued: boolean;
}

/**
 * Abbreviations that keep their stop, initials, dotted capitals ("U.S."), numbers, possessive endings, words with inner
 * apostrophes, rows of one sign ("-----"), and any other sign by itself. Hyphens divide: "US-led" is three words, for the
 * first may be a name. No alternative looks further than to the end of what it takes and a few characters on, so the time
 * is linear.
 */
const WORD = new RegExp(
  [
    String.raw`\p{Lu}(?:\.\p{Lu})+(?:\.|(?![\p{L}\p{M}\p{N}]))`,
    String.raw`(?:Mr|Mrs|Ms|Dr|Gen|Lt|Col|Maj|Sgt|Capt|Adm|Sen|Rep|Gov|Prof|Rev|Hon|St|Mt|Jr|Sr|Corp|Inc|Co|Ltd|Bros)\.`,
    String.raw`\p{Lu}\.(?=\s?\p{Lu})`,
    String.raw`\d+(?:[.,]\d+)*(?![\p{L}\p{M}\p{N}])`,
    String.raw`['’][sS](?![\p{L}\p{M}\p{N}])`,
    String.raw`[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’](?![sS](?![\p{L}\p{M}\p{N}]))\p{L}[\p{L}\p{M}\p{N}]*)*`,
    String.raw`([^\p{L}\p{N}\s])\1{3,}`,
    String.raw`\S`,
  ].join('|'),
  'gu',
);

/** Cuts a passage into words for the tagger. */
export function taggerWords(passage: string): TaggerWord[] {
  const words: TaggerWord[] = [];
  let end = -1;
  for (const match of passage.matchAll(WORD)) {
    const text = match[0];
    const start = match.index;
    words.push({ start, end: start + text.length, text, isGlued: start === end });
    end = start + text.length;
  }
  return words;
}
