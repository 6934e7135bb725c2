import type { Span } from '../text/span';
import type { Track } from './track';

/** A part of a quotation. In an annotation it may be out of the text, to come back: see `standingParts`. */
export type Part = Track;

/**
 * How somebody is quoted: directly (their very words), indirectly (what they said, in the reporter's words) or mixed
 * (the reporter's words with some of theirs). Spans are UTF-16 code units, in the offsets of the text around them.
 */
export interface QuotationParts {
  readonly kind: 'direct' | 'mixed' | 'indirect';
  /** What is quoted, piece by piece where the reporter interrupts; without quotation marks around it. */
  readonly content: readonly Part[];
  /** Who says so, in the words next to it: "Nathaniel Sher, senior research analyst at Carnegie China", "he", "analysts". */
  readonly speaker?: Part;
  /** The word or words that introduce it: "said", "according to". */
  readonly cue?: Part;
}

/**
 * The parts each put elsewhere.
 * @param place where a part is now; undefined where its words are gone, and then the part is gone too
 */
export function placedParts(parts: QuotationParts, place: (part: Part) => Part | undefined): QuotationParts {
  const speaker = parts.speaker && place(parts.speaker);
  const cue = parts.cue && place(parts.cue);
  const content = parts.content.flatMap((part) => place(part) ?? []);
  // Fields of a file that this version does not know stay with the parts.
  const { content: _c, speaker: _s, cue: _q, ...rest } = parts;
  return { ...rest, content, ...(speaker && { speaker }), ...(cue && { cue }) };
}

/** The parts moved by a number of UTF-16 code units. */
export function shiftedParts(parts: QuotationParts, by: number): QuotationParts {
  const move = ({ start, end }: Part): Part => ({ start: start + by, end: end + by });
  const { content, speaker, cue } = parts;
  return {
    ...parts,
    content: content.map(move),
    ...(speaker && { speaker: move(speaker) }),
    ...(cue && { cue: move(cue) }),
  };
}

/** From the first to the last word of a quotation and its parts: the speaker may stand beside what is quoted. */
export function extentWith(span: Span, parts: QuotationParts | undefined): Span {
  if (!parts) return span;
  const all = [span, ...parts.content, ...(parts.speaker ? [parts.speaker] : []), ...(parts.cue ? [parts.cue] : [])];
  return { start: Math.min(...all.map(({ start }) => start)), end: Math.max(...all.map(({ end }) => end)) };
}

/** The parts that are in the text. */
export function standingParts(parts: QuotationParts): QuotationParts {
  return placedParts(parts, (part) => (part.orphan ? undefined : part));
}
