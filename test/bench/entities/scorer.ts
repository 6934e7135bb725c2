import { importScorer } from '../support/sharedData';
import type { GoldDocument } from './gold';
import type { Predicted } from './system';

/** Precision, recall and their harmonic mean, from 0 to 1, with what they are made of. */
export interface Rates {
  readonly P: number;
  readonly R: number;
  readonly F: number;
  readonly tp: number;
  readonly pred: number;
  readonly gold: number;
}

/** What the shared scorer says: strict is the same span and type, span the same span, overlap the same type and any shared character. */
export interface Score {
  readonly strict: Rates;
  readonly span: Rates;
  readonly overlap: Rates;
  readonly per: Readonly<Record<string, Rates>>;
}

/** Scores what was found in documents. */
export type Scorer = (
  documents: readonly GoldDocument[],
  found: ReadonlyMap<string, Predicted>,
  types?: readonly string[],
) => Score;

/** The types that our figures are about. */
export const TYPES: readonly string[] = ['PERSON', 'ORG', 'PLACE'];

/** The scorer that defines our figures. */
export async function loadScorer(): Promise<Scorer> {
  const { score } = await importScorer<{
    score(gold: Map<string, GoldDocument>, found: ReadonlyMap<string, Predicted>, types: readonly string[]): Score;
  }>('entities');
  return (documents, found, types = TYPES) => score(new Map(documents.map((entry) => [entry.id, entry])), found, types);
}
