import type { Span } from '../text/span';

/** Which edge of a span. */
export type Side = 'start' | 'end';

/** Whether an edge takes one more word in, or gives one up. */
export type Resizing = 'wider' | 'narrower';

/**
 * A word as a person means it who marks a name: dotted initials ("U.S."), numbers with their separators, words with an
 * apostrophe inside; a possessive ending stands apart, so that "China's" can be marked as "China", and so does each part
 * of a hyphenated word. A full stop glues nothing: articles have sentences that run into each other.
 */
const WORD =
  /(?:\p{L}\.){2,}|[\p{L}\p{M}\p{N}]+(?:(?:(?<=\p{N})[.,](?=\p{N})|['’](?=\p{L})(?!s(?![\p{L}\p{N}])))[\p{L}\p{M}\p{N}]+)*|['’]s(?![\p{L}\p{N}])|[\p{Sc}%]/gu;

/** Where signs count as well: a quotation may end before or behind its full stop and its marks. */
const WORD_OR_SIGN = new RegExp(`${WORD.source}|\\S`, 'gu');

/** How far around an edge words are looked for, in UTF-16 code units: further than any word is long. */
const REACH = 400;

/**
 * A span with one of its edges moved by a word.
 * @param signs whether single signs (quotation marks, full stops) count as words
 * @returns the same span where there is no word to take in, or only one left
 */
export function resized(text: string, span: Span, side: Side, how: Resizing, signs = false): Span {
  if (how === 'wider') {
    const words = wordsAround(text, side === 'end' ? span.end : span.start, signs);
    const next =
      side === 'end' ? words.find(({ end }) => end > span.end) : words.findLast(({ start }) => start < span.start);
    if (!next || isCutOff(text, span, next)) return span;
    return side === 'end' ? { start: span.start, end: next.end } : { start: next.start, end: span.end };
  }
  const inside = wordsAround(text, side === 'end' ? span.end : span.start, signs).filter(
    ({ start, end }) => start < span.end && end > span.start,
  );
  if (side === 'end') {
    const last = inside.findLast(({ end }) => end < span.end);
    return last && last.end > span.start ? { start: span.start, end: last.end } : span;
  }
  const first = inside.find(({ start }) => start > span.start);
  return first && first.start < span.end ? { start: first.start, end: span.end } : span;
}

/** The word that a place is in or touches: the one that begins there before the one that ends there. */
export function wordAt(text: string, offset: number): Span | undefined {
  const words = wordsAround(text, offset, false);
  const isPossessive = ({ start, end }: Span) => /^['’]s$/.test(text.slice(start, end));
  const named = words.filter((word) => !isPossessive(word));
  const inside = named.find(({ start, end }) => start <= offset && offset < end);
  // Behind the apostrophe of "China's" China is meant all the same.
  const possessed = words.find((word) => isPossessive(word) && word.start <= offset && offset <= word.end);
  return inside ?? named.find(({ end }) => end === (possessed?.start ?? offset));
}

/** The span without white space around, its edges moved outward to those of the words that they cut. */
export function snapped(text: string, span: Span): Span {
  const cutAt = (offset: number) => wordsAround(text, offset, false).find((word) => isInside(offset, word));
  return { start: cutAt(span.start)?.start ?? span.start, end: cutAt(span.end)?.end ?? span.end };
}

function isInside(offset: number, { start, end }: Span): boolean {
  return start < offset && offset < end;
}

/** The words near a place, in reading order. */
function wordsAround(text: string, offset: number, signs: boolean): readonly Span[] {
  const from = wordBreak(text, Math.max(0, offset - REACH));
  const window = text.slice(from, offset + REACH);
  return [...window.matchAll(signs ? WORD_OR_SIGN : WORD)].map(({ index, 0: word }) => ({
    start: from + index,
    end: from + index + word.length,
  }));
}

/** The first place at or behind an offset, not far off, where no word is cut. */
function wordBreak(text: string, offset: number): number {
  if (offset === 0) return 0;
  for (let at = offset; at < offset + REACH / 2; at++) if (text.charAt(at).trim() === '') return at;
  return offset;
}

/** Whether a blank line stands between: nobody's name goes on in another paragraph. */
function isCutOff(text: string, span: Span, next: Span): boolean {
  const between = next.start < span.start ? text.slice(next.end, span.start) : text.slice(span.end, next.start);
  return /\n\s*\n/.test(between);
}
