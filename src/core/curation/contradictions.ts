import type { Annotation, AnnotationSet, Entity } from '../annotation/annotation';
import type { LabelSet } from '../annotation/labelSet';
import { groupKey, namesOf } from '../entities/claims';
import { comparedName } from '../entities/nameForm';
import { onceEach } from '../entities/onceEach';
import { atOnce, mapped, type Steps } from '../slices';
import { bySpan } from '../text/span';

/** Decisions that can't all be right. */
export type Contradiction = TwoLabels | TwoLinks | OneLink;

/** One name is annotated under several labels. */
export interface TwoLabels {
  readonly kind: 'two labels';
  readonly name: string;
  /** The labels, the one that is used most first. */
  readonly labels: readonly [string, string, ...string[]];
  /** All its annotations, in reading order. */
  readonly annotations: readonly Annotation[];
  /** Those of them that are under the other labels. */
  readonly odd: readonly [Annotation, ...Annotation[]];
}

/** Two entities of one name and label have different ids in one knowledge base. */
export interface TwoLinks {
  readonly kind: 'two links';
  readonly base: string;
  readonly entities: readonly [Entity, Entity];
}

/** Two entities have one id in a knowledge base: they are the same. */
export interface OneLink {
  readonly kind: 'one link';
  readonly base: string;
  readonly entities: readonly [Entity, Entity];
}

/** The contradictions among the decisions about an article. Linear time but for sorting. */
export function contradictionsIn(set: AnnotationSet, labels: LabelSet): readonly Contradiction[] {
  return atOnce(contradicting(set, labels));
}

/** The same in steps. */
export function* contradicting(set: AnnotationSet, labels: LabelSet): Steps<readonly Contradiction[]> {
  return [
    ...(yield* namesUnderTwoLabels(set.annotations, labels)),
    ...linksThatDiffer(set.entities),
    ...linksInCommon(set.entities),
  ];
}

function* namesUnderTwoLabels(annotations: readonly Annotation[], labels: LabelSet): Steps<TwoLabels[]> {
  const compared = onceEach(comparedName);
  const named = yield* mapped(annotations, ({ status, orphan, label, quote }) =>
    status === 'accepted' && !orphan && labels.of(label).group === 'entity' ? compared(quote) : '',
  );
  const byName = groupBy(annotations, (_, index) => named[index] ?? '');
  byName.delete('');
  yield;
  return [...byName.values()].flatMap((group) => {
    const byLabel = groupBy(group, ({ label }) => label);
    const [first, second, ...more] = [...byLabel.keys()].sort(
      (a, b) => (byLabel.get(b)?.length ?? 0) - (byLabel.get(a)?.length ?? 0) || (a < b ? -1 : 1),
    );
    const annotations = group.toSorted(bySpan);
    const [one, ...others] = annotations.filter(({ label }) => label !== first);
    if (first === undefined || second === undefined || !one) return [];
    return [
      { kind: 'two labels', name: one.quote, labels: [first, second, ...more], annotations, odd: [one, ...others] },
    ];
  });
}

function linksThatDiffer(entities: readonly Entity[]): TwoLinks[] {
  const byName = new Map<string, Entity>();
  return entities.flatMap((entity) =>
    [...new Set([entity.name, ...namesOf(entity)].map((name) => groupKey(entity.label, name)))].flatMap((key) => {
      const other = byName.get(key);
      if (!other) byName.set(key, entity);
      if (!other || other.id === entity.id) return [];
      return Object.entries(entity.links ?? {}).flatMap(([base, id]): TwoLinks[] => {
        const there = other.links && Object.hasOwn(other.links, base) ? other.links[base] : undefined;
        return there === undefined || there === id ? [] : [{ kind: 'two links', base, entities: [other, entity] }];
      });
    }),
  );
}

function linksInCommon(entities: readonly Entity[]): OneLink[] {
  const byLink = new Map<string, Entity>();
  return entities.flatMap((entity) =>
    Object.entries(entity.links ?? {}).flatMap(([base, id]): OneLink[] => {
      const key = `${base} ${id}`;
      const other = byLink.get(key);
      if (!other) byLink.set(key, entity);
      return other ? [{ kind: 'one link', base, entities: [other, entity] }] : [];
    }),
  );
}

function groupBy<T>(items: readonly T[], keyOf: (item: T, index: number) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const [index, item] of items.entries()) {
    const key = keyOf(item, index);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
