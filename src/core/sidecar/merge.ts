import type { FiledAnnotation, FiledSidecar } from './filed';

/** Two decisions about the same annotation that can't both hold; both are kept in the merged sidecar. */
export interface MergeConflict {
  readonly list: 'entities' | 'annotations' | 'relations';
  /** The id that ours keeps. */
  readonly ours: string;
  /** The id that theirs got, so that neither is lost. */
  readonly theirs: string;
}

export interface Merged {
  readonly sidecar: FiledSidecar;
  readonly conflicts: readonly MergeConflict[];
}

type Item = { readonly id: string; readonly [field: string]: unknown };

/**
 * Three-way merge by id: added on either side is kept; changed on one side wins; removed on one side and unchanged on
 * the other is removed; changed on both sides is merged field by field, and where a field really conflicts both are
 * kept, theirs under a new id.
 * @param base what both sides started from
 */
export function mergeSidecars(base: FiledSidecar, ours: FiledSidecar, theirs: FiledSidecar): Merged {
  const conflicts: MergeConflict[] = [];
  const merge = <T extends Item>(list: MergeConflict['list'], pick: (sidecar: FiledSidecar) => readonly T[]): T[] => {
    const merged = mergeItems(pick(base), pick(ours), pick(theirs));
    for (const [ourId, theirId] of merged.conflicts) conflicts.push({ list, ours: ourId, theirs: theirId });
    return merged.items;
  };
  const { entities: _e, annotations: _a, relations: _r, newsmark: _n, ...ourRest } = ours;
  const { entities: _te, annotations: _ta, relations: _tr, newsmark: _tn, ...theirRest } = theirs;
  const { entities: _be, annotations: _ba, relations: _br, newsmark: _bn, ...baseRest } = base;
  const rest = mergeFields(baseRest, ourRest, theirRest).fields;
  return {
    sidecar: {
      ...rest,
      newsmark: ours.newsmark,
      article: mergeFields(base.article, ours.article, theirs.article).fields,
      entities: merge('entities', (sidecar) => sidecar.entities),
      annotations: oneEach(merge('annotations', (sidecar) => sidecar.annotations)),
      relations: merge('relations', (sidecar) => sidecar.relations),
    },
    conflicts,
  };
}

function mergeItems<T extends Item>(base: readonly T[], ours: readonly T[], theirs: readonly T[]) {
  const baseById = byId(base);
  const theirsById = byId(theirs);
  const taken = new Set([...ours, ...theirs, ...base].map((item) => item.id));
  const items: T[] = [];
  const conflicts: [string, string][] = [];
  for (const our of ours) {
    const was = baseById.get(our.id);
    const their = theirsById.get(our.id);
    if (!their) {
      if (!was || !same(was, our)) items.push(our);
      continue;
    }
    const { fields, clash } = mergeFields(was ?? {}, our, their);
    if (!clash) {
      items.push(fields as T);
      continue;
    }
    const id = freeId(their.id, taken);
    items.push(our, { ...their, id });
    conflicts.push([our.id, id]);
  }
  const ourIds = new Set(ours.map((item) => item.id));
  for (const their of theirs) {
    if (ourIds.has(their.id)) continue;
    const was = baseById.get(their.id);
    if (!was || !same(was, their)) items.push(their);
  }
  return { items, conflicts };
}

/** Where a decision stands: both sides may have moved it with their text, and ours is the text in front of us. */
const PLACE = new Set(['start', 'end', 'quote']);

/** Fields that only tell who did it, when and around what: where both sides changed one, the later decision's stands. */
const BYSTANDERS = new Set(['at', 'by', 'prefix', 'suffix', 'sha256', 'length']);

function mergeFields<T extends object>(base: object, ours: T, theirs: T): { fields: T; clash: boolean } {
  const was = new Map(Object.entries(base));
  const our = new Map(Object.entries(ours));
  const their = new Map(Object.entries(theirs));
  const isTheirsLater = String(their.get('at') ?? '') > String(our.get('at') ?? '');
  const fields: [string, unknown][] = [];
  let clash = false;
  for (const key of new Set([...our.keys(), ...their.keys()])) {
    let value = our.get(key);
    if (same(value, was.get(key))) value = their.get(key);
    else if (!same(their.get(key), was.get(key)) && !same(value, their.get(key))) {
      if (!BYSTANDERS.has(key) && !PLACE.has(key)) clash = true;
      else if (BYSTANDERS.has(key) && isTheirsLater) value = their.get(key);
    }
    if (value !== undefined) fields.push([key, value]);
  }
  return { fields: Object.fromEntries(fields) as T, clash };
}

/** Two people who made the same decision made one: equal span, label and status under two ids become one annotation. */
function oneEach(annotations: readonly FiledAnnotation[]): FiledAnnotation[] {
  const seen = new Set<string>();
  return annotations.filter(({ start, end, label, status }) => {
    const key = `${start} ${end} ${status} ${label}`;
    return !seen.has(key) && seen.add(key);
  });
}

function byId<T extends Item>(items: readonly T[]): Map<string, T> {
  return new Map(items.map((item) => [item.id, item]));
}

function freeId(id: string, taken: Set<string>): string {
  let number = 2;
  while (taken.has(`${id}-${number}`)) number++;
  const free = `${id}-${number}`;
  taken.add(free);
  return free;
}

function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  return keys.every((key) => same(Reflect.get(a, key), Reflect.get(b, key)));
}
