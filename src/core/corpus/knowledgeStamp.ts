import type { KnownEntity } from '../knowledge/knowledgeBase';
import { nameKey } from '../knowledge/nameIndex';
import { type PackedArticle, readWords } from './packedArticle';

/**
 * Tells in which state the entries of a folder's own knowledge base are that may mean somebody in an article: it changes
 * with an entry of one of the article's names, and with no other.
 */
export class KnowledgeStamps {
  readonly #byName = new Map<string, number[]>();
  readonly #signatures: readonly string[];

  constructor(entries: readonly KnownEntity[]) {
    this.#signatures = entries.map(({ where: _, ...entry }) => hashOf(JSON.stringify(entry)));
    entries.forEach(({ name, aliases }, number) => {
      for (const key of new Set([name, ...aliases].map(nameKey)))
        this.#byName.set(key, [...(this.#byName.get(key) ?? []), number]);
    });
  }

  /** @returns `-` where no entry has a name of the article; without spaces */
  of(packed: PackedArticle): string {
    if (this.#byName.size === 0 || packed.length === 0) return NONE;
    const found = new Set<number>();
    for (const words of readWords(packed))
      for (const number of this.#byName.get(nameKey(words)) ?? []) found.add(number);
    if (found.size === 0) return NONE;
    return hashOf([...found].map((number) => this.#signatures[number]).join());
  }
}

/** The stamp of what no entry concerns. */
const NONE = '-';

/** FNV-1a (Fowler, Noll and Vo) from two beginnings: 64 bits, in base 36. */
function hashOf(words: string): string {
  return [0x811c9dc5, 0x01234567]
    .map((seed) => {
      let hash = seed;
      for (let at = 0; at < words.length; at++) hash = Math.imul(hash ^ words.charCodeAt(at), 0x01000193) >>> 0;
      return hash.toString(36);
    })
    .join('.');
}
