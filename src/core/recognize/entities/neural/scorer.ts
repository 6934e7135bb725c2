import { LABEL_COUNT } from '../tagger/labels';
import { GATES, type NeuralModel, WIDTHS } from './model';
import { createSpellings, type Spellings } from './spellings';

/** Scores labels by a small recurrent network. */
export interface NeuralScorer {
  /**
   * @param words of one passage, in order
   * @returns LABEL_COUNT scores for each word, good until the next call. Scores are logarithms: those of another model
   * of the kind may be added
   */
  scores(words: readonly string[]): Float32Array;
  /** A score for each of `STEPS`. */
  readonly steps: Float32Array;
}

/** Longer passages are read in pieces: what stands further off says nothing, and memory stays small. */
const LONGEST_PIECE = 256;

// Constants of this module's own: an imported one may cost a call each time in code that was not bundled.
const { hidden: HIDDEN } = WIDTHS;
const GATE_COUNT = GATES;
const LABELS = LABEL_COUNT;
const STATES = 2 * HIDDEN;

export function createNeuralScorer(model: NeuralModel): NeuralScorer {
  const spellings = createSpellings(model);
  const gates = new Float32Array(LONGEST_PIECE * GATE_COUNT);
  const states = new Float32Array(LONGEST_PIECE * STATES);
  let out = new Float32Array(LONGEST_PIECE * LABELS);
  return Object.freeze({
    steps: model.steps,
    scores(words: readonly string[]): Float32Array {
      const size = words.length * LABELS;
      if (size > out.length) out = new Float32Array(2 * size);
      for (let from = 0; from < words.length; from += LONGEST_PIECE) {
        const piece = words.slice(from, from + LONGEST_PIECE);
        readGates(gates, piece, spellings, model.gateBias);
        runForward(states, gates, piece.length);
        runBackward(states, gates, piece.length);
        score(out, from * LABELS, states, piece.length, model);
      }
      return out.subarray(0, size);
    },
  });
}

/** Sums of what each word, the one before and the one after bring to the gates. */
function readGates(gates: Float32Array, words: readonly string[], spellings: Spellings, bias: Float32Array): void {
  spellings.reserve(words.length);
  const { length } = words;
  for (let word = 0; word < length; word++) gates.set(bias, word * GATE_COUNT);
  for (let word = 0; word < length; word++) {
    const from = spellings.find(words[word] as string);
    const { products } = spellings;
    const to = (word - 1) * GATE_COUNT;
    const first = word === 0 ? GATE_COUNT : 0;
    const last = word === length - 1 ? 2 * GATE_COUNT : 3 * GATE_COUNT;
    // Seen from the word before, this is the third of its window; from the word after, the first: one stretch of gates
    // for the three words, with the window's places in reverse.
    addStretch(gates, to, products, from, first, last);
  }
}

function addStretch(
  out: Float32Array,
  to: number,
  values: Float32Array,
  from: number,
  first: number,
  last: number,
): void {
  for (let cell = first; cell < last; cell++) {
    out[to + cell] = (out[to + cell] as number) + (values[from + cell] as number);
  }
}

function runForward(states: Float32Array, gates: Float32Array, length: number): void {
  for (let word = 0; word < length; word++) {
    const gate = word * GATE_COUNT;
    const here = word * STATES;
    for (let unit = 0; unit < HIDDEN; unit++) {
      const opening = gates[gate + unit] as number;
      const content = gates[gate + HIDDEN + unit] as number;
      const last = word === 0 ? 0 : (states[here - STATES + unit] as number);
      const share = 0.5 + (0.5 * opening) / (1 + Math.abs(opening));
      states[here + unit] = last + share * (content / (1 + Math.abs(content)) - last);
    }
  }
}

function runBackward(states: Float32Array, gates: Float32Array, length: number): void {
  for (let word = length - 1; word >= 0; word--) {
    const gate = word * GATE_COUNT + 2 * HIDDEN;
    const here = word * STATES + HIDDEN;
    for (let unit = 0; unit < HIDDEN; unit++) {
      const opening = gates[gate + unit] as number;
      const content = gates[gate + HIDDEN + unit] as number;
      const last = word === length - 1 ? 0 : (states[here + STATES + unit] as number);
      const share = 0.5 + (0.5 * opening) / (1 + Math.abs(opening));
      states[here + unit] = last + share * (content / (1 + Math.abs(content)) - last);
    }
  }
}

function score(out: Float32Array, at: number, states: Float32Array, length: number, model: NeuralModel): void {
  const { output, outputBias } = model;
  for (let word = 0; word < length; word++) {
    const to = at + word * LABELS;
    out.set(outputBias, to);
    for (let unit = 0; unit < STATES; unit++) {
      const value = states[word * STATES + unit] as number;
      const from = unit * LABELS;
      for (let label = 0; label < LABELS; label++) {
        out[to + label] = (out[to + label] as number) + value * (output[from + label] as number);
      }
    }
  }
}
