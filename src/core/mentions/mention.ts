import type { Annotation, AnnotationStatus } from '../annotation/annotation';
import type { Suggestion } from '../recognize/suggestion';
import type { Span } from '../text/span';

/**
 * A span of the article that is, or may be, about something: a suggestion, an annotation, or both at one place.
 * Offsets are UTF-16 code units.
 */
export interface Mention extends Span {
  /** Tells the mention from the others of its article; lasts while the text and the label do. */
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
  /** Key of the entity that it refers to, and that entity's fullest name. */
  readonly entity: string;
  readonly name: string;
}

/** Whether somebody has still to decide about a mention. */
export function isUndecided(mention: Mention): boolean {
  return mention.status === 'suggested';
}

/** Whether a mention is shown in the text: all but the rejected ones. */
export function isShown(mention: Mention): boolean {
  return mention.status !== 'rejected';
}
