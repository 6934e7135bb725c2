import type { Span } from '../text/span';

/**
 * Every place where some words stand as whole words, in reading order and apart from each other; capitals count.
 * @param within where to look; UTF-16 code units
 */
export function occurrences(text: string, words: string, within: Span = { start: 0, end: text.length }): Span[] {
  const found: Span[] = [];
  if (words.trim() === '') return found;
  for (let at = text.indexOf(words, within.start); at >= 0; ) {
    const end = at + words.length;
    if (end > within.end) break;
    const isWhole = !isGlued(text, at) && !isGlued(text, end);
    if (isWhole) found.push({ start: at, end });
    at = text.indexOf(words, isWhole ? end : at + 1);
  }
  return found;
}

const LETTER = /[\p{L}\p{M}\p{N}]/u;

/** Whether a place is inside a word. */
function isGlued(text: string, offset: number): boolean {
  return LETTER.test(characterBefore(text, offset)) && LETTER.test(characterAt(text, offset));
}

function characterAt(text: string, offset: number): string {
  const point = text.codePointAt(offset);
  return point === undefined ? '' : String.fromCodePoint(point);
}

function characterBefore(text: string, offset: number): string {
  const isPair = offset > 1 && (text.charCodeAt(offset - 1) & 0xfc00) === 0xdc00;
  return characterAt(text, isPair ? offset - 2 : offset - 1);
}
