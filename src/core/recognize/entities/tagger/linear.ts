import { contextFeatures, EDGE, MOST_FEATURES, PLACE_SALTS, REACH } from './features';
import { mix } from './hash';
import { LABEL_COUNT } from './labels';
import type { Passage } from './passage';
import { addingWeights, type Weights } from './weights';
import type { WordType } from './wordTypes';

/** Scores labels by weights of features. */
export interface LinearScorer {
  /** What a unit of its sums is worth. */
  readonly scale: number;
  /** Sums of weights, of each label for each word of a passage: rows of LABEL_COUNT. */
  sums(passage: Passage): Float32Array;
}

/**
 * A linear scorer. What a word says by itself, about itself and about its neighbors, is summed up once for each spelling
 * and kept with it; what several words say together is looked up where they stand.
 */
export function linearScorer(weights: Weights): LinearScorer {
  const add = addingWeights(weights);
  const places = new Float32Array(PLACE_SALTS.length * LABEL_COUNT);
  const edge = fullSums([EDGE], []);

  /** @param near features that speak at every place around a word, `own` those that speak of the word itself only */
  function fullSums(near: readonly number[], own: readonly number[]): Int16Array {
    places.fill(0);
    PLACE_SALTS.forEach((salt, place) => {
      const here = Uint32Array.from(near, (feature) => mix(salt, feature));
      add(here, here.length, places, place * LABEL_COUNT);
    });
    add(Uint32Array.from(own), own.length, places, REACH * LABEL_COUNT);
    return Int16Array.from(places);
  }

  function sumsOf({ near, own, memo }: WordType): Int16Array {
    memo.sums ??= fullSums(near, own);
    return memo.sums;
  }

  function sums(passage: Passage): Float32Array {
    const scores = new Float32Array(passage.length * LABEL_COUNT);
    const own = passage.types.map(sumsOf);
    const features = new Uint32Array(MOST_FEATURES);
    for (let index = 0; index < passage.length; index++) {
      const at = index * LABEL_COUNT;
      addPlaces(scores, at, own, index, edge);
      add(features, contextFeatures(passage, index, features), scores, at);
    }
    return scores;
  }

  return Object.freeze({ scale: weights.scale, sums });
}

const LABELS = LABEL_COUNT;

/** Adds what a word and the two on either side of it say by themselves. */
function addPlaces(
  scores: Float32Array,
  at: number,
  sums: readonly Int16Array[],
  index: number,
  edge: Int16Array,
): void {
  const [s0, s1, s2, s3, s4] = [
    sums[index - 2] ?? edge,
    sums[index - 1] ?? edge,
    sums[index] ?? edge,
    sums[index + 1] ?? edge,
    sums[index + 2] ?? edge,
  ];
  for (let label = 0; label < LABELS; label++) {
    scores[at + label] =
      (scores[at + label] as number) +
      ((s0[label] as number) + (s1[LABELS + label] as number)) +
      (s2[2 * LABELS + label] as number) +
      ((s3[3 * LABELS + label] as number) + (s4[4 * LABELS + label] as number));
  }
}
