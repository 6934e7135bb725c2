import type { Annotation, AnnotationSet, Entity, Relation } from './annotation';

/** One thing before and after; an absent side means that it is not there. */
export interface EditOf<T> {
  readonly before?: T;
  readonly after?: T;
}

export type Edit = EditOf<Annotation>;

/** One act of a person: all its edits happen together and are undone together. */
export interface Operation {
  /** What was done, as a person would name it in "Undo …". */
  readonly title: string;
  readonly edits: readonly Edit[];
  readonly entities?: readonly EditOf<Entity>[];
  readonly relations?: readonly EditOf<Relation>[];
}

/** Whether an operation would do nothing. */
export function isIdle({ edits, entities = [], relations = [] }: Operation): boolean {
  return edits.length + entities.length + relations.length === 0;
}

/** The set after an operation. Things are matched by id, so an operation may follow others than it was made for. */
export function applyOperation(set: AnnotationSet, operation: Operation): AnnotationSet {
  return {
    annotations: edited(set.annotations, operation.edits),
    entities: edited(set.entities, operation.entities),
    relations: edited(set.relations, operation.relations),
  };
}

/** The operation that takes this one back. */
export function invertOperation(operation: Operation): Operation {
  const { title, edits, entities, relations } = operation;
  return {
    title,
    edits: inverted(edits),
    ...(entities && { entities: inverted(entities) }),
    ...(relations && { relations: inverted(relations) }),
  };
}

/** Several operations as one act. */
export function joined(title: string, operations: readonly Operation[]): Operation {
  const entities = operations.flatMap((operation) => operation.entities ?? []);
  const relations = operations.flatMap((operation) => operation.relations ?? []);
  return {
    title,
    edits: operations.flatMap((operation) => operation.edits),
    ...(entities.length > 0 && { entities }),
    ...(relations.length > 0 && { relations }),
  };
}

/**
 * The operation together with what it takes along: a relation goes with the annotation at either of its ends, and comes
 * back with it at undo. Relations that the operation itself edits are left to it.
 */
export function withRelations(set: AnnotationSet, operation: Operation): Operation {
  const after = new Set(operation.edits.flatMap((edit) => (edit.after ? [edit.after.id] : [])));
  const gone = new Set(operation.edits.flatMap(({ before }) => (before && !after.has(before.id) ? [before.id] : [])));
  if (gone.size === 0) return operation;
  const edited = new Set((operation.relations ?? []).map((edit) => (edit.before ?? edit.after)?.id));
  const loose = set.relations.filter(({ id, from, to }) => !edited.has(id) && (gone.has(from) || gone.has(to)));
  if (loose.length === 0) return operation;
  return { ...operation, relations: [...(operation.relations ?? []), ...loose.map((before) => ({ before }))] };
}

/** The edits by which relations of one annotation become those of another, which stands in for it. */
export function redirected(set: AnnotationSet, from: string, to: string): readonly EditOf<Relation>[] {
  const turned = (id: string) => (id === from ? to : id);
  return set.relations.flatMap((before) => {
    if (before.from !== from && before.to !== from) return [];
    const after = { ...before, from: turned(before.from), to: turned(before.to) };
    // An arrow from the one to the other would point from itself to itself.
    return [after.from === after.to ? { before } : { before, after }];
  });
}

function edited<T extends { readonly id: string }>(
  items: readonly T[],
  edits: readonly EditOf<T>[] = [],
): readonly T[] {
  if (edits.length === 0) return items;
  const byId = new Map(items.map((item) => [item.id, item]));
  for (const { before, after } of edits) {
    if (before) byId.delete(before.id);
    if (after) byId.set(after.id, after);
  }
  return [...byId.values()];
}

function inverted<T>(edits: readonly EditOf<T>[]): readonly EditOf<T>[] {
  return edits
    .map(({ before, after }) => ({ ...(after && { before: after }), ...(before && { after: before }) }))
    .reverse();
}
