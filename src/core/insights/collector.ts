import type { LabelSet } from '../annotation/labelSet';
import type { IndexedArticle, IndexedMention } from '../corpus/indexedArticle';
import type { Place } from './viewModel';

/** What views know of the corpus beside its articles. */
export interface Corpus {
  /** What labels mean. */
  readonly labels: LabelSet;
  /** The key of the entity that a name refers to, the same in every article. */
  keyOf(article: IndexedArticle, mention: IndexedMention): string;
}

/** Takes in a corpus article by article, so that whoever reads it can pause. */
export interface Collector {
  add(article: IndexedArticle): void;
}

/** Something in an article that a row of a table is about. */
export interface Finding {
  readonly article: ArticleHeading;
  readonly mention: IndexedMention;
}

/** What is shown of an article beside a place in it. */
export interface ArticleHeading {
  readonly path: string;
  readonly title: string;
  readonly published?: string;
}

export function headingOf({ path, title, published }: IndexedArticle): ArticleHeading {
  return { path, title, ...(published !== undefined && { published }) };
}

export function placeOf({ path }: { readonly path: string }, { start, end }: IndexedMention): Place {
  return { path, start, end };
}

/** An article's mentions by the sentence they are in, in reading order. */
export function bySentence(mentions: readonly IndexedMention[]): ReadonlyMap<number, readonly IndexedMention[]> {
  const sentences = new Map<number, IndexedMention[]>();
  for (const mention of mentions) {
    const known = sentences.get(mention.sentence.start);
    if (known) known.push(mention);
    else sentences.set(mention.sentence.start, [mention]);
  }
  return sentences;
}

/** Whether a label stands for names; for figures that count or measure something; for dates; for quotations. */
export function kindsOf(labels: LabelSet) {
  const isDate = (label: string) => labels.covers(label, 'DATE');
  return {
    isName: (label: string) => labels.of(label).group === 'entity',
    isDate,
    isFigure: (label: string) => labels.of(label).group === 'figure' && !isDate(label) && !labels.covers(label, 'TIME'),
    isQuotation: (label: string) => labels.of(label).group === 'quotation',
  };
}

/** The most findings that are kept; what is beyond is counted, and a filter finds it. */
export const MOST_FINDINGS = 20_000;
