import { LABEL_COUNT } from '../../../src/core/recognize/entities/tagger/labels';
import { Lattice } from '../../../src/core/recognize/entities/tagger/sequence';
import type { Random } from '../../../test/bench/support/random';
import { Adam } from './adam';
import { batchOf, shuffledBatches, type TrainingBatch } from './batches';
import type { Network } from './network';
import type { Sentence } from './sentences';
import type { Vocabulary } from './vocabulary';

/** What one stretch of learning is about. Rates fall in a line from the first to the last. */
export interface Course {
  readonly epochs: number;
  readonly firstRate: number;
  readonly lastRate: number;
  /** The share of steps after which the running mean of the parameters begins. */
  readonly meanFrom: number;
}

const WARM_UP = 100;

/** Learns from sentences; afterwards the parameters are the mean of those of the last steps. */
export function learn(
  network: Network,
  sentences: readonly Sentence[],
  vocabulary: Vocabulary,
  course: Course,
  random: Random,
  say: (line: string) => void,
): void {
  const adam = new Adam(network.parameters);
  const loss = new Loss(network);
  const epochs = Array.from({ length: course.epochs }, () => shuffledBatches(sentences, random));
  const steps = epochs.reduce((sum, batches) => sum + batches.length, 0);
  let step = 0;
  for (const [epoch, batches] of epochs.entries()) {
    let sum = 0;
    for (const batch of batches) {
      sum += loss.descend(batchOf(batch, vocabulary, random));
      const done = step / steps;
      const rate = course.firstRate + (course.lastRate - course.firstRate) * done;
      adam.step(rate * Math.min(1, (step + 1) / WARM_UP));
      if (done >= course.meanFrom) adam.remember();
      step++;
    }
    say(`epoch ${epoch + 1} of ${course.epochs}: loss ${(sum / batches.length).toFixed(4)}`);
  }
  adam.settle();
}

/** The negative log-likelihood of the allowed label sequences (a conditional random field's), and its gradients. */
class Loss {
  readonly #network: Network;
  readonly #lattice = new Lattice();

  constructor(network: Network) {
    this.#network = network;
  }

  /** Adds the gradients of a batch. @returns the loss for each word */
  descend(batch: TrainingBatch): number {
    const { parameters } = this.#network;
    const scores = this.#network.forward(batch, true);
    const steps = parameters.value('steps');
    const gradients = new Float32Array(scores.length);
    const given = new Float32Array(scores.length);
    const lattice = this.#lattice;
    lattice.expectedSteps.fill(0);
    let loss = 0;
    for (let sentence = 0; sentence + 1 < batch.bounds.length; sentence++) {
      const start = batch.bounds[sentence] as number;
      const end = batch.bounds[sentence + 1] as number;
      const rows = [start * LABEL_COUNT, end * LABEL_COUNT] as const;
      const emissions = scores.subarray(...rows);
      const length = end - start;
      loss += lattice.marginals(emissions, steps, length, gradients.subarray(...rows), { collect: 1 });
      const allowed = batch.allowed.subarray(start, end);
      loss -= lattice.marginals(emissions, steps, length, given.subarray(...rows), { allowed, collect: -1 });
    }
    const share = 1 / batch.at.length;
    for (let cell = 0; cell < scores.length; cell++) {
      gradients[cell] = ((gradients[cell] as number) - (given[cell] as number)) * share;
    }
    const stepGradient = parameters.gradient('steps');
    for (let index = 0; index < steps.length; index++)
      stepGradient[index] = (lattice.expectedSteps[index] as number) * share;
    this.#network.backward(batch, gradients);
    return loss * share;
  }
}
