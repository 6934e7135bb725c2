import { type Ballot, KINDS, PAIR } from './ballot';

/** The votes on one word, or on two in a row, of all passages of an article; `T` is who hears of changes. */
export interface Total<T> {
  /** How often it stands in the article. */
  count: number;
  readonly votes: number[];
  /** Passages that have it. */
  readonly voters: Set<T>;
}

/**
 * Votes of an article's passages, to which a passage adds and from which it is taken. The sums are those of the passages
 * that are there, whatever came and went before.
 */
export class Votes<T> {
  readonly #words = new Map<string, Total<T>>();
  readonly #pairs = new Map<string, Total<T>>();
  /** Totals that were touched since the last `changed`, as they were before. */
  readonly #before = new Map<Total<T>, { readonly count: number; readonly votes: readonly number[] }>();

  word(word: string): Total<T> | undefined {
    return this.#words.get(word);
  }

  pair(pair: string): Total<T> | undefined {
    return this.#pairs.get(pair);
  }

  /**
   * Counts a passage's votes.
   * @param times how often more the passage stands in the article; negative where less often
   * @param isGone whether it stands nowhere any more
   */
  add(ballot: Ballot, voter: T, times: number, isGone: boolean): void {
    ballot.words.forEach((word, entry) => {
      this.#addTo(this.#words, word, KINDS, ballot.wordVotes, entry, voter, times, isGone);
      const pair = ballot.pairs[entry] ?? '';
      if (pair !== '') this.#addTo(this.#pairs, pair, PAIR, ballot.pairVotes, entry, voter, times, isGone);
    });
  }

  #addTo(
    totals: Map<string, Total<T>>,
    key: string,
    size: number,
    votes: Uint8Array,
    entry: number,
    voter: T,
    times: number,
    isGone: boolean,
  ): void {
    let total = totals.get(key);
    if (!total) {
      total = { count: 0, votes: new Array<number>(size).fill(0), voters: new Set() };
      totals.set(key, total);
      this.#before.set(total, NOTHING);
    } else if (!this.#before.has(total)) this.#before.set(total, { count: total.count, votes: total.votes.slice() });
    total.count += times;
    for (let cell = 0; cell < size; cell++) {
      total.votes[cell] = (total.votes[cell] ?? 0) + times * (votes[entry * size + cell] ?? 0);
    }
    if (isGone) total.voters.delete(voter);
    else total.voters.add(voter);
    if (total.count === 0) totals.delete(key);
  }

  /** Passages that have a word whose votes are others than at the last call. */
  changed(): Set<T> {
    const voters = new Set<T>();
    for (const [total, { count, votes }] of this.#before) {
      if (total.count === count && (count === 0 || votes.every((vote, cell) => vote === total.votes[cell]))) continue;
      for (const voter of total.voters) voters.add(voter);
    }
    this.#before.clear();
    return voters;
  }
}

/** What a total was before its first vote. */
const NOTHING = { count: 0, votes: [] };
