import type { AnnotationSet } from '../annotation/annotation';
import { createMove } from '../annotation/move';
import { type Change, mapSpan } from '../text/change';
import { EMPTY_FRAME, fileSidecar, placeSidecar } from './place';

/** Whether so much comes in at once (revert, checkout, paste over all) that places mean nothing any more. */
export function isWholesale(change: Change, after: string): boolean {
  const inserted = change.reduce((sum, { insert }) => sum + insert.length, 0);
  return inserted > 200 && inserted > after.length / 2;
}

/**
 * The decisions after such a change: what it leaves alone stays, all else is looked for as in a text that was edited
 * unseen.
 * @param set decisions about the text before the change
 */
export function placeAnew(set: AnnotationSet, change: Change, before: string, after: string): AnnotationSet {
  const move = createMove(change, before, after);
  const found = placeSidecar(fileSidecar(set, before, EMPTY_FRAME), after).annotations;
  const annotations = set.annotations.map((annotation, index) => {
    const span = annotation.orphan ? undefined : mapSpan(annotation, change);
    const words = before.slice(annotation.start, annotation.end);
    if (span && after.slice(span.start, span.end) === words) return move(annotation);
    const { past } = annotation;
    // What is remembered of its words goes on: undo can still bring back what was cut.
    return { ...(found[index] ?? annotation), ...(past && { past }) };
  });
  return { ...set, annotations };
}
