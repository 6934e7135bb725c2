import { firstAtLeast } from '../text/sorted';
import type { Position } from '../text/text';
import { entityFormOf, isName, type MentionIdentity, type SameReason } from './entityKey';
import type { IndexedArticle, IndexedMention } from './indexedArticle';
import { NumberList } from './numberList';
import {
  type ArticleHead,
  type PackedArticle,
  type PackedEntity,
  type PackedHead,
  packArticle,
  readHead,
  readHeading,
  readLineStarts,
  unpackArticle,
  unpackMentions,
} from './packedArticle';
import { Postings } from './postings';

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

/** A form of name, with or without an identifier or a guess at one, that articles have in common. */
interface Unit {
  readonly name: string;
  readonly link?: string;
  readonly guess?: string;
  readonly shown: string;
  readonly label: string;
}

/** Below so many articles that were replaced or removed, nothing is cleared away. */
const LEAST_CLEARED = 1_000;

/**
 * What all articles of a corpus mention: by article and by entity. Articles are kept packed (30 bytes or so for a mention),
 * entities over all articles are found without unpacking any. Texts are not kept: who shows a sentence reads its article.
 */
export class CorpusIndex {
  readonly #numbers = new Map<string, number>();
  #paths: string[] = [];
  #packed: (PackedArticle | undefined)[] = [];
  /** Publication dates, for order; empty where none is known. */
  #dates: string[] = [];
  #units: Unit[] = [];
  #unitNumbers = new Map<string, number>();
  /** In how many articles each unit stands. */
  #counts = new NumberList();
  /** For names that somebody has linked: the units of the name, without the one that has no link. */
  #linkedByName = new Map<string, number[]>();
  #byLink = new Map<string, number[]>();
  #postings = new Postings();
  #version = 0;

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
    const { head, entities } = readHead(packed);
    this.remove(path);
    const number = this.#paths.length;
    this.#numbers.set(path, number);
    this.#paths.push(path);
    this.#packed.push(packed);
    this.#dates.push(head.published ?? '');
    this.#enter(number, entities);
    this.#version++;
  }

  remove(path: string): void {
    const number = this.#numbers.get(path);
    if (number === undefined) return;
    this.#numbers.delete(path);
    this.#packed[number] = undefined;
    this.#postings.eachIn(number, (unit) => this.#counts.set(unit, this.#counts.at(unit) - 1));
    this.#version++;
    const gone = this.#paths.length - this.#numbers.size;
    if (gone > LEAST_CLEARED && gone * 2 > this.#paths.length) this.#clear();
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
    return this.#keyOfForm(name, link ?? guess);
  }

  /** An entity over all articles; undefined where none mentions it. */
  entity(key: string): CorpusEntity | undefined {
    const local = localKey(key);
    if (local) return this.#localEntity(key, local);
    const units = this.#unitsOf(key);
    const counts = units.map((unit) => this.#countsOf(unit));
    const [first] = [...counts].sort((a, b) => b.articles.size - a.articles.size);
    if (!first || first.articles.size === 0) return undefined;
    const articles = new Set(counts.flatMap((count) => [...count.articles]));
    const dates = [...articles].map((article) => this.#dates[article] ?? '').filter((date) => date !== '');
    const [earliest, latest] = edges(dates);
    const living = counts.filter((count) => count.articles.size > 0);
    const linked = living.map(({ unit }) => unit.link).find((link) => link !== undefined);
    const guessed = living.map(({ unit }) => unit.guess).find((guess) => guess !== undefined);
    const link = linked ?? guessed;
    const byArticles = counts.toSorted((a, b) => b.articles.size - a.articles.size);
    return {
      key,
      name: first.unit.shown,
      label: first.unit.label,
      ...(link !== undefined && { link }),
      reason: linked !== undefined ? 'link' : guessed !== undefined ? 'base' : 'name',
      names: [...new Set(byArticles.filter((count) => count.articles.size > 0).map(({ unit }) => unit.shown))],
      articles: articles.size,
      mentions: counts.reduce((sum, { mentions }) => sum + mentions, 0),
      ...(earliest !== undefined && { first: earliest }),
      ...(latest !== undefined && { last: latest }),
    };
  }

  /**
   * The articles that mention an entity, the newest first, those without a date last.
   * @param most how many are wanted
   */
  articlesOf(key: string, most = Number.POSITIVE_INFINITY): readonly EntityArticle[] {
    const mentions = this.#mentionsByArticle(key);
    return this.#newestFirst([...mentions.keys()])
      .slice(0, most)
      .flatMap((number) => {
        const entry = this.entry(this.#paths[number] ?? '');
        return entry ? [{ ...entry, mentions: mentions.get(number) ?? 0 }] : [];
      });
  }

  /** The paths of the articles that mention all of some entities, the newest first. */
  pathsWith(keys: readonly string[]): readonly string[] {
    const [fewest, ...others] = keys.map((key) => this.#mentionsByArticle(key)).sort((a, b) => a.size - b.size);
    const shared = [...(fewest?.keys() ?? [])].filter((article) => others.every((other) => other.has(article)));
    return this.#newestFirst(shared).map((number) => this.#paths[number] ?? '');
  }

  /** The other entities in the articles of an entity, those of most articles first. */
  mentionedWith(key: string, most: number): readonly CoMention[] {
    const own = new Set(this.#unitsOf(key));
    const counts = new Map<number, number>();
    for (const article of this.#mentionsByArticle(key).keys()) {
      this.#postings.eachIn(article, (unit) => {
        if (!own.has(unit)) counts.set(unit, (counts.get(unit) ?? 0) + 1);
      });
    }
    const byKey = new Map<string, CoMention>();
    // Units of one entity are few; more than are wanted are looked at, since some come to the same.
    const frequent = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, most * 2);
    for (const [number, articles] of frequent) {
      const unit = this.#units[number];
      if (!unit) continue;
      const other = this.#keyOfForm(unit.name, unit.link ?? unit.guess);
      if (!byKey.has(other)) byKey.set(other, { key: other, name: unit.shown, label: unit.label, articles });
    }
    return [...byKey.values()].slice(0, most);
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
    this.#units.forEach(({ name, link, guess }, number) => {
      if (!fits(name.slice(name.indexOf('|') + 1))) return;
      const articles = this.#counts.at(number);
      const key = this.#keyOfForm(name, link ?? guess);
      if (articles > 0) keys.set(key, Math.max(keys.get(key) ?? 0, articles));
    });
    return [...keys]
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      .slice(0, most)
      .flatMap(([key]) => this.entity(key) ?? []);
  }

  *#within(
    key: string,
    paths: Iterable<string>,
    testFor: (own: ReadonlySet<number>) => (entity: number, speaking: number) => boolean,
  ): IterableIterator<CorpusMention> {
    for (const path of paths) {
      const packed = this.packed(path);
      if (!packed) continue;
      const { head, entities } = readHead(packed);
      const own = new Set(entities.flatMap((entity, number) => (this.#isOf(key, path, entity) ? [number] : [])));
      if (own.size === 0) continue;
      const article = { path, ...head };
      for (const { entity, speaking, ...mention } of unpackMentions(packed, testFor(own))) yield { article, mention };
    }
  }

  #isOf(key: string, path: string, entity: PackedEntity): boolean {
    const { name, link, guess, isLocal } = entity;
    return (isLocal ? `${localName(entity)}@${path}` : this.#keyOfForm(name, link ?? guess)) === key;
  }

  /** The entity of an article that its sidecar has under an id, where somebody has said what it is not. */
  #recorded(path: string, record: string): PackedEntity | undefined {
    const packed = this.packed(path);
    return packed && readHead(packed).entities.find((entity) => entity.record === record);
  }

  #keyOfForm(name: string, link: string | undefined): string {
    if (link !== undefined) return `=${link}`;
    // A name that bears one identifier everywhere it is linked means that one also where nobody has linked it. What people
    // say comes before what the knowledge base guesses.
    const living = this.#livingUnits(name);
    const said = living.flatMap((unit) => unit.link ?? []);
    const links = new Set(said.length > 0 ? said : living.flatMap((unit) => unit.guess ?? []));
    const [only] = links;
    return only !== undefined && links.size === 1 ? `=${only}` : name;
  }

  #livingUnits(name: string): readonly Unit[] {
    return (this.#linkedByName.get(name) ?? []).flatMap((unit) =>
      this.#counts.at(unit) > 0 ? (this.#units[unit] ?? []) : [],
    );
  }

  #unitsOf(key: string): readonly number[] {
    if (!key.startsWith('=')) {
      const unit = this.#unitNumbers.get(key);
      return unit === undefined ? [] : [unit];
    }
    const linked = this.#byLink.get(key.slice(1)) ?? [];
    const plain = linked.flatMap((unit) => {
      const name = this.#units[unit]?.name ?? '';
      const number = this.#unitNumbers.get(name);
      return number !== undefined && this.#keyOfForm(name, undefined) === key ? [number] : [];
    });
    return [...new Set([...linked, ...plain])];
  }

  #mentionsByArticle(key: string): ReadonlyMap<number, number> {
    const local = localKey(key);
    const found = new Map<number, number>();
    if (local) {
      const number = this.#numbers.get(local.path);
      const count = this.#localEntity(key, local)?.mentions;
      if (number !== undefined && count !== undefined) found.set(number, count);
      return found;
    }
    for (const unit of this.#unitsOf(key))
      this.#postings.eachOf(unit, (article, mentions) => {
        if (this.#packed[article]) found.set(article, (found.get(article) ?? 0) + mentions);
      });
    return found;
  }

  #localEntity(key: string, { name, path }: LocalKey): CorpusEntity | undefined {
    const packed = this.packed(path);
    if (!packed) return undefined;
    const { head, entities } = readHead(packed);
    const own = entities.find((entity) => entity.isLocal && localName(entity) === name);
    if (!own) return undefined;
    const dates = head.published === undefined ? {} : { first: head.published, last: head.published };
    const { shown, count, labels } = own;
    const [{ label }] = labels;
    return { key, name: shown, label, reason: 'article', names: [shown], articles: 1, mentions: count, ...dates };
  }

  #countsOf(number: number) {
    const articles = new Set<number>();
    let mentions = 0;
    this.#postings.eachOf(number, (article, count) => {
      if (!this.#packed[article]) return;
      articles.add(article);
      mentions += count;
    });
    const unit = this.#units[number] ?? { name: '', shown: '', label: '' };
    return { unit, articles, mentions };
  }

  #newestFirst(articles: readonly number[]): readonly number[] {
    return articles.toSorted((a, b) => {
      const [one, other] = [this.#dates[a] ?? '', this.#dates[b] ?? ''];
      return one === other ? b - a : one < other ? 1 : -1;
    });
  }

  #enter(article: number, entities: readonly PackedEntity[]): void {
    const joining = entities.filter(({ isLocal }) => !isLocal);
    const counts = new Map<number, number>();
    for (const entity of joining) {
      const unit = this.#unitOf(entity);
      counts.set(unit, (counts.get(unit) ?? 0) + entity.count);
    }
    this.#postings.add(
      article,
      Array.from(counts, ([entity, mentions]) => ({ entity, mentions })),
    );
    for (const unit of counts.keys()) this.#counts.set(unit, this.#counts.at(unit) + 1);
  }

  #unitOf({ name, link, guess, shown, labels, isOdd }: PackedEntity): number {
    const id = link ?? guess;
    const key = id === undefined ? name : `${name}\n${link === undefined ? '?' : ''}${id}`;
    const number =
      this.#unitNumbers.get(key) ?? this.#newUnit({ key, name, link, guess, shown, label: labels[0].label });
    // What somebody has told from the others of its name says nothing about them.
    if (id !== undefined && !isOdd && !this.#linkedByName.get(name)?.includes(number))
      listed(this.#linkedByName, name).push(number);
    return number;
  }

  #newUnit({ key, name, link, guess, shown, label }: NewUnit): number {
    const number = this.#units.length;
    this.#unitNumbers.set(key, number);
    const identified = link !== undefined ? { link } : guess !== undefined && { guess };
    this.#units.push({ name, shown, label, ...identified });
    const id = link ?? guess;
    if (id !== undefined) listed(this.#byLink, id).push(number);
    return number;
  }

  /** Numbers all anew, without what is gone. */
  #clear(): void {
    const kept = [...this.#numbers.keys()].map((path) => [path, this.packed(path)] as const);
    this.#numbers.clear();
    this.#paths = [];
    this.#packed = [];
    this.#dates = [];
    this.#units = [];
    this.#unitNumbers = new Map();
    this.#linkedByName = new Map();
    this.#byLink = new Map();
    this.#postings = new Postings();
    this.#counts = new NumberList();
    for (const [path, packed] of kept) if (packed) this.putPacked(path, packed);
  }
}

interface NewUnit {
  readonly key: string;
  readonly name: string;
  readonly link: string | undefined;
  readonly guess: string | undefined;
  readonly shown: string;
  readonly label: string;
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

function listed<K, V>(lists: Map<K, V[]>, key: K): V[] {
  const known = lists.get(key);
  if (known) return known;
  const made: V[] = [];
  lists.set(key, made);
  return made;
}

/** The least and the greatest of some strings. */
function edges(values: readonly string[]): readonly [string | undefined, string | undefined] {
  let [least, greatest] = [values[0], values[0]];
  for (const value of values) {
    if (least === undefined || value < least) least = value;
    if (greatest === undefined || value > greatest) greatest = value;
  }
  return [least, greatest];
}
