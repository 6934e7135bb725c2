import type { Span } from '../../../src/core/text/span';
import { seeded } from '../support/random';
import { readJsonLines } from '../support/sharedData';
import type { AnnotatedArticle } from './trial';

interface EntityLine {
  readonly id: string;
  readonly text: string;
  readonly entities: readonly Span[];
}

interface QuotationLine {
  readonly text: string;
  readonly quotes: readonly {
    readonly content: readonly (readonly [number, number])[];
    readonly speaker: readonly (readonly [number, number])[];
  }[];
}

/** The articles that the figures are measured on: news with gold names, and news with gold quotations and speakers. */
export function measuredArticles(): AnnotatedArticle[] {
  return [
    ...named('measure-only', 'dev.news.wwn'),
    ...named('dev', 'news.gum'),
    ...named('dev', 'other.wikigold'),
    ...quoted(),
  ];
}

/** Others, for trying constants out on. */
export function tuningArticles(): AnnotatedArticle[] {
  const names = ['news.gum', 'other.gum-by', 'other.gum-bysa', 'other.wikigold', 'news.re3d-pd'];
  const articles = names.flatMap((name) => named('train', name));
  return articles.map((article, index) => withSentences(article, index));
}

function named(part: string, name: string): AnnotatedArticle[] {
  return readJsonLines<EntityLine>('entities', part, `${name}.jsonl`)
    .filter(({ text, entities }) => text.length > 600 && entities.length > 3)
    .map(({ id, text, entities }) => ({ id, text, spans: entities.map(({ start, end }) => ({ start, end })) }));
}

function quoted(): AnnotatedArticle[] {
  return readJsonLines<QuotationLine>('quotations', 'measure-only', 'dev.polnear.jsonl').map(
    ({ text, quotes }, index) => ({
      id: `quotations-${index}`,
      text,
      spans: quotes.flatMap(({ content, speaker }) => [...content, ...speaker].map(([start, end]) => ({ start, end }))),
    }),
  );
}

/** Some whole sentences annotated too, as quotations are. */
function withSentences(article: AnnotatedArticle, seed: number): AnnotatedArticle {
  const random = seeded(seed);
  const sentences = [...article.text.matchAll(/[^\s.!?][^.!?\n]{20,}[.!?]/g)]
    .filter(() => random.below(4) === 0)
    .map((match) => ({ start: match.index, end: match.index + match[0].length }));
  return { ...article, spans: [...article.spans, ...sentences] };
}

/** Sentences of other articles, to be inserted. */
export function foreignSentences(articles: readonly AnnotatedArticle[]): string[] {
  return articles.flatMap(({ text }) => text.match(/[A-Z“"][^.!?\n]{20,200}[.!?]/g) ?? []);
}
