import * as v from 'valibot';
import { t } from '../l10n';
import { FACT_KINDS, type Fact, type KnownEntity } from './knowledgeBase';

const text = (most: number, expected: () => string) =>
  v.pipe(
    v.string(),
    v.check(
      (value) => value.trim() !== '' && value.length <= most && !/\p{Cc}/u.test(value),
      () => t('expected {0}', expected()),
    ),
  );
const name = text(200, () => t('1 to 200 characters on one line'));
const words = text(2_000, () => t('1 to 2,000 characters on one line'));
const fact = v.union([words, v.looseObject({ value: words, asOf: v.optional(words) })]);

/** Ids have no spaces, so that they can be typed where links are. */
const identifier = v.pipe(
  v.string(),
  v.check(
    (value) => /^[^\s\p{Cc}]{1,200}$/u.test(value),
    () => t('expected {0}', t('1 to 200 characters without spaces')),
  ),
);

/** An entry as a line of `newsmark.entities.jsonl` holds it. Fields that are unknown are left as they are. */
export const filedEntry = v.looseObject({
  id: identifier,
  name,
  label: text(64, () => t('1 to 64 characters on one line')),
  aliases: v.optional(v.array(name)),
  description: v.optional(words),
  facts: v.optional(v.record(v.picklist(FACT_KINDS), fact)),
  links: v.optional(v.record(v.string(), words)),
});

type FiledEntry = v.InferOutput<typeof filedEntry>;

/** The entry that a line describes. */
export function entryFrom(filed: FiledEntry, path: string, line: number): KnownEntity {
  const { id, name: called, label, aliases = [], description = '', links = {} } = filed;
  const facts = Object.entries(filed.facts ?? {}).flatMap(([kind, said]): Fact[] => {
    const known = FACT_KINDS.find((one) => one === kind);
    if (!known || said === undefined) return [];
    if (typeof said === 'string') return [{ kind: known, value: said }];
    return [{ kind: known, value: said.value, ...(said.asOf !== undefined && { asOf: said.asOf }) }];
  });
  return Object.freeze({
    id,
    name: called,
    aliases,
    label,
    description,
    facts,
    links: /^Q[1-9]\d*$/.test(id) ? { wikidata: id, ...links } : links,
    prominence: 1,
    source: 'workspace',
    where: { path, line },
  });
}

/** What is written of a new entry. */
export type NewEntry = Pick<KnownEntity, 'id' | 'name' | 'label' | 'aliases' | 'description' | 'links'>;

/** The line of an entry, without its end: fields in a fixed order, so that the same entry is the same line. */
export function entryLine({ id, name: called, label, aliases, description, links }: NewEntry): string {
  const parts: Record<string, unknown> = {
    id,
    name: called,
    label,
    ...(aliases.length > 0 && { aliases }),
    ...(description !== '' && { description }),
    ...(Object.keys(links).length > 0 && { links }),
  };
  const fields = Object.entries(parts).map(([key, value]) => `${JSON.stringify(key)}: ${spaced(value)}`);
  return `{ ${fields.join(', ')} }`;
}

function spaced(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => JSON.stringify(item)).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return `{ ${Object.entries(value)
    .map(([key, item]) => `${JSON.stringify(key)}: ${JSON.stringify(item)}`)
    .join(', ')} }`;
}
