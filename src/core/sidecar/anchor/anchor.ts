import { type CodePoints, codePoints } from '../../text/codePoints';
import { type Span, sameSpan } from '../../text/span';
import { type Candidate, CandidateFinder } from './candidates';
import { type ChainItem, type Choice, chooseLinks, type Link } from './chain';
import type { FiledQuote } from './filedQuote';
import { Passages } from './passages';
import { snippetOf } from './snippet';

/** How much likelier a place must be than all else to be taken, as a binary logarithm. */
const SURE = 4;

/**
 * Finds quotes again in a text that was edited unseen. All of them are placed together: each one's words, what stood
 * around them, and the order and distances of all are weighed against each other. Words are compared folded (see
 * `foldText`); long ones may have changed a little. A quote whose place is not sure gets none: an orphan is better
 * than a wrong place.
 *
 * Time is about linear in the text's length and the number of quotes.
 * @param lengthBefore length of the text that the quotes were written over, in code points, if it is known
 * @returns for each quote its place in the text, in UTF-16 code units
 */
export function findQuotes(text: string, quotes: readonly FiledQuote[], lengthBefore?: number): (Span | undefined)[] {
  if (quotes.length === 0) return [];
  const ground = new Ground(text);
  const { items, itemOf } = itemsOf(quotes, ground);
  const lengths = lengthBefore === undefined ? undefined : { before: lengthBefore, after: ground.points.length };
  const first = chooseLinks(items, lengths);
  const isWanting = (choice: Choice<Place> | undefined) => !choice || choice.margin < SURE;
  for (const [index, choice] of first.entries()) {
    if (isWanting(choice)) items[index]?.searchNear(expectedBeside(items, first, index));
  }
  const choices = first.some(isWanting) ? chooseLinks(items, lengths) : first;
  const sure = withoutRivals(
    items,
    choices.map((choice) => (choice && choice.margin >= SURE ? choice : undefined)),
  );
  return quotes.map((quote, index) => {
    const choice = sure[itemOf[index] ?? -1];
    return choice ? ground.spanOf(choice.link.candidate, quote.quote) : onlyPlace(text, quote, quotes);
  });
}

/**
 * Where a quote stands that was written down without what stood around it, as other tools do: the only place of its
 * words, if no other quote has the same words.
 */
function onlyPlace(text: string, quote: FiledQuote, quotes: readonly FiledQuote[]): Span | undefined {
  if (quote.quote === '' || quote.prefix !== '' || quote.suffix !== '') return undefined;
  const start = text.indexOf(quote.quote);
  if (start < 0 || text.indexOf(quote.quote, start + 1) >= 0) return undefined;
  const isTaken = quotes.some((other) => other.quote === quote.quote && !sameSpan(other, quote));
  return isTaken ? undefined : { start, end: start + quote.quote.length };
}

/** A place for an orphan, to be offered to a person. */
export interface Offer extends Span {
  /** From 0 to 1: how well the words and what stands around them agree with the orphan's. */
  readonly score: number;
}

/**
 * The best places for one quote that was not placed, the best first, however unsure. UTF-16 code units.
 * @param most how many at most
 */
export function offersFor(text: string, quote: FiledQuote, most = 5): Offer[] {
  const ground = new Ground(text);
  const item = new Item(quote, ground);
  const expected = ground.foldedAt(quote.start);
  item.finder.addNearest(expected);
  item.searchNear([quote.start]);
  const { snippet } = item.finder;
  const [before, after] = [snippet.before.all.length, snippet.after.all.length];
  const scored = [...item.finder.found].map((candidate) => {
    const { agreement, errors = 0 } = candidate;
    const words = Math.max(0, 1 - (2 * errors) / Math.max(1, snippet.words.length));
    const around = (agreement.before.all * before + agreement.after.all * after) / Math.max(1, before + after);
    const nearness = 1 / (1 + Math.abs(candidate.start - expected) / 1000);
    const score = words * (0.5 + 0.4 * around + 0.1 * nearness);
    return { ...ground.spanOf(candidate, quote.quote), score };
  });
  return scored.sort((a, b) => b.score - a.score).slice(0, most);
}

/** A candidate, as a link of the chain. */
interface Place extends Link {
  readonly candidate: Candidate;
}

/** The text that is searched, and its counting in folded units and code points. */
class Ground {
  readonly text: string;
  readonly passages: Passages;
  readonly points: CodePoints;

  constructor(text: string) {
    this.text = text;
    this.passages = new Passages(text);
    this.points = codePoints(text);
  }

  foldedAt(codePoint: number): number {
    return this.passages.folded.fromSource(this.points.toUtf16(codePoint));
  }

  pointAt(folded: number): number {
    return this.points.fromUtf16(this.passages.folded.toSource({ start: folded, end: folded + 1 }).start);
  }

  /**
   * A place in the text itself. White space at the words' edges, which the search leaves out, is taken in again; of a
   * run that is folded into one (dashes), only so much as the words have.
   */
  spanOf(place: Span, words: string): Span {
    const { start, end } = this.#withoutRuns(this.passages.folded.toSource(place), words.trim());
    const before = words.length - words.trimStart().length;
    const after = words.length - words.trimEnd().length;
    const spaceBefore = before > 0 ? spaces(this.text.slice(start - before, start), 'end') : 0;
    const spaceAfter = after > 0 ? spaces(this.text.slice(end, end + after), 'start') : 0;
    return { start: start - spaceBefore, end: end + spaceAfter };
  }

  #withoutRuns(span: Span, words: string): Span {
    const there = this.text.slice(span.start, span.end);
    if (there.length <= words.length) return span;
    if (there.endsWith(words)) return { start: span.end - words.length, end: span.end };
    return there.startsWith(words) ? { start: span.start, end: span.start + words.length } : span;
  }
}

/** How many units of white space a text begins or ends with. */
function spaces(text: string, where: 'start' | 'end'): number {
  return text.length - (where === 'start' ? text.trimStart() : text.trimEnd()).length;
}

class Item implements ChainItem<Place> {
  readonly start: number;
  readonly quote: FiledQuote;
  readonly finder: CandidateFinder;
  readonly #ground: Ground;
  readonly #places = new Map<Candidate, Place>();

  constructor(quote: FiledQuote, ground: Ground) {
    this.start = quote.start;
    this.quote = quote;
    this.#ground = ground;
    this.finder = new CandidateFinder(ground.passages, snippetOf(quote));
  }

  links(expected: readonly number[]): readonly Place[] {
    if (!this.finder.isComplete) for (const at of expected) this.finder.addNearest(this.#ground.foldedAt(at));
    const links: Place[] = [];
    for (const candidate of this.finder.found) {
      let place = this.#places.get(candidate);
      if (!place) {
        const inOrder = candidate.errors === undefined ? this.finder.rarity : 0;
        place = { at: this.#ground.pointAt(candidate.start), score: candidate.score, inOrder, candidate };
        this.#places.set(candidate, place);
      }
      links.push(place);
    }
    return links;
  }

  searchNear(expected: readonly number[]): void {
    this.finder.searchNear(expected.map((at) => this.#ground.foldedAt(at)));
  }
}

/** One item for all quotes that are the same in the same place (two labels, two annotators), in their old order. */
function itemsOf(quotes: readonly FiledQuote[], ground: Ground): { items: Item[]; itemOf: number[] } {
  const order = quotes.map((_, index) => index);
  const at = (index: number): FiledQuote => quotes[index] ?? EMPTY;
  order.sort((a, b) => at(a).start - at(b).start || at(a).end - at(b).end);
  const items: Item[] = [];
  const itemOf: number[] = [];
  for (const index of order) {
    const quote = at(index);
    const last = items.at(-1);
    if (!last || !isSame(last.quote, quote)) items.push(new Item(quote, ground));
    itemOf[index] = items.length - 1;
  }
  return { items, itemOf };
}

const EMPTY: FiledQuote = Object.freeze({ quote: '', prefix: '', suffix: '', start: 0, end: 0 });

function isSame(a: FiledQuote, b: FiledQuote): boolean {
  return sameSpan(a, b) && a.quote === b.quote && a.prefix === b.prefix && a.suffix === b.suffix;
}

/** Where an item should be if it moved as far as its nearest placed neighbors on either side. */
function expectedBeside(
  items: readonly Item[],
  choices: readonly (Choice<Place> | undefined)[],
  index: number,
): number[] {
  const start = items[index]?.start ?? 0;
  const expected: number[] = [];
  for (const step of [-1, 1]) {
    let other = index + step;
    while (other >= 0 && other < items.length && Math.abs(other - index) < 20 && !isSure(choices[other])) other += step;
    const choice = choices[other];
    const item = items[other];
    if (isSure(choice) && choice && item) expected.push(choice.link.at + start - item.start);
  }
  return expected.length > 0 ? expected : [start];
}

function isSure(choice: Choice<Place> | undefined): boolean {
  return choice !== undefined && choice.margin >= SURE;
}

/** Where two items that stood apart were given one place, the surer one keeps it. */
function withoutRivals(
  items: readonly Item[],
  choices: readonly (Choice<Place> | undefined)[],
): (Choice<Place> | undefined)[] {
  const surest = new Map<string, number>();
  for (const [index, choice] of choices.entries()) {
    if (!choice) continue;
    const key = `${choice.link.candidate.start}-${choice.link.candidate.end}`;
    const rival = surest.get(key);
    if (rival === undefined || (choices[rival]?.margin ?? 0) < choice.margin) surest.set(key, index);
  }
  return choices.map((choice, index) => {
    if (!choice) return undefined;
    const winner = surest.get(`${choice.link.candidate.start}-${choice.link.candidate.end}`) ?? index;
    const [ours, theirs] = [items[index]?.quote, items[winner]?.quote];
    return winner === index || (ours && theirs && sameSpan(ours, theirs)) ? choice : undefined;
  });
}
