import type { Span } from './span';

/** One replacement: the text between two offsets of the old text becomes `insert`. UTF-16 code units. */
export interface Replacement extends Span {
  readonly insert: string;
}

/** What became of a text: replacements in the old text's offsets, rising and apart from each other. */
export type Change = readonly Replacement[];

/** Puts replacements in rising order, as `mapSpan` and `applyChange` want them. */
export function toChange(replacements: readonly Replacement[]): Change {
  return [...replacements].sort((a, b) => a.start - b.start || a.end - b.end);
}

/** The text after the change. */
export function applyChange(text: string, change: Change): string {
  const parts: string[] = [];
  let at = 0;
  for (const replacement of change) {
    parts.push(text.slice(at, replacement.start), replacement.insert);
    at = replacement.end;
  }
  parts.push(text.slice(at));
  return parts.join('');
}

/**
 * Where a span is after a change. Text typed at an edge does not join it, text typed inside does; a replacement that
 * reaches over an edge takes along the part it covers.
 * @returns the new span, or undefined where all of the span's words were taken away
 */
export function mapSpan(span: Span, change: Change): Span | undefined {
  let { start, end } = span;
  let shift = 0;
  for (const { start: from, end: to, insert } of change) {
    if (from >= span.end) break;
    const grown = insert.length - (to - from);
    const isBefore = to <= span.start;
    if (!isBefore && from <= span.start && to >= span.end) return undefined;
    if (isBefore) start += grown;
    else if (from < span.start) start = from + shift + insert.length;
    shift += grown;
    end = to > span.end ? from + shift - grown : span.end + shift;
  }
  return end > start ? { start, end } : undefined;
}

/**
 * The smallest single replacement that turns one text into another: what lies between their common beginning and
 * their common end.
 */
export function changeBetween(before: string, after: string): Change {
  if (before === after) return [];
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let tail = 0;
  while (
    tail < most - start &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  ) {
    tail++;
  }
  return [{ start, end: before.length - tail, insert: after.slice(start, after.length - tail) }];
}
