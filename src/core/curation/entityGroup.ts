import type { Entity } from '../annotation/annotation';
import type { Edit, EditOf } from '../annotation/operation';
import { entityClaims } from '../entities/claims';
import { accept, type Decider, type Ground } from '../mentions/decide';
import { isShown, type Mention } from '../mentions/mention';

/** Mentions of an article that refer to one entity: the sidecar's, or one that only recognizers know. */
export interface EntityGroup {
  /** Key of the entity among the mentions; the id of the sidecar's entity, where there is one. */
  readonly entity: string;
  readonly label: string;
  readonly name: string;
  /** In reading order; never empty. */
  readonly mentions: readonly Mention[];
}

/** The entities of an article in the order of their first mentions; what is rejected refers to none. */
export function entityGroups(mentions: readonly Mention[]): readonly EntityGroup[] {
  const groups = new Map<string, Mention[]>();
  for (const mention of mentions) {
    if (!isShown(mention) || mention.quotation) continue;
    const group = groups.get(mention.entity);
    if (group) group.push(mention);
    else groups.set(mention.entity, [mention]);
  }
  return [...groups].flatMap(([entity, group]) => {
    const [first] = group;
    return first ? [{ entity, label: first.label, name: first.name, mentions: group }] : [];
  });
}

/** The entity that a mention refers to, with all its mentions. */
export function groupOf(mentions: readonly Mention[], { entity, label, name }: Mention): EntityGroup {
  const own = mentions.filter((mention) => isShown(mention) && mention.entity === entity);
  return { entity, label: own[0]?.label ?? label, name, mentions: own };
}

/** The sidecar's record of a group, where it has one. */
export function recordOf({ set }: Ground, { entity }: EntityGroup): Entity | undefined {
  return set.entities.find(({ id }) => id === entity);
}

/** The record that a group has, or would get: it claims the group's mentions by their name. */
export function recordFor(ground: Ground, group: EntityGroup, decider: Decider): Entity {
  const record = recordOf(ground, group);
  if (record) return record;
  // An annotation may name an entity that the sidecar has lost: then it is made again under its id.
  const isNamed = group.mentions.some(({ annotation }) => annotation?.entity === group.entity);
  const { label, name } = group;
  return { id: isNamed ? group.entity : decider.newId(), label, name, aliases: [name] };
}

/** The edit that leaves a record in the sidecar as it is to be. */
export function recorded({ set }: Ground, after: Entity): EditOf<Entity> {
  const before = set.entities.find(({ id }) => id === after.id);
  return { ...(before && { before }), after };
}

/**
 * The edits by which a group's mentions refer to a record. What is decided notes it; what is undecided stays so where
 * the record claims its name, and is accepted where only a decision can tell what it refers to.
 * @param record as it will be
 */
export function assigned(ground: Ground, group: EntityGroup, record: Entity, decider: Decider): Edit[] {
  const others = ground.set.entities.filter(({ id }) => id !== record.id && id !== group.entity);
  const follows =
    group.entity === record.id ||
    recordOf(ground, group)?.label === record.label ||
    entityClaims([...others, record]).get(group.entity) === record.id;
  return group.mentions.flatMap((mention) =>
    mention.annotation || !follows ? assign(ground, mention, record.id, decider) : [],
  );
}

/** The edit by which one mention refers to a record, whatever its name: it is accepted, if nobody has decided on it. */
export function assign(ground: Ground, mention: Mention, entity: string, decider: Decider): Edit[] {
  const { annotation } = mention;
  if (annotation) return annotation.entity === entity ? [] : [{ before: annotation, after: { ...annotation, entity } }];
  return accept(ground, [mention], decider).edits.map(({ after }) => (after ? { after: { ...after, entity } } : {}));
}
