import type { Kernel } from '../kernel/kernel';
import { OF } from '../kernel/shape';
import { indexOf } from '../tagger/sortedKeys';
import { GATES, INPUT, type NeuralModel, PLACES, WIDTHS } from './model';
import { wordFeatures } from './wordFeatures';

/** Numbers kept of one spelling: GATES for each place of the window. */
export const PRODUCTS = WIDTHS.window * GATES;

/**
 * Writes the products of a spelling with the window's matrix to a place in the kernel's memory, in bytes: first as the word
 * after, then as the word itself, then as the word before.
 */
export function spellingProducts(model: NeuralModel, kernel: Kernel): (place: number, spelling: string) => void {
  const input = new Float32Array(INPUT);
  const multiply = multiplier(kernel);
  const spelling = kernel.keep(model.spelling);
  const window = kernel.keep(model.window);
  const hidden = kernel.take(WIDTHS.spelling);
  return (place, text) => {
    readInput(input, text, model);
    multiply(hidden, input, spelling, WIDTHS.spelling);
    const units = kernel.floats.subarray(hidden / OF, hidden / OF + WIDTHS.spelling);
    for (let unit = 0; unit < units.length; unit++) {
      units[unit] = Math.max(0, (units[unit] as number) + (model.spellingBias[unit] as number));
    }
    multiply(place, units, window, PRODUCTS);
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
