import { t } from '../l10n';
import { readIsoMoment } from './articleDate';
import type { ArticleMetadata } from './metadata';

type Field = 'title' | 'published' | 'source' | 'url' | 'language' | 'author';

interface FieldRule {
  readonly field: Field;
  /** Keys that mean this field, in falling order of authority; lower case, without blanks, hyphens and underscores. */
  readonly keys: readonly string[];
  /** The value in normal form; undefined where it is not one. */
  readonly read: (value: string) => string | undefined;
  /** What a good value is; said where a value is none. */
  readonly expected: () => string;
}

const asIs = (value: string): string => value;

const FIELDS: readonly FieldRule[] = [
  { field: 'title', keys: ['title', 'headline'], read: asIs, expected: () => t('text') },
  {
    field: 'published',
    keys: ['published', 'datepublished', 'publishedat', 'publicationdate', 'pubdate', 'date'],
    read: readIsoMoment,
    expected: () => t('a date such as 2024-05-14'),
  },
  { field: 'source', keys: ['source', 'publisher', 'agency', 'publication'], read: asIs, expected: () => t('text') },
  {
    field: 'url',
    keys: ['url', 'link', 'canonicalurl', 'permalink'],
    read: readUrl,
    expected: () => t('an address that begins with https:// or http://'),
  },
  {
    field: 'language',
    keys: ['language', 'lang'],
    read: readLanguage,
    expected: () => t('a language tag such as en or zh-Hans'),
  },
  { field: 'author', keys: ['author', 'authors', 'byline', 'by'], read: readAuthor, expected: () => t('text') },
];

/** A key whose value is not of its kind. */
export interface UnreadableField {
  readonly key: string;
  readonly expected: string;
}

/** Picks an article's metadata out of front matter that has been read as plain strings, lists and mappings. */
export function readFields(mapping: ReadonlyMap<string, unknown>): {
  readonly metadata: ArticleMetadata;
  readonly unreadable: readonly UnreadableField[];
} {
  const byName = new Map([...mapping].map(([key, value]) => [normalKey(key), { key, text: asText(value) }]));
  const metadata: Partial<Record<Field, string>> = {};
  const unreadable: UnreadableField[] = [];
  for (const { field, keys, read, expected } of FIELDS) {
    for (const name of keys) {
      const given = byName.get(name);
      if (!given?.text || metadata[field] !== undefined) continue;
      const value = read(given.text);
      if (value !== undefined) metadata[field] = value;
      else unreadable.push({ key: given.key, expected: expected() });
    }
  }
  return { metadata: metadata.published ? { ...metadata, publishedFrom: 'front matter' } : metadata, unreadable };
}

function normalKey(key: string): string {
  return key.toLowerCase().replace(/[\s_-]/g, '');
}

/** A value as one line of text: lists are joined, and of a mapping its name is taken (`author: {name: …}`). */
function asText(value: unknown): string {
  if (typeof value === 'string') return value.trim().replace(/\s+/g, ' ');
  if (Array.isArray(value)) return value.map(nameOf).filter(Boolean).join(', ');
  return nameOf(value);
}

function nameOf(value: unknown): string {
  if (typeof value === 'string') return value.trim().replace(/\s+/g, ' ');
  if (typeof value !== 'object' || value === null || !('name' in value)) return '';
  return typeof value.name === 'string' ? value.name.trim() : '';
}

function readUrl(value: string): string | undefined {
  return /^https?:\/\/[^\s<>"]+$/i.test(value) ? value : undefined;
}

function readLanguage(value: string): string | undefined {
  return /^[a-z]{2,3}(?:[-_][a-z0-9]{2,8}){0,3}$/i.test(value) ? value.replace(/_/g, '-') : undefined;
}

function readAuthor(value: string): string {
  return value.replace(/^by\s+/i, '');
}
