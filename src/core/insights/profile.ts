import type { IndexedArticle, IndexedMention } from '../corpus/indexedArticle';
import {
  type ArticleHeading,
  bySentence,
  type Collector,
  type Corpus,
  type Finding,
  headingOf,
  kindsOf,
  MOST_FINDINGS,
  placeOf,
} from './collector';
import { readDay } from './day';
import { mostFrequent } from './frequent';
import { MeasuredCollector } from './measured';
import type { EntityRef } from './state';
import { type OverTime, TimeCount } from './timeCount';
import type { Place } from './viewModel';

/** How many are named in one sentence at most, for their pairs to be counted: beyond, it is a list. */
const MOST_TOGETHER = 12;

/** How many others the network has. */
const MOST_NEIGHBORS = 24;

/** Somebody who is named in one sentence with the entity. */
export interface Neighbor {
  readonly entity: EntityRef;
  /** In how many sentences. */
  readonly sentences: number;
  readonly articles: number;
  /** Where both are named first: the other's mention. */
  readonly place: Place;
}

/** Two neighbors that are named in one sentence with each other and the entity. */
export interface NeighborPair {
  /** Keys of entities. */
  readonly one: string;
  readonly other: string;
  readonly sentences: number;
}

/** A quotation of the entity, or one that names it. */
export interface SpokenFinding extends Finding {
  readonly isSpeaker: boolean;
}

/** An article with how often it mentions the entity. */
export interface MentioningArticle {
  readonly article: ArticleHeading;
  readonly mentions: number;
  readonly place: Place;
}

interface Met {
  readonly ref: Omit<EntityRef, 'name'>;
  readonly names: Map<string, number>;
  readonly place: Place;
  sentences: number;
  articles: number;
  lastPath: string;
}

/** Gathers what a corpus says about one entity. */
export class ProfileCollector implements Collector {
  readonly #corpus: Corpus;
  readonly #key: string;
  readonly #time = new TimeCount();
  readonly #names = new Map<string, number>();
  readonly #words = new Map<string, number>();
  readonly #labels = new Map<string, number>();
  readonly #articles: MentioningArticle[] = [];
  readonly #met = new Map<string, Met>();
  readonly #pairs = new Map<string, Map<string, number>>();
  readonly #quotations: SpokenFinding[] = [];
  readonly #figures: MeasuredCollector;
  readonly #sentencesOfFigures = new Set<number>();
  #mentions = 0;
  #undated = 0;

  /** @param key of the entity */
  constructor(corpus: Corpus, key: string) {
    this.#corpus = corpus;
    this.#key = key;
    this.#figures = new MeasuredCollector(corpus, ({ sentence }) => this.#sentencesOfFigures.has(sentence.start));
  }

  add(article: IndexedArticle): void {
    const { isName } = kindsOf(this.#corpus.labels);
    const keys = new Map<IndexedMention, string>();
    for (const mention of article.mentions)
      if (isName(mention.label)) keys.set(mention, this.#corpus.keyOf(article, mention));
    const own = article.mentions.filter((mention) => keys.get(mention) === this.#key);
    const [first] = own;
    if (!first) return;
    this.#noteMentions(article, own, first);
    const sentences = bySentence(article.mentions);
    this.#sentencesOfFigures.clear();
    for (const { sentence } of own) this.#sentencesOfFigures.add(sentence.start);
    for (const start of this.#sentencesOfFigures) this.#meet(article, sentences.get(start) ?? [], keys);
    this.#noteQuotations(article, own);
    this.#figures.add(article);
  }

  /** What it is called most often; empty where nothing mentions it. */
  get name(): string {
    return mostFrequent(this.#names);
  }

  get label(): string {
    return mostFrequent(this.#labels);
  }

  get mentions(): number {
    return this.#mentions;
  }

  /** Mentions in articles whose date nobody knows. */
  get undated(): number {
    return this.#undated;
  }

  /** All that it is called, the most frequent first. */
  get words(): readonly (readonly [words: string, count: number])[] {
    return [...this.#words].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  }

  get articles(): readonly MentioningArticle[] {
    return this.#articles;
  }

  get overTime(): OverTime {
    return this.#time.overTime(1);
  }

  get quotations(): readonly SpokenFinding[] {
    return this.#quotations;
  }

  /** Figures in the sentences that mention it. */
  get figures(): MeasuredCollector {
    return this.#figures;
  }

  /** Who is named with it most often. */
  get neighbors(): readonly Neighbor[] {
    return [...this.#met.values()]
      .map(({ ref, names, ...counts }) => ({
        entity: { ...ref, name: mostFrequent(names) },
        sentences: counts.sentences,
        articles: counts.articles,
        place: counts.place,
      }))
      .sort((a, b) => b.sentences - a.sentences || b.articles - a.articles || (a.entity.key < b.entity.key ? -1 : 1))
      .slice(0, MOST_NEIGHBORS);
  }

  /** Which of some neighbors are named together. */
  pairs(neighbors: readonly Neighbor[]): readonly NeighborPair[] {
    const wanted = new Set(neighbors.map(({ entity }) => entity.key));
    return [...this.#pairs].flatMap(([one, others]) =>
      wanted.has(one)
        ? [...others].flatMap(([other, sentences]) => (wanted.has(other) ? [{ one, other, sentences }] : []))
        : [],
    );
  }

  #noteMentions(article: IndexedArticle, own: readonly IndexedMention[], first: IndexedMention): void {
    this.#mentions += own.length;
    const day = article.published === undefined ? undefined : readDay(article.published);
    for (const mention of own) {
      count(this.#names, mention.name);
      count(this.#words, mention.text.replace(/\s+/gu, ' '));
      count(this.#labels, mention.label);
      if (day) this.#time.add(day, placeOf(article, mention));
      else this.#undated++;
    }
    this.#articles.push({ article: headingOf(article), mentions: own.length, place: placeOf(article, first) });
  }

  /** Takes note of who is named in a sentence beside the entity, each once. */
  #meet(
    article: IndexedArticle,
    inSentence: readonly IndexedMention[],
    keys: ReadonlyMap<IndexedMention, string>,
  ): void {
    const others = new Map<string, IndexedMention>();
    for (const mention of inSentence) {
      const key = keys.get(mention);
      if (key !== undefined && key !== this.#key && !others.has(key)) others.set(key, mention);
    }
    for (const [key, mention] of others) {
      const met = this.#met.get(key) ?? {
        ref: { key, label: mention.label },
        names: new Map<string, number>(),
        place: placeOf(article, mention),
        sentences: 0,
        articles: 0,
        lastPath: '',
      };
      this.#met.set(key, met);
      met.sentences++;
      if (met.lastPath !== article.path) met.articles++;
      met.lastPath = article.path;
      count(met.names, mention.name);
    }
    if (others.size <= MOST_TOGETHER) this.#notePairs([...others.keys()].sort());
  }

  #notePairs(keys: readonly string[]): void {
    for (const [index, one] of keys.entries()) {
      const others = this.#pairs.get(one) ?? new Map<string, number>();
      this.#pairs.set(one, others);
      for (const other of keys.slice(index + 1)) count(others, other);
    }
  }

  #noteQuotations(article: IndexedArticle, own: readonly IndexedMention[]): void {
    const { isQuotation } = kindsOf(this.#corpus.labels);
    const names = new Set(own.map(({ name }) => name));
    const heading = headingOf(article);
    let at = 0;
    for (const mention of article.mentions) {
      if (!isQuotation(mention.label) || this.#quotations.length >= MOST_FINDINGS) continue;
      // Both are in reading order: mentions that end before this quotation begins are behind.
      while (at < own.length && (own[at]?.end ?? 0) <= mention.start) at++;
      const isSpeaker = mention.speaker !== undefined && names.has(mention.speaker);
      const isNamed = (own[at]?.start ?? Number.POSITIVE_INFINITY) < mention.end;
      if (isSpeaker || isNamed) this.#quotations.push({ article: heading, mention, isSpeaker });
    }
  }
}

function count(counts: Map<string, number>, words: string): void {
  counts.set(words, (counts.get(words) ?? 0) + 1);
}
