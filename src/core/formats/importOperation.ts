import type { Annotation, AnnotationSet, AnnotationStatus } from '../annotation/annotation';
import type { EditOf, Operation } from '../annotation/operation';
import { t } from '../l10n';
import { joinSets } from './join';

/** What imported annotations become, unless their file says it: something to decide on, or decisions. */
export type ImportedAs = Exclude<AnnotationStatus, 'rejected'>;

/**
 * The set with every annotation of one status, and with where it comes from. What its file says was refused is never
 * taken for accepted.
 */
export function imported(set: AnnotationSet, as: ImportedAs): AnnotationSet {
  const annotations = set.annotations.map(
    (annotation): Annotation => ({
      ...annotation,
      status: as === 'accepted' && annotation.status === 'rejected' ? 'rejected' : as,
      source: annotation.source ?? 'import',
    }),
  );
  return { ...set, annotations };
}

/**
 * Adding imported annotations as one act that can be undone.
 * @param own what is decided about the article
 * @param added what comes to it, on the same text
 */
export function importOperation(own: AnnotationSet, added: AnnotationSet): Operation {
  const { set } = joinSets(own, added);
  const count = set.annotations.length - own.annotations.length;
  const entities = news(own.entities, set.entities);
  const relations = news(own.relations, set.relations);
  return {
    title: count === 1 ? t('Import an annotation') : t('Import {0} annotations', count),
    edits: news(own.annotations, set.annotations),
    ...(entities.length > 0 && { entities }),
    ...(relations.length > 0 && { relations }),
  };
}

/** What is in the one list and not in the other, as edits that bring it there. */
function news<T extends { readonly id: string }>(own: readonly T[], all: readonly T[]): EditOf<T>[] {
  const known = new Set(own.map(({ id }) => id));
  return all.filter(({ id }) => !known.has(id)).map((after) => ({ after }));
}
