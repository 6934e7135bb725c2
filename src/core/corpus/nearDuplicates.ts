/** How many hashes stand for an article, in bands of so many: texts that share two thirds of their phrases are found. */
const HASHES = 96;
const BAND = 4;

/** Words in a phrase. */
const PHRASE = 4;

/** From which share of equal hashes on, which is that of common phrases, two articles count as one. */
const ALIKE = 0.6;

/**
 * Finds articles that are nearly the same: agency reports that several papers print, later versions of one story. Each
 * article is known by the least hashes of its phrases (MinHash; Broder 1997), and only articles that agree in a whole band
 * of them are held against each other, so that time and memory grow with the number of articles.
 */
export class NearDuplicates {
  readonly #signatures: ArrayLike<number>[] = [];
  readonly #keys: string[] = [];
  /** Of each article, another one of its group, up to the first. */
  readonly #parents: number[] = [];
  readonly #bands = new Map<string, number>();

  /**
   * Takes note of an article.
   * @param key what it is called, from one look to the next
   */
  add(key: string, text: string): void {
    this.addSignature(key, signatureOf(text));
  }

  /** The same where only the text's fingerprint, or its whole signature, is known. */
  addSignature(key: string, signature: ArrayLike<number>): void {
    if (signature.length !== HASHES) return;
    const own = this.#keys.length;
    this.#keys.push(key);
    this.#signatures.push(signature);
    this.#parents.push(own);
    for (let from = 0; from < HASHES; from += BAND) {
      const band = Array.from({ length: BAND + 1 }, (_, at) => (at < BAND ? signature[from + at] : from)).join(' ');
      const other = this.#bands.get(band);
      if (other === undefined) this.#bands.set(band, own);
      else if (this.#likeness(own, other) >= ALIKE) this.#join(own, other);
    }
  }

  /** For each article's key, the least key of its group. */
  groups(): ReadonlyMap<string, string> {
    const least = new Map<number, string>();
    for (const [index, key] of this.#keys.entries()) {
      const root = this.#root(index);
      const known = least.get(root);
      if (known === undefined || key < known) least.set(root, key);
    }
    return new Map(this.#keys.map((key, index) => [key, least.get(this.#root(index)) ?? key]));
  }

  #likeness(a: number, b: number): number {
    const [first, second] = [this.#signatures[a], this.#signatures[b]];
    let same = 0;
    for (let index = 0; index < HASHES; index++) if (first?.[index] === second?.[index]) same++;
    return same / HASHES;
  }

  #join(a: number, b: number): void {
    const [first, second] = [this.#root(a), this.#root(b)];
    this.#parents[Math.max(first, second)] = Math.min(first, second);
  }

  #root(index: number): number {
    let root = index;
    while (this.#parents[root] !== root) root = this.#parents[root] ?? root;
    // The way there is made short for the next one.
    for (let at = index; at !== root; ) {
      const next = this.#parents[at] ?? root;
      this.#parents[at] = root;
      at = next;
    }
    return root;
  }
}

/**
 * What an index keeps of an article to know it again by: of each least hash the lowest eight bits, which two articles share
 * by chance in one of 256 (b-bit minwise hashing; Li and König 2010).
 */
export function fingerprintOf(text: string): readonly number[] {
  return Array.from(signatureOf(text), (hash) => hash & 0xff);
}

/** For each of many hash functions, the least hash of the text's phrases. */
function signatureOf(text: string): Uint32Array {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const hashes = words.map(hashOf);
  const signature = new Uint32Array(HASHES).fill(0xffffffff);
  const phrases = new Set<number>();
  for (let from = 0; from < Math.max(1, hashes.length - PHRASE + 1); from++) {
    let phrase = 0x811c9dc5;
    for (const word of hashes.slice(from, from + PHRASE)) phrase = mixed(phrase ^ word);
    phrases.add(phrase);
  }
  for (const phrase of phrases) {
    // Other hash functions are made of two by sums of their multiples (Kirsch and Mitzenmacher 2006).
    const step = mixed(phrase) | 1;
    let hash = phrase;
    for (let index = 0; index < HASHES; index++) {
      hash = (hash + step) >>> 0;
      const own = mixed(hash);
      if (own < (signature[index] ?? 0)) signature[index] = own;
    }
  }
  return signature;
}

/** FNV-1a over UTF-16 code units (Fowler, Noll and Vo). */
function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193) >>> 0;
  return hash;
}

/** The last step of MurmurHash3 (Appleby): every bit of the result depends on every bit. */
function mixed(value: number): number {
  let hash = value >>> 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
