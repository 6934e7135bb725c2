import type { FiledQuote } from '../../../src/core/sidecar/anchor/filedQuote';
import type { Span } from '../../../src/core/text/span';

interface Match extends Span {
  readonly errors: number;
}

/** What npm's approx-string-match gives. */
export type ApproximateSearch = (text: string, pattern: string, maxErrors: number) => Match[];

/**
 * The way in which Hypothesis places annotations, over plain text: the old offsets if just the quote stands there; else
 * the exact places of the quote, or where there are none its approximate ones with at most min(256, half its length)
 * errors; of them the one with the highest 50 × quote + 20 × prefix + 20 × suffix + 2 × position, however low.
 * @param start where the quote stood, UTF-16 code units
 */
export function placeAsHypothesis(
  text: string,
  { quote, prefix, suffix }: FiledQuote,
  start: number,
  search: ApproximateSearch,
): Span | undefined {
  if (text.slice(start, start + quote.length) === quote) return { start, end: start + quote.length };
  if (quote === '') return undefined;
  const matches = found(text, quote, Math.min(256, quote.length / 2), search);
  let best: { span: Span; score: number } | undefined;
  for (const match of matches) {
    const before = text.slice(Math.max(0, match.start - prefix.length), match.start);
    const after = text.slice(match.end, match.end + suffix.length);
    const distance = Math.abs(match.start - start) / text.length;
    const score =
      50 * (1 - match.errors / quote.length) +
      20 * (prefix === '' ? 1 : likeness(before, prefix, search)) +
      20 * (suffix === '' ? 1 : likeness(after, suffix, search)) +
      2 * (1 - distance);
    if (!best || score > best.score) best = { span: { start: match.start, end: match.end }, score };
  }
  return best?.span;
}

function found(text: string, words: string, most: number, search: ApproximateSearch): Match[] {
  const exact: Match[] = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    exact.push({ start: at, end: at + words.length, errors: 0 });
  }
  return exact.length > 0 ? exact : search(text, words, Math.floor(most));
}

function likeness(text: string, words: string, search: ApproximateSearch): number {
  if (text === '') return 0;
  const [first] = found(text, words, words.length, search);
  return first ? 1 - first.errors / words.length : 0;
}
