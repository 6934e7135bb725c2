import type { Steps } from '../slices';
import { firstAtLeast } from '../text/sorted';
import type { Position } from '../text/text';
import { ArticleDates } from './articleDates';
import { Companions } from './companions';
import { entityFormOf, isName, type MentionIdentity, type SameReason } from './entityKey';
import type { IndexedArticle, IndexedMention } from './indexedArticle';
import {
  type ArticleHead,
  eachSpanIn,
  entitiesIn,
  type PackedArticle,
  type PackedHead,
  packArticle,
  readHead,
  readHeading,
  readLineStarts,
  unpackArticle,
  unpackMentions,
} from './packedArticle';
import type { PackedEntity } from './packedEntities';
import { NOBODY, Postings } from './postings';
import { topOf } from './topOf';
import { Units } from './units';

/** An article as a list shows it. */
export interface ArticleEntry extends ArticleHead {
  readonly path: string;
}

/** An entity over all articles. */
export interface CorpusEntity {
  /** Tells it from the others of the corpus, and lasts while what it is joined by does. */
  readonly key: string;
  /** Its name as most articles have it in full. */
  readonly name: string;
  readonly label: string;
  /** By a person, or by the knowledge base: see the reason. */
  readonly link?: string;
  /** Why the mentions of different articles are taken for one entity. */
  readonly reason: SameReason;
  /** Its names, the one in most articles first. */
  readonly names: readonly string[];
  /** How many articles mention it, and how often. */
  readonly articles: number;
  readonly mentions: number;
  /** Publication dates of the earliest and the latest of these articles, where they are known. */
  readonly first?: string;
  readonly last?: string;
}

/** An article that mentions an entity. */
export interface EntityArticle extends ArticleEntry {
  readonly mentions: number;
}

/** Another entity, and in how many articles both are. */
export interface CoMention {
  readonly key: string;
  readonly name: string;
  readonly label: string;
  readonly articles: number;
}

/** A mention in its article. */
export interface CorpusMention {
  readonly article: ArticleEntry;
  readonly mention: IndexedMention;
}

/** A place in an article's text. */
export interface PlaceRange {
  readonly start: Position;
  readonly end: Position;
}

/** The articles that mention an entity, by number, and how often each does; in no order. */
interface Occurrences {
  readonly articles: Uint32Array;
  readonly mentions: Uint32Array;
}

/** For so many entities it is remembered which articles mention them. */
const REMEMBERED = 16;

/** From so many articles on, a list of all of them costs less than one of those that are found. */
const MANY = 2_000;

/** Below so many articles that were replaced or removed, nothing is cleared away. */
const LEAST_CLEARED = 1_000;

/** So many articles are numbered anew between two steps. */
const STRIDE = 50;

/**
 * What all articles of a corpus mention: by article and by entity. Articles are kept packed (50 bytes or so for a mention),
 * entities over all articles are found without unpacking any. Texts are not kept: who shows a sentence reads its article.
 */
export class CorpusIndex {
  #numbers = new Map<string, number>();
  #paths: string[] = [];
  #packed: (PackedArticle | undefined)[] = [];
  #dates = new ArticleDates();
  #units = new Units();
  #postings = new Postings();
  #companions = new Companions(this.#postings, this.#units);
  #version = 0;
  /** While what is gone is cleared away: what will stand in place of all this. */
  #anew: CorpusIndex | undefined;
  /** What was last asked for, by key, since the last change: a hover asks several things about a few entities. */
  readonly #lately = new Map<string, Occurrences>();

  /** How many articles there are. */
  get size(): number {
    return this.#numbers.size;
  }

  /** Rises with every change: what was found at another version may not hold any more. */
  get version(): number {
    return this.#version;
  }

  /** Takes an article in, in place of what was there under its path. */
  put(article: IndexedArticle): void {
    this.putPacked(article.path, packArticle(article));
  }

  /** The same with an article that is packed already. Throws a `DamagedBytesError` where it is not. */
  putPacked(path: string, packed: PackedArticle): void {
    const { published } = readHeading(packed);
    // All is read before anything is changed: what is damaged changes nothing.
    const entities: { readonly entity: number; readonly mentions: number }[] = [];
    for (const reader = entitiesIn(packed); reader.next(); )
      entities.push({ entity: reader.isLocal ? NOBODY : this.#units.unitOf(reader), mentions: reader.mentions });
    this.remove(path);
    const number = this.#paths.length;
    this.#numbers.set(path, number);
    this.#paths.push(path);
    this.#packed.push(packed);
    this.#dates.push(published);
    this.#postings.add(entities);
    for (const unit of this.#unitsIn(number)) this.#units.count(unit, 1);
    this.#changed();
  }

  remove(path: string): void {
    const number = this.#numbers.get(path);
    if (number === undefined) return;
    this.#numbers.delete(path);
    this.#packed[number] = undefined;
    for (const unit of this.#unitsIn(number)) this.#units.count(unit, -1);
    this.#anew?.remove(path);
    this.#changed();
  }

  /** Forgets all. */
  clear(): void {
    this.#anew = undefined;
    this.#takeOver(new CorpusIndex());
  }

  /** Whether most of what is kept is of articles that were replaced or removed. */
  get isUntidy(): boolean {
    const gone = this.#paths.length - this.#numbers.size;
    return gone > LEAST_CLEARED && gone * 2 > this.#paths.length;
  }

  /** Clears away what is left of articles that were replaced or removed; whatever else happens between two steps. */
  *tidying(): Steps<void> {
    if (this.#anew) return;
    const anew = new CorpusIndex();
    this.#anew = anew;
    try {
      let seen = 0;
      // What is put meanwhile stands at the end, and is come to.
      for (const path of this.#numbers.keys()) {
        const packed = this.packed(path);
        if (packed) anew.putPacked(path, packed);
        if (++seen % STRIDE === 0) yield;
        // All was forgotten.
        if (this.#anew !== anew) return;
      }
      this.#takeOver(anew);
    } finally {
      if (this.#anew === anew) this.#anew = undefined;
    }
  }

  #takeOver(other: CorpusIndex): void {
    this.#numbers = other.#numbers;
    this.#paths = other.#paths;
    this.#packed = other.#packed;
    this.#dates = other.#dates;
    this.#units = other.#units;
    this.#postings = other.#postings;
    this.#companions = other.#companions;
    this.#changed();
  }

  #changed(): void {
    this.#version++;
    this.#lately.clear();
  }

  /** The units of an article, each once. */
  #unitsIn(article: number): ReadonlySet<number> {
    const units = new Set<number>();
    this.#postings.eachIn(article, (unit) => {
      if (unit !== NOBODY) units.add(unit);
    });
    return units;
  }

  has(path: string): boolean {
    return this.#numbers.has(path);
  }

  /** An article with all its mentions; undefined where it is not in the index. */
  article(path: string): IndexedArticle | undefined {
    const packed = this.packed(path);
    return packed && unpackArticle(path, packed);
  }

  /** An article in bytes, for keeping it elsewhere. */
  packed(path: string): PackedArticle | undefined {
    return this.#packed[this.#numbers.get(path) ?? -1];
  }

  /** All articles, unpacked one by one as they are asked for; what changes meanwhile may come or not. */
  *articles(): IterableIterator<IndexedArticle> {
    for (const path of this.#numbers.keys()) {
      const article = this.article(path);
      if (article) yield article;
    }
  }

  paths(): IterableIterator<string> {
    return this.#numbers.keys();
  }

  /** What is known of each article without its mentions; what changes meanwhile may come or not. */
  *heads(): IterableIterator<PackedHead & { readonly path: string }> {
    for (const path of this.#numbers.keys()) {
      const packed = this.packed(path);
      if (packed) yield { path, ...readHead(packed) };
    }
  }

  entry(path: string): ArticleEntry | undefined {
    const packed = this.packed(path);
    return packed && { path, ...readHeading(packed) };
  }

  /** The place of an offset in an article, without opening it; the first place where it is not known. */
  positionAt(path: string, offset: number): Position {
    return this.positionsAt(path, [offset])[0] ?? { line: 0, character: 0 };
  }

  positionsAt(path: string, offsets: readonly number[]): readonly Position[] {
    const packed = this.packed(path);
    const starts = packed ? readLineStarts(packed) : [];
    return offsets.map((offset) => {
      const line = Math.max(0, firstAtLeast(starts, offset + 1) - 1);
      return { line, character: starts.length > 0 ? offset - (starts[line] ?? 0) : 0 };
    });
  }

  /**
   * The key of the entity that a mention is of; undefined for what is no name.
   * @param path its article: a bare surname means somebody there alone
   */
  keyOf(path: string, mention: MentionIdentity): string | undefined {
    if (!isName(mention)) return undefined;
    const { name, link, guess, isLocal } = entityFormOf(mention);
    const odd = mention.record === undefined ? undefined : this.#recorded(path, mention.record);
    if (odd?.isLocal) return `${localName(odd)}@${path}`;
    if (isLocal) return `${name}@${path}`;
    return this.#units.keyOf(name, link ?? guess);
  }

  /** Whether an article mentions the entity of a key. */
  isKey(key: string): boolean {
    return localKey(key) ? this.#occurrencesOf(key).articles.length > 0 : this.#livingUnits(key).length > 0;
  }

  /** An entity over all articles; undefined where none mentions it. */
  entity(key: string): CorpusEntity | undefined {
    const local = localKey(key);
    if (local) return this.#localEntity(key, local);
    const living = this.#livingUnits(key);
    const [first] = living;
    if (!first) return undefined;
    const { articles, mentions } = this.#occurrencesOf(key);
    const linked = living.map(({ link }) => link).find((link) => link !== undefined);
    const link = linked ?? living.map(({ guess }) => guess).find((guess) => guess !== undefined);
    const reason = linked !== undefined ? 'link' : link !== undefined ? 'base' : 'name';
    return {
      ...{ key, name: first.shown, label: first.label },
      ...(link !== undefined && { link }),
      ...{ reason, names: [...new Set(living.map(({ shown }) => shown))] },
      ...{ articles: articles.length, mentions: mentions.reduce((sum, count) => sum + count, 0) },
      ...this.#dates.span(articles),
    };
  }

  /**
   * The articles that mention an entity, the newest first, those without a date last.
   * @param most how many are wanted
   */
  articlesOf(key: string, most = Number.POSITIVE_INFINITY): readonly EntityArticle[] {
    const { articles, mentions } = this.#occurrencesOf(key);
    const counts = new Map<number, number>();
    for (const [at, article] of articles.entries()) counts.set(article, mentions[at] ?? 0);
    return this.#dates.newest(articles, most).flatMap((article) => {
      const entry = this.entry(this.#paths[article] ?? '');
      return entry ? [{ ...entry, mentions: counts.get(article) ?? 0 }] : [];
    });
  }

  /**
   * The paths of the articles that mention all of some entities, the newest first.
   * @param most how many are wanted: few of many cost no sorting
   */
  pathsWith(keys: readonly string[], most = Number.POSITIVE_INFINITY): readonly string[] {
    return this.#pathsInAll(
      keys.map((key) => this.#occurrencesOf(key).articles),
      most,
    );
  }

  /** The same where each entity may go by several keys. */
  pathsWithAny(keys: readonly (readonly string[])[], most = Number.POSITIVE_INFINITY): readonly string[] {
    return this.#pathsInAll(
      keys.map((own) => this.#inAny(own.map((key) => this.#occurrencesOf(key).articles))),
      most,
    );
  }

  #pathsInAll(lists: readonly Uint32Array[], most: number): readonly string[] {
    const found = lists.toSorted((a, b) => a.length - b.length);
    const [fewest = new Uint32Array(), ...others] = found;
    const shared = others.length > 0 ? fewest.filter(this.#inAll(others)) : fewest;
    return this.#dates.newest(shared, most).map((number) => this.#paths[number] ?? '');
  }

  /** The articles of all lists, each once. */
  #inAny(lists: readonly Uint32Array[]): Uint32Array {
    const filled = lists.filter(({ length }) => length > 0);
    const [only = new Uint32Array()] = filled;
    if (filled.length < 2) return only;
    const seen = new Uint8Array(this.#paths.length);
    const all = new Uint32Array(filled.reduce((sum, { length }) => sum + length, 0));
    let count = 0;
    for (const list of filled)
      for (const article of list) {
        if (seen[article] === 1) continue;
        seen[article] = 1;
        all[count++] = article;
      }
    return all.subarray(0, count);
  }

  /** Tests whether an article is in all of some lists. */
  #inAll(lists: readonly Uint32Array[]): (article: number) => boolean {
    const counts = new Uint8Array(this.#paths.length);
    lists.forEach((list, at) => {
      for (let place = 0; place < list.length; place++) {
        const article = list[place] ?? 0;
        if (counts[article] === at) counts[article] = at + 1;
      }
    });
    return (article) => counts[article] === lists.length;
  }

  /** The other entities in the articles of an entity, those of most articles first. */
  mentionedWith(key: string, most: number): readonly CoMention[] {
    const [unit] = this.#units.unitsOf(key);
    const own = unit === undefined ? NOBODY : this.#units.entityOf(unit);
    const { articles } = this.#occurrencesOf(key);
    return this.#companions.of(articles, own, most, this.#version).flatMap(({ entity, articles }) => {
      const companion = this.#units.keyOfEntity(entity);
      const [named] = this.#livingUnits(companion);
      return named ? [{ key: companion, name: named.shown, label: named.label, articles }] : [];
    });
  }

  /**
   * The mentions of an entity, the articles in the given order or the newest first, each in reading order.
   * @param paths in which articles, where not in all
   */
  *mentionsOf(key: string, paths: Iterable<string> = this.pathsWith([key])): IterableIterator<CorpusMention> {
    yield* this.#within(key, paths, (own) => (entity) => own.has(entity));
  }

  /** The quotations of a speaker, the newest articles first. */
  *quotationsOf(key: string, paths: Iterable<string> = this.pathsWith([key])): IterableIterator<CorpusMention> {
    yield* this.#within(key, paths, (own) => (_entity, speaking) => own.has(speaking));
  }

  /**
   * The entities whose name has a word that begins so, those of most articles first.
   * @param prefix of the name, or of a word in it, without regard to case and accents
   */
  search(prefix: string, most: number): readonly CorpusEntity[] {
    const wanted = prefix.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();
    return this.entitiesWhere((name) => name.startsWith(wanted) || name.includes(` ${wanted}`), most);
  }

  /**
   * The entities whose name fits, those of most articles first.
   * @param fits asked about names in lower case, without accents
   */
  entitiesWhere(fits: (name: string) => boolean, most = Number.POSITIVE_INFINITY): readonly CorpusEntity[] {
    const keys = new Map<string, number>();
    for (let number = 0; number < this.#units.size; number++) {
      const name = this.#units.at(number)?.name ?? '';
      const articles = this.#units.articlesOf(number);
      if (articles === 0 || !fits(name.slice(name.indexOf('|') + 1))) continue;
      const key = this.#units.keyOfEntity(this.#units.entityOf(number));
      keys.set(key, Math.max(keys.get(key) ?? 0, articles));
    }
    const found = topOf([...keys], most, (a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    return found.flatMap(([key]) => this.entity(key) ?? []);
  }

  /** The figures of an article that measure something. */
  measuredIn(path: string): readonly IndexedMention[] {
    const packed = this.packed(path);
    return packed ? unpackMentions(packed, (_entity, _speaking, isMeasured) => isMeasured) : [];
  }

  /** Where an entity is mentioned in an article, in reading order, without the words: of many articles, that is soon said. */
  rangesOf(key: string, path: string): readonly PlaceRange[] {
    const packed = this.packed(path);
    const own = packed && this.#entitiesIn(path, key);
    if (!own || own.size === 0) return [];
    const offsets: number[] = [];
    eachSpanIn(packed, (entity, start, end) => {
      if (own.has(entity)) offsets.push(start, end);
    });
    const places = this.positionsAt(path, offsets);
    return offsets.flatMap((_, at) => {
      const [start, end] = at % 2 === 0 ? [places[at], places[at + 1]] : [];
      return start && end ? [{ start, end }] : [];
    });
  }

  *#within(
    key: string,
    paths: Iterable<string>,
    testFor: (own: ReadonlySet<number>) => (entity: number, speaking: number) => boolean,
  ): IterableIterator<CorpusMention> {
    for (const path of paths) {
      const packed = this.packed(path);
      if (!packed) continue;
      const own = this.#entitiesIn(path, key);
      if (own.size === 0) continue;
      const article = { path, ...readHeading(packed) };
      for (const { entity, speaking, ...mention } of unpackMentions(packed, testFor(own))) yield { article, mention };
    }
  }

  /** Which of an article's entities are one of the corpus, by their numbers in the article. */
  #entitiesIn(path: string, key: string): ReadonlySet<number> {
    const own = new Set<number>();
    const local = localKey(key);
    if (local) {
      const packed = local.path === path ? this.packed(path) : undefined;
      const entities = packed ? entitiesIn(packed).rest() : [];
      entities.forEach((entity, place) => {
        if (entity.isLocal && localName(entity) === local.name) own.add(place);
      });
      return own;
    }
    const [unit] = this.#units.unitsOf(key);
    const entity = unit === undefined ? NOBODY : this.#units.entityOf(unit);
    this.#postings.eachIn(this.#numbers.get(path) ?? -1, (posted, place) => {
      if (posted !== NOBODY && this.#units.entityOf(posted) === entity) own.add(place);
    });
    return own;
  }

  /** The entity of an article that its sidecar has under an id, where somebody has said what it is not. */
  #recorded(path: string, record: string): PackedEntity | undefined {
    const packed = this.packed(path);
    return (
      packed &&
      entitiesIn(packed)
        .rest()
        .find((entity) => entity.record === record)
    );
  }

  /** The names of an entity that stand in articles, the one in most articles first. */
  #livingUnits(key: string) {
    const counted = this.#units.unitsOf(key).filter((unit) => this.#units.articlesOf(unit) > 0);
    const inOrder = counted.toSorted((a, b) => this.#units.articlesOf(b) - this.#units.articlesOf(a));
    return inOrder.flatMap((unit) => this.#units.at(unit) ?? []);
  }

  #occurrencesOf(key: string): Occurrences {
    const known = this.#lately.get(key);
    if (known) return known;
    const occurrences = this.#foundOccurrences(key);
    if (this.#lately.size >= REMEMBERED) this.#lately.clear();
    this.#lately.set(key, occurrences);
    return occurrences;
  }

  #foundOccurrences(key: string): Occurrences {
    const local = localKey(key);
    if (local) {
      const number = this.#numbers.get(local.path);
      const count = this.#localEntity(key, local)?.mentions;
      return number === undefined || count === undefined
        ? { articles: new Uint32Array(), mentions: new Uint32Array() }
        : { articles: Uint32Array.of(number), mentions: Uint32Array.of(count) };
    }
    const units = this.#units.unitsOf(key);
    const most = units.reduce((sum, unit) => sum + this.#units.articlesOf(unit), 0);
    const articles = new Uint32Array(most);
    const mentions = new Uint32Array(most);
    let found = 0;
    // Where each article stands in the lists, plus one: it may have several names of the entity.
    const places = most < MANY ? new Map<number, number>() : new Uint32Array(this.#paths.length);
    const placeOf = (article: number) => (places instanceof Map ? places.get(article) : places[article]) ?? 0;
    for (const unit of units)
      this.#postings.eachOf(unit, (article, count) => {
        if (!this.#packed[article]) return;
        const place = placeOf(article);
        if (place > 0) {
          mentions[place - 1] = (mentions[place - 1] ?? 0) + count;
          return;
        }
        articles[found] = article;
        mentions[found] = count;
        found++;
        if (places instanceof Map) places.set(article, found);
        else places[article] = found;
      });
    return { articles: articles.subarray(0, found), mentions: mentions.subarray(0, found) };
  }

  #localEntity(key: string, { name, path }: LocalKey): CorpusEntity | undefined {
    const packed = this.packed(path);
    if (!packed) return undefined;
    const head = readHeading(packed);
    const own = entitiesIn(packed)
      .rest()
      .find((entity) => entity.isLocal && localName(entity) === name);
    if (!own) return undefined;
    const dates = head.published === undefined ? {} : { first: head.published, last: head.published };
    const { shown, count, labels } = own;
    const [{ label }] = labels;
    return { key, name: shown, label, reason: 'article', names: [shown], articles: 1, mentions: count, ...dates };
  }
}

/** What an entity that no other article has is called among those of its article. */
function localName({ name, record, isOdd }: PackedEntity): string {
  return isOdd ? `${name}#${record}` : name;
}

interface LocalKey {
  readonly name: string;
  readonly path: string;
}

/** The parts of a key that means somebody in one article alone. */
function localKey(key: string): LocalKey | undefined {
  const at = key.startsWith('=') ? -1 : key.indexOf('@');
  return at < 0 ? undefined : { name: key.slice(0, at), path: key.slice(at + 1) };
}
