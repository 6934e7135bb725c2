import type { Annotation, AnnotationSet } from '../annotation/annotation';
import type { EditOf, Operation } from '../annotation/operation';
import { t } from '../l10n';
import { textDigest } from '../sidecar/place';
import { canonicalJson } from '../sidecar/sameJson';

/** What an import brought to one article, as far as taking it back needs it: by id, a digest of what it said. */
export interface ImportTrace {
  readonly annotations: Readonly<Record<string, string>>;
  readonly entities: Readonly<Record<string, string>>;
  readonly relations: Readonly<Record<string, string>>;
}

/** What an import added. */
export function traceOf({ edits, entities = [], relations = [] }: Operation): ImportTrace {
  return {
    annotations: digests(edits, sayingOf),
    entities: digests(entities, canonicalJson),
    relations: digests(relations, canonicalJson),
  };
}

/** Taking an import back. */
export interface ImportUndoing {
  readonly operation: Operation;
  /** Imported annotations that stay, since somebody has decided on them or related them to others since. */
  readonly kept: number;
}

/**
 * The operation that takes an import back, whatever came after it: what still is as it came goes. What somebody has
 * changed since stays, with the entities and relations that it has; so do relations and entities that others refer to.
 * @param set what is decided about the article now; the text may have changed too
 */
export function undoImport(set: AnnotationSet, trace: ImportTrace): ImportUndoing {
  const isAsItCame = <T extends { readonly id: string }>(
    item: T,
    known: Readonly<Record<string, string>>,
    saying: (item: T) => string,
  ) => Object.hasOwn(known, item.id) && known[item.id] === digestOf(saying(item));
  const came = set.annotations.filter(({ id }) => Object.hasOwn(trace.annotations, id));
  const tied = new Set(
    set.relations
      .filter((relation) => !isAsItCame(relation, trace.relations, canonicalJson))
      .flatMap(({ from, to }) => [from, to]),
  );
  const gone = came.filter(
    (annotation) => isAsItCame(annotation, trace.annotations, sayingOf) && !tied.has(annotation.id),
  );
  const goneIds = new Set(gone.map(({ id }) => id));
  const relations = set.relations.filter(
    (relation) =>
      isAsItCame(relation, trace.relations, canonicalJson) && (goneIds.has(relation.from) || goneIds.has(relation.to)),
  );
  const named = new Set(set.annotations.filter(({ id }) => !goneIds.has(id)).map(({ entity }) => entity));
  const entities = set.entities.filter(
    (entity) => isAsItCame(entity, trace.entities, canonicalJson) && !named.has(entity.id),
  );
  return {
    operation: {
      title: t('Undo the import of {0} annotations', gone.length),
      edits: removals(gone),
      ...(entities.length > 0 && { entities: removals(entities) }),
      ...(relations.length > 0 && { relations: removals(relations) }),
    },
    kept: came.length - gone.length,
  };
}

/** What an annotation says, wherever it stands: edits of the text move it and change the words that it quotes. */
function sayingOf(annotation: Annotation): string {
  const { label, status, entity, value, note, source, by, at, conflicts, unknown } = annotation;
  return canonicalJson({ label, status, entity, value, note, source, by, at, conflicts, unknown });
}

function digests<T extends { readonly id: string }>(
  edits: readonly EditOf<T>[],
  saying: (item: T) => string,
): Readonly<Record<string, string>> {
  return Object.fromEntries(edits.flatMap(({ after }) => (after ? [[after.id, digestOf(saying(after))]] : [])));
}

function digestOf(saying: string): string {
  return textDigest(saying).slice(0, 12);
}

function removals<T>(items: readonly T[]): EditOf<T>[] {
  return items.map((before) => ({ before }));
}
