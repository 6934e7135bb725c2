import type { AnnotationSet } from '../annotation/annotation';
import type { Operation } from '../annotation/operation';
import { EMPTY_FRAME, fileSidecar, placeSidecar } from '../sidecar/place';
import { annotationAt } from './decide';

/** Decisions about a text. */
export interface DecidedText {
  readonly text: string;
  readonly set: AnnotationSet;
}

/**
 * What brings back decisions that were lost: on their words, wherever those stand by now. What was decided anew since is
 * left alone, and comes no second time.
 * @param lost the decisions, and the text that they were about
 */
export function restored(lost: DecidedText, now: DecidedText, title: string): Operation {
  const isMoved = lost.text !== now.text;
  const back = isMoved ? placeSidecar(fileSidecar(lost.set, lost.text, EMPTY_FRAME), now.text) : lost.set;
  const missing = <T extends { readonly id: string }>(were: readonly T[], are: readonly T[]) => {
    const ids = new Set(are.map(({ id }) => id));
    return were.filter(({ id }) => !ids.has(id));
  };
  const annotations = missing(back.annotations, now.set.annotations).filter(
    (annotation) => annotation.orphan || !annotationAt(now.set, annotation, annotation.label),
  );
  const ids = new Set([...now.set.annotations, ...annotations].map(({ id }) => id));
  const relations = missing(back.relations, now.set.relations).filter(({ from, to }) => ids.has(from) && ids.has(to));
  return {
    title,
    edits: annotations.map((after) => ({ after })),
    entities: missing(back.entities, now.set.entities).map((after) => ({ after })),
    relations: relations.map((after) => ({ after })),
  };
}
