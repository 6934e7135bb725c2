import type { Kernel } from '../kernel/kernel';
import { GATE_COUNT, LONGEST_PIECE, OF, STATES } from '../kernel/shape';
import type { WordType } from '../tagger/wordTypes';
import type { NeuralModel } from './model';
import { spellingProducts } from './spellings';

export { PRODUCTS } from './spellings';

/** Scores labels by a small recurrent network. */
export interface NeuralScorer {
  /**
   * Writes what a word brings to the network, at each place of its window; of `undefined`, nothing, which is zeros.
   * @param at where PRODUCTS numbers are in the kernel's memory, in bytes
   */
  fill(at: number, word: WordType | undefined): void;
  /**
   * Pools its scores with those of another model, in their place.
   * @param places where what is kept of each word is, from the one before the first to the one behind the last
   * @param emissions scores of the other model, LABEL_COUNT for each word
   * @param length words of a piece, at most LONGEST_PIECE
   * @param others how much the other model has to say, and `own` how much this one
   */
  pool(places: number, emissions: number, length: number, others: number, own: number): void;
  /** A score for each of `STEPS`. */
  readonly steps: Float32Array;
}

export function createNeuralScorer(model: NeuralModel, kernel: Kernel): NeuralScorer {
  const writeProducts = spellingProducts(model, kernel);
  const output = kernel.keep(model.output);
  const outputBias = kernel.keep(model.outputBias);
  const gateBias = kernel.keep(model.gateBias);
  const gates = kernel.take(LONGEST_PIECE * GATE_COUNT);
  const states = kernel.take((LONGEST_PIECE + 2) * STATES) + STATES * OF;
  return Object.freeze({
    steps: model.steps,
    fill(at: number, word: WordType | undefined) {
      if (word) writeProducts(at, word.text);
    },
    pool(places: number, emissions: number, length: number, others: number, own: number) {
      kernel.gates(places, gates, gateBias, length);
      kernel.recur(gates, states, length);
      kernel.score(states, output, outputBias, emissions, length, others, own);
    },
  });
}
