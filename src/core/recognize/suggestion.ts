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
}
