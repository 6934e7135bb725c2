import type { Entity } from '../annotation/annotation';
import type { EditOf, Operation } from '../annotation/operation';
import { t } from '../l10n';
import { type Decider, type Ground, shortened } from '../mentions/decide';
import { assigned, type EntityGroup, recorded, recordFor } from './entityGroup';

/**
 * The entities, by id, that a person has said an entity is not. The sidecar has them as the record's free field
 * `notSame`, on either of the two; what else somebody may have put there says nothing.
 */
export function notSameOf(record: Entity | undefined): readonly string[] {
  const ids = record?.unknown?.notSame;
  return Array.isArray(ids) ? ids.filter((id): id is string => typeof id === 'string') : [];
}

/** Pairs of entities, by id, of which somebody has said that the first is not the second; only those that are there. */
export function notSameIn(records: readonly Entity[]): readonly (readonly [string, string])[] {
  const pairs = records.flatMap((record) => notSameOf(record).map((other) => [record.id, other] as const));
  if (pairs.length === 0) return pairs;
  const there = new Set(records.map(({ id }) => id));
  return pairs.filter(([id, other]) => id !== other && there.has(other));
}

/** Whether somebody has said that two entities are two, at either of them. */
export function areTwo(a: string, b: string, records: readonly Entity[]): boolean {
  return records.some(
    (record) =>
      (record.id === a && notSameOf(record).includes(b)) || (record.id === b && notSameOf(record).includes(a)),
  );
}

/** Says that entities which look alike are not the same as one of them. Nothing undecided is decided by that. */
export function keepApart(
  ground: Ground,
  group: EntityGroup,
  others: readonly EntityGroup[],
  decider: Decider,
): Operation {
  const rest = others.filter(
    ({ entity }) => entity !== group.entity && !areTwo(entity, group.entity, ground.set.entities),
  );
  const names = rest.map(({ name }) => `“${shortened(name)}”`).join(', ');
  const title = t('“{0}” is not the same as {1}', shortened(group.name), names);
  if (rest.length === 0) return { title, edits: [] };
  // All of them need ids that last.
  const records = rest.map((other) => recordFor(ground, other, decider));
  const own = recordFor(ground, group, decider);
  const record = saying(own, [...notSameOf(own), ...records.map(({ id }) => id)]);
  const known = new Set(ground.set.entities);
  return {
    title,
    edits: [
      ...assigned(ground, group, record, decider),
      ...rest.flatMap((other, index) => assigned(ground, other, records[index] ?? record, decider)),
    ],
    entities: [
      recorded(ground, record),
      ...records.filter((each) => !known.has(each)).map((each) => recorded(ground, each)),
    ],
  };
}

/**
 * A record that has taken others in: it is not what any of them was not.
 * @param gone ids of the others
 */
export function notSameJoined(record: Entity, others: readonly Entity[], gone: ReadonlySet<string>): Entity {
  const ids = [record, ...others].flatMap(notSameOf).filter((id) => id !== record.id && !gone.has(id));
  return [record, ...others].some((each) => notSameOf(each).length > 0) ? saying(record, ids) : record;
}

/** The edits by which what was said of entities that are gone is said of the one that took them in. */
export function notSameFollowed(
  records: readonly Entity[],
  into: string,
  gone: ReadonlySet<string>,
): readonly EditOf<Entity>[] {
  return records.flatMap((before) => {
    const ids = notSameOf(before);
    if (before.id === into || gone.has(before.id) || !ids.some((id) => gone.has(id))) return [];
    return [
      {
        before,
        after: saying(
          before,
          ids.map((id) => (gone.has(id) ? into : id)),
        ),
      },
    ];
  });
}

/** A record that says it is not these, by their ids, and of no others. */
export function saying(record: Entity, ids: readonly string[]): Entity {
  const { unknown: { notSame: _, ...others } = {}, ...rest } = record;
  const notSame = [...new Set(ids)].sort();
  const unknown = { ...others, ...(notSame.length > 0 && { notSame }) };
  return { ...rest, ...(Object.keys(unknown).length > 0 && { unknown }) };
}
