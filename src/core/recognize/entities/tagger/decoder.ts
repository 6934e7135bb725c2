import type { Kernel } from '../kernel/kernel';
import { OF, stepTable } from '../kernel/shape';
import { LABEL_COUNT, OUTSIDE } from './labels';
import { bestLabels } from './sequence';

/** Finds the labels of a passage from its scores: rows of LABEL_COUNT for each word. */
export interface Decoder {
  /** The probability of each label for each word, likewise in rows. */
  marginals(scores: Float32Array, length: number): Float32Array;
  /** The labels of highest score together; what is known not to be in question is not gone through. */
  labels(scores: Float32Array, open: readonly Stretch[], length: number): Uint8Array;
  /** Probabilities as with `marginals`, worked out anew in these stretches alone. */
  marginalsIn(scores: Float32Array, open: readonly Stretch[], length: number): Float32Array;
}

/** Words from the first to before the last. */
export type Stretch = readonly [from: number, to: number];

/** How likely "outside" must be for a word to be out of question. Seven words of eight are. */
const SURE = 0.99;

/** Longer rows of words are gone through in pieces, so that memory stays small: no name runs over so many words. */
const LONGEST = 2_048;

/** @param steps a score for each of `STEPS` */
export function createDecoder(steps: Float32Array, kernel: Kernel): Decoder {
  const table = kernel.keep(stepTable(steps));
  const emissions = kernel.take(LONGEST * LABEL_COUNT);
  const sums = kernel.take(LONGEST * LABEL_COUNT);
  const out = kernel.take(LONGEST * LABEL_COUNT);
  const held = kernel.take(LABEL_COUNT);
  const cells = ([from, to]: Stretch) => [from * LABEL_COUNT, to * LABEL_COUNT] as const;

  /** Works out one stretch by itself. */
  function fill(marginals: Float32Array, scores: Float32Array, [first, behind]: Stretch): void {
    for (let from = first; from < behind; from += LONGEST) {
      const piece = cells([from, Math.min(behind, from + LONGEST)]);
      const size = piece[1] - piece[0];
      kernel.floats.set(scores.subarray(...piece), emissions / OF);
      kernel.marginals(emissions, table, sums, held, out, size / LABEL_COUNT);
      marginals.set(kernel.floats.subarray(out / OF, out / OF + size), piece[0]);
    }
  }

  return Object.freeze({
    marginals(scores: Float32Array, length: number) {
      const marginals = new Float32Array(length * LABEL_COUNT);
      fill(marginals, scores, [0, length]);
      return marginals;
    },
    labels(scores: Float32Array, open: readonly Stretch[], length: number) {
      const labels = new Uint8Array(length).fill(OUTSIDE);
      for (const stretch of open) {
        const [from, to] = stretch;
        labels.set(bestLabels(scores.subarray(...cells(stretch)), steps, to - from), from);
      }
      return labels;
    },
    marginalsIn(scores: Float32Array, open: readonly Stretch[], length: number) {
      const marginals = new Float32Array(length * LABEL_COUNT);
      for (const stretch of open) fill(marginals, scores, stretch);
      return marginals;
    },
  });
}

/**
 * The words that may belong to names, each row of them with the word before and the word behind it, which are sure to be
 * outside and part it from the rest.
 */
export function openStretches(marginals: Float32Array, length: number): Stretch[] {
  const stretches: [number, number][] = [];
  let last: [number, number] | undefined;
  for (let word = 0; word < length; word++) {
    if ((marginals[word * LABEL_COUNT + OUTSIDE] ?? 0) > SURE) continue;
    const to = Math.min(length, word + 2);
    if (last && last[1] >= word) last[1] = to;
    else {
      last = [Math.max(0, word - 1), to];
      stretches.push(last);
    }
  }
  return stretches;
}
