import { GrowingLists } from './growingLists';
import { NumberList } from './numberList';

/** In place of an entity that no other article has: it counts in its article's order, and nowhere else. */
export const NOBODY = 0xffff_ffff;

/**
 * Which entities stand in which articles, both by number: by article, in the order of its entities there, and by entity.
 * Some sixteen bytes for each pair.
 */
export class Postings {
  /** The entities of each article, one article behind the other. */
  readonly #entities = new NumberList();
  /** Where those of each article begin. */
  readonly #first = new NumberList();
  /** For each entity its articles, and how often each mentions it. */
  readonly #articles = new GrowingLists();
  #count = 0;

  /**
   * Puts an article in. Articles come in the order of their numbers, none left out.
   * @param entities each by its number, or `NOBODY`, with the number of its mentions
   */
  add(entities: readonly { readonly entity: number; readonly mentions: number }[]): void {
    const article = this.#count++;
    this.#first.push(this.#entities.length);
    for (const { entity, mentions } of entities) {
      this.#entities.push(entity);
      if (entity !== NOBODY) this.#articles.push(entity, article, mentions);
    }
  }

  /** Calls back with each article of an entity; with one more than once, one after the other, where it has it so. */
  eachOf(entity: number, call: (article: number, mentions: number) => void): void {
    this.#articles.each(entity, call);
  }

  /**
   * Calls back with each entity of an article, in their order there.
   * @param call told the entity's number, or `NOBODY`, and which one of the article it is
   */
  eachIn(article: number, call: (entity: number, place: number) => void): void {
    if (article < 0 || article >= this.#count) return;
    const first = this.#first.at(article);
    const end = article + 1 < this.#count ? this.#first.at(article + 1) : this.#entities.length;
    for (let at = first; at < end; at++) call(this.#entities.at(at), at - first);
  }
}
