import { labelOf } from '../annotation/labels';
import { fullNameOf } from '../entities/aliases';
import { comparedName, wordsOf } from '../entities/nameForm';
import type { IndexedMention } from './indexedArticle';

/** Why mentions in several articles count as one entity. */
export type SameReason =
  /** Somebody gave them one identifier. */
  | 'link'
  /** The knowledge base takes them for one entry of its own. */
  | 'base'
  /** They bear one full name, and nobody has given that name two identifiers. */
  | 'name'
  /** A name that others bear too: it joins within its article alone. */
  | 'article';

/** What tells of a mention which entity it is of. */
export type MentionIdentity = Pick<IndexedMention, 'label' | 'kind' | 'name' | 'link' | 'guess' | 'record'>;

/** By what a mention is the same as others, across articles. Plain data. */
export interface EntityForm {
  /** Kind of thing, and name without what spellings differ in: `PERSON|vladimir putin`. */
  readonly name: string;
  readonly link?: string;
  /** Identifier of what the knowledge base takes it for. */
  readonly guess?: string;
  /** Whether the name says too little to join articles by: a bare surname. */
  readonly isLocal: boolean;
}

/** Kinds of places stand for each other: recognizers and people take a region for a state, and a state for a region. */
const CLASSES: Readonly<Record<string, string>> = { GPE: 'PLACE', LOC: 'PLACE', FAC: 'PLACE' };

/** Kind of thing that a mention's label stands for: `PERSON`, `PLACE`, `ORG`. */
export function classOf({ label, kind = label }: Pick<IndexedMention, 'label' | 'kind'>): string {
  return CLASSES[kind] ?? kind;
}

/** Whether a mention is a name, neither a figure nor a quotation. */
export function isName({ label, kind = label }: Pick<IndexedMention, 'label' | 'kind'>): boolean {
  return labelOf(kind).group === 'entity';
}

/** What a name is compared by, across articles. */
export function entityFormOf(mention: Pick<IndexedMention, 'label' | 'kind' | 'name' | 'link' | 'guess'>): EntityForm {
  const kind = classOf(mention);
  const folded = foldedName(mention.name, kind);
  const { link, guess } = mention;
  const isLocal = link === undefined && kind === 'PERSON' && wordsOf(folded).length < 2;
  return {
    name: `${kind}|${folded}`,
    isLocal,
    ...(link !== undefined ? { link } : guess !== undefined && !isLocal && { guess }),
  };
}

/** The name of a form without its kind. */
export function nameIn(form: string): string {
  return form.slice(form.indexOf('|') + 1);
}

/**
 * A name without what spellings of it differ in: case, accents, a determiner, dots; of a person also the initials between
 * first name and surname ("Donald J. Trump").
 */
export function foldedName(name: string, kind: string): string {
  const compared = comparedName(name);
  const full = fullNameOf(compared);
  const plain = (full ?? compared).normalize('NFKD').replace(/\p{M}/gu, '').replace(/[’‘]/g, "'");
  const even = plain.replace(/[.,]/g, '').replace(/\s+/g, ' ').trim();
  if (kind !== 'PERSON') return even;
  const words = even.split(' ');
  return words.filter((word, index) => index === 0 || index === words.length - 1 || word.length > 1).join(' ');
}
