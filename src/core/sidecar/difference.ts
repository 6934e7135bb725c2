import type { AnnotationSet } from '../annotation/annotation';
import type { EditOf, Operation } from '../annotation/operation';
import { sameJson } from './sameJson';

/** The operation that makes one set of decisions another, with things matched by id. */
export function difference(title: string, before: AnnotationSet, after: AnnotationSet): Operation {
  const entities = edits(before.entities, after.entities);
  const relations = edits(before.relations, after.relations);
  return {
    title,
    edits: edits(before.annotations, after.annotations),
    ...(entities.length > 0 && { entities }),
    ...(relations.length > 0 && { relations }),
  };
}

function edits<T extends { readonly id: string }>(before: readonly T[], after: readonly T[]): EditOf<T>[] {
  const was = new Map(before.map((item) => [item.id, item]));
  const is = new Set(after.map(({ id }) => id));
  const gone = before.filter(({ id }) => !is.has(id)).map((item) => ({ before: item }));
  const others = after.flatMap((item): EditOf<T>[] => {
    const old = was.get(item.id);
    if (!old) return [{ after: item }];
    return sameJson(old, item) ? [] : [{ before: old, after: item }];
  });
  return [...gone, ...others];
}
