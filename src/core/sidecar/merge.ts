import {
  type FiledAnnotation,
  type FiledArticle,
  type FiledEntity,
  type FiledRelation,
  type FiledSidecar,
  SIDECAR_VERSION,
} from './filed';
import { bothChanged, type Fields, mergeFields, unitOf } from './mergeFields';
import {
  byId,
  type Contested,
  folded,
  type Item,
  inOrder,
  type Kind,
  mergeItems,
  missed,
  redirected,
  type ThreeLists,
} from './mergeItems';
import { overOneText, type ThreeSidecars } from './mergeTexts';
import { canonicalJson, compareText, sameJson } from './sameJson';

/** Two decisions that can't both hold; both are in the merged sidecar. */
export interface MergeConflict {
  readonly list: 'sidecar' | 'article' | 'entities' | 'annotations' | 'relations';
  /** The id of what ours says; of the file and the article, which have none, the name of the list. */
  readonly ours: string;
  /**
   * The id of what theirs says. Where it is the same, one thing holds both: the decision that stands in its fields, the
   * other in its list `conflicts`.
   */
  readonly theirs: string;
  /** What they differ in, where one thing holds both. */
  readonly fields?: readonly string[];
}

export interface Merged {
  readonly sidecar: FiledSidecar;
  readonly conflicts: readonly MergeConflict[];
}

/**
 * Three-way merge by id: added on either side is kept; changed on one side wins; removed on one side and unchanged on
 * the other is removed; changed on both sides is merged field by field.
 *
 * No decision of either side is lost. Two that contradict each other are both kept: as two annotations where they are
 * about other words or name another label; otherwise as one (no two annotations have the same words and label), with
 * what the other side said in its list `conflicts`. The same words and label under two ids become one annotation, and
 * what referred to either refers to it. What one side removed stays where something of the other side refers to it.
 *
 * Merging is the same both ways round and gives a file that validates if the sides did. Merging either side in once more
 * changes nothing, unless an annotation that the base had was moved onto words that another one marks.
 * @param base what both sides started from
 * @param text the article as it stands: places over other texts are found again on it, so that sides that edited the
 *   article can be compared
 */
export function mergeSidecars(base: FiledSidecar, ours: FiledSidecar, theirs: FiledSidecar, text?: string): Merged {
  const [isOurs, isTheirs] = [!sameJson(ours, base), !sameJson(theirs, base)];
  if (isOurs !== isTheirs) return { sidecar: isOurs ? ours : theirs, conflicts: [] };
  const three = overOneText({ base, ours, theirs }, text);
  const rest = mergeFields(restOf(three.base), restOf(three.ours), restOf(three.theirs));
  const article = mergeFields<FiledArticle>(three.base.article, three.ours.article, three.theirs.article);
  const lists = mergeLists(three);
  const conflicts: MergeConflict[] = [
    ...ofWhole('sidecar', rest.contested),
    ...ofWhole('article', article.contested),
    ...lists.conflicts,
  ];
  const { entities, annotations, relations } = lists;
  return {
    sidecar: { ...rest.fields, newsmark: SIDECAR_VERSION, article: article.fields, entities, annotations, relations },
    conflicts,
  };
}

function restOf(sidecar: FiledSidecar): Fields {
  const { newsmark: _, article: _article, entities: _e, annotations: _a, relations: _r, ...rest } = sidecar;
  return rest;
}

function ofWhole(list: 'sidecar' | 'article', fields: readonly string[]): MergeConflict[] {
  return fields.length > 0 ? [{ list, ours: list, theirs: list, fields }] : [];
}

const ENTITY: Kind<FiledEntity> = {
  // Ids made of names meet by accident: two people called Smith are still two.
  isTwo: (was, a, b) => !was && (a.label !== b.label || a.name !== b.name),
  isContradiction: () => true,
};

const ANNOTATION: Kind<FiledAnnotation> = {
  isTwo: (was, a, b) =>
    bothChanged(was && wordsOf(was), wordsOf(a), wordsOf(b)) ||
    (a.label !== b.label && bothChanged(was && readingOf(was), readingOf(a), readingOf(b))),
  isContradiction: (was, a, b) => was !== undefined || sameJson(wordsOf(a), wordsOf(b)),
};

const RELATION: Kind<FiledRelation> = {
  isTwo: (was, a, b) => bothChanged(was && unitOf(was, 'arrow'), unitOf(a, 'arrow'), unitOf(b, 'arrow')),
  isContradiction: (was) => was !== undefined,
};

function wordsOf({ start, end, quote }: FiledAnnotation): Fields {
  return { start, end, quote };
}

/** A value is one of a label: a new value from one side says nothing under a new label from the other. */
function readingOf({ label, value }: FiledAnnotation): Fields {
  return { label, value };
}

/** The words stand in the key too: annotations that are not in the text keep the places they once had. */
function keyOf({ start, end, quote, label }: FiledAnnotation): string {
  return `${start} ${end} ${JSON.stringify(label)} ${quote}`;
}

function arrowOf(relation: FiledRelation): string {
  return canonicalJson(unitOf(relation, 'arrow'));
}

/** Arrows that a side has more than once: that is for it to say, not for a merge. */
function repeatedArrows(relations: readonly FiledRelation[]): string[] {
  const arrows = relations.map(arrowOf);
  const once = new Set<string>();
  return arrows.filter((arrow) => once.has(arrow) || !once.add(arrow));
}

function mergeLists(given: ThreeSidecars) {
  const conflicts: MergeConflict[] = [];
  const note = (list: MergeConflict['list'], contested: readonly Contested[]) => {
    for (const each of contested) conflicts.push({ list, ...each });
  };
  const three = withEntitiesShared(given);
  const names = listsOf(three, 'entities');
  const entities = mergeItems(names, ENTITY);
  note('entities', entities.contested);

  const marks = followed(listsOf(three, 'annotations'), ['entity'], entities.renamed);
  const annotations = mergeItems(marks, ANNOTATION);
  note('annotations', annotations.contested);
  const single = folded(annotations.items, keyOf, marks.base);
  note('annotations', single.contested);

  const renamedArrows = followed(listsOf(three, 'relations'), ENDS, annotations.renamed);
  const { ours, theirs } = annotations.renamed;
  const arrows = {
    base: redirected(renamedArrows.base, ENDS, goneFrom(marks.base, single.gone)),
    ours: redirected(renamedArrows.ours, ENDS, goneFrom(marks.ours, single.gone, ours)),
    theirs: redirected(renamedArrows.theirs, ENDS, goneFrom(marks.theirs, single.gone, theirs)),
  };
  const relations = mergeItems(arrows, RELATION);
  note('relations', relations.contested);

  const lostMarks = missed({ ...arrows, merged: relations.items }, ENDS, { ...marks, merged: single.items });
  const allMarks = folded([...single.items, ...lostMarks], keyOf, marks.base);
  note('annotations', allMarks.contested);
  const repeated = new Set([...repeatedArrows(arrows.ours), ...repeatedArrows(arrows.theirs)]);
  const ownArrow = (relation: FiledRelation) =>
    repeated.has(arrowOf(relation)) ? `${arrowOf(relation)} ${relation.id}` : arrowOf(relation);
  const allArrows = folded(redirected(relations.items, ENDS, allMarks.gone), ownArrow, arrows.base);
  note('relations', allArrows.contested);
  const lostEntities = missed({ ...marks, merged: allMarks.items }, ['entity'], { ...names, merged: entities.items });
  return {
    entities: inOrder([...entities.items, ...lostEntities], names),
    annotations: inOrder(allMarks.items, marks),
    relations: inOrder(allArrows.items, arrows),
    conflicts,
  };
}

const ENDS = ['from', 'to'] as const;

type ListName = 'entities' | 'annotations' | 'relations';

function listsOf<L extends ListName>(
  { base, ours, theirs }: ThreeSidecars,
  list: L,
): ThreeLists<FiledSidecar[L][number]> {
  return { base: base[list], ours: ours[list], theirs: theirs[list] };
}

/** What a side says refers to that side's own version; what was there before goes on to refer to the one that kept the id. */
function followed<T extends Item>(
  { base, ours, theirs }: ThreeLists<T>,
  fields: readonly string[],
  renamed: { readonly ours: ReadonlyMap<string, string>; readonly theirs: ReadonlyMap<string, string> },
): ThreeLists<T> {
  if (renamed.ours.size + renamed.theirs.size === 0) return { base, ours, theirs };
  const before = byId(base);
  const isNew = (item: T) => !sameJson(before.get(item.id), item);
  return {
    base,
    ours: redirected(ours, fields, renamed.ours, isNew),
    theirs: redirected(theirs, fields, renamed.theirs, isNew),
  };
}

/** Of the ids that are no more, those that a side gave: one that led nowhere there does not lead elsewhere now. */
function goneFrom(items: readonly Item[], gone: ReadonlyMap<string, string>, renamed?: ReadonlyMap<string, string>) {
  const ids = new Set([...items.map(({ id }) => id), ...(renamed?.values() ?? [])]);
  return new Map([...gone].filter(([id]) => ids.has(id)));
}

/** The same name added on both sides under two ids is one entity, unless something in the two is different. */
function withEntitiesShared(three: ThreeSidecars): ThreeSidecars {
  const { base } = three;
  const ours = addedNames(three.ours, [base, three.theirs]);
  const theirs = addedNames(three.theirs, [base, three.ours]);
  const [ourIds, theirIds] = [new Map<string, string>(), new Map<string, string>()];
  for (const [name, our] of ours) {
    const their = theirs.get(name);
    if (!our || !their || mergeFields<FiledEntity>({}, our, { ...their, id: our.id }).contested.length > 0) continue;
    if (compareText(our.id, their.id) < 0) theirIds.set(their.id, our.id);
    else ourIds.set(our.id, their.id);
  }
  return { base: three.base, ours: withEntityIds(three.ours, ourIds), theirs: withEntityIds(three.theirs, theirIds) };
}

/** Entities that only one side knows of, by label and name; undefined under a name that it gives to several. */
function addedNames({ entities }: FiledSidecar, others: readonly FiledSidecar[]) {
  const elsewhere = new Set(
    others.flatMap((other) => [
      ...other.entities.map(({ id }) => id),
      ...other.annotations.map(({ entity }) => entity),
    ]),
  );
  const names = new Map<string, FiledEntity | undefined>();
  for (const entity of entities) {
    if (elsewhere.has(entity.id)) continue;
    const name = JSON.stringify([entity.label, entity.name]);
    names.set(name, names.has(name) ? undefined : entity);
  }
  return names;
}

function withEntityIds(sidecar: FiledSidecar, ids: ReadonlyMap<string, string>): FiledSidecar {
  if (ids.size === 0) return sidecar;
  return {
    ...sidecar,
    entities: redirected(sidecar.entities, ['id'], ids).map((entity) => notSameBy(entity, ids)),
    annotations: [...redirected(sidecar.annotations, ['entity'], ids)],
  };
}

/** An entity of which the ids of those that it is not are brought up to date. */
function notSameBy(entity: FiledEntity, ids: ReadonlyMap<string, string>): FiledEntity {
  const { notSame } = entity;
  if (!Array.isArray(notSame) || !notSame.some((id) => ids.has(String(id)))) return entity;
  return { ...entity, notSame: notSame.map((id: unknown) => ids.get(String(id)) ?? id) };
}
