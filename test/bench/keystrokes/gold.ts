import type { Span } from '../../../src/core/text/span';
import { readJsonLines } from '../support/sharedData';

/** The types that the gold sets agree on, and the labels that count as each. */
export const TYPES: Readonly<Record<string, readonly string[]>> = Object.freeze({
  PERSON: ['PERSON'],
  ORG: ['ORG'],
  PLACE: ['GPE', 'LOC', 'FAC'],
});

/** A name that the annotator is to mark. */
export interface Name extends Span {
  readonly type: string;
}

/** An article with all its names. */
export interface GoldArticle {
  readonly id: string;
  readonly text: string;
  readonly names: readonly Name[];
}

interface Row {
  readonly id: string;
  readonly text: string;
  readonly entities: readonly { readonly start: number; readonly end: number; readonly type: string }[];
}

/** The news articles of the dev sets. */
export function goldArticles(): readonly GoldArticle[] {
  const sets = [
    ['dev', 'news.gum.jsonl'],
    ['dev', 'news.re3d-ogl.jsonl'],
    ['dev', 'news.re3d-pd.jsonl'],
    ['measure-only', 'dev.news.wwn.jsonl'],
  ];
  return sets.flatMap((names) => readJsonLines<Row>('entities', ...names)).map(articleOf);
}

/** One span has one type: where the gold gives it several, the first. */
function articleOf({ id, text, entities }: Row): GoldArticle {
  const names = new Map<string, Name>();
  for (const { start, end, type } of entities) {
    const key = `${start}-${end}`;
    if (type in TYPES && !names.has(key)) names.set(key, { start, end, type });
  }
  return { id, text, names: [...names.values()].sort((a, b) => a.start - b.start || a.end - b.end) };
}

/** The type that a label counts as; undefined for labels that the gold knows nothing of. */
export function typeOf(label: string): string | undefined {
  return Object.keys(TYPES).find((type) => TYPES[type]?.includes(label));
}
