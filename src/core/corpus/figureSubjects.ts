import { demonymOf, placeOfDemonym } from '../knowledge/demonyms';
import { linksTo } from '../knowledge/entityIds';
import type { KnowledgeBase, KnownEntity } from '../knowledge/knowledgeBase';
import { contains } from '../text/span';
import type { CorpusIndex } from './corpusIndex';
import { isName } from './entityKey';
import { linkOf } from './indexArticle';
import type { IndexedArticle, IndexedMention } from './indexedArticle';

/** Tells what figures are said of; "Chinese exports" are China's. */
export class FigureSubjects {
  readonly #index: CorpusIndex;
  readonly #base: KnowledgeBase;
  /** Keys of the places that demonyms name, by the demonym as articles have it. */
  readonly #places = new Map<string, { readonly key: string; readonly place: KnownEntity } | undefined>();

  constructor(index: CorpusIndex, base: KnowledgeBase) {
    this.#index = index;
    this.#base = base;
  }

  /**
   * The entities that a figure's sentence names, by their keys, with the names. Where the figure is in a quotation that
   * names some, those outside it only say who spoke.
   */
  in({ path, mentions }: IndexedArticle, figure: IndexedMention): ReadonlyMap<string, string> {
    const names = mentions.filter((mention) => mention.sentence.start === figure.sentence.start && isName(mention));
    const said = mentions.find((mention) => mention.speaker !== undefined && contains(mention, figure));
    const inside = said ? names.filter((name) => contains(said, name)) : [];
    const found = new Map<string, string>();
    for (const mention of inside.length > 0 ? inside : names) {
      const people = this.#placeOf(mention);
      const key = people?.key ?? this.#index.keyOf(path, mention);
      if (key !== undefined && !found.has(key)) found.set(key, people?.place.name ?? mention.name);
    }
    return found;
  }

  /** The keys under which articles may have a subject: of a place, its own and that of its people. */
  keysOf(subject: string): readonly string[] {
    const place = this.#placeAt(subject);
    const demonym = place && demonymOf(this.#base, place);
    if (demonym === undefined) return [subject];
    const people = [demonym, `${demonym}s`].flatMap((name) => this.#index.keyOf('', { label: 'NORP', name }) ?? []);
    return [subject, ...people];
  }

  #placeOf({ label, kind = label, name }: IndexedMention) {
    if (kind !== 'NORP') return undefined;
    if (!this.#places.has(name)) {
      const place = placeOfDemonym(this.#base, name);
      const key = place && this.#keyOf(place);
      this.#places.set(name, place && key !== undefined ? { key, place } : undefined);
    }
    return this.#places.get(name);
  }

  /** The key of a place: by its id where articles are known by that, else by its name. */
  #keyOf(place: KnownEntity): string | undefined {
    const { label, name } = place;
    const guess = linkOf(linksTo(place));
    const linked = guess === undefined ? undefined : this.#index.keyOf('', { label, name, guess });
    const isKnown = linked !== undefined && this.#index.isKey(linked);
    return isKnown ? linked : this.#index.keyOf('', { label, name });
  }

  #placeAt(key: string): KnownEntity | undefined {
    for (const known of this.#places.values()) if (known?.key === key) return known.place;
    const [, id] = /^=\S+ (.+)$/.exec(key) ?? [];
    const place = id === undefined ? undefined : this.#base.get(id);
    if (place) return place;
    const named = this.#base.candidates(this.#index.entity(key)?.name ?? '', 'GPE');
    return named.find((candidate) => this.#keyOf(candidate) === key);
  }
}
