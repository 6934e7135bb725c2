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
  let end = -1;
  for (const match of passage.matchAll(TOKEN)) {
    const text = match[0];
    tokens.push({
      kind: kindOf(text),
      text,
      lower: text.toLowerCase(),
      start: match.index,
      end: match.index + text.length,
      glued: match.index === end,
    });
    end = match.index + text.length;
  }
  return tokens;
}

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
