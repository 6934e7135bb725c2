import * as v from 'valibot';
import { t } from '../l10n';
import { filedParts } from './filedParts';

/**
 * The sidecar as the file has it: offsets are Unicode code points over the article's text with LF line ends and no
 * byte-order mark. Fields that the schema does not name are kept.
 */
const offset = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** Not a `record`: that passes over names such as "constructor" without a look at what they hold. */
const links = v.custom<Readonly<Record<string, string>>>(
  (value) => isPlainObject(value) && Object.values(value).every((id) => typeof id === 'string'),
  () => t('expected an object of strings'),
);

/**
 * What another side of a merge said and this one contradicts: the fields that differ, with who said so and when.
 * It is there until somebody decides.
 */
const conflicts = v.optional(
  v.array(v.custom<Readonly<Record<string, unknown>>>(isPlainObject, () => t('expected an object'))),
);

export const filedAnnotation = v.looseObject({
  id: v.string(),
  start: offset,
  end: offset,
  quote: v.string(),
  prefix: v.optional(v.string()),
  suffix: v.optional(v.string()),
  label: v.string(),
  status: v.picklist(['accepted', 'rejected', 'suggested']),
  entity: v.optional(v.string()),
  value: v.optional(v.unknown()),
  quotation: v.optional(filedParts),
  note: v.optional(v.string()),
  source: v.optional(v.string()),
  by: v.optional(v.string()),
  at: v.optional(v.string()),
  conflicts,
});

export const filedEntity = v.looseObject({
  id: v.string(),
  label: v.string(),
  name: v.string(),
  aliases: v.optional(v.array(v.string())),
  links: v.optional(links),
  note: v.optional(v.string()),
  conflicts,
});

export const filedRelation = v.looseObject({
  id: v.string(),
  type: v.string(),
  from: v.string(),
  to: v.string(),
  conflicts,
});

const articleFields = v.looseObject({
  file: v.optional(v.string()),
  sha256: v.optional(v.string()),
  length: v.optional(offset),
  title: v.optional(v.string()),
  published: v.optional(v.string()),
  source: v.optional(v.string()),
  url: v.optional(v.string()),
  language: v.optional(v.string()),
  conflicts,
});

/** To the library, a list is an object like any other. */
export const filedArticle = v.pipe(
  articleFields,
  v.check(
    (article) => !Array.isArray(article),
    () => t('expected an object'),
  ),
);

/** Version that this program writes. */
export const SIDECAR_VERSION = 1;

export const filedSidecar = v.looseObject({
  newsmark: v.pipe(v.number(), v.integer(), v.minValue(1)),
  article: v.optional(filedArticle, {}),
  entities: v.optional(v.array(filedEntity), []),
  annotations: v.optional(v.array(filedAnnotation), []),
  relations: v.optional(v.array(filedRelation), []),
  conflicts,
});

export type FiledSidecar = v.InferOutput<typeof filedSidecar>;
export type FiledAnnotation = v.InferOutput<typeof filedAnnotation>;
export type FiledEntity = v.InferOutput<typeof filedEntity>;
export type FiledRelation = v.InferOutput<typeof filedRelation>;
export type FiledArticle = v.InferOutput<typeof filedArticle>;

/** Order of keys in the file; unknown ones follow in the order they were read in. */
export const KEY_ORDER = Object.freeze({
  sidecar: ['newsmark', 'article', 'entities', 'annotations', 'relations', 'conflicts'],
  article: Object.keys(articleFields.entries),
  entity: Object.keys(filedEntity.entries),
  annotation: Object.keys(filedAnnotation.entries),
  relation: Object.keys(filedRelation.entries),
});

/** A sidecar with nothing in it yet. */
export const EMPTY_SIDECAR: FiledSidecar = Object.freeze({
  newsmark: SIDECAR_VERSION,
  article: {},
  entities: [],
  annotations: [],
  relations: [],
});

function isPlainObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
