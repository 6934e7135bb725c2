import type { Entity } from '../annotation/annotation';
import type { Operation } from '../annotation/operation';
import { namesOf } from '../entities/claims';
import { t } from '../l10n';
import { type Decider, type Ground, relabel, shortened } from '../mentions/decide';
import type { Mention } from '../mentions/mention';
import { assign, assigned, type EntityGroup, entityGroups, recorded, recordFor, recordOf } from './entityGroup';
import { notSameFollowed, notSameJoined, saying } from './notSame';

/**
 * Says that several groups are one entity. It keeps the name, the label and the links of `into`, and gets the names,
 * notes and other links of the rest.
 */
export function mergeEntities(
  ground: Ground,
  into: EntityGroup,
  others: readonly EntityGroup[],
  decider: Decider,
): Operation {
  const rest = others.filter(({ entity }) => entity !== into.entity);
  const title = t(
    'Merge {0} into “{1}”',
    rest.map(({ name }) => `“${shortened(name)}”`).join(', '),
    shortened(into.name),
  );
  if (rest.length === 0) return { title, edits: [] };
  const gone = rest.flatMap((group) => recordOf(ground, group) ?? []);
  const goneIds = new Set(gone.map(({ id }) => id));
  const merged = rest.reduce(
    (record, group) => joined(record, recordOf(ground, group) ?? namedAs(group)),
    notSameJoined(recordFor(ground, into, decider), gone, goneIds),
  );
  return {
    title,
    edits: [into, ...rest].flatMap((group) => assigned(ground, group, merged, decider)),
    entities: [
      ...gone.map((before) => ({ before })),
      recorded(ground, merged),
      ...notSameFollowed(ground.set.entities, merged.id, goneIds),
    ],
  };
}

/** What a group without a record would bring into another one. */
function namedAs({ entity, label, name }: EntityGroup): Entity {
  return { id: entity, label, name, aliases: [name] };
}

/** A record that takes another one in; names under another label are no names of its own. */
function joined(record: Entity, other: Entity): Entity {
  const names = other.label === record.label ? namesOf(other) : [];
  const links = { ...other.links, ...record.links };
  const note = [...new Set([record.note, other.note])].filter((part) => part !== undefined).join('\n\n');
  return {
    ...record,
    aliases: [...new Set([...namesOf(record), ...names])],
    ...(Object.keys(links).length > 0 && { links }),
    ...(note !== '' && { note }),
  };
}

/**
 * Says that these mentions are not of the entity that the others are of, but all of one of their own. They are accepted
 * with it; other mentions of the same words stay where they are, and it is noted that this is not what they mean.
 * @param all the article's mentions
 */
export function splitOff(
  ground: Ground,
  mentions: readonly Mention[],
  all: readonly Mention[],
  decider: Decider,
): Operation {
  const [longest] = mentions.toSorted((a, b) => b.text.length - a.text.length || a.start - b.start);
  if (!longest) return { title: t('Split off nothing'), edits: [] };
  const name = longest.text.replace(/\s+/g, ' ');
  const from = new Set(mentions.map(({ entity }) => entity));
  const others = entityGroups(all.filter((mention) => from.has(mention.entity) && !mentions.includes(mention)));
  // The others need ids that last, for it to be said that this is none of them.
  const records = others.map((group) => recordFor(ground, group, decider));
  const own: Entity = { id: decider.newId(), label: longest.label, name, aliases: [] };
  const record = saying(
    own,
    records.map(({ id }) => id),
  );
  return {
    title: t('Split “{0}” off from “{1}”', shortened(name), shortened(longest.name)),
    edits: [
      ...mentions.flatMap((mention) => assign(ground, mention, record.id, decider)),
      ...others.flatMap((group, index) => assigned(ground, group, records[index] ?? record, decider)),
    ],
    entities: [
      { after: record },
      ...others.flatMap((group, index) => {
        const other = records[index];
        return other && !recordOf(ground, group) ? [recorded(ground, other)] : [];
      }),
    ],
  };
}

/** Says that these mentions refer to an entity, whatever their words: they are accepted with it. */
export function moveMentions(
  ground: Ground,
  mentions: readonly Mention[],
  into: EntityGroup,
  decider: Decider,
): Operation {
  const strangers = mentions.filter(({ entity }) => entity !== into.entity);
  const title =
    strangers.length === 1
      ? t('Move “{0}” to “{1}”', shortened(strangers[0]?.text ?? ''), shortened(into.name))
      : t('Move {0} mentions to “{1}”', strangers.length, shortened(into.name));
  if (strangers.length === 0) return { title, edits: [] };
  const record = recordFor(ground, into, decider);
  return {
    title,
    edits: [
      ...assigned(ground, into, record, decider),
      ...strangers.flatMap((mention) => assign(ground, mention, record.id, decider)),
    ],
    entities: recordOf(ground, into) ? [] : [recorded(ground, record)],
  };
}

/**
 * Gives whole entities another label: all their mentions, and what the sidecar knows of them, so that it goes on claiming
 * what bears their names.
 * @param mentions all mentions of the entities
 */
export function relabelEntities(
  ground: Ground,
  mentions: readonly Mention[],
  label: string,
  decider: Decider,
): Operation {
  const operation = relabel(ground, mentions, label, decider);
  const named = new Set(mentions.map(({ entity }) => entity));
  const records = ground.set.entities.filter((record) => named.has(record.id) && record.label !== label);
  const known = new Set(records.map(({ id }) => id));
  const entityAt = new Map(mentions.map(({ start, end, entity }) => [`${start}-${end}`, entity]));
  const edits = operation.edits.map((edit) => {
    const entity = edit.after && entityAt.get(`${edit.after.start}-${edit.after.end}`);
    const isNoted = !edit.after || edit.after.entity !== undefined || entity === undefined || !known.has(entity);
    return isNoted ? edit : { ...edit, after: { ...edit.after, entity } };
  });
  return { ...operation, edits, entities: records.map((before) => ({ before, after: { ...before, label } })) };
}

/** What is known of an entity beside its label and mentions. An absent field stays, an empty one goes. */
export interface EntityFields {
  readonly name?: string;
  readonly aliases?: readonly string[];
  readonly links?: Readonly<Record<string, string>>;
  readonly note?: string;
}

/** Gives an entity another name, other aliases, links or a note. The mentions that are decided note that they mean it. */
export function editEntity(ground: Ground, group: EntityGroup, fields: EntityFields, decider: Decider): Operation {
  const before = recordFor(ground, group, decider);
  const record = changed(before, fields);
  const title = titleOf(group, fields);
  if (JSON.stringify(record) === JSON.stringify(before)) return { title, edits: [] };
  return { title, edits: assigned(ground, group, record, decider), entities: [recorded(ground, record)] };
}

function changed(record: Entity, { name, aliases, links, note }: EntityFields): Entity {
  const { links: _l, note: _n, ...rest } = record;
  const nextLinks = links ?? record.links ?? {};
  const nextNote = (note ?? record.note ?? '').trim();
  return {
    ...rest,
    ...(name !== undefined && name.trim() !== '' && { name: oneLine(name), aliases: namesOf(record) }),
    ...(aliases && { aliases: [...new Set(aliases.map(oneLine).filter((alias) => alias !== ''))] }),
    ...(Object.keys(nextLinks).length > 0 && { links: nextLinks }),
    ...(nextNote !== '' && { note: nextNote }),
  };
}

function oneLine(words: string): string {
  return words.replace(/\s+/g, ' ').trim();
}

function titleOf({ name }: EntityGroup, fields: EntityFields): string {
  const quoted = shortened(name);
  if (fields.name !== undefined) return t('Rename “{0}” to “{1}”', quoted, shortened(oneLine(fields.name)));
  if (fields.aliases) return t('Change the aliases of “{0}”', quoted);
  return fields.links ? t('Link “{0}”', quoted) : t('Note on the entity “{0}”', quoted);
}
