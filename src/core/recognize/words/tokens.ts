import type { Span } from '../../text/span';

/** A word, a number in digits, or a single sign. Offsets from the passage's start, UTF-16 code units. */
export interface Token extends Span {
  readonly kind: 'word' | 'number' | 'sign';
  readonly text: string;
  readonly lower: string;
  /** Whether it follows the token before without white space. */
  readonly glued: boolean;
}

// Digits with thousands separators, else with decimals; words with apostrophes inside; else one character.
const TOKEN =
  /(?:\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)*|(?<![\d\p{L}.])\.\d+)|\p{L}[\p{L}\p{M}]*(?:['’]\p{L}[\p{L}\p{M}]*)*|\S/gu;

/**
 * Cuts a passage into words, numbers and signs, white space left out. A possessive stays with its word ("China's"),
 * dotted initials fall apart ("U", ".", "S", "."), and so do hyphenated words.
 */
export function tokenize(passage: string): readonly Token[] {
  // Recognizers go through a paragraph one after another: the cut of the last one serves them all.
  if (passage !== lastPassage) {
    lastTokens = cut(passage);
    lastPassage = passage;
  }
  return lastTokens;
}

let lastPassage = '';
let lastTokens: readonly Token[] = [];

function cut(passage: string): Token[] {
  const tokens: Token[] = [];
  let last = -1;
  for (let at = 0; at < passage.length; ) {
    if (isSpace(passage.charCodeAt(at))) {
      at++;
      continue;
    }
    const token = plainToken(passage, at, last) ?? tokenFrom(passage, at, last);
    if (!token) break;
    tokens.push(token);
    last = token.end;
    at = token.end;
  }
  return tokens;
}

/** A token of ASCII letters, or an ASCII sign: nearly all of English, and no regular expression is needed for it. */
function plainToken(passage: string, start: number, last: number): Token | undefined {
  const first = passage.charCodeAt(start);
  if (isLetter(first)) {
    let end = start + 1;
    let behind = passage.charCodeAt(end);
    let hasCapital = first < FIRST_SMALL;
    while (isLetter(behind)) {
      hasCapital ||= behind < FIRST_SMALL;
      behind = passage.charCodeAt(++end);
    }
    // An apostrophe may go on with the word, and so may what is not ASCII.
    if (behind === APOSTROPHE || behind > LAST_ASCII) return undefined;
    const text = passage.slice(start, end);
    return { kind: 'word', text, lower: hasCapital ? text.toLowerCase() : text, start, end, glued: start === last };
  }
  if (first > LAST_ASCII || first === DOT || isDigit(first)) return undefined;
  const text = passage.charAt(start);
  return { kind: 'sign', text, lower: text, start, end: start + 1, glued: start === last };
}

/** The next token at or behind a place, of any characters. */
function tokenFrom(passage: string, from: number, last: number): Token | undefined {
  TOKEN.lastIndex = from;
  const match = TOKEN.exec(passage);
  if (!match) return undefined;
  const text = match[0];
  const start = match.index;
  return {
    kind: kindOf(text),
    text,
    lower: text.toLowerCase(),
    start,
    end: start + text.length,
    glued: start === last,
  };
}

const LAST_ASCII = 0x7f;
const APOSTROPHE = 0x27;
const FIRST_SMALL = 0x61;
const DOT = 0x2e;

/** White space of ASCII; other white space is left to the regular expression. */
const isSpace = (code: number) => code === 0x20 || (code >= 0x09 && code <= 0x0d);
const isDigit = (code: number) => code >= 0x30 && code <= 0x39;
/** `charCodeAt` behind the end is NaN, which is no letter. */
const isLetter = (code: number) => (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);

function kindOf(text: string): Token['kind'] {
  if (/^\.?\d/.test(text)) return 'number';
  return /^\p{L}/u.test(text) ? 'word' : 'sign';
}

const NO_TOKEN: Token = Object.freeze({ kind: 'sign', text: '', lower: '', start: 0, end: 0, glued: false });

/** The token at an index, or an empty one outside the passage, so that rules can look around freely. */
export function tokenAt(tokens: readonly Token[], index: number): Token {
  return tokens[index] ?? NO_TOKEN;
}

/** Whether a sentence begins at this token. */
export function startsSentence(tokens: readonly Token[], index: number): boolean {
  let before = index - 1;
  while (before >= 0 && /^["“”‘’'()[\]]$/.test(tokenAt(tokens, before).text)) before--;
  return before < 0 || /^[.!?:;…—–•*]$/.test(tokenAt(tokens, before).text);
}
