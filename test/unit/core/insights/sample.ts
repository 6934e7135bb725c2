import { ONTONOTES } from '../../../../src/core/annotation/labelSet';
import type { IndexedArticle, IndexedMention } from '../../../../src/core/corpus/indexedArticle';
import type { Corpus } from '../../../../src/core/insights/collector';
import type { ViewContext } from '../../../../src/core/insights/viewContext';

/** A mention of a sample: `[words, label, more]`. */
type Sample = readonly [words: string, label: string, more?: Partial<IndexedMention>];

/** An article of sentences, each a list of what it mentions; each sentence has a hundred units, each mention ten. */
export function article(path: string, published: string, sentences: readonly (readonly Sample[])[]): IndexedArticle {
  const mentions = sentences.flatMap((samples, number) =>
    samples.map(([text, label, more], index): IndexedMention => {
      const start = number * 100 + index * 10;
      const sentence = { start: number * 100, end: number * 100 + 99 };
      return { start, end: start + 9, text, label, status: 'suggested', name: text, sentence, ...more };
    }),
  );
  const date = published === '' ? {} : { published };
  return { path, title: `Title of ${path}`, length: sentences.length * 100, words: 10, mentions, ...date };
}

export const CORPUS: Corpus = { labels: ONTONOTES, keyOf: (_, { label, name }) => `${label}|${name}` };

export const ARTICLES: readonly IndexedArticle[] = [
  article('file:///a', '2024-05-14', [
    [
      ['Putin', 'PERSON', { name: 'Vladimir Putin' }],
      ['China', 'GPE'],
      ['May 16', 'DATE', { value: '2024-05-16' }],
    ],
    [
      ['“We paid.”', 'QUOTATION', { end: 190, speaker: 'Vladimir Putin' }],
      ['China', 'GPE'],
      ['$300 million', 'MONEY', { value: '300000000 USD' }],
    ],
    [['two decades', 'DATE', { value: 'P20Y' }]],
  ]),
  article('file:///b', '2024-07-02', [
    [
      ['Vladimir Putin', 'PERSON'],
      ['Xi Jinping', 'PERSON'],
      ['China', 'GPE'],
      ['43', 'CARDINAL', { value: '43', counted: 'countries' }],
    ],
    [['1999', 'DATE', { value: '1999' }]],
  ]),
  article('file:///c', '', [[['Vladimir Putin', 'PERSON']]]),
];

export function context(state: Partial<ViewContext['state']> = {}): ViewContext {
  return {
    state: { view: 'profile', scope: 'corpus', limit: 100, ...state },
    labels: ONTONOTES,
    read: 1,
    canGoBack: false,
  };
}
