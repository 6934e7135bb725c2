import type { Span } from '../text/span';

/**
 * How somebody is quoted: directly (their very words), indirectly (what they said, in the reporter's words) or mixed
 * (the reporter's words with some of theirs). Spans are UTF-16 code units, in the offsets of the text around them.
 */
export interface QuotationParts {
  readonly kind: 'direct' | 'mixed' | 'indirect';
  /** What is quoted, piece by piece where the reporter interrupts; without quotation marks around it. */
  readonly content: readonly Span[];
  /** Who says so, in the words next to it: "Nathaniel Sher, senior research analyst at Carnegie China", "he", "analysts". */
  readonly speaker?: Span;
  /** The word or words that introduce it: "said", "according to". */
  readonly cue?: Span;
}

/**
 * The parts with every span put elsewhere.
 * @param place where a span is now; undefined where its words are gone, and then the part is gone too
 */
export function placedParts(parts: QuotationParts, place: (span: Span) => Span | undefined): QuotationParts {
  const speaker = parts.speaker && place(parts.speaker);
  const cue = parts.cue && place(parts.cue);
  const content = parts.content.flatMap((span) => place(span) ?? []);
  // Fields of a file that this version does not know stay with the parts.
  const { content: _c, speaker: _s, cue: _q, ...rest } = parts;
  return { ...rest, content, ...(speaker && { speaker }), ...(cue && { cue }) };
}
