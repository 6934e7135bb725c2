import type { Span } from '../text/span';

/** How much of a line stands before and behind some words, in UTF-16 code units. */
const AROUND = 48;

/** Words with what stands around them in their line, as a list of places shows them. */
export interface InLine {
  readonly before: string;
  readonly words: string;
  readonly after: string;
}

/** Words in their line, cut to what a list can show; between words where that is possible. */
export function inLine(text: string, span: Span): InLine {
  const lineStart = text.lastIndexOf('\n', span.start - 1) + 1;
  const newline = text.indexOf('\n', span.end);
  const lineEnd = newline < 0 ? text.length : newline;
  const from = Math.max(lineStart, span.start - AROUND);
  const to = Math.min(lineEnd, span.end + AROUND);
  const before = text.slice(from, span.start).trimStart();
  const after = text.slice(span.end, to).trimEnd();
  return {
    before: from > lineStart ? `…${before.slice(before.indexOf(' ') + 1)}` : before,
    words: text.slice(span.start, span.end).replace(/\s+/g, ' '),
    after: to < lineEnd ? `${after.slice(0, after.lastIndexOf(' ') + 1).trimEnd()}…` : after,
  };
}
