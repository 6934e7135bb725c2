import { type Fields, mergeFields } from './mergeFields';
import { canonicalJson, compareText, sameJson } from './sameJson';

/** An entity, annotation or relation. */
export type Item = Fields & { readonly id: string };

/** One list of the three sidecars that are merged. */
export interface ThreeLists<T extends Item> {
  readonly base: readonly T[];
  readonly ours: readonly T[];
  readonly theirs: readonly T[];
}

/** Two versions of one thing that contradict each other, by their ids in the merged list; one id where it holds both. */
export interface Contested {
  readonly ours: string;
  readonly theirs: string;
  /** What they differ in, where one thing holds both. */
  readonly fields?: readonly string[];
}

export interface MergedItems<T extends Item> {
  readonly items: readonly T[];
  readonly contested: readonly Contested[];
  /** New ids that things of one side got, by the ids they have on that side. */
  readonly renamed: { readonly ours: ReadonlyMap<string, string>; readonly theirs: ReadonlyMap<string, string> };
}

/** How one kind of thing is merged. */
export interface Kind<T extends Item> {
  /** Whether two versions of one id are to be kept as two things, because one can't hold both. */
  isTwo(was: T | undefined, ours: T, theirs: T): boolean;
  /** Whether two such versions contradict each other, and do not just bear the same id by accident. */
  isContradiction(was: T | undefined, ours: T, theirs: T): boolean;
}

/**
 * Three-way merge by id: added on either side is kept; changed on one side wins; removed on one side and unchanged on
 * the other is removed; changed on both sides is merged field by field (`mergeFields`), or kept as two.
 */
export function mergeItems<T extends Item>(lists: ThreeLists<T>, kind: Kind<T>): MergedItems<T> {
  const { ours, theirs, renamed, contested } = apart(lists, kind);
  const base = byId(lists.base);
  const merged = new Map<string, T>();
  for (const id of new Set([...ours.keys(), ...theirs.keys()])) {
    const [was, our, their] = [base.get(id), ours.get(id), theirs.get(id)];
    if (our && their) {
      const { fields, contested: names } = mergeFields<T>(was ?? {}, our, their);
      merged.set(id, fields);
      if (names.length > 0) contested.push({ ours: id, theirs: id, fields: names });
    } else {
      const only = our ?? their;
      if (only && !(was && sameJson(was, only))) merged.set(id, only);
    }
  }
  return { items: [...merged.values()], contested, renamed };
}

/** The sides, with one of two things that share an id but can't be one under an id of its own. */
function apart<T extends Item>(lists: ThreeLists<T>, kind: Kind<T>) {
  const base = byId(lists.base);
  const sides = { ours: byId(lists.ours), theirs: byId(lists.theirs) };
  const renamed = { ours: new Map<string, string>(), theirs: new Map<string, string>() };
  const contested: Contested[] = [];
  // In the order of ids, so that both ways round find the same free ones.
  for (const id of [...sides.ours.keys()].sort(compareText)) {
    const [was, our, their] = [base.get(id), sides.ours.get(id), sides.theirs.get(id)];
    if (!our || !their || !kind.isTwo(was, our, their)) continue;
    const loser = outranksWhole(our, their) ? 'theirs' : 'ours';
    const item = loser === 'ours' ? our : their;
    const free = freeId(item, base, [sides.ours, sides.theirs]);
    sides[loser].delete(id);
    sides[loser].set(free, { ...item, id: free });
    renamed[loser].set(id, free);
    if (!kind.isContradiction(was, our, their)) continue;
    contested.push(loser === 'ours' ? { ours: free, theirs: id } : { ours: id, theirs: free });
  }
  return { ...sides, renamed, contested };
}

/** Which of two whole things keeps the id: the later one, then the one that comes last in an order of their contents. */
function outranksWhole(ours: Item, theirs: Item): boolean {
  const difference =
    compareText(String(ours.at ?? ''), String(theirs.at ?? '')) || compareText(contentOf(ours), contentOf(theirs));
  return difference >= 0;
}

/** A thing but for its id, the label first: the order of labels is one that a person can follow. */
function contentOf({ id: _, ...rest }: Item): string {
  return canonicalJson([rest.label, rest]);
}

/** The first id made of this one that is free, or that the very same thing already got in an earlier merge. */
function freeId(item: Item, base: ReadonlyMap<string, Item>, sides: readonly ReadonlyMap<string, Item>[]): string {
  for (let number = 2; ; number++) {
    const id = `${item.id}-${number}`;
    if (base.has(id)) continue;
    const there = sides.map((list) => list.get(id)).filter((other) => other !== undefined);
    if (there.every((other) => sameJson(other, { ...item, id }))) return id;
  }
}

/**
 * The order of the side that has just these things; else the base's order, then what was added, by id. Either way it is
 * the same whichever side is called ours.
 */
export function inOrder<T extends Item>(items: readonly T[], lists: ThreeLists<T>): T[] {
  const merged = byId(items);
  const base = idsOf(lists.base);
  const whole = [idsOf(lists.ours), idsOf(lists.theirs)]
    .filter((ids) => ids.length === merged.size && ids.every((id) => merged.has(id)))
    .sort((a, b) => compareText(canonicalJson(a), canonicalJson(b)));
  const order = whole.find((ids) => !sameJson(ids, base)) ?? whole[0];
  const kept = new Set(base.filter((id) => merged.has(id)));
  const added = [...merged.keys()].filter((id) => !kept.has(id)).sort(compareText);
  return (order ?? [...kept, ...added]).flatMap((id) => merged.get(id) ?? []);
}

/** Things with their references to others brought up to date. */
export function redirected<T extends Item>(
  items: readonly T[],
  fields: readonly string[],
  renamed: ReadonlyMap<string, string>,
  isMeant: (item: T) => boolean = () => true,
): readonly T[] {
  if (renamed.size === 0) return items;
  return items.map((item) => {
    if (!fields.some((field) => renamed.has(String(item[field]))) || !isMeant(item)) return item;
    const changed = Object.entries(item).map(([key, value]) =>
      fields.includes(key) ? [key, renamed.get(String(value)) ?? value] : [key, value],
    );
    return Object.fromEntries(changed) as T;
  });
}

/**
 * Makes one of things that say the same under several ids: it keeps one of these, and what they differ in is merged
 * field by field.
 * @param keyOf the same for things that can't be two
 * @param base what both sides started from: an id that is known there stays before others
 */
export function folded<T extends Item>(items: readonly T[], keyOf: (item: T) => string, base: readonly T[]): Folded<T> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  const gone = new Map<string, string>();
  const contested: Contested[] = [];
  const known = new Set(idsOf(base));
  if (groups.size === items.length) return { items, gone, contested };
  const compare = (a: T, b: T) => Number(known.has(b.id)) - Number(known.has(a.id)) || compareIds(a.id, b.id);
  const one = (group: readonly T[]): T => {
    const [first, ...others] = [...group].sort(compare);
    if (!first) throw new RangeError('an empty group');
    const fields = new Set<string>();
    const whole = others.reduce((sum, other) => {
      gone.set(other.id, first.id);
      const merged = mergeFields<T>({}, sum, { ...other, id: first.id });
      for (const field of merged.contested) fields.add(field);
      return merged.fields;
    }, first);
    if (fields.size > 0) contested.push({ ours: first.id, theirs: first.id, fields: [...fields] });
    return whole;
  };
  return { items: [...groups.values()].map(one), gone, contested };
}

/**
 * Which of two ids stays: one that an earlier merge gave before others, or else merging the same side in again would
 * bring back the one it was made from.
 */
function compareIds(a: string, b: string): number {
  return Number(MADE_ID.test(b)) - Number(MADE_ID.test(a)) || compareText(a, b);
}

/** What `freeId` makes. */
const MADE_ID = /-\d+$/;

/** Things of which none says what another one says. */
export interface Folded<T extends Item> {
  readonly items: readonly T[];
  /** Ids that are no more, with those that stand for them now. */
  readonly gone: ReadonlyMap<string, string>;
  readonly contested: readonly Contested[];
}

/**
 * Things that one side took away although something that stands refers to them. What refers to nothing on the very side
 * that took the thing away was left so there, and stays so.
 * @param from what refers: as merged, and on either side
 * @param fields the fields that hold ids
 * @param to what is referred to: as merged, and on either side
 */
export function missed<T extends Item>(from: Merging<Item>, fields: readonly string[], to: Merging<T>): readonly T[] {
  const found = new Map<string, T>();
  const there = byId(to.merged);
  const [ours, theirs] = [
    { from: byId(from.ours), to: byId(to.ours) },
    { from: byId(from.theirs), to: byId(to.theirs) },
  ];
  for (const item of from.merged) {
    for (const field of fields) {
      const id = item[field];
      if (typeof id !== 'string' || there.has(id)) continue;
      for (const [keeper, remover] of [
        [ours, theirs],
        [theirs, ours],
      ] as const) {
        const kept = keeper.to.get(id);
        if (kept && remover.from.get(item.id)?.[field] !== id) found.set(id, kept);
      }
    }
  }
  return [...found.values()];
}

/** A list as it came out of the merge, and as the sides have it. */
export interface Merging<T extends Item> {
  readonly merged: readonly T[];
  readonly ours: readonly T[];
  readonly theirs: readonly T[];
}

export function byId<T extends Item>(items: readonly T[]): Map<string, T> {
  return new Map(items.map((item) => [item.id, item]));
}

function idsOf(items: readonly Item[]): string[] {
  return items.map(({ id }) => id);
}
