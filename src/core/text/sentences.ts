import type { Span } from './span';

/** Words that end in a full stop within a sentence: "Mr. Smith", "Jan. 5", "vs. China". */
const ABBREVIATIONS = new Set(
  (
    'mr mrs ms dr gen lt col maj capt sgt adm sen rep gov rev prof st mt jr sr hon pres supt fr no nos vs vol inc co corp ' +
    'ltd dept jan feb mar apr aug sept sep oct nov dec ave blvd calif conn fla ill mass mich minn ore pa tenn wash wis ' +
    'approx est e.g i.e cf al p pp'
  ).split(' '),
);

/** A stop with the closing marks behind it, then space, then what can begin a sentence. */
const END = /[.!?…]["”’»)\]]*(?=\s+["“‘«([—–-]*[\p{Lu}\p{Lo}\p{N}])/gu;

/**
 * The sentences of a paragraph, as a reader would select them: without the space between them. A rule of thumb, for
 * English; linear time.
 * @param paragraph UTF-16 code units of the text
 */
export function sentencesIn(text: string, paragraph: Span): Span[] {
  const words = text.slice(paragraph.start, paragraph.end);
  const ends: number[] = [];
  for (const match of words.matchAll(END)) {
    if (!(match[0].startsWith('.') && isAbbreviated(words, match.index))) ends.push(match.index + match[0].length);
  }
  const sentences: Span[] = [];
  let start = 0;
  for (const end of [...ends, words.length]) {
    while (start < end && words.charAt(start).trim() === '') start++;
    if (start < end) sentences.push({ start: paragraph.start + start, end: paragraph.start + end });
    start = end;
  }
  return sentences;
}

/** Longest abbreviation that is looked for. */
const LONGEST = 8;

/** Whether a full stop belongs to the word before it: an abbreviation, an initial, "U.S." */
function isAbbreviated(words: string, stop: number): boolean {
  const before = words.slice(Math.max(0, stop - LONGEST), stop);
  const word = /[\p{L}.]+$/u.exec(before)?.[0] ?? '';
  return /^(?:\p{Lu}\.)*\p{Lu}$/u.test(word) || ABBREVIATIONS.has(word.toLowerCase());
}
