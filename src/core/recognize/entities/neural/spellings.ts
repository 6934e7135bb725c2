import { GATES, INPUT, type NeuralModel, PLACES, WIDTHS } from './model';
import { indexOf } from './sortedKeys';
import { wordFeatures } from './wordFeatures';

/** Products of the spellings met so far with the window's matrix: the costly part, worked out once for each. */
export interface Spellings {
  /**
   * Where the products of a spelling begin in `products`: GATES numbers for each place of the window, first as the word
   * after, then as the word itself, then as the word before. Good until the next `reserve`.
   */
  find(word: string): number;
  readonly products: Float32Array;
  /** Makes sure that this many spellings can be found without any being forgotten. */
  reserve(count: number): void;
}

/** Numbers kept of one spelling. */
export const PRODUCTS = WIDTHS.window * GATES;
const FEWEST = 512;
const MOST = 4096;

/** An empty store of spellings. It holds a few thousand, then forgets all and begins anew. */
export function createSpellings(model: NeuralModel): Spellings {
  const slots = new Map<string, number>();
  const input = new Float32Array(INPUT);
  const hidden = new Float32Array(WIDTHS.spelling);
  let products = new Float32Array(FEWEST * PRODUCTS);

  const add = (word: string) => {
    const start = slots.size * PRODUCTS;
    readInput(input, word, model);
    readHidden(hidden, input, model);
    multiplyInto(products, start, hidden, model.window, PRODUCTS);
    slots.set(word, start);
    return start;
  };
  const reserve = (count: number) => {
    if (slots.size + count > MOST) slots.clear();
    const room = products.length / PRODUCTS;
    if (slots.size + count <= room) return;
    const larger = new Float32Array(Math.max(2 * room, slots.size + count) * PRODUCTS);
    larger.set(products);
    products = larger;
  };
  return {
    find: (word) => slots.get(word) ?? add(word),
    get products() {
      return products;
    },
    reserve,
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

function readHidden(hidden: Float32Array, input: Float32Array, model: NeuralModel): void {
  multiplyInto(hidden, 0, input, model.spelling, WIDTHS.spelling);
  for (let unit = 0; unit < hidden.length; unit++) {
    hidden[unit] = Math.max(0, (hidden[unit] as number) + (model.spellingBias[unit] as number));
  }
}

/** Writes `row · matrix` to `out`. Rows of zeros, of which there are many behind a ReLU, cost nothing. */
function multiplyInto(out: Float32Array, at: number, row: Float32Array, matrix: Float32Array, width: number): void {
  out.fill(0, at, at + width);
  for (let inner = 0; inner < row.length; inner++) {
    const value = row[inner] as number;
    if (value === 0) continue;
    const from = inner * width;
    for (let cell = 0; cell < width; cell++) {
      out[at + cell] = (out[at + cell] as number) + value * (matrix[from + cell] as number);
    }
  }
}
