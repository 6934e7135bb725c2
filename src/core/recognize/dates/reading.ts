import type { Token } from '../words/tokens';
import { beginningsOf } from './beginnings';
import type { Clock } from './clock';
import { type Scan, tokenOf } from './scan';
import type { Stretch } from './stretch';

/** What a rule read at a token. */
export interface Reading {
  /** Index of the first token behind it. */
  readonly next: number;
  /** Its days on the calendar, where they are known. */
  readonly stretch?: Stretch;
  /** Normal form of what has no days: `XXXX-05-16`, `P2D`, `R/P1M`, `PAST_REF`. */
  readonly value?: string;
  /** Its time of day. */
  readonly clock?: Clock;
  /** Whether it is a time rather than a date, though no clock says so: "90 minutes". */
  readonly isTime?: boolean;
  /** How it was dated, where its words leave the year open: a range may date it anew. */
  readonly undated?: { readonly month: number; readonly day?: number };
  /** Whether a weekday is all that is said: as the end of a range it is the one that follows the beginning. */
  readonly isWeekday?: boolean;
  /** Whether it is the end of something, before which all but its last day is: "the end of the year". */
  readonly isEnd?: boolean;
  /** Whether it looks like a date and is none, as February 31: nothing is read in its place. */
  readonly isNone?: boolean;
  /** Words that color it: a fiscal year's "fiscal", a time's zone. */
  readonly modifier?: string;
  /** Whether it counts what comes back or how long something is, and is no place on the calendar. */
  readonly isLength?: boolean;
}

/** Reads something at a token. @param depth how many rules are at work already: what is nested too deep is not read */
export type Rule = (scan: Scan, index: number, depth: number) => Reading | undefined;

export const DEEPEST = 3;

/** Rules in the order of their precedence. */
export interface RuleTable {
  /** The rules that can read something at a token. */
  at(token: Token): readonly Rule[];
}

/** A rule, and what it can begin with: bits of `BEGINS`. */
export type RuleEntry = readonly [rule: Rule, beginnings: number];

/** A table that picks the rules by a passage's word: most words begin none of them, and the others a few. */
export function ruleTable(entries: readonly RuleEntry[]): RuleTable {
  // As many keys as there are kinds of beginnings in the table of words.
  const picked = new Map<number, readonly Rule[]>();
  return {
    at(token) {
      const bits = beginningsOf(token);
      const known = picked.get(bits);
      if (known) return known;
      const rules = entries.filter(([, beginnings]) => (beginnings & bits) !== 0).map(([rule]) => rule);
      picked.set(bits, rules);
      return rules;
    },
  };
}

/** The reading that goes furthest; of equals, the first rule's. */
export function longest(rules: RuleTable, scan: Scan, index: number, depth: number): Reading | undefined {
  let best: Reading | undefined;
  for (const rule of rules.at(tokenOf(scan, index))) {
    const reading = rule(scan, index, depth);
    if (reading && reading.next > (best?.next ?? index)) best = reading;
  }
  return best;
}

export const PAST = 'PAST_REF';
export const FUTURE = 'FUTURE_REF';
export const PRESENT = 'PRESENT_REF';
