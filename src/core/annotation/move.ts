import { type Change, mapSpan } from '../text/change';
import { codePoints } from '../text/codePoints';
import type { Span } from '../text/span';
import type { Annotation } from './annotation';
import { placedParts } from './quotationParts';
import { findOrphan, quoteAt } from './quote';

/**
 * One annotation after a change of the article's text. An annotation whose words are all deleted becomes an orphan;
 * an orphan whose words come back (undo, paste) is placed on them again.
 * @param before the text that the change starts from
 * @param after the text that it gives
 */
export function moveAnnotation(annotation: Annotation, change: Change, before: string, after: string): Annotation {
  if (change.length === 0) return annotation;
  if (annotation.orphan) return reunite(annotation, change, after);
  const span = mapSpan(annotation, change);
  if (!span) return orphaned(annotation, before);
  const quotation = annotation.quotation && placedParts(annotation.quotation, (part) => mapSpan(part, change));
  if (span.start === annotation.start && span.end === annotation.end && !quotation) return annotation;
  return { ...annotation, ...span, ...(quotation && { quotation }) };
}

/** Takes an annotation out of the text, remembering its words and place as they were in `text`. */
function orphaned(annotation: Annotation, text: string): Annotation {
  const points = codePoints(text);
  const orphan: Span = { start: points.fromUtf16(annotation.start), end: points.fromUtf16(annotation.end) };
  return { ...annotation, ...quoteAt(text, annotation), orphan };
}

/** Looks for an orphan's words in what a change brought in, and nowhere else: typing must not cost a search of the article. */
function reunite(annotation: Annotation, change: Change, text: string): Annotation {
  let shift = 0;
  for (const { start, end, insert } of change) {
    const from = start + shift;
    shift += insert.length - (end - start);
    if (insert.length === 0) continue;
    const reach = annotation.quote.length;
    const span = findOrphan(text, annotation, { start: Math.max(0, from - reach), end: from + insert.length + reach });
    if (!span) continue;
    const { orphan: _, ...placed } = annotation;
    return shiftedTo(placed, span);
  }
  return annotation;
}

/** An annotation put on other words, the parts of a quotation along with it. */
export function shiftedTo(annotation: Annotation, span: Span): Annotation {
  const by = span.start - annotation.start;
  const shift = (part: Span) => (part.start + by < 0 ? undefined : { start: part.start + by, end: part.end + by });
  const quotation = annotation.quotation && placedParts(annotation.quotation, shift);
  return { ...annotation, ...span, ...(quotation && { quotation }) };
}
