import type { Token } from '../words/tokens';
import type { Day } from './calendar';

/** A date or time as it was read. */
export interface Reading {
  readonly label: 'DATE' | 'TIME';
  /** Index of the first token behind it. */
  readonly next: number;
  /** EDTF or ISO 8601; undefined where it cannot be told. */
  readonly value: string | undefined;
}

/** Reads one kind of date that begins at a token. `published` is the article's day, where it is known. */
export type Rule = (tokens: readonly Token[], index: number, published: Day | undefined) => Reading | undefined;

export const date = (next: number, value: string | undefined): Reading => ({ label: 'DATE', next, value });
export const time = (next: number, value: string | undefined): Reading => ({ label: 'TIME', next, value });
