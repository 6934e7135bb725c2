import type { Span } from '../text/span';

/**
 * How text is cut into tokens. `words`: words, numbers and single signs, with hyphenated words in parts, as spaCy and
 * OntoNotes have it; `treebank`: hyphenated words and abbreviations whole, as the Penn Treebank; `white-space`: what stands
 * between white space.
 */
export type Tokenizer = 'words' | 'treebank' | 'white-space';

export const TOKENIZERS: readonly Tokenizer[] = ['words', 'treebank', 'white-space'];

// Numbers with their separators; letters (with "U.S."-like initials whole); a sign. Clitics are cut off words later.
const WORDS = /\d+(?:[.,:]\d+)*|(?:\p{L}\.){2,}|[\p{L}\p{N}_][\p{L}\p{N}\p{M}_]*(?:['’][\p{L}\p{N}\p{M}_]+)*|\S/gu;
const TREEBANK =
  /\d+(?:[.,:]\d+)*|(?:\p{L}\.){2,}|[\p{L}\p{N}_][\p{L}\p{N}\p{M}_]*(?:[-'’&][\p{L}\p{N}\p{M}_]+)*|\.{2,}|-{2,}|\S/gu;
const WHITE_SPACE = /\S+/gu;

/** The endings that English writes together with a word: "China's", "don't", "they’ll". */
const CLITIC = /(?:n['’]t|['’](?:s|re|ve|ll|d|m))$/iu;

/** The tokens of a text in reading order, in UTF-16 code units: all that is not white space. */
export function tokensOf(text: string, tokenizer: Tokenizer): Span[] {
  const pattern = { words: WORDS, treebank: TREEBANK, 'white-space': WHITE_SPACE }[tokenizer];
  const tokens: Span[] = [];
  for (const { 0: token, index } of text.matchAll(pattern)) {
    const clitic = tokenizer === 'white-space' ? null : CLITIC.exec(token);
    const cut = clitic && clitic.index > 0 ? index + clitic.index : undefined;
    const end = index + token.length;
    if (cut === undefined) tokens.push({ start: index, end });
    else tokens.push({ start: index, end: cut }, { start: cut, end });
  }
  return tokens;
}

const CLOSING = /^[.!?…"”’'»)\]]+$/u;
const STOP = /^[.!?…]+$/u;
const TITLES = new Set(
  'mr mrs ms dr gen lt col maj capt sgt adm sen rep gov rev prof st jr sr no vs jan feb aug sept oct nov dec'.split(
    ' ',
  ),
);

/**
 * The tokens gathered into sentences: a line's end closes one, and so does a full stop before a capital. Stretches that
 * `together` names are never parted: a mention belongs to one sentence.
 * @param together rising by start
 */
export function sentencesOf(text: string, tokens: readonly Span[], together: readonly Span[]): Span[][] {
  const sentences: Span[][] = [];
  let sentence: Span[] = [];
  let held = 0;
  let next = 0;
  for (const [index, token] of tokens.entries()) {
    sentence.push(token);
    for (; (together[next]?.start ?? Number.POSITIVE_INFINITY) < token.end; next++)
      held = Math.max(held, together[next]?.end ?? 0);
    const following = tokens[index + 1];
    if (following && (held > following.start || !isEnd(text, tokens, index, following))) continue;
    sentences.push(sentence);
    sentence = [];
  }
  return sentences;
}

function isEnd(text: string, tokens: readonly Span[], index: number, following: Span): boolean {
  const token = tokens[index];
  if (!token) return true;
  const gap = text.slice(token.end, following.start);
  if (gap.includes('\n')) return true;
  if (gap === '' || !CLOSING.test(text.slice(token.start, token.end))) return false;
  let stop = index;
  const wordAt = (at: number) => text.slice(tokens[at]?.start ?? 0, tokens[at]?.end ?? 0);
  while (stop > 0 && CLOSING.test(wordAt(stop)) && !STOP.test(wordAt(stop))) stop--;
  if (!STOP.test(wordAt(stop)) || !/^["“‘'«([]*[\p{Lu}\p{N}“"‘]/u.test(text.slice(following.start, following.end)))
    return false;
  const before = wordAt(stop - 1).toLowerCase();
  return wordAt(stop) !== '.' || (!TITLES.has(before) && !/^\p{L}$/u.test(before));
}
