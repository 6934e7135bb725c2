import type { Clock } from './clock';
import type { Scan } from './scan';
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

/** The reading that goes furthest; of equals, the first rule's. */
export function longest(rules: readonly Rule[], scan: Scan, index: number, depth: number): Reading | undefined {
  let best: Reading | undefined;
  for (const rule of rules) {
    const reading = rule(scan, index, depth);
    if (reading && reading.next > (best?.next ?? index)) best = reading;
  }
  return best;
}

export const PAST = 'PAST_REF';
export const FUTURE = 'FUTURE_REF';
export const PRESENT = 'PRESENT_REF';
