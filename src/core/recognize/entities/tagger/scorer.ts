import type { Kernel } from '../kernel/kernel';
import { LABELS, LONGEST_PIECE, OF } from '../kernel/shape';
import { type NeuralScorer, PRODUCTS } from '../neural/scorer';
import { REACH } from './features';
import { type LinearScorer, SUMS } from './linear';
import type { Passage } from './passage';
import { createRoom } from './room';
import { createWordRows } from './wordRows';

/** Scores labels: rows of LABEL_COUNT for each word of a passage, and perhaps more; to be read before the next call. */
export type Scorer = (passage: Passage) => Float32Array;

/** How much each of two models has to say. */
export interface Shares {
  readonly linear: number;
  readonly neural: number;
}

/** Two models that err in different places, pooled: scores are logarithms, and a sum is a geometric mean of what each thinks. */
export function createScorer(linear: LinearScorer, neural: NeuralScorer, shares: Shares, kernel: Kernel): Scorer {
  const sumsAt = PRODUCTS * OF;
  const rows = createWordRows(kernel, PRODUCTS + SUMS, (place, word) => {
    neural.fill(place, word);
    linear.fill(place + sumsAt, word);
  });
  /** Where the numbers of the words of a piece are, and of those around it that one of the models sees. */
  const places = kernel.take(LONGEST_PIECE + 2 * REACH);
  const first = places + REACH * OF;
  const emissions = kernel.take(LONGEST_PIECE * LABELS + 4);
  const found = new Int32Array(LONGEST_PIECE + 2 * REACH);

  function place({ types }: Passage, from: number, length: number): void {
    const count = length + 2 * REACH;
    rows.reserve(count);
    for (let index = 0; index < count; index++) {
      const type = types[from - REACH + index];
      found[index] = type ? rows.find(type) : rows.edge;
    }
    // Only now: finding may have moved the memory.
    kernel.integers.set(found.subarray(0, count), places / OF);
  }

  const room = createRoom();
  return (passage) => {
    const scores = room(passage.length * LABELS);
    // Longer passages are read in pieces: what stands further off says nothing, and memory stays small.
    for (let from = 0; from < passage.length; from += LONGEST_PIECE) {
      const length = Math.min(LONGEST_PIECE, passage.length - from);
      place(passage, from, length);
      linear.score(passage, from, length, places, sumsAt, emissions);
      // The network sees a piece alone.
      kernel.integers[first / OF - 1] = rows.edge;
      kernel.integers[first / OF + length] = rows.edge;
      neural.pool(first - OF, emissions, length, shares.linear * linear.scale, shares.neural);
      const at = emissions / OF;
      scores.set(kernel.floats.subarray(at, at + length * LABELS), from * LABELS);
    }
    return scores;
  };
}
