import type { Annotation, AnnotationStatus } from '../annotation/annotation';
import type { QuotationParts } from '../annotation/quotationParts';
import type { JoinReason } from '../entities/joinReason';
import type { Suggestion } from '../recognize/suggestion';
import type { Span } from '../text/span';

/**
 * A span of the article that is, or may be, about something: a suggestion, an annotation, or both at one place. This much
 * is known of it by what stands there alone. Offsets are UTF-16 code units.
 */
export interface Mark extends Span {
  /** Tells it from the others of its article; lasts while the text and the label do. */
  readonly key: string;
  /** Its words. */
  readonly text: string;
  readonly label: string;
  readonly status: AnnotationStatus;
  /** The decision, where a person (or an import) made one. */
  readonly annotation?: Annotation;
  /** The proposal, where a recognizer makes one here under this label. */
  readonly suggestion?: Suggestion;
  /** Normal form of a figure or date. */
  readonly value?: string;
  readonly modifier?: string;
  /** The whole phrase, where it is longer than the mention: "more than $300 million". */
  readonly full?: Span;
  /** What a count counts, in the article's words: "artillery shells". */
  readonly counted?: string;
  /** The parts of a quotation, in the article's offsets. */
  readonly quotation?: QuotationParts;
}

/** A mark, and what the whole article tells of it. */
export interface Mention extends Mark {
  /** Who speaks in a quotation. */
  readonly speaker?: Speaker;
  /** Key of the entity that it refers to, and that entity's fullest name. */
  readonly entity: string;
  readonly name: string;
  /** Why it is taken for a mention of that entity; absent for what is no name. */
  readonly reason?: JoinReason;
}

/** Whose words a quotation is. */
export interface Speaker {
  /** The fullest name of the entity; the words beside the quotation ("analysts") where they mean none that is named. */
  readonly name: string;
  /** Key of the entity among the article's mentions. */
  readonly entity?: string;
}

/** What a mark's state can be told by. */
type MarkState = Pick<Mark, 'status' | 'annotation' | 'suggestion' | 'quotation'>;

/** Whether somebody has still to decide about a mention. */
export function isUndecided(mention: MarkState): boolean {
  return mention.status === 'suggested';
}

/** Whether a mention is shown in the text: all but the rejected ones. */
export function isShown(mention: MarkState): boolean {
  return mention.status !== 'rejected';
}

/** Below so much confidence a recognizer only reports a stance ("plans to", "opposes"): nobody's words, or hardly. */
const WORDS_OF_SOMEBODY = 0.6;

/**
 * Whether a suggestion is worth going to by itself when a person works through what is undecided. A stance that is taken
 * for an indirect quotation is not: there are many, they hold other mentions, and the tree lists them all.
 */
export function isPressing(mention: MarkState): boolean {
  return isUndecided(mention) && !isStance(mention);
}

/** Whether a quotation reports no words but what somebody plans, wants or opposes, as far as a recognizer can tell. */
export function isStance({ quotation, annotation, suggestion }: MarkState): boolean {
  return quotation !== undefined && !annotation && (suggestion?.confidence ?? 1) < WORDS_OF_SOMEBODY;
}
