import type { IndexedArticle } from '../corpus/indexedArticle';
import { type Collector, type Corpus, kindsOf, placeOf } from './collector';
import type { EntityRef } from './state';
import type { Place } from './viewModel';

/** How often something is mentioned. */
export interface Frequency {
  readonly entity: EntityRef;
  readonly mentions: number;
  readonly articles: number;
  /** Its first mention in the first article that has one. */
  readonly place: Place;
}

interface Counted {
  readonly key: string;
  readonly names: Map<string, number>;
  readonly label: string;
  readonly place: Place;
  mentions: number;
  articles: number;
  lastPath: string;
}

/** Counts the names of a corpus. Memory grows with the number of different entities. */
export class FrequencyCount implements Collector {
  readonly #corpus: Corpus;
  readonly #counted = new Map<string, Counted>();

  constructor(corpus: Corpus) {
    this.#corpus = corpus;
  }

  add(article: IndexedArticle): void {
    const { isName } = kindsOf(this.#corpus.labels);
    for (const mention of article.mentions) {
      if (!isName(mention.label)) continue;
      const key = this.#corpus.keyOf(article, mention);
      const counted = this.#counted.get(key) ?? {
        key,
        names: new Map<string, number>(),
        label: mention.label,
        place: placeOf(article, mention),
        mentions: 0,
        articles: 0,
        lastPath: '',
      };
      this.#counted.set(key, counted);
      counted.mentions++;
      if (counted.lastPath !== article.path) counted.articles++;
      counted.lastPath = article.path;
      counted.names.set(mention.name, (counted.names.get(mention.name) ?? 0) + 1);
    }
  }

  /** The most frequent first. */
  get frequencies(): readonly Frequency[] {
    return [...this.#counted.values()]
      .map(({ key, names, label, place, mentions, articles }) => ({
        entity: { key, name: mostFrequent(names), label },
        mentions,
        articles,
        place,
      }))
      .sort((a, b) => b.mentions - a.mentions || b.articles - a.articles || (a.entity.key < b.entity.key ? -1 : 1));
  }
}

/** What is said most often, the longer of two that are said as often. */
export function mostFrequent(counts: ReadonlyMap<string, number>): string {
  let best = '';
  let most = 0;
  for (const [words, count] of counts) {
    if (count < most || (count === most && words.length <= best.length)) continue;
    best = words;
    most = count;
  }
  return best;
}
