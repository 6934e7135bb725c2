import type { Entity } from '../annotation/annotation';
import { groupKey } from '../entities/claims';
import { isShown, type Mention } from '../mentions/mention';

/** What tells whether mentions of different articles are of one entity: label and name, and links. */
export type EntityKeys = ReadonlySet<string>;

/** The keys of the entity that a mention is of. */
export function keysOf(mention: Mention, entities: readonly Entity[]): EntityKeys {
  const record = entities.find(({ id }) => id === mention.entity);
  const links = Object.entries(record?.links ?? {}).map(([base, id]) => `${base} ${id}`);
  return new Set([groupKey(mention.label, mention.name), ...links]);
}

/** The mentions of an article, in reading order, that are of the entity with these keys. */
export function mentionsOf(keys: EntityKeys, mentions: readonly Mention[], entities: readonly Entity[]): Mention[] {
  const byEntity = new Map<string, boolean>();
  return mentions.filter((mention) => {
    if (!isShown(mention)) return false;
    const key = `${mention.entity} ${mention.label}`;
    let isSame = byEntity.get(key);
    if (isSame === undefined) {
      isSame = [...keysOf(mention, entities)].some((own) => keys.has(own));
      byEntity.set(key, isSame);
    }
    return isSame;
  });
}
