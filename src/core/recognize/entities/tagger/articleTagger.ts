import type { Ballot } from './ballot';
import { evidenceFor } from './pooling';
import type { NameSpan } from './spans';
import { Votes } from './votes';

/** A passage of an article, with the names that the whole article makes likely in it. */
interface Member {
  readonly ballot: Ballot;
  /** How often the passage stands in the article. */
  uses: number;
  evidence: Uint8Array;
  names: readonly NameSpan[];
}

/**
 * The tagger's look at an article as a whole, which remembers the last one: an edit costs the passages that it changes, and
 * those that share words whose votes turned. What it gives follows from the passages alone.
 */
export class ArticleTagger<Reading extends { readonly ballot: Ballot }> {
  readonly #decode: (reading: Reading, evidence: Uint8Array) => readonly NameSpan[];
  readonly #members = new Map<Reading, Member>();
  readonly #votes = new Votes<Reading>();

  /** @param decode finds the names of a passage, given what the rest of the article says of it */
  constructor(decode: (reading: Reading, evidence: Uint8Array) => readonly NameSpan[]) {
    this.#decode = decode;
  }

  /** Passages, of some, that it has in sight already. */
  overlap(readings: readonly Reading[]): number {
    let known = 0;
    for (const reading of readings) if (this.#members.has(reading)) known++;
    return known;
  }

  /** The names of each passage of an article; the same list as before where nothing has changed. */
  namesIn(readings: readonly Reading[]): (readonly NameSpan[])[] {
    const uses = new Map<Reading, number>();
    for (const reading of readings) uses.set(reading, (uses.get(reading) ?? 0) + 1);
    for (const [reading] of this.#members) if (!uses.has(reading)) this.#leave(reading);
    const stale = new Set<Reading>();
    for (const [reading, times] of uses) if (this.#join(reading, times)) stale.add(reading);
    for (const reading of this.#votes.changed()) stale.add(reading);
    for (const reading of stale) this.#decide(reading);
    return readings.map((reading) => this.#members.get(reading)?.names ?? []);
  }

  #leave(reading: Reading): void {
    const member = this.#members.get(reading);
    if (member) this.#votes.add(member.ballot, reading, -member.uses, true);
    this.#members.delete(reading);
  }

  /** @returns whether the passage is new */
  #join(reading: Reading, uses: number): boolean {
    const known = this.#members.get(reading);
    const { ballot } = reading;
    if (known?.uses !== uses) this.#votes.add(ballot, reading, uses - (known?.uses ?? 0), false);
    if (known) known.uses = uses;
    else this.#members.set(reading, { ballot, uses, evidence: NONE, names: [] });
    return !known;
  }

  #decide(reading: Reading): void {
    const member = this.#members.get(reading);
    if (!member) return;
    const evidence = evidenceFor(member.ballot, this.#votes);
    if (member.evidence !== NONE && isSame(member.evidence, evidence)) return;
    member.evidence = evidence;
    member.names = this.#decode(reading, evidence);
  }
}

const NONE = new Uint8Array(0);

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}
