import { extentWith, placedParts, type QuotationParts, shiftedParts } from '../annotation/quotationParts';
import type { Moving } from '../text/movingSpans';
import type { Span } from '../text/span';
import { SpanRuns } from '../text/spanRuns';

export type { QuotationParts } from '../annotation/quotationParts';

/** A recognizer's proposal: these words are a mention under this label. Offsets are UTF-16 code units. */
export interface Suggestion extends Span {
  /** Id of a label, as in `LABELS`. */
  readonly label: string;
  /** Id of the recognizer that proposes it. */
  readonly recognizer: string;
  /** From 0 to 1, where the recognizer can tell. */
  readonly confidence?: number;
  /** Normal form of a figure: a number with comparator and unit, or an EDTF / ISO 8601 date, as in ">300000000 USD". */
  readonly value?: string;
  /** Words that color a value without being part of it: "record", "up". */
  readonly modifier?: string;
  /** The whole phrase, where it is longer than the mention: "more than $300 million". */
  readonly full?: Span;
  /** What a count counts, in the article's words: "artillery shells". */
  readonly counted?: string;
  /** The parts of a quotation. */
  readonly quotation?: QuotationParts;
}

/**
 * The suggestion with all its spans put elsewhere.
 * @param place where a span is now; undefined where its words are gone
 * @returns undefined where the mention's own words are gone
 */
export function placedSuggestion(
  suggestion: Suggestion,
  place: (span: Span) => Span | undefined,
): Suggestion | undefined {
  const span = place(suggestion);
  if (!span) return undefined;
  const { full: _, ...rest } = suggestion;
  const full = suggestion.full && place(suggestion.full);
  const quotation = suggestion.quotation && placedParts(suggestion.quotation, place);
  return {
    ...rest,
    start: span.start,
    end: span.end,
    ...(full && { full }),
    ...(quotation && { quotation }),
  };
}

/** From the first to the last word that matters to a suggestion. */
function extentOf(suggestion: Suggestion): Span {
  const { start, end } = extentWith(suggestion, suggestion.quotation);
  const { full } = suggestion;
  return full ? { start: Math.min(start, full.start), end: Math.max(end, full.end) } : { start, end };
}

/** The suggestion with all its spans moved by a number of UTF-16 code units. */
export function shiftedSuggestion(suggestion: Suggestion, by: number): Suggestion {
  const { full, quotation } = suggestion;
  return {
    ...suggestion,
    start: suggestion.start + by,
    end: suggestion.end + by,
    ...(full && { full: { start: full.start + by, end: full.end + by } }),
    ...(quotation && { quotation: shiftedParts(quotation, by) }),
  };
}

/** How suggestions move where no edit is near. */
export const SUGGESTION_MOVING: Moving<Suggestion> = { shifted: shiftedSuggestion, extent: extentOf };

/** The suggestions of an article in reading order; those of its next state share with them what stays. */
export type SuggestionRuns = SpanRuns<Suggestion>;

/** @param suggestions in reading order */
export function suggestionRuns(suggestions: readonly Suggestion[]): SuggestionRuns {
  return SpanRuns.of(suggestions, SUGGESTION_MOVING);
}
