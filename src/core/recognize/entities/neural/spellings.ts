import type { Kernel } from '../kernel/kernel';
import { OF } from '../kernel/shape';
import { indexOf } from '../tagger/sortedKeys';
import type { WordType } from '../tagger/wordTypes';
import { GATES, INPUT, type NeuralModel, PLACES, WIDTHS } from './model';
import { wordFeatures } from './wordFeatures';

/** Products of the spellings met so far with the window's matrix: the costly part, worked out once for each. */
export interface Spellings {
  /**
   * Where the products of a spelling begin in the kernel's memory, in bytes: GATES numbers for each place of the window,
   * first as the word after, then as the word itself, then as the word before.
   */
  find(word: WordType): number;
  /** How many numbers that are. */
  readonly size: number;
  /** Makes sure that this many spellings can be found without any being forgotten. */
  reserve(count: number): void;
}

/** Numbers kept of one spelling. */
const PRODUCTS = WIDTHS.window * GATES;
/** Spellings for which memory is taken at a time, and those that are remembered at most. */
const CHUNK = 512;
const MOST = 24 * CHUNK;

/** An empty store of spellings. It holds a few thousand, then forgets all and begins anew. */
export function createSpellings(model: NeuralModel, kernel: Kernel): Spellings {
  let count = 0;
  let filling = 0;
  const chunks: number[] = [];
  const input = new Float32Array(INPUT);
  const multiply = multiplier(kernel);
  const spelling = kernel.keep(model.spelling);
  const window = kernel.keep(model.window);
  const hidden = kernel.take(WIDTHS.spelling);

  function placeFor(slot: number): number {
    const index = Math.floor(slot / CHUNK);
    const chunk = chunks[index] ?? kernel.take(CHUNK * PRODUCTS);
    chunks[index] = chunk;
    return chunk + (slot % CHUNK) * PRODUCTS * OF;
  }

  function add({ text, memo }: WordType): number {
    const place = placeFor(count++);
    readInput(input, text, model);
    multiply(hidden, input, spelling, WIDTHS.spelling);
    const units = kernel.floats.subarray(hidden / OF, hidden / OF + WIDTHS.spelling);
    for (let unit = 0; unit < units.length; unit++) {
      units[unit] = Math.max(0, (units[unit] as number) + (model.spellingBias[unit] as number));
    }
    multiply(place, units, window, PRODUCTS);
    memo.place = place;
    memo.filling = filling;
    return place;
  }

  return {
    find: (word) => (word.memo.filling === filling ? word.memo.place : add(word)),
    size: PRODUCTS,
    reserve: (more) => {
      if (count + more <= MOST) return;
      count = 0;
      filling++;
    },
  };
}

/** Writes `row · matrix` to the kernel's memory. Zeros, of which there are many behind a ReLU, cost nothing. */
type Multiply = (out: number, row: Float32Array, matrix: number, width: number) => void;

function multiplier(kernel: Kernel): Multiply {
  const rows = kernel.take(INPUT + 4);
  const factors = kernel.take(INPUT + 4);
  return (out, row, matrix, width) => {
    const { floats, integers } = kernel;
    let count = 0;
    const put = (place: number, factor: number) => {
      integers[rows / OF + count] = place;
      floats[factors / OF + count] = factor;
      count++;
    };
    for (let inner = 0; inner < row.length; inner++) {
      if (row[inner] !== 0) put(matrix + inner * width * OF, row[inner] as number);
    }
    while (count % 4 !== 0) put(matrix, 0);
    kernel.combine(out, rows, factors, count / 4, width * OF);
  };
}

function readInput(input: Float32Array, word: string, model: NeuralModel): void {
  const features = wordFeatures(word);
  input.fill(0);
  for (const table of model.vectors) table.addTo(input, features.key);
  const known = indexOf(model.knownKeys, features.key) >= 0 ? features.word : 0;
  addRow(input, PLACES.word, model.word, known, WIDTHS.word);
  addRow(input, PLACES.suffix, model.suffix, features.suffix, WIDTHS.affix);
  addRow(input, PLACES.prefix, model.prefix, features.prefix, WIDTHS.affix);
  addRow(input, PLACES.ending, model.ending, features.ending, WIDTHS.affix);
  addRow(input, PLACES.shape, model.shape, features.shape, WIDTHS.shape);
}

function addRow(out: Float32Array, at: number, table: Float32Array, row: number, width: number): void {
  for (let cell = 0; cell < width; cell++) {
    out[at + cell] = (out[at + cell] as number) + (table[row * width + cell] as number);
  }
}
