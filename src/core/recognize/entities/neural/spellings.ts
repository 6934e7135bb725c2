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
const MOST = 12_288;

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

/** Writes `row · matrix` to `out`. Zeros, of which there are many behind a ReLU, cost nothing. */
function multiplyInto(out: Float32Array, at: number, row: Float32Array, matrix: Float32Array, width: number): void {
  out.fill(0, at, at + width);
  let count = 0;
  for (let inner = 0; inner < row.length; inner++) if (row[inner] !== 0) chosen[count++] = inner;
  let next = 0;
  for (; next + 3 < count; next += 4) addFour(out, at, row, matrix, width, next);
  for (; next < count; next++) addOne(out, at, row, matrix, width, next);
}

/** Numbers of a row that are not 0. */
const chosen = new Int32Array(INPUT);

/** Four rows of the matrix at a time, so that what is summed up need not be fetched and put back for each. */
function addFour(
  out: Float32Array,
  at: number,
  row: Float32Array,
  matrix: Float32Array,
  width: number,
  next: number,
): void {
  const i0 = chosen[next] as number;
  const i1 = chosen[next + 1] as number;
  const i2 = chosen[next + 2] as number;
  const i3 = chosen[next + 3] as number;
  const x0 = row[i0] as number;
  const x1 = row[i1] as number;
  const x2 = row[i2] as number;
  const x3 = row[i3] as number;
  const m0 = i0 * width;
  const m1 = i1 * width;
  const m2 = i2 * width;
  const m3 = i3 * width;
  for (let cell = 0; cell < width; cell++) {
    out[at + cell] =
      (out[at + cell] as number) +
      (x0 * (matrix[m0 + cell] as number) + x1 * (matrix[m1 + cell] as number)) +
      (x2 * (matrix[m2 + cell] as number) + x3 * (matrix[m3 + cell] as number));
  }
}

function addOne(
  out: Float32Array,
  at: number,
  row: Float32Array,
  matrix: Float32Array,
  width: number,
  next: number,
): void {
  const inner = chosen[next] as number;
  const value = row[inner] as number;
  for (let cell = 0; cell < width; cell++) {
    out[at + cell] = (out[at + cell] as number) + value * (matrix[inner * width + cell] as number);
  }
}
