import type { Annotation, AnnotationStatus, Entity } from '../../annotation/annotation';
import type { ReadSpan } from '../format';

/** What an annotation says beside its words and label, as strings by name: for formats that hold strings. */
export type FlatFields = Readonly<Record<string, string>>;

/** The names that flat fields have in files. */
export const FLAT_NAMES = Object.freeze([
  'status',
  'entity',
  'name',
  'entityLabel',
  'links',
  'entityNote',
  'value',
  'note',
  'source',
  'by',
  'at',
]);

/** An annotation's fields and those of its entity; only those that are there. A status of `accepted` goes without saying. */
export function flatFields(annotation: Annotation, entities: ReadonlyMap<string, Entity>): FlatFields {
  const { status, entity: entityId, value, note, source, by, at } = annotation;
  const entity = entityId === undefined ? undefined : entities.get(entityId);
  const fields: Record<string, string | undefined> = {
    status: status === 'accepted' ? undefined : status,
    entity: entityId,
    name: entity?.name,
    entityLabel: entity && entity.label !== annotation.label ? entity.label : undefined,
    links: entity?.links && linksToText(entity.links),
    entityNote: entity?.note,
    value: value === undefined ? undefined : valueToText(value),
    note,
    source,
    by,
    at,
  };
  const entries = Object.entries(fields).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return Object.fromEntries(entries);
}

/** What flat fields say: fields of a span, and the entity that they name. */
export interface Unflattened {
  readonly fields: Pick<ReadSpan, 'status' | 'entity' | 'value' | 'note' | 'source' | 'by' | 'at'>;
  readonly entity?: Entity;
}

/**
 * Reads flat fields back. Empty strings count as not there.
 * @param label the annotation's, which is the entity's too unless the fields say otherwise
 */
export function unflattened(flat: Readonly<Record<string, string | undefined>>, label: string): Unflattened {
  const given = (name: string) => (Object.hasOwn(flat, name) && flat[name] !== '' ? flat[name] : undefined);
  const status = statusOf(given('status'));
  const value = given('value');
  const texts = ['entity', 'note', 'source', 'by', 'at'].flatMap((name) => {
    const text = given(name);
    return text === undefined ? [] : [[name, text] as const];
  });
  const id = given('entity');
  const name = given('name');
  const links = given('links');
  const note = given('entityNote');
  return {
    fields: {
      ...Object.fromEntries(texts),
      ...(status && { status }),
      ...(value !== undefined && { value: textToValue(value) }),
    },
    ...(id !== undefined &&
      name !== undefined && {
        entity: {
          id,
          label: given('entityLabel') ?? label,
          name,
          ...(links !== undefined && { links: textToLinks(links) }),
          ...(note !== undefined && { note }),
        },
      }),
  };
}

function statusOf(text: string | undefined): AnnotationStatus | undefined {
  return text === 'accepted' || text === 'rejected' || text === 'suggested' ? text : undefined;
}

/** A value as one string: strings as they are, all else (and a string that looks like it) as JSON. */
export function valueToText(value: unknown): string {
  if (typeof value === 'string' && value !== '' && parsedValue(value) === undefined) return value;
  return JSON.stringify(value) ?? 'null';
}

export function textToValue(text: string): unknown {
  const parsed = parsedValue(text);
  return parsed === undefined ? text : parsed.value;
}

/** Whether a text is JSON that `valueToText` would write: figures and dates as Newsmark has them never are. */
function parsedValue(text: string): { value: unknown } | undefined {
  if (!/^(?:[{["]|null$|true$|false$|-?\d)/.test(text)) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    // "300" is a figure's value, not a number; it is written as it is.
    return typeof value === 'number' ? undefined : { value };
  } catch {
    // It only begins like JSON.
    return undefined;
  }
}

/** `wikidata:Q7747 geonames:2017370`; white space, colons and percent signs in either part are percent-encoded. */
export function linksToText(links: Readonly<Record<string, string>>): string {
  return Object.entries(links)
    .map(([base, id]) => `${escapePart(base)}:${escapePart(id)}`)
    .join(' ');
}

export function textToLinks(text: string): Readonly<Record<string, string>> {
  const links = text.split(' ').flatMap((link): [string, string][] => {
    const colon = link.indexOf(':');
    return colon < 0 ? [] : [[unescapePart(link.slice(0, colon)), unescapePart(link.slice(colon + 1))]];
  });
  return Object.fromEntries(links);
}

/** Percent-encodes what parts things in links and ids. */
export function escapePart(part: string): string {
  return part.replace(/[\s%:|]/gu, (sign) => `%${(sign.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`);
}

export function unescapePart(part: string): string {
  return part.replace(/%([0-9a-f]{4})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** An article's entities by their ids. */
export function byId(entities: readonly Entity[]): ReadonlyMap<string, Entity> {
  return new Map(entities.map((entity) => [entity.id, entity]));
}

/** Gathers the entities that annotations name, each once. */
export class EntityList {
  readonly #entities = new Map<string, Entity>();

  add(entity: Entity | undefined): void {
    if (entity && !this.#entities.has(entity.id)) this.#entities.set(entity.id, entity);
  }

  get entities(): readonly Entity[] {
    return [...this.#entities.values()];
  }
}
