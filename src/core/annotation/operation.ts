import type { Annotation, AnnotationSet } from './annotation';
import type { Move } from './move';

/** One annotation before and after; an absent side means that it is not there. */
export interface Edit {
  readonly before?: Annotation;
  readonly after?: Annotation;
}

/** One act of a person: all its edits happen together and are undone together. */
export interface Operation {
  /** What was done, as a person would name it in "Undo …". */
  readonly title: string;
  readonly edits: readonly Edit[];
}

/** The set after an operation. Annotations are matched by id, so an operation may follow others than it was made for. */
export function applyOperation(set: AnnotationSet, operation: Operation): AnnotationSet {
  const byId = new Map(set.annotations.map((annotation) => [annotation.id, annotation]));
  for (const { before, after } of operation.edits) {
    if (before) byId.delete(before.id);
    if (after) byId.set(after.id, after);
  }
  return { ...set, annotations: [...byId.values()] };
}

/** The operation that takes this one back. */
export function invertOperation(operation: Operation): Operation {
  const edits = operation.edits.map(({ before, after }) => ({
    ...(after && { before: after }),
    ...(before && { after: before }),
  }));
  return { title: operation.title, edits: edits.reverse() };
}

/** The same operation, its annotations moved along with a change of the text: so undo still finds the words. */
export function moveOperation(operation: Operation, move: Move): Operation {
  const edits = operation.edits.map((edit) => ({
    ...(edit.before && { before: move(edit.before) }),
    ...(edit.after && { after: move(edit.after) }),
  }));
  return { title: operation.title, edits };
}
