import type { Gazetteer } from '../gazetteer';

/** What is known of words before any article is read. Words in lower case, with straight apostrophes. */
export interface Lexicon {
  /** Classes of words that stand in like company, from fine to coarse; -1 where the word is not known. */
  wordClass(lower: string): WordClasses;
  /** Names and everyday words. */
  readonly gazetteer: Gazetteer;
}

export interface WordClasses {
  readonly fine: number;
  readonly mid: number;
  readonly coarse: number;
}

export const NO_CLASSES: WordClasses = Object.freeze({ fine: -1, mid: -1, coarse: -1 });
