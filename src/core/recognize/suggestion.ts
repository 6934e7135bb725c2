import type { Span } from '../text/span';

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
 * How somebody is quoted: directly (their very words), indirectly (what they said, in the reporter's words) or mixed
 * (the reporter's words with some of theirs). Spans are UTF-16 code units, in the offsets of their suggestion.
 */
export interface QuotationParts {
  readonly kind: 'direct' | 'mixed' | 'indirect';
  /** What is quoted, piece by piece where the reporter interrupts; without quotation marks around it. */
  readonly content: readonly Span[];
  /** Who says so, in the words next to it: "Sher", "he", "analysts". */
  readonly speaker?: Span;
  /** The word or words that introduce it: "said", "according to". */
  readonly cue?: Span;
}
