import { NOBODY, type Postings } from './postings';
import { topOf } from './topOf';
import type { Units } from './units';

/** An entity, by its number, and in how many of some articles it stands. */
export interface Companion {
  readonly entity: number;
  readonly articles: number;
}

/** An entity and the most articles that it can stand in. */
interface Frequent {
  readonly entity: number;
  readonly units: readonly number[];
  readonly most: number;
}

/** How many of the most frequent entities are held ready. */
const HELD = 256;

/** From so many articles on, it costs less to look where the most frequent entities stand than what stands in each. */
const MANY = 1_000;

/** How many entities an article is taken to have, where it is estimated what costs less. */
const IN_ARTICLE = 16;

/** Finds which entities stand together in articles. */
export class Companions {
  readonly #postings: Postings;
  readonly #units: Units;
  #frequent: { readonly version: number; readonly entities: readonly Frequent[] } | undefined;

  constructor(postings: Postings, units: Units) {
    this.#postings = postings;
    this.#units = units;
  }

  /**
   * The entities that stand in most of some articles.
   * @param articles by number, each once, none that is gone
   * @param own which one is left out
   * @param version of what is in the index
   */
  of(articles: Uint32Array, own: number, most: number, version: number): readonly Companion[] {
    const seen = articles.length >= MANY && most < HELD ? this.#amongFrequent(articles, own, most, version) : undefined;
    return seen ?? this.#amongAll(articles, own, most);
  }

  /** Counts all that stands in the articles. */
  #amongAll(articles: Uint32Array, own: number, most: number): readonly Companion[] {
    const units = this.#units;
    const counts = new Uint32Array(units.size);
    const countedIn = new Uint32Array(units.size);
    const found: number[] = [];
    for (const article of articles) {
      this.#postings.eachIn(article, (unit) => {
        if (unit === NOBODY) return;
        const entity = units.entityOf(unit);
        // An article may have several names of one entity.
        if (entity === own || countedIn[entity] === article + 1) return;
        countedIn[entity] = article + 1;
        const count = (counts[entity] ?? 0) + 1;
        counts[entity] = count;
        if (count === 1) found.push(entity);
      });
    }
    return topOf(
      found.map((entity) => ({ entity, articles: counts[entity] ?? 0 })),
      most,
      mostFirst,
    );
  }

  /**
   * Goes through the most frequent entities, until the next one can't be in as many of the articles as those found: who is
   * often mentioned is mentioned with those who are, too.
   * @returns undefined where that would cost more than to count all
   */
  #amongFrequent(articles: Uint32Array, own: number, most: number, version: number): readonly Companion[] | undefined {
    // For each article whether it is one of them, and by which entity it was counted last.
    const marks = new Uint16Array((articles.reduce((a, b) => Math.max(a, b), 0) ?? 0) + 1);
    for (const article of articles) marks[article] = 1;
    let budget = articles.length * IN_ARTICLE;
    let found: readonly Companion[] = [];
    for (const [place, { entity, units, most: bound }] of this.#mostFrequent(version).entries()) {
      if (entity === own) continue;
      if (found.length === most && (found.at(-1)?.articles ?? 0) > bound) return found;
      budget -= bound;
      if (budget < 0) return undefined;
      let count = 0;
      for (const unit of units)
        this.#postings.eachOf(unit, (article) => {
          const mark = marks[article] ?? 0;
          if (mark === 0 || mark === place + 2) return;
          marks[article] = place + 2;
          count++;
        });
      if (count > 0) found = topOf([...found, { entity, articles: count }], most, mostFirst);
    }
    return undefined;
  }

  #mostFrequent(version: number): readonly Frequent[] {
    if (this.#frequent?.version === version) return this.#frequent.entities;
    const units = this.#units;
    const bounds = new Uint32Array(units.size);
    for (let unit = 0; unit < units.size; unit++) {
      const entity = units.entityOf(unit);
      bounds[entity] = (bounds[entity] ?? 0) + units.articlesOf(unit);
    }
    const numbers: number[] = [];
    for (let entity = 0; entity < units.size; entity++) if ((bounds[entity] ?? 0) > 1) numbers.push(entity);
    const first = numbers.sort((a, b) => (bounds[b] ?? 0) - (bounds[a] ?? 0)).slice(0, HELD);
    const entities = first.map((entity) => ({
      entity,
      units: units.unitsOf(units.keyOfEntity(entity)),
      most: bounds[entity] ?? 0,
    }));
    this.#frequent = { version, entities };
    return entities;
  }
}

const mostFirst = (a: Companion, b: Companion) => b.articles - a.articles || a.entity - b.entity;
