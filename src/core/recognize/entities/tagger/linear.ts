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

/** Word types whose scores to remember. */
const MOST_REMEMBERED = 20_000;

/**
 * A linear scorer. What a word says by itself, about itself and about its neighbors, is summed up once for each spelling
 * and remembered; what several words say together is looked up where they stand.
 */
export function linearScorer(weights: Weights): LinearScorer {
  const add = addingWeights(weights);
  const remembered = new Map<WordType, Float32Array>();
  const edge = new Float32Array(PLACE_SALTS.length * LABEL_COUNT);
  PLACE_SALTS.forEach((salt, place) => {
    addAll([mix(salt, EDGE)], edge, place * LABEL_COUNT);
  });

  function addAll(features: readonly number[], scores: Float32Array, at: number): void {
    add(Uint32Array.from(features), features.length, scores, at);
  }

  function sumsOf(type: WordType): Float32Array {
    const known = remembered.get(type);
    if (known) return known;
    const sums = new Float32Array(PLACE_SALTS.length * LABEL_COUNT);
    PLACE_SALTS.forEach((salt, place) => {
      const near = type.near.map((feature) => mix(salt, feature));
      addAll(near, sums, place * LABEL_COUNT);
    });
    addAll(type.own, sums, REACH * LABEL_COUNT);
    if (remembered.size >= MOST_REMEMBERED) remembered.clear();
    remembered.set(type, sums);
    return sums;
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
  sums: readonly Float32Array[],
  index: number,
  edge: Float32Array,
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
