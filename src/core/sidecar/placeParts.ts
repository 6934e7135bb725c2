import type { Part } from '../annotation/quotationParts';
import { type Quote, quoteAt } from '../annotation/quote';
import { type CodePoints, codePoints } from '../text/codePoints';
import { fold } from '../text/folded';
import type { Span } from '../text/span';
import type { FiledQuote } from './anchor/filedQuote';
import type { FiledAnnotation } from './filed';
import type { FiledParts, FiledSpan } from './filedParts';

/** How far from its annotation, in code points, a part may have come or gone and still be the one. */
const FARTHEST = 300;

/** A quotation's parts whose words its annotation tells: they are in its quote, or in what stands around that. */
export function partQuotes(filed: FiledAnnotation): FiledQuote[] {
  if (!filed.quotation) return [];
  const whole = wholeOf(filed);
  return spansIn(filed.quotation).flatMap(([start, end]) => {
    const [from, to] = [start - whole.start, end - whole.start];
    if (from < 0 || to > whole.points.length || to <= from) return [];
    const { text, points } = whole;
    const at: Span = { start: points.toUtf16(from), end: points.toUtf16(to) };
    return { ...quoteAt(text, at), start, end };
  });
}

function spansIn({ content, speaker, cue }: FiledParts): FiledSpan[] {
  return [...content, ...(speaker ? [speaker] : []), ...(cue ? [cue] : [])];
}

/** An annotation's words and all that is known of what stood around them; `start` in code points of the article. */
function wholeOf({ start, quote, prefix = '', suffix = '' }: FiledAnnotation): {
  readonly text: string;
  readonly points: CodePoints;
  readonly start: number;
} {
  const text = prefix + quote + suffix;
  return { text, points: codePoints(text), start: start - codePoints(prefix).length };
}

/**
 * Where a part is in a text that was edited unseen. Known words have to be found; others keep their distance from the
 * annotation, if all that is known on their side of it stands as it did. A part that is not there is out of the text: it
 * comes back once its words do.
 * @param found places of the words that were looked for; UTF-16 code units
 * @param span the annotation's new place
 */
export function placedPart(part: FiledSpan, { filed, span, found, text, points }: PlacedQuotation): Part | undefined {
  const [start, end] = part;
  const by = points.fromUtf16(span.start) - filed.start;
  const known = found.find(({ quote }) => quote.start === start && quote.end === end);
  if (!known) return isAsItWas(part, filed, span, text) ? shifted(part, by, points) : undefined;
  const isNear = known.place && Math.abs(points.fromUtf16(known.place.start) - start - by) <= FARTHEST;
  if (known.place && isNear) return known.place;
  const { quote, prefix, suffix } = known.quote;
  const past: readonly Quote[] = [{ quote, prefix, suffix }];
  return { start: points.toUtf16(start), end: points.toUtf16(end), orphan: { start, end }, past };
}

/** An annotation that was placed, and where the words of its quotation's parts were found. */
export interface PlacedQuotation {
  readonly filed: FiledAnnotation;
  readonly span: Span;
  readonly found: readonly { readonly quote: FiledQuote; readonly place: Span | undefined }[];
  readonly text: string;
  readonly points: CodePoints;
}

function isAsItWas([start, end]: FiledSpan, filed: FiledAnnotation, span: Span, text: string): boolean {
  const { quote, prefix = '', suffix = '' } = filed;
  const isWhole = fold(text.slice(span.start, span.end)) === fold(quote);
  const before = () => text.slice(span.start - prefix.length, span.start) === prefix;
  const after = () => text.slice(span.end, span.end + suffix.length) === suffix;
  return isWhole && (start >= filed.start || before()) && (end <= filed.end || after());
}

function shifted([start, end]: FiledSpan, by: number, points: CodePoints): Part | undefined {
  const [from, to] = [start + by, end + by];
  if (end <= start || from < 0 || to > points.length) return undefined;
  return { start: points.toUtf16(from), end: points.toUtf16(to) };
}
