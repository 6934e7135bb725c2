import type { Change } from '../text/change';
import { type Moving, MovingSpans, type Stretch } from '../text/movingSpans';
import type { Span } from '../text/span';
import type { Annotation } from './annotation';
import { type Move, moveAll } from './move';
import { extentWith, type Part, placedParts } from './quotationParts';

/** How annotations move where no edit is near: see `createMove`. */
export const ANNOTATION_MOVING: Moving<Annotation> = {
  shifted: (annotation, by) => {
    const { start, end, quotation } = annotation;
    const shift = (part: Part): Part => ({ ...part, start: part.start + by, end: part.end + by });
    return {
      ...annotation,
      start: start + by,
      end: end + by,
      ...(quotation && { quotation: placedParts(quotation, shift) }),
    };
  },
  extent: (annotation) => extentWith(annotation, annotation.quotation),
  // What was cut, or is out of the text, may come back by an edit anywhere.
  isRestless: ({ orphan, past, quotation }) => {
    const isUnsettled = (part: Part) => part.orphan !== undefined || part.past !== undefined;
    if (orphan || past) return true;
    if (!quotation) return false;
    const { content, speaker, cue } = quotation;
    return content.some(isUnsettled) || [speaker, cue].some((part) => part !== undefined && isUnsettled(part));
  },
};

/** The annotations of an article while it is edited: an edit costs what is near it, not what the article holds. */
export class MovingAnnotations {
  readonly #spans: MovingSpans<Annotation>;

  constructor(annotations: readonly Annotation[]) {
    this.#spans = new MovingSpans(annotations, ANNOTATION_MOVING);
  }

  /** All of them, in the order they came in. */
  get all(): readonly Annotation[] {
    return this.#spans.all;
  }

  /** How many there are, orphans and those that are gone included. */
  get length(): number {
    return this.#spans.length;
  }

  /** All of them, run by run. */
  stretches(): Iterable<Stretch<Annotation>> {
    return this.#spans.stretches();
  }

  /** Those in the text that share a character with a span, or touch it. */
  touching(span: Span): readonly Annotation[] {
    return this.#spans.touching(span).filter(({ orphan }) => !orphan);
  }

  /** @param after the text that the change gives */
  edit(change: Change, move: Move, after: string): void {
    this.#spans.edit(change, (near) => {
      const ids = new Set(near.map(({ id }) => id));
      return moveAll(near, move, after, { others: (span) => this.touching(span).filter(({ id }) => !ids.has(id)) });
    });
  }
}
