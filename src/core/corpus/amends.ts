import type { Entity } from '../annotation/annotation';
import { ONTONOTES } from '../annotation/labelSet';
import { joined, type Operation } from '../annotation/operation';
import { editEntity, relabelEntities } from '../curation/editEntities';
import { entityGroups } from '../curation/entityGroup';
import { notSameIn } from '../curation/notSame';
import { namesOf } from '../entities/claims';
import { t } from '../l10n';
import { markPlaces } from '../marking/everywhere';
import { type Decider, type Ground, shortened } from '../mentions/decide';
import { isShown, type Mention } from '../mentions/mention';
import type { Span } from '../text/span';
import { entityFormOf, foldedName } from './entityKey';

/** An article to be amended. */
export interface Amended {
  readonly ground: Ground;
  /** What is decided in it, and what is suggested where that is known. */
  readonly mentions: readonly Mention[];
  /** Kind of thing that a label stands for, as the index has it. */
  readonly kindOf: (label: string) => string;
}

/**
 * Puts a name under one label in an article: what is decided there otherwise, and the places where it is only suggested.
 * @param folded the name as it is compared
 * @param suggested where it is suggested under another label, of spans that hold the name
 */
export function putUnderLabel(
  { ground, mentions, kindOf }: Amended,
  folded: string,
  label: string,
  suggested: readonly Span[],
  decider: Decider,
): Operation {
  const others = toldApart(ground.set.entities, ({ label: own, name }) => foldedName(name, kindOf(own)));
  const odd = mentions.filter(
    (mention) =>
      isShown(mention) &&
      !others.has(mention.entity) &&
      mention.annotation !== undefined &&
      !mention.quotation &&
      mention.label !== label &&
      foldedName(mention.name, kindOf(mention.label)) === folded,
  );
  const decided = relabelEntities(ground, odd, label, decider);
  const free = suggested.filter(
    (span) => !mentions.some(({ annotation, start }) => annotation && start === span.start),
  );
  const marked = free.length > 0 ? markPlaces(ground, free, label, mentions, decider) : undefined;
  const { title } = (ground.labels ?? ONTONOTES).of(label);
  return joined(t('Label “{0}” as {1}', shortened(folded), title), [decided, ...(marked ? [marked] : [])]);
}

/**
 * Gives an entity one identifier in an article that has another one.
 * @param link knowledge base and id, a space between them
 */
export function linkTo({ ground, mentions, kindOf }: Amended, form: string, link: string, decider: Decider): Operation {
  const space = link.indexOf(' ');
  const [base, id] = [link.slice(0, space), link.slice(space + 1)];
  const others = toldApart(ground.set.entities, (record) => formOf(record, kindOf));
  const operations = ground.set.entities
    .filter(({ id }) => !others.has(id))
    .filter((record) => formOf(record, kindOf) === form && Object.keys(record.links ?? {}).length > 0)
    .map((record) => {
      const group = entityGroups(mentions).find(({ entity }) => entity === record.id);
      const { label, name } = record;
      const whole = group ?? { entity: record.id, label, name, mentions: [] };
      return editEntity(ground, whole, { links: { ...record.links, [base]: id } }, decider);
    });
  return joined(t('Link “{0}” to {1}', form.slice(form.indexOf('|') + 1), link), operations);
}

/**
 * Says in an article that a name is a spelling of another one: its entity bears the other name, and is found under both.
 * What is undecided stays so.
 */
export function spellAs(
  { ground, mentions, kindOf }: Amended,
  form: string,
  spelling: { readonly odd: string; readonly name: string; readonly label: string },
  decider: Decider,
): Operation {
  const { odd, name, label } = spelling;
  const others = toldApart(ground.set.entities, (record) => formOf(record, kindOf));
  const records = ground.set.entities.filter((record) => !others.has(record.id) && formOf(record, kindOf) === form);
  const title = t('Rename “{0}” to “{1}”', shortened(odd), shortened(name));
  if (records.length === 0) {
    const record: Entity = { id: decider.newId(), label, name, aliases: [name, odd] };
    return { title, edits: [], entities: [{ after: record }] };
  }
  const groups = entityGroups(mentions);
  const operations = records.map((record) => {
    const whole = groups.find(({ entity }) => entity === record.id) ?? {
      entity: record.id,
      label: record.label,
      name: record.name,
      mentions: [],
    };
    return editEntity(ground, whole, { name, aliases: [...namesOf(record), name] }, decider);
  });
  return joined(title, operations);
}

/** The records, by id, that somebody has told from another one of their name: what is said of the name is not of them. */
function toldApart(records: readonly Entity[], named: (record: Entity) => string): ReadonlySet<string> {
  const names = new Map(records.map((record) => [record.id, named(record)]));
  return new Set(notSameIn(records).flatMap(([id, other]) => (names.get(id) === names.get(other) ? [id] : [])));
}

function formOf({ label, name }: Entity, kindOf: (label: string) => string): string {
  return entityFormOf({ label, kind: kindOf(label), name }).name;
}
