import { type FoldedText, foldText, isMark } from '../../text/folded';

/** How long the passages are by which a text is looked up, in folded units. */
const PASSAGE = 10;

/** A passage that stands in more places than this tells nothing about where words came from. */
const COMMON = 16;

/** Units that may be searched one by one in one article, over all quotes that no word of theirs leads to. */
const SCAN_BUDGET = 400_000_000;

/** An article as anchoring sees it: folded, and looked up by its words and by its passages. */
export class Passages {
  readonly folded: FoldedText;
  readonly text: string;
  /**
   * What it tells that a paragraph begins or ends where one did, as the binary logarithm of a likelihood ratio: little
   * in a text of short lines.
   */
  readonly breakWorth: number;
  readonly #breaks: Uint8Array;
  readonly #starts: Int32Array;
  readonly #words: Chains;
  readonly #passages: Chains;
  readonly #places = new Map<string, readonly number[]>();
  #budget = SCAN_BUDGET;

  /** Time linear in the article's length. */
  constructor(article: string) {
    this.folded = foldText(article);
    this.text = this.folded.text;
    this.#starts = wordStarts(this.text);
    const { marks, count } = breaksOf(article, this.folded);
    this.#breaks = marks;
    this.breakWorth = Math.max(0, Math.min(4, Math.log2(this.#starts.length / (count + 1)) - 1));
    this.#words = new Chains(this.#starts, (start) => hashOf(this.text, start, wordEnd(this.text, start)));
    this.#passages = new Chains(this.#starts, (start) => hashOf(this.text, start, start + PASSAGE));
  }

  /**
   * Every place where folded words stand, rising. Where their edges were inside words (`isCut`), so may they be here.
   * Words that stand as a part of longer ones are not found otherwise.
   */
  placesOf(words: string, isCut: boolean): readonly number[] {
    const key = isCut ? `~${words}` : words;
    const known = this.#places.get(key);
    if (known) return known;
    const led = isCut ? undefined : this.#ledTo(words);
    const places = led ?? this.#scanned(words);
    this.#places.set(key, places);
    return places;
  }

  /** Places that some folded passages of a snippet suggest for a unit of it: those passages' places, shifted. */
  suggestedPlaces(snippet: string, unit: number): number[] {
    const suggested: number[] = [];
    for (let at = 0; at + PASSAGE <= snippet.length; at++) {
      if (!isWordStart(snippet, at) || at === 0) continue;
      const hits = this.#passages.of(hashOf(snippet, at, at + PASSAGE), COMMON);
      if (!hits || hits.length === 0) continue;
      const passage = snippet.slice(at, at + PASSAGE);
      for (const hit of hits) if (this.text.startsWith(passage, hit)) suggested.push(hit - at + unit);
    }
    return suggested.sort((a, b) => a - b);
  }

  /** Through the rarest of the words; undefined where they hold no word. */
  #ledTo(words: string): readonly number[] | undefined {
    let rarest: { at: number; hash: number; count: number } | undefined;
    for (let at = 0; at < words.length; at++) {
      if (!isWordStart(words, at)) continue;
      const hash = hashOf(words, at, wordEnd(words, at));
      const count = this.#words.count(hash);
      if (!rarest || count < rarest.count) rarest = { at, hash, count };
      if (count === 0) break;
    }
    if (!rarest) return undefined;
    const { at: offset, hash } = rarest;
    const hits = this.#words.of(hash, Number.POSITIVE_INFINITY) ?? [];
    return hits.map((hit) => hit - offset).filter((place) => place >= 0 && this.standsAt(words, place));
  }

  #scanned(words: string): readonly number[] {
    if (words === '' || this.#budget <= 0) return [];
    this.#budget -= this.text.length;
    return this.placesWithin(words, 0, this.text.length);
  }

  /** Every place between two folded offsets, in words or between them. */
  placesWithin(words: string, from: number, to: number): number[] {
    const within = from <= 0 && to >= this.text.length ? this.text : this.text.slice(Math.max(0, from), to);
    const shift = within === this.text ? 0 : Math.max(0, from);
    const places: number[] = [];
    for (let at = within.indexOf(words); at >= 0; at = within.indexOf(words, at + 1)) {
      if (this.standsAt(words, at + shift)) places.push(at + shift);
    }
    return places;
  }

  /** Whether words stand at a place with all of their letters: not `Jose` where `José` stands. */
  standsAt(words: string, place: number): boolean {
    return this.text.startsWith(words, place) && !isMark(this.text.charCodeAt(place + words.length));
  }

  /** How often a folded word stands in the text; counted up to a few hundred. */
  countOf(word: string): number {
    return this.#words.count(hashOf(word, 0, wordEnd(word, 0)));
  }

  /** Whether a stretch begins and ends at the edges of words. */
  isWhole(start: number, length: number): boolean {
    return !this.isInWord(start) && !this.isInWord(start + length);
  }

  get wordCount(): number {
    return this.#starts.length;
  }

  /** Whether a folded unit is a line break, or lies beyond the text's ends. */
  isBreak(unit: number): boolean {
    return this.#breaks[unit] !== 0;
  }

  /** Whether an offset lies between two units of one word. */
  isInWord(offset: number): boolean {
    return isInWord(this.text, offset);
  }
}

/** Whether an offset lies between two units of one word. */
export function isInWord(text: string, offset: number): boolean {
  return (
    offset > 0 &&
    isWordUnit(text.charCodeAt(offset - 1)) &&
    isWordUnit(text.charCodeAt(offset)) &&
    !isWordStart(text, offset)
  );
}

/** Word starts by hash: those with the same hash are chained, rising. */
class Chains {
  readonly #starts: Int32Array;
  readonly #heads: Int32Array;
  readonly #next: Int32Array;
  readonly #hashes: Int32Array;
  readonly #mask: number;

  constructor(starts: Int32Array, hash: (start: number) => number) {
    const size = 1 << Math.max(4, Math.ceil(Math.log2(starts.length + 1)));
    this.#starts = starts;
    this.#mask = size - 1;
    this.#heads = new Int32Array(size).fill(-1);
    this.#next = new Int32Array(starts.length);
    this.#hashes = new Int32Array(starts.length);
    for (let index = starts.length - 1; index >= 0; index--) {
      const value = hash(starts[index] ?? 0);
      const slot = value & this.#mask;
      this.#hashes[index] = value;
      this.#next[index] = this.#heads[slot] ?? -1;
      this.#heads[slot] = index;
    }
  }

  /** How many have this hash; counted up to a few hundred. */
  count(hash: number): number {
    let count = 0;
    for (let index = this.#head(hash); index >= 0 && count < 256; index = this.#next[index] ?? -1) {
      if (this.#hashes[index] === hash) count++;
    }
    return count;
  }

  /** Those with this hash; undefined where there are more than `most`. */
  of(hash: number, most: number): number[] | undefined {
    const found: number[] = [];
    for (let index = this.#head(hash); index >= 0; index = this.#next[index] ?? -1) {
      if (this.#hashes[index] !== hash) continue;
      if (found.length >= most) return undefined;
      found.push(this.#starts[index] ?? 0);
    }
    return found;
  }

  #head(hash: number): number {
    return this.#heads[hash & this.#mask] ?? -1;
  }
}

/** FNV-1a over UTF-16 units. */
function hashOf(text: string, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash ^ (hash >>> 15);
}

/** The words of a folded text. */
export function wordsOf(text: string): string[] {
  const words: string[] = [];
  for (let at = 0; at < text.length; at++) if (isWordStart(text, at)) words.push(text.slice(at, wordEnd(text, at)));
  return words;
}

/** Marks the folded units that stand for line breaks. */
function breaksOf(article: string, folded: FoldedText): { marks: Uint8Array; count: number } {
  const marks = new Uint8Array(folded.text.length);
  let count = 0;
  for (let at = article.indexOf('\n'); at >= 0; at = article.indexOf('\n', at + 1)) {
    const unit = folded.fromSource(at + 1) - 1;
    if (marks[unit] === 0) count++;
    marks[unit] = 1;
  }
  return { marks, count };
}

function wordStarts(text: string): Int32Array {
  const starts = new Int32Array(text.length);
  let count = 0;
  for (let at = 0; at < text.length; at++) if (isWordStart(text, at)) starts[count++] = at;
  return starts.slice(0, count);
}

function isWordStart(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (!isWordUnit(unit)) return false;
  return at === 0 || !isWordUnit(text.charCodeAt(at - 1)) || (isUnspaced(unit) && !isMark(unit));
}

/** Longest word that is read to its end: longer ones are no words, and hashing them must stay cheap. */
const LONGEST_WORD = 64;

function wordEnd(text: string, start: number): number {
  let end = start + 1;
  while (end < text.length && end - start < LONGEST_WORD && isWordUnit(text.charCodeAt(end)) && !isWordStart(text, end))
    end++;
  return end;
}

function isWordUnit(unit: number): boolean {
  if (unit < 0x80) return (unit >= 0x30 && unit <= 0x39) || ((unit | 0x20) >= 0x61 && (unit | 0x20) <= 0x7a);
  if (unit < 0xc0) return unit === 0xaa || unit === 0xb5 || unit === 0xba;
  return (
    !(unit >= 0x2000 && unit <= 0x2bff) && !(unit >= 0x3000 && unit <= 0x303f) && !(unit >= 0xdc00 && unit <= 0xdfff)
  );
}

/** Whether a unit is of a script without spaces between words: each such unit counts as a word. */
function isUnspaced(unit: number): boolean {
  return unit >= 0x2e80 || (unit >= 0x0e00 && unit <= 0x0eff) || (unit >= 0x1000 && unit <= 0x109f);
}
