import type { Kernel } from '../kernel/kernel';
import { OF, stepTable } from '../kernel/shape';
import { LABEL_COUNT, OUTSIDE } from './labels';
import { createRoom } from './room';
import { viterbi } from './sequence';
import { addNames, type NameSpan } from './spans';

/** Finds names from scores of labels: rows of LABEL_COUNT for each word. */
export interface Decoder {
  /** The probability of each label for each word of a passage, likewise in rows; to be read before the next call. */
  marginals(scores: Float32Array, length: number): Float32Array;
  /**
   * The names of highest score together in some stretches of a passage; what stands between is known not to be in question.
   * @param scores of the words of the stretches, one after the other
   */
  names(stretches: readonly Stretch[], scores: Float32Array): NameSpan[];
}

/** Words from the first to before the last. */
export type Stretch = readonly [from: number, to: number];

/** Words of a passage that may belong to names. */
export interface OpenWords {
  readonly stretches: readonly Stretch[];
  /** Rows of LABEL_COUNT scores for the words of the stretches, one after the other. */
  readonly scores: Float32Array;
}

/** How likely "outside" must be for a word to be out of question. Seven words of eight are. */
const SURE = 0.99;

/** Longer rows of words are gone through in pieces, so that memory stays small: no name runs over so many words. */
const LONGEST = 2_048;

/** @param steps a score for each of `STEPS` */
export function createDecoder(steps: Float32Array, kernel: Kernel): Decoder {
  const bestLabels = viterbi(steps);
  const table = kernel.keep(stepTable(steps));
  const emissions = kernel.take(LONGEST * LABEL_COUNT);
  const sums = kernel.take(LONGEST * LABEL_COUNT);
  const out = kernel.take(LONGEST * LABEL_COUNT);
  const held = kernel.take(LABEL_COUNT);
  const room = createRoom();

  /** Works out the rows of scores from the first on. */
  function marginals(scores: Float32Array, first: number, length: number): Float32Array {
    const probabilities = room(length * LABEL_COUNT);
    for (let from = 0; from < length; from += LONGEST) {
      const words = Math.min(LONGEST, length - from);
      const at = (first + from) * LABEL_COUNT;
      kernel.floats.set(scores.subarray(at, at + words * LABEL_COUNT), emissions / OF);
      kernel.marginals(emissions, table, sums, held, out, words);
      probabilities.set(kernel.floats.subarray(out / OF, out / OF + words * LABEL_COUNT), from * LABEL_COUNT);
    }
    return probabilities;
  }

  return Object.freeze({
    marginals: (scores: Float32Array, length: number) => marginals(scores, 0, length),
    names(stretches: readonly Stretch[], scores: Float32Array) {
      const names: NameSpan[] = [];
      let first = 0;
      for (const [from, to] of stretches) {
        const length = to - from;
        const labels = bestLabels(scores, first, length);
        if (labels.some((label) => label !== OUTSIDE)) {
          addNames(names, { labels, marginals: marginals(scores, first, length), at: 0 }, from);
        }
        first += length;
      }
      return names;
    },
  });
}

/** The words of a passage that may belong to names, with their scores. */
export function openWords(scores: Float32Array, marginals: Float32Array, length: number): OpenWords {
  const stretches = openStretches(marginals, length);
  const open = new Float32Array(LABEL_COUNT * stretches.reduce((sum, [from, to]) => sum + to - from, 0));
  let at = 0;
  for (const [from, to] of stretches) {
    open.set(scores.subarray(from * LABEL_COUNT, to * LABEL_COUNT), at);
    at += (to - from) * LABEL_COUNT;
  }
  return { stretches, scores: open };
}

/**
 * The words that may belong to names, each row of them with the word before and the word behind it, which are sure to be
 * outside and part it from the rest.
 */
function openStretches(marginals: Float32Array, length: number): Stretch[] {
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
