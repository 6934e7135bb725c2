import type { Annotation, AnnotationSet, Relation } from '../annotation/annotation';
import type { LabelSet } from '../annotation/labelSet';

/** A relation that the label set does not allow, with the annotation that it begins at. */
export interface StrayRelation {
  readonly relation: Relation;
  readonly from: Annotation;
  /** Label of the annotation that it leads to. */
  readonly to: string;
}

/** Relations that begin at a label whose relations the set names, and are none of those. */
export function strayRelations({ annotations, relations }: AnnotationSet, labels: LabelSet): readonly StrayRelation[] {
  if (relations.length === 0) return [];
  const byId = new Map(annotations.map((annotation) => [annotation.id, annotation]));
  return relations.flatMap((relation) => {
    const from = byId.get(relation.from);
    const to = byId.get(relation.to);
    if (!from || !to || allows(labels, from.label, relation.type, to.label)) return [];
    return [{ relation, from, to: to.label }];
  });
}

/** Whether a relation of a type may lead from one label to another. */
export function allows(labels: LabelSet, from: string, type: string, to: string): boolean {
  const { relations } = labels.of(from);
  return !relations || relations.some((allowed) => allowed.type === type && (allowed.to?.includes(to) ?? true));
}
