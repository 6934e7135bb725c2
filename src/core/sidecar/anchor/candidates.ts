import { type Approximation, createPlaceMatcher, type PlaceMatcher } from '../../text/closestPlace';
import { firstAtLeast } from '../../text/sorted';
import { neighborsAt } from './neighbors';
import type { Passages } from './passages';
import { type Agreement, agreementAt, type Side, type SideAgreement, type Snippet } from './snippet';

/** A place where words may stand now; folded units, `[start, end)`. */
export interface Candidate {
  readonly start: number;
  readonly end: number;
  /**
   * What speaks for this place, its distance from the old one left aside: about the binary logarithm of how much
   * likelier the place is if the words stand there than if they are gone.
   */
  readonly score: number;
  readonly agreement: Agreement;
  /** Set where not quite the same words stand there. */
  readonly errors?: number;
}

/** Words in at most so many places are looked at in all of them. */
const FEW = 12;

/** How many places are taken from what the passages of a snippet suggest. */
const SUGGESTED = 6;

/** Of so many words one, as a binary logarithm: words that come so often may stand anywhere by chance. */
const COMMONEST = 6;

/** The most that rarity tells. */
const RAREST = 5;

/** How far from an expected place words may stand to be taken for expected there, in folded units. */
const NEAR = 64;

/** Finds and weighs the places of one quote. */
export class CandidateFinder {
  readonly snippet: Snippet;
  readonly #passages: Passages;
  readonly #places: readonly number[];
  #suggestions: readonly number[] | undefined;
  readonly #found = new Map<number, Candidate>();
  readonly #matchers = new Map<string, PlaceMatcher>();

  constructor(passages: Passages, snippet: Snippet) {
    this.#passages = passages;
    this.snippet = snippet;
    this.#places = passages.placesOf(snippet.words, snippet.cutsBefore || snippet.cutsAfter);
    if (this.#places.length <= FEW) for (const place of this.#places) this.#add(place);
    else for (const place of this.#suggested) this.addNearest(place);
  }

  /** All places found so far. */
  get found(): Iterable<Candidate> {
    return this.#found.values();
  }

  /** Whether all places of the very words are found: no expected place leads to more. */
  get isComplete(): boolean {
    return this.#places.length <= FEW && this.#found.size >= this.#places.length;
  }

  /** How little it is to be expected of the words that they stand at any one place, as a binary logarithm. */
  get rarity(): number {
    return Math.max(0, Math.min(RAREST, Math.log2(this.#passages.wordCount / this.#places.length) - COMMONEST));
  }

  /** What the snippet's passages suggest; not asked for where the words stand in one place, and tell enough. */
  get #suggested(): readonly number[] {
    const { words, whole, start } = this.snippet;
    const isPlain = this.#places.length === 1 && whole.length > 2 * words.length;
    this.#suggestions ??= isPlain ? [] : mostSuggested(this.#passages.suggestedPlaces(whole, start));
    return this.#suggestions;
  }

  /** Adds the places of the very words that are nearest to an expected one, before it and after it. */
  addNearest(expected: number): void {
    if (this.isComplete) return;
    const next = firstAtLeast(this.#places, expected);
    for (const index of [next - 1, next]) {
      const place = this.#places[index];
      if (place !== undefined) this.#add(place);
    }
  }

  /**
   * Looks near expected places, and near those that the surroundings suggest, for what the index of words does not
   * lead to: the words as a part of longer ones, and words that are not quite the same.
   */
  searchNear(expected: readonly number[]): void {
    const { words } = this.snippet;
    if (words === '') return;
    const gaps = this.#gaps();
    for (const { start, errors } of [...this.#found.values()]) if (errors === undefined) this.#add(start, gaps(start));
    for (const place of spread([...this.#suggested, ...expected])) {
      const exact = this.#passages.placesWithin(words, place - NEAR, place + words.length + NEAR);
      for (const at of exact) this.#add(at);
      if (exact.length === 0) this.#addApproximate(place);
    }
  }

  /** For a place, others where its context may stand: as the passages suggest, and a word or two away. */
  #gaps(): (start: number) => readonly number[] {
    const { words } = this.snippet;
    const { text } = this.#passages;
    return (start) => {
      const end = start + words.length;
      const before = [text.lastIndexOf(' ', start - 2), text.lastIndexOf(' ', text.lastIndexOf(' ', start - 2) - 1)];
      const after = [text.indexOf(' ', end + 1), text.indexOf(' ', text.indexOf(' ', end + 1) + 1)];
      return [
        // Context that stands beside the same words there was not driven away from these.
        ...this.#suggested.filter((place) => !this.#passages.standsAt(words, place)),
        ...before.flatMap((at) => (at >= 0 ? at + 1 : [])),
        ...after.flatMap((at) => (at >= 0 ? at - words.length : [])),
      ];
    };
  }

  #add(start: number, elsewhere?: readonly number[]): void {
    const end = start + this.snippet.words.length;
    const key = keyOf(start, end);
    if (!elsewhere && this.#found.has(key)) return;
    const agreement = agreementAt(this.#passages, this.snippet, start, end, elsewhere);
    const told = elsewhere && neighborsAt(this.#passages, this.snippet, start, end);
    const score = this.#contextScore(agreement, told) + this.#edgeScore(start, end) + this.#wordsScore();
    this.#found.set(key, { start, end, score, agreement });
  }

  #addApproximate(expected: number): void {
    const { words } = this.snippet;
    const place = words.length > LONGEST_COMPARED ? this.#byItsEnds(expected) : this.#compared(expected);
    if (!place) return;
    const agreement = agreementAt(this.#passages, this.snippet, place.start, place.end);
    const isLong = words.length >= LONG;
    const isFramed = agreement.before.all >= 0.75 && agreement.after.all >= 0.75;
    const there = this.#passages.text.slice(place.start, place.end);
    // A name or figure with another letter may be another name or figure, unless all around it is as it was.
    if (!isLong && (!isFramed || digitsOf(there) !== digitsOf(words))) return;
    const share = place.errors / words.length;
    const score = this.#contextScore(agreement) + wordsScore(words.length) * (1 - 2 * share) - 3 - 8 * share;
    this.#found.set(keyOf(place.start, place.end), { ...place, score, agreement });
  }

  #compared(expected: number): Approximation | undefined {
    const { words } = this.snippet;
    const most = Math.floor(words.length * (words.length >= LONG ? 0.3 : 0.125));
    if (most === 0) return undefined;
    return this.#closest(words, expected, most, Math.min(NEAR, 12 + most));
  }

  /** Long words are known by how they begin and end; in between they may have changed. */
  #byItsEnds(expected: number): Approximation | undefined {
    const { words } = this.snippet;
    const most = Math.floor(ENDS * 0.3);
    const head = this.#closest(words.slice(0, ENDS), expected, most, NEAR);
    if (!head) return undefined;
    const due = [head.start, ...this.#suggested].map((start) => start + words.length - ENDS);
    const tails = due.flatMap((place) => this.#closest(words.slice(-ENDS), place, most, NEAR) ?? []);
    const lengthOf = (tail: Approximation) => tail.end - head.start;
    const isLikely = (tail: Approximation) =>
      lengthOf(tail) > words.length / 2 && lengthOf(tail) < words.length * 1.5 && tail.start >= head.end;
    const tail = tails.filter(isLikely).sort((a, b) => a.errors - b.errors)[0];
    if (!tail) return undefined;
    const errors = head.errors + tail.errors + Math.abs(lengthOf(tail) - words.length);
    return { start: head.start, end: tail.end, errors: Math.min(errors, Math.floor(words.length * 0.3)) };
  }

  #closest(words: string, expected: number, most: number, slack: number): Approximation | undefined {
    const from = Math.max(0, expected - slack);
    const window = this.#passages.text.slice(from, Math.max(from, expected + words.length + slack));
    const matcher = this.#matchers.get(words) ?? createPlaceMatcher(words);
    this.#matchers.set(words, matcher);
    const place = matcher.closest(window, most);
    return place && { start: place.start + from, end: place.end + from, errors: place.errors };
  }

  /** @param told what else speaks for the place, on either side, where the context alone does not agree */
  #contextScore({ before, after }: Agreement, told: readonly [number, number] = NOTHING): number {
    const { snippet } = this;
    if (snippet.before.all.length + snippet.after.all.length === 0) return this.#places.length === 1 ? UNIQUE : 0;
    const isWholeParagraph = before.isAtBreak && after.isAtBreak;
    const sides =
      Math.max(told[0], this.#sideScore(before, snippet.before)) +
      Math.max(told[1], this.#sideScore(after, snippet.after));
    return sides + (isWholeParagraph ? WHOLE_PARAGRAPH : 0);
  }

  /** What one side tells: all of its context, or, where a paragraph may have been moved, what is in the paragraph. */
  #sideScore({ all, near, isAtBreak }: SideAgreement, side: Side): number {
    const byAll = sideScore(all, side.all.length);
    if (!side.near) return byAll;
    // What stands beyond the end of the paragraph may have moved away, and something else next to it.
    const beyond = side.all.length - side.near.length;
    const weighed = byAll > 0 ? byAll * (1 - (1 - BEYOND) * (beyond / Math.max(1, side.all.length))) : byAll;
    if (near === undefined) return weighed;
    const byBreak = isAtBreak ? this.#passages.breakWorth : -1;
    return Math.max(weighed, sideScore(near, side.near.length) + byBreak - OTHER_BEYOND);
  }

  /** A name that stood as a word of its own hardly stands inside a longer word now. */
  #edgeScore(start: number, end: number): number {
    const isOther =
      Number(this.#passages.isInWord(start) !== this.snippet.cutsBefore) +
      Number(this.#passages.isInWord(end) !== this.snippet.cutsAfter);
    return -4 * isOther;
  }

  #wordsScore(): number {
    return wordsScore(this.snippet.words.length);
  }
}

/** One number for a place: no text is as long as 2^26 units, and no words are. */
function keyOf(start: number, end: number): number {
  return start * 2 ** 26 + (end - start);
}

/** From this length on, words are compared approximately whatever stands around them. */
const LONG = 40;

/** Up to this length, they are compared as a whole. */
const LONGEST_COMPARED = 200;

/** Length of the two ends by which longer ones are found. */
const ENDS = 80;

/** What it is worth that words without any known context stand in one place only. */
const UNIQUE = 8;

/** What a side's whole context is worth. */
const SIDE = 16;

const NOTHING = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY] as const;

/** What context beyond the end of the words' paragraph is worth, compared with context in it. */
const BEYOND = 0.7;

/** What it is worth that a whole paragraph is as it was, though all around it is other. */
const WHOLE_PARAGRAPH = 10;

/** What it costs that beyond the end of the paragraph all is other than it was. */
const OTHER_BEYOND = 2;

/** What agreement of one side tells: chance gives about 0.4. */
function sideScore(agreement: number, length: number): number {
  return (SIDE * Math.min(length, 32) * told(agreement)) / 32;
}

function told(agreement: number): number {
  if (agreement <= 0.35) return -0.3;
  if (agreement <= 0.55) return -0.3 + ((agreement - 0.35) / 0.2) * 0.4;
  if (agreement <= 0.8) return 0.1 + ((agreement - 0.55) / 0.25) * 0.7;
  return 0.8 + (agreement - 0.8);
}

/** What the words themselves tell: a short name comes again by chance, a sentence does not. */
function wordsScore(length: number): number {
  return Math.min(24, Math.max(0, (length - 10) * 0.6));
}

function digitsOf(words: string): string {
  return words.replace(/\D+/g, '');
}

/** The middle of each crowd of places, those that most passages suggest first. */
function mostSuggested(places: readonly number[]): readonly number[] {
  const crowds: { place: number; votes: number; last: number }[] = [];
  for (const place of places) {
    const crowd = crowds.at(-1);
    if (crowd && place - crowd.last <= 2) {
      crowd.votes++;
      crowd.last = place;
    } else crowds.push({ place, votes: 1, last: place });
  }
  return crowds
    .sort((a, b) => b.votes - a.votes || a.place - b.place)
    .slice(0, SUGGESTED)
    .map(({ place }) => place);
}

/** Places apart from each other by more than a little, in their order. */
function spread(places: readonly number[]): number[] {
  const kept: number[] = [];
  for (const place of places) if (!kept.some((other) => Math.abs(other - place) <= NEAR / 4)) kept.push(place);
  return kept.slice(0, SUGGESTED);
}
