import type { Kernel } from '../kernel/kernel';
import { LONGEST_PIECE, OF, SUM_ROW } from '../kernel/shape';
import { contextFeatures, EDGE, MOST_FEATURES, PLACE_SALTS, REACH } from './features';
import { mix } from './hash';
import type { Passage } from './passage';
import { type Weights, weightTable } from './weights';
import type { WordType } from './wordTypes';

/** Numbers kept of one spelling: a row of sums for each place around it. */
export const SUMS = (PLACE_SALTS.length * SUM_ROW) / OF;

/** Scores labels by weights of features. */
export interface LinearScorer {
  /** What a unit of its sums is worth. */
  readonly scale: number;
  /**
   * Writes what a word says by itself, about itself and about its neighbors; of `undefined`, what the edge of a passage says.
   * @param at where SUMS numbers of zero are in the kernel's memory, in bytes
   */
  fill(at: number, word: WordType | undefined): void;
  /**
   * Writes sums of weights, of each label for each of some words.
   * @param places where what is kept of the words is, from `REACH` words before the first to `REACH` behind the last
   * @param behind how many bytes behind a word's place its sums are
   * @param emissions gets LABEL_COUNT numbers for each word, and three more
   */
  score(passage: Passage, from: number, length: number, places: number, behind: number, emissions: number): void;
}

/**
 * A linear scorer. What a word says by itself is summed up once for each spelling; what several words say together is looked
 * up where they stand. The sums are whole numbers of 16 bits: no word has so many features that they could run over.
 */
export function linearScorer(weights: Weights, kernel: Kernel): LinearScorer {
  const { slots, mask, rows, mayHave } = weightTable(weights, kernel);
  const features = kernel.take(LONGEST_PIECE * MOST_FEATURES);
  const counts = kernel.take(LONGEST_PIECE);
  const ofWord = new Uint32Array(MOST_FEATURES);

  function weigh(some: readonly number[], row: number): void {
    kernel.integers.set(some, features / OF);
    kernel.weigh(features, some.length, slots, mask, rows, row);
  }

  /** Writes the features of some words that may be known. */
  function writeFeatures(passage: Passage, from: number, length: number): void {
    const { integers } = kernel;
    let next = features / OF;
    for (let word = 0; word < length; word++) {
      const count = contextFeatures(passage, from + word, ofWord);
      const first = next;
      for (let index = 0; index < count; index++) {
        const feature = (ofWord[index] as number) | 0;
        if (mayHave(feature)) integers[next++] = feature;
      }
      integers[counts / OF + word] = next - first;
    }
  }

  return Object.freeze({
    scale: weights.scale,
    fill(at: number, word: WordType | undefined) {
      const near = word?.near ?? [EDGE];
      PLACE_SALTS.forEach((salt, place) => {
        weigh(
          near.map((feature) => mix(salt, feature)),
          at + place * SUM_ROW,
        );
      });
      weigh(word?.own ?? [], at + REACH * SUM_ROW);
    },
    score(passage: Passage, from: number, length: number, places: number, behind: number, emissions: number) {
      writeFeatures(passage, from, length);
      kernel.linear(places, behind, features, counts, slots, mask, rows, emissions, length);
    },
  });
}
