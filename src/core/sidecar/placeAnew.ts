import type { AnnotationSet } from '../annotation/annotation';
import type { Recall } from '../annotation/moments';
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
 * @param recall where annotations were if the text was just this before: they are there again
 */
export function placeAnew(
  set: AnnotationSet,
  change: Change,
  { before, after, recall }: { readonly before: string; readonly after: string; readonly recall?: Recall | undefined },
): AnnotationSet {
  const recalled = set.annotations.map((annotation) => recall?.(annotation));
  if (recalled.every((annotation) => annotation)) return { ...set, annotations: recalled.flatMap((one) => one ?? []) };
  const move = createMove(change, before, after);
  const found = placeSidecar(fileSidecar(set, before, EMPTY_FRAME), after).annotations;
  const annotations = set.annotations.map((annotation, index) => {
    const known = recalled[index];
    if (known) return known;
    const span = annotation.orphan ? undefined : mapSpan(annotation, change);
    const words = before.slice(annotation.start, annotation.end);
    if (span && after.slice(span.start, span.end) === words) return move(annotation);
    const { past } = annotation;
    // What is remembered of its words goes on: undo can still bring back what was cut.
    return { ...(found[index] ?? annotation), ...(past && { past }) };
  });
  return { ...set, annotations };
}
