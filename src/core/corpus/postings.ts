import { NumberList } from './numberList';

/**
 * Which entities stand in which articles, both by number, sixteen bytes for each pair. The postings of an article stand one
 * behind the other; those of an entity are a chain, the article that came last first.
 */
export class Postings {
  readonly #entities = new NumberList();
  readonly #articles = new NumberList();
  readonly #mentions = new NumberList();
  /** The posting before in its entity's chain, plus one. */
  readonly #before = new NumberList();
  /** The last posting of each entity, plus one. */
  readonly #last = new NumberList();
  /** The first posting of each article. */
  readonly #first = new NumberList();

  /** Puts an article's entities in. Articles come with rising numbers. */
  add(article: number, entities: readonly { readonly entity: number; readonly mentions: number }[]): void {
    this.#first.set(article, this.#entities.length);
    for (const { entity, mentions } of entities) {
      this.#entities.push(entity);
      this.#articles.push(article);
      this.#mentions.push(mentions);
      this.#before.push(this.#last.at(entity));
      this.#last.set(entity, this.#entities.length);
    }
  }

  /** Calls back with each article of an entity, the one that came last first. */
  eachOf(entity: number, call: (article: number, mentions: number) => void): void {
    for (let next = this.#last.at(entity); next > 0; next = this.#before.at(next - 1))
      call(this.#articles.at(next - 1), this.#mentions.at(next - 1));
  }

  /** Calls back with each entity of an article. */
  eachIn(article: number, call: (entity: number, mentions: number) => void): void {
    for (let at = this.#first.at(article); at < this.#entities.length && this.#articles.at(at) === article; at++)
      call(this.#entities.at(at), this.#mentions.at(at));
  }
}
