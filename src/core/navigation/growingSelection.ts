import type { Mention } from '../mentions/mention';
import { isShown } from '../mentions/mention';
import { paragraphs } from '../text/paragraphs';
import { sentencesIn } from '../text/sentences';
import { contains, type Span, sameSpan } from '../text/span';

const WORD = /[\p{L}\p{M}\p{N}]+(?:['’.-][\p{L}\p{M}\p{N}]+)*/gu;

/**
 * What "expand selection" goes through from a place: the word, the mentions around it, the sentence, the paragraph, the
 * article; each holds the one before it.
 * @param offset UTF-16 code units
 */
export function growingSelection(text: string, mentions: readonly Mention[], offset: number): readonly Span[] {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const newline = text.indexOf('\n', offset);
  const lineEnd = newline < 0 ? text.length : newline;
  const isHere = ({ start, end }: Span) => start <= offset && offset <= end;
  const paragraph = paragraphAt(text, offset);
  const around = mentions
    .filter((mention) => isShown(mention) && isHere(mention))
    .flatMap((mention) => [mention, ...(mention.full ? [mention.full] : [])])
    .toSorted((a, b) => a.end - a.start - (b.end - b.start));
  const candidates = [
    ...wordAt(text, { start: lineStart, end: lineEnd }, offset),
    ...around,
    ...(paragraph ? [...sentencesIn(text, paragraph).filter(isHere), paragraph] : []),
    { start: 0, end: text.length },
  ];
  const chain: Span[] = [];
  for (const { start, end } of candidates) {
    const last = chain.at(-1);
    if (!last || (contains({ start, end }, last) && !sameSpan({ start, end }, last))) chain.push({ start, end });
  }
  return chain;
}

/** How far from a place its word is looked for, in code units. */
const REACH = 200;

function wordAt(text: string, line: Span, offset: number): Span[] {
  const start = Math.max(line.start, offset - REACH);
  for (const match of text.slice(start, Math.min(line.end, offset + REACH)).matchAll(WORD)) {
    const word = { start: start + match.index, end: start + match.index + match[0].length };
    if (word.start <= offset && offset <= word.end) return [word];
  }
  return [];
}

/** How much text around a place is looked at for its paragraph, in code units. */
const LONGEST_PARAGRAPH = 100_000;

/** The paragraph around a place; of the lines around it alone, so that it costs the same in a long article. */
function paragraphAt(text: string, offset: number): Span | undefined {
  const before = text.lastIndexOf('\n\n', offset - 1);
  const after = text.indexOf('\n\n', offset);
  const start = Math.max(before < 0 ? 0 : before, offset - LONGEST_PARAGRAPH);
  const end = Math.min(after < 0 ? text.length : after, offset + LONGEST_PARAGRAPH);
  return paragraphs(text.slice(start, end))
    .map((span) => ({ start: span.start + start, end: span.end + start }))
    .find((span) => span.start <= offset && offset <= span.end);
}
