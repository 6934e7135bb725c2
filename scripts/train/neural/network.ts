import { GATES, INPUT, PLACES, WIDTHS } from '../../../src/core/recognize/entities/neural/model';
import { BUCKETS } from '../../../src/core/recognize/entities/neural/wordFeatures';
import { LABEL_COUNT } from '../../../src/core/recognize/entities/tagger/labels';
import { STEPS } from '../../../src/core/recognize/entities/tagger/sequence';
import type { Random } from '../../../test/bench/support/random';
import { multiply, multiplyLeft, multiplyRight } from './matrix';
import { createParameters, type Parameters } from './parameters';
import { ENDING, PREFIX, SHAPE, SUFFIX, VECTOR, WORD } from './vocabulary';

// Constants of this module's own: an imported one may cost a call each time in code that is not bundled.
const GATE_COUNT = GATES;
const INPUT_WIDTH = INPUT;
const LABELS = LABEL_COUNT;
const { hidden: HIDDEN, vector: VECTOR_WIDTH } = WIDTHS;

const DROPPED = Object.freeze({ vector: 0.05, word: 0.15, spelling: 0.15, hidden: 0.3, corpus: 0.4 });

/** Sentences that are learned from together, end to end. */
export interface Batch {
  /** The vocabulary's rows of the spellings that occur. */
  readonly spellings: readonly Int32Array[];
  /** For each word, which of `spellings` it is. */
  readonly at: Int32Array;
  /** Where each sentence begins, and at last where the last one ends. */
  readonly bounds: readonly number[];
  readonly corpora: readonly number[];
}

/** Vectors as they go into the network: still to be narrowed by what is learned, or narrowed already and fixed. */
export interface VectorRows {
  readonly width: number;
  readonly values: Float32Array;
}

/**
 * The network in training. A spelling's vector and features give its row, which is multiplied for each place of the
 * window; sums of such products open and fill two gated recurrences over the sentence, one from each end (Bradbury et
 * al. 2017, "Quasi-Recurrent Neural Networks"); from their states the labels are scored.
 */
export class Network {
  readonly parameters: Parameters;
  #vectors: VectorRows;
  readonly #random: Random;
  #input: Float32Array = new Float32Array(0);
  #spellings: Float32Array = new Float32Array(0);
  #masks: Float32Array = new Float32Array(0);
  #gates: Float32Array = new Float32Array(0);
  #states: Float32Array = new Float32Array(0);
  #hidden: Float32Array = new Float32Array(0);
  #hiddenMasks: Float32Array = new Float32Array(0);
  #rawVectors: Float32Array = new Float32Array(0);
  #rows: Int32Array[] = [];
  #corpora: number[] = [];

  constructor(vectors: VectorRows, corpora: number, random: Random) {
    this.#vectors = vectors;
    this.#random = random;
    const { spelling, hidden, window, vector, word, affix, shape } = WIDTHS;
    const affixes = { spread: 0.5 };
    this.parameters = createParameters(
      {
        narrowing: { size: vectors.width * vector, spread: 1 / Math.sqrt(vectors.width) },
        word: { size: BUCKETS.word * word, ...affixes },
        prefix: { size: BUCKETS.prefix * affix, ...affixes },
        suffix: { size: BUCKETS.suffix * affix, ...affixes },
        ending: { size: BUCKETS.ending * affix, ...affixes },
        shape: { size: BUCKETS.shape * shape, ...affixes },
        spelling: { size: INPUT_WIDTH * spelling, spread: 1 / Math.sqrt(INPUT_WIDTH) },
        spellingBias: { size: spelling, spread: 1 / Math.sqrt(INPUT_WIDTH) },
        window: { size: spelling * window * GATE_COUNT, spread: 1 / Math.sqrt(spelling * window) },
        gateBias: { size: GATE_COUNT, spread: 1 / Math.sqrt(spelling * window) },
        output: { size: 2 * hidden * LABELS, spread: 1 / Math.sqrt(2 * hidden) },
        outputBias: { size: LABELS, spread: 0 },
        corpusGates: { size: corpora * GATE_COUNT, spread: 0 },
        corpusOutput: { size: corpora * LABELS, spread: 0 },
        steps: { size: STEPS.length, spread: 0 },
      },
      random,
    );
  }

  /** From here on vectors are given as narrowed, and stay as they are. */
  fixVectors(vectors: VectorRows): void {
    this.#vectors = vectors;
  }

  /** Scores of the labels of each word. */
  forward(batch: Batch, isTraining: boolean): Float32Array {
    this.#readSpellings(batch, isTraining);
    this.#readGates(batch, isTraining);
    this.#run(batch, isTraining);
    return this.#score(batch);
  }

  #readSpellings(batch: Batch, isTraining: boolean): void {
    const count = batch.spellings.length;
    this.#rows = batch.spellings.map((row) => this.#thinned(row, isTraining));
    this.#input = new Float32Array(count * INPUT_WIDTH);
    this.#readVectors(count);
    const { parameters } = this;
    this.#rows.forEach((row, index) => {
      for (const { name, column, from, width } of TABLES) {
        const table = parameters.value(name);
        const start = (row[column] as number) * width;
        const to = index * INPUT_WIDTH + from;
        for (let cell = 0; cell < width; cell++) {
          this.#input[to + cell] = (this.#input[to + cell] as number) + (table[start + cell] as number);
        }
      }
    });
    this.#spellings = repeated(parameters.value('spellingBias'), count);
    multiply(this.#spellings, this.#input, parameters.value('spelling'), count, INPUT_WIDTH, WIDTHS.spelling);
    this.#masks = this.#dropout(this.#spellings.length, isTraining ? DROPPED.spelling : 0);
    for (let cell = 0; cell < this.#spellings.length; cell++) {
      this.#spellings[cell] = Math.max(0, this.#spellings[cell] as number) * (this.#masks[cell] as number);
    }
  }

  /** Now and then a spelling's vector or its word is hidden, so that the rest learns to speak for it. */
  #thinned(row: Int32Array, isTraining: boolean): Int32Array {
    if (!isTraining) return row;
    const thin = Int32Array.from(row);
    if (this.#random.next() < DROPPED.vector) thin[VECTOR] = 0;
    if (this.#random.next() < DROPPED.word) thin[WORD] = 0;
    return thin;
  }

  #readVectors(count: number): void {
    const { width, values } = this.#vectors;
    this.#rawVectors = new Float32Array(count * width);
    this.#rows.forEach((row, index) => {
      const vector = row[VECTOR] as number;
      if (vector > 0) this.#rawVectors.set(values.subarray((vector - 1) * width, vector * width), index * width);
    });
    let narrow: Float32Array = this.#rawVectors;
    if (width !== VECTOR_WIDTH) {
      narrow = new Float32Array(count * VECTOR_WIDTH);
      multiply(narrow, this.#rawVectors, this.parameters.value('narrowing'), count, width, VECTOR_WIDTH);
    }
    for (let index = 0; index < count; index++) {
      this.#input.set(narrow.subarray(index * VECTOR_WIDTH, (index + 1) * VECTOR_WIDTH), index * INPUT_WIDTH);
    }
  }

  #readGates(batch: Batch, isTraining: boolean): void {
    const { parameters } = this;
    const products = new Float32Array(batch.spellings.length * WIDTHS.window * GATE_COUNT);
    multiply(
      products,
      this.#spellings,
      parameters.value('window'),
      batch.spellings.length,
      WIDTHS.spelling,
      WIDTHS.window * GATE_COUNT,
    );
    this.#gates = repeated(parameters.value('gateBias'), batch.at.length);
    this.#corpora = batch.corpora.map((corpus) => (isTraining && this.#random.next() >= DROPPED.corpus ? corpus : -1));
    eachWindow(batch, (word, place, spelling) => {
      const from = (spelling * WIDTHS.window + place) * GATE_COUNT;
      const to = word * GATE_COUNT;
      for (let gate = 0; gate < GATE_COUNT; gate++) {
        this.#gates[to + gate] = (this.#gates[to + gate] as number) + (products[from + gate] as number);
      }
    });
    this.#addCorpus(batch, 'corpusGates', this.#gates, GATE_COUNT);
  }

  #addCorpus(batch: Batch, part: string, rows: Float32Array, width: number): void {
    const table = this.parameters.value(part);
    this.#eachCorpusWord(batch, (word, corpus) => {
      for (let cell = 0; cell < width; cell++) {
        rows[word * width + cell] = (rows[word * width + cell] as number) + (table[corpus * width + cell] as number);
      }
    });
  }

  #eachCorpusWord(batch: Batch, visit: (word: number, corpus: number) => void): void {
    this.#corpora.forEach((corpus, sentence) => {
      if (corpus < 0) return;
      for (let word = batch.bounds[sentence] as number; word < (batch.bounds[sentence + 1] as number); word++) {
        visit(word, corpus);
      }
    });
  }

  #run(batch: Batch, isTraining: boolean): void {
    const count = batch.at.length;
    this.#states = new Float32Array(count * 2 * HIDDEN);
    eachStep(batch, (word, before, side) => {
      for (let unit = 0; unit < HIDDEN; unit++) {
        const gate = word * GATE_COUNT + side * 2 * HIDDEN + unit;
        const opening = openness(this.#gates[gate] as number);
        const content = softsign(this.#gates[gate + HIDDEN] as number);
        const last = before < 0 ? 0 : (this.#states[(before * 2 + side) * HIDDEN + unit] as number);
        this.#states[(word * 2 + side) * HIDDEN + unit] = last + opening * (content - last);
      }
    });
    this.#hiddenMasks = this.#dropout(this.#states.length, isTraining ? DROPPED.hidden : 0);
    this.#hidden = this.#states.map((value, index) => value * (this.#hiddenMasks[index] as number));
  }

  #score(batch: Batch): Float32Array {
    const scores = repeated(this.parameters.value('outputBias'), batch.at.length);
    const output = this.parameters.value('output');
    multiply(scores, this.#hidden, output, batch.at.length, 2 * HIDDEN, LABELS);
    this.#addCorpus(batch, 'corpusOutput', scores, LABELS);
    return scores;
  }

  /** Adds to the parameters' gradients, given those of the scores of the last `forward`. */
  backward(batch: Batch, scores: Float32Array): void {
    const count = batch.at.length;
    const { parameters } = this;
    const width = 2 * HIDDEN;
    addColumns(parameters.gradient('outputBias'), scores);
    this.#addCorpusGradient(batch, 'corpusOutput', scores, LABELS);
    multiplyLeft(parameters.gradient('output'), this.#hidden, scores, count, width, LABELS);
    const states = new Float32Array(count * width);
    multiplyRight(states, scores, parameters.value('output'), count, LABELS, width);
    for (let cell = 0; cell < states.length; cell++) {
      states[cell] = (states[cell] as number) * (this.#hiddenMasks[cell] as number);
    }
    this.#gatesBack(batch, this.#runBack(batch, states));
  }

  #addCorpusGradient(batch: Batch, part: string, rows: Float32Array, width: number): void {
    const gradient = this.parameters.gradient(part);
    this.#eachCorpusWord(batch, (word, corpus) => {
      for (let cell = 0; cell < width; cell++) {
        gradient[corpus * width + cell] =
          (gradient[corpus * width + cell] as number) + (rows[word * width + cell] as number);
      }
    });
  }

  /** @param states gradients of the states; what flows on from later words is added to them */
  #runBack(batch: Batch, states: Float32Array): Float32Array {
    const gates = new Float32Array(this.#gates.length);
    eachStepBack(batch, (word, before, side) => {
      for (let unit = 0; unit < HIDDEN; unit++) {
        const gate = word * GATE_COUNT + side * 2 * HIDDEN + unit;
        const here = (word * 2 + side) * HIDDEN + unit;
        const there = (before * 2 + side) * HIDDEN + unit;
        const opening = openness(this.#gates[gate] as number);
        const content = softsign(this.#gates[gate + HIDDEN] as number);
        const last = before < 0 ? 0 : (this.#states[there] as number);
        const gradient = states[here] as number;
        gates[gate] = gradient * (content - last) * 0.5 * softsignSlope(this.#gates[gate] as number);
        gates[gate + HIDDEN] = gradient * opening * softsignSlope(this.#gates[gate + HIDDEN] as number);
        if (before >= 0) states[there] = (states[there] as number) + gradient * (1 - opening);
      }
    });
    return gates;
  }

  #gatesBack(batch: Batch, gates: Float32Array): void {
    const { parameters } = this;
    const count = batch.spellings.length;
    addColumns(parameters.gradient('gateBias'), gates);
    this.#addCorpusGradient(batch, 'corpusGates', gates, GATE_COUNT);
    const products = new Float32Array(count * WIDTHS.window * GATE_COUNT);
    eachWindow(batch, (word, place, spelling) => {
      const to = (spelling * WIDTHS.window + place) * GATE_COUNT;
      const from = word * GATE_COUNT;
      for (let gate = 0; gate < GATE_COUNT; gate++) {
        products[to + gate] = (products[to + gate] as number) + (gates[from + gate] as number);
      }
    });
    const width = WIDTHS.window * GATE_COUNT;
    multiplyLeft(parameters.gradient('window'), this.#spellings, products, count, WIDTHS.spelling, width);
    const spellings = new Float32Array(count * WIDTHS.spelling);
    multiplyRight(spellings, products, parameters.value('window'), count, width, WIDTHS.spelling);
    for (let cell = 0; cell < spellings.length; cell++) {
      spellings[cell] = this.#spellings[cell] === 0 ? 0 : (spellings[cell] as number) * (this.#masks[cell] as number);
    }
    this.#spellingsBack(count, spellings);
  }

  #spellingsBack(count: number, spellings: Float32Array): void {
    const { parameters } = this;
    addColumns(parameters.gradient('spellingBias'), spellings);
    multiplyLeft(parameters.gradient('spelling'), this.#input, spellings, count, INPUT_WIDTH, WIDTHS.spelling);
    const input = new Float32Array(count * INPUT_WIDTH);
    multiplyRight(input, spellings, parameters.value('spelling'), count, WIDTHS.spelling, INPUT_WIDTH);
    this.#rows.forEach((row, index) => {
      for (const { name, column, from, width } of TABLES) {
        const gradient = parameters.gradient(name);
        const start = (row[column] as number) * width;
        for (let cell = 0; cell < width; cell++) {
          gradient[start + cell] =
            (gradient[start + cell] as number) + (input[index * INPUT_WIDTH + from + cell] as number);
        }
      }
    });
    this.#vectorsBack(count, input);
  }

  #vectorsBack(count: number, input: Float32Array): void {
    const { width } = this.#vectors;
    if (width === VECTOR_WIDTH) return;
    const narrow = new Float32Array(count * VECTOR_WIDTH);
    for (let index = 0; index < count; index++) {
      narrow.set(input.subarray(index * INPUT_WIDTH, index * INPUT_WIDTH + VECTOR_WIDTH), index * VECTOR_WIDTH);
    }
    multiplyLeft(this.parameters.gradient('narrowing'), this.#rawVectors, narrow, count, width, VECTOR_WIDTH);
  }

  /** What each number is multiplied with: 0 for the share that is dropped, a little more than 1 for the others. */
  #dropout(size: number, share: number): Float32Array {
    const masks = new Float32Array(size).fill(1 / (1 - share));
    if (share === 0) return masks;
    for (let cell = 0; cell < size; cell++) if (this.#random.next() < share) masks[cell] = 0;
    return masks;
  }
}

/** The tables a spelling's input is gathered from; beginnings and endings of two letters share their place. */
const TABLES = Object.freeze([
  { name: 'word', column: WORD, from: PLACES.word, width: WIDTHS.word },
  { name: 'suffix', column: SUFFIX, from: PLACES.suffix, width: WIDTHS.affix },
  { name: 'prefix', column: PREFIX, from: PLACES.prefix, width: WIDTHS.affix },
  { name: 'ending', column: ENDING, from: PLACES.ending, width: WIDTHS.affix },
  { name: 'shape', column: SHAPE, from: PLACES.shape, width: WIDTHS.shape },
]);

const softsign = (x: number) => x / (1 + Math.abs(x));
const softsignSlope = (x: number) => 1 / ((1 + Math.abs(x)) * (1 + Math.abs(x)));
const openness = (x: number) => 0.5 + 0.5 * softsign(x);

function repeated(row: Float32Array, times: number): Float32Array {
  const rows = new Float32Array(row.length * times);
  for (let index = 0; index < times; index++) rows.set(row, index * row.length);
  return rows;
}

function addColumns(sums: Float32Array, rows: Float32Array): void {
  const width = sums.length;
  for (let cell = 0; cell < rows.length; cell++) {
    sums[cell % width] = (sums[cell % width] as number) + (rows[cell] as number);
  }
}

/** Each word with each word of its window that the sentence has. */
function eachWindow(batch: Batch, visit: (word: number, place: number, spelling: number) => void): void {
  const half = (WIDTHS.window - 1) / 2;
  for (let sentence = 0; sentence + 1 < batch.bounds.length; sentence++) {
    const start = batch.bounds[sentence] as number;
    const end = batch.bounds[sentence + 1] as number;
    for (let word = start; word < end; word++) {
      const first = Math.max(start, word - half);
      const last = Math.min(end - 1, word + half);
      for (let other = first; other <= last; other++) visit(word, other - word + half, batch.at[other] as number);
    }
  }
}

/** Each word with the one before it, from the sentence's start (side 0), then from its end (side 1). */
function eachStep(batch: Batch, visit: (word: number, before: number, side: number) => void): void {
  for (let sentence = 0; sentence + 1 < batch.bounds.length; sentence++) {
    const start = batch.bounds[sentence] as number;
    const end = batch.bounds[sentence + 1] as number;
    for (let word = start; word < end; word++) visit(word, word > start ? word - 1 : -1, 0);
    for (let word = end - 1; word >= start; word--) visit(word, word < end - 1 ? word + 1 : -1, 1);
  }
}

/** The same steps, the last first. */
function eachStepBack(batch: Batch, visit: (word: number, before: number, side: number) => void): void {
  for (let sentence = 0; sentence + 1 < batch.bounds.length; sentence++) {
    const start = batch.bounds[sentence] as number;
    const end = batch.bounds[sentence + 1] as number;
    for (let word = end - 1; word >= start; word--) visit(word, word > start ? word - 1 : -1, 0);
    for (let word = start; word < end; word++) visit(word, word < end - 1 ? word + 1 : -1, 1);
  }
}
