import type { Kernel } from '../kernel/kernel';
import { GATE_COUNT, LABELS, LONGEST_PIECE, OF, STATES } from '../kernel/shape';
import type { WordType } from '../tagger/wordTypes';
import type { NeuralModel } from './model';
import { createSpellings } from './spellings';

/** Scores labels by a small recurrent network. */
export interface NeuralScorer {
  /**
   * Pools its scores with those of another model. Scores are logarithms: a sum is a geometric mean of what each thinks likely.
   * @param scores of the other model, LABEL_COUNT for each word; the pooled ones come in their place
   * @param words of one passage, in order
   * @param others how much the other model has to say, and `own` how much this one
   */
  pool(scores: Float32Array, words: readonly WordType[], others: number, own: number): void;
  /** A score for each of `STEPS`. */
  readonly steps: Float32Array;
}

/** Longer passages are read in pieces: what stands further off says nothing, and memory stays small. */
const LONGEST = LONGEST_PIECE;

export function createNeuralScorer(model: NeuralModel, kernel: Kernel): NeuralScorer {
  const spellings = createSpellings(model, kernel);
  const output = kernel.keep(model.output);
  const outputBias = kernel.keep(model.outputBias);
  const gateBias = kernel.keep(model.gateBias);
  // Before the first word and behind the last is nothing: what that brings is zeros.
  const nothing = kernel.take(spellings.size);
  const places = kernel.take(LONGEST + 2);
  const gates = kernel.take(LONGEST * GATE_COUNT);
  const states = kernel.take((LONGEST + 2) * STATES) + STATES * OF;
  const emissions = kernel.take(LONGEST * LABELS);

  const found = new Int32Array(LONGEST);

  function place(words: readonly WordType[], from: number, length: number): void {
    spellings.reserve(length);
    for (let word = 0; word < length; word++) found[word] = spellings.find(words[from + word] as WordType);
    // Only now: finding may have moved the memory.
    const { integers } = kernel;
    integers[places / OF] = nothing;
    integers.set(found.subarray(0, length), places / OF + 1);
    integers[places / OF + length + 1] = nothing;
  }

  return Object.freeze({
    steps: model.steps,
    pool(scores: Float32Array, words: readonly WordType[], others: number, own: number): void {
      for (let from = 0; from < words.length; from += LONGEST) {
        const length = Math.min(LONGEST, words.length - from);
        place(words, from, length);
        kernel.gates(places, gates, gateBias, length);
        kernel.recur(gates, states, length);
        const piece = scores.subarray(from * LABELS, (from + length) * LABELS);
        kernel.floats.set(piece, emissions / OF);
        kernel.score(states, output, outputBias, emissions, length, others, own);
        piece.set(kernel.floats.subarray(emissions / OF, emissions / OF + length * LABELS));
      }
    },
  });
}
