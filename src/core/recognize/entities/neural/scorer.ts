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

/** Where the products of each word of a piece begin. */
const places = new Int32Array(LONGEST_PIECE);

/** Sums of what each word, the one before and the one after bring to the gates. */
function readGates(gates: Float32Array, words: readonly string[], spellings: Spellings, bias: Float32Array): void {
  spellings.reserve(words.length);
  const { length } = words;
  for (let word = 0; word < length; word++) places[word] = spellings.find(words[word] as string);
  const { products } = spellings;
  const last = length - 1;
  for (let word = 0; word < length; word++) {
    const to = word * GATE_COUNT;
    const own = (places[word] as number) + GATE_COUNT;
    if (word > 0 && word < last) {
      // Seen from the word after, this one is the first of its window; from the word before, the third.
      const after = places[word + 1] as number;
      const before = (places[word - 1] as number) + 2 * GATE_COUNT;
      for (let cell = 0; cell < GATE_COUNT; cell++) {
        gates[to + cell] =
          (bias[cell] as number) +
          (products[own + cell] as number) +
          ((products[after + cell] as number) + (products[before + cell] as number));
      }
      continue;
    }
    for (let cell = 0; cell < GATE_COUNT; cell++) {
      const after = word < last ? (products[(places[word + 1] as number) + cell] as number) : 0;
      const before = word > 0 ? (products[(places[word - 1] as number) + 2 * GATE_COUNT + cell] as number) : 0;
      gates[to + cell] = (bias[cell] as number) + (products[own + cell] as number) + (after + before);
    }
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

/** Sums of the labels of one word. */
const sums = new Float64Array(LABELS);

function score(out: Float32Array, at: number, states: Float32Array, length: number, model: NeuralModel): void {
  const { output, outputBias } = model;
  for (let word = 0; word < length; word++) {
    for (let label = 0; label < LABELS; label++) sums[label] = outputBias[label] as number;
    // Four units at a time, so that what is summed up need not be fetched and put back for each.
    for (let unit = 0; unit < STATES; unit += 4) {
      const state = word * STATES + unit;
      const s0 = states[state] as number;
      const s1 = states[state + 1] as number;
      const s2 = states[state + 2] as number;
      const s3 = states[state + 3] as number;
      const from = unit * LABELS;
      for (let label = 0; label < LABELS; label++) {
        const cell = from + label;
        sums[label] =
          (sums[label] as number) +
          (s0 * (output[cell] as number) + s1 * (output[cell + LABELS] as number)) +
          (s2 * (output[cell + 2 * LABELS] as number) + s3 * (output[cell + 3 * LABELS] as number));
      }
    }
    out.set(sums, at + word * LABELS);
  }
}
