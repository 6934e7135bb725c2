import { REACH } from '../tagger/features';
import { LN2_HIGH, LN2_LOW, LOG2_E, POLYNOMIAL, ROUNDING } from './exponential';
import type { Functions } from './functions';
import {
  CLOSED,
  GATE_COUNT,
  HIDDEN,
  LABELS,
  LEAST,
  OF,
  SLOT,
  STARTS,
  STATES,
  STEP_TABLE,
  SUM_ROW,
  TYPE_COUNT,
  WEIGHT_ROW,
} from './shape';

const f = Math.fround;
const [LOG2_E_SHORT, LN2_LOW_SHORT] = [f(LOG2_E), f(LN2_LOW)];
const FACTORS = Float32Array.from(POLYNOMIAL);

/**
 * The kernel's functions in JavaScript, for hosts without vectors in WebAssembly: the same steps on the same numbers of 32
 * bits in the same order, so that the results are the same to the last bit.
 */
export function plainFunctions(buffer: () => ArrayBuffer): Functions {
  const floats = () => new Float32Array(buffer());
  const integers = () => new Int32Array(buffer());

  return {
    weigh(features, count, slots, mask, rows, sums) {
      addWeights(buffer(), { slots, mask, rows }, features, count, new Int16Array(buffer(), sums, LABELS));
    },
    linear(places, at, features, counts, slots, mask, rows, out, length) {
      const [numbers, whole, shorts] = [floats(), integers(), new Int16Array(buffer())];
      const sums = new Int16Array(LABELS);
      let feature = features;
      for (let word = 0; word < length; word++) {
        sums.fill(0);
        for (let place = 0; place <= 2 * REACH; place++) {
          const from = (whole[places / OF + word + place] ?? 0) + at + place * SUM_ROW;
          for (let label = 0; label < LABELS; label++)
            sums[label] = (sums[label] ?? 0) + (shorts[from / 2 + label] ?? 0);
        }
        const count = whole[counts / OF + word] ?? 0;
        addWeights(buffer(), { slots, mask, rows }, feature, count, sums);
        feature += count * OF;
        numbers.set(sums, out / OF + word * LABELS);
      }
    },
    gates(places, gates, bias, length) {
      const [numbers, whole] = [floats(), integers()];
      for (let word = 0; word < length; word++) {
        const place = (index: number) => (whole[places / OF + word + index] ?? 0) / OF;
        const [before, own, after] = [place(0) + 2 * GATE_COUNT, place(1) + GATE_COUNT, place(2)];
        const to = gates / OF + word * GATE_COUNT;
        for (let cell = 0; cell < GATE_COUNT; cell++) {
          const outer = f(at(numbers, after + cell) + at(numbers, before + cell));
          numbers[to + cell] = f(f(at(numbers, bias / OF + cell) + at(numbers, own + cell)) + outer);
        }
      }
    },
    recur(gates, states, length) {
      const numbers = floats();
      const step = (word: number, gate: number, half: number, before: number) => {
        const from = gates / OF + word * GATE_COUNT + gate;
        const here = states / OF + word * STATES + half;
        for (let unit = 0; unit < HIDDEN; unit++) {
          const last = at(numbers, here + before + unit);
          const opening = f(0.5 + f(0.5 * bounded(at(numbers, from + unit))));
          const content = bounded(at(numbers, from + HIDDEN + unit));
          numbers[here + unit] = f(last + f(opening * f(content - last)));
        }
      };
      for (let word = 0; word < length; word++) step(word, 0, 0, -STATES);
      numbers.fill(0, states / OF + length * STATES, states / OF + (length + 1) * STATES);
      for (let word = length - 1; word >= 0; word--) step(word, 2 * HIDDEN, HIDDEN, STATES);
    },
    score(states, output, bias, emissions, length, linear, neural) {
      const numbers = floats();
      for (let word = 0; word < length; word++) {
        for (let label = 0; label < LABELS; label++) {
          let sum = at(numbers, bias / OF + label);
          for (let unit = 0; unit < STATES; unit += 4) {
            const product = (index: number) => {
              const state = at(numbers, states / OF + word * STATES + unit + index);
              return f(state * at(numbers, output / OF + (unit + index) * LABELS + label));
            };
            sum = f(sum + f(f(product(0) + product(1)) + f(product(2) + product(3))));
          }
          const to = emissions / OF + word * LABELS + label;
          numbers[to] = f(f(at(numbers, to) * f(linear)) + f(sum * f(neural)));
        }
      }
    },
    combine(out, rows, factors, groups, width) {
      const [numbers, whole] = [floats(), integers()];
      const to = out / OF;
      numbers.fill(0, to, to + width / OF);
      for (let group = 0; group < 4 * groups; group += 4) {
        const product = (index: number, cell: number) => {
          const row = (whole[rows / OF + group + index] ?? 0) / OF;
          return f(at(numbers, factors / OF + group + index) * at(numbers, row + cell));
        };
        for (let cell = 0; cell < width / OF; cell++) {
          const four = f(f(product(0, cell) + product(1, cell)) + f(product(2, cell) + product(3, cell)));
          numbers[to + cell] = f(at(numbers, to + cell) + four);
        }
      }
    },
    marginals(emissions, table, scores, held, out, length) {
      const lattice = { numbers: floats(), table: table / OF, held: held / OF };
      const sums = new Float32Array(LABELS);
      for (let word = 0; word < length; word++) {
        const [score, to] = [scores / OF + word * LABELS, out / OF + word * LABELS];
        readScores(lattice.numbers, emissions / OF + word * LABELS, score);
        sumForward(lattice, sums, to - LABELS, word === 0, word === length - 1);
        scale(lattice.numbers, sums, score, to);
      }
      for (let label = 0; label < LABELS; label++) sums[label] = CLOSED.includes(label) ? 1 : 0;
      for (let word = length - 1; word >= 0; word--) {
        const to = out / OF + word * LABELS;
        for (let label = 0; label < LABELS; label++) {
          lattice.numbers[to + label] = f(at(lattice.numbers, to + label) * at(sums, label));
        }
        if (word > 0) sumBackward(lattice, sums, scores / OF + word * LABELS);
      }
    },
  };
}

/** Where the table of weights is, in bytes. */
interface Table {
  readonly slots: number;
  readonly mask: number;
  readonly rows: number;
}

/** Adds the weights of some features to the sums of labels. */
function addWeights(
  buffer: ArrayBuffer,
  { slots, mask, rows }: Table,
  features: number,
  count: number,
  sums: Int16Array,
) {
  const [whole, bytes] = [new Int32Array(buffer), new Int8Array(buffer)];
  for (let index = 0; index < count; index++) {
    const hash = whole[features / OF + index] ?? 0;
    let slot = hash & mask;
    const says = (part: number) => whole[(slots + slot * SLOT) / OF + part] ?? 0;
    while (says(1) !== 0 && says(0) !== hash) slot = (slot + 1) & mask;
    // The row of what is not known is all zeros.
    const row = rows + says(1) * WEIGHT_ROW;
    for (let label = 0; label < LABELS; label++) sums[label] = (sums[label] ?? 0) + (bytes[row + label] ?? 0);
  }
}

interface Lattice {
  readonly numbers: Float32Array;
  readonly table: number;
  readonly held: number;
}

const at = (numbers: Float32Array, index: number) => numbers[index] ?? 0;
const bounded = (value: number) => f(value / f(1 + Math.abs(value)));

/** The largest score is taken off the scores of a word, and e is put to their power. */
function readScores(numbers: Float32Array, from: number, to: number): void {
  let most = Number.NEGATIVE_INFINITY;
  for (let label = 0; label < LABELS; label++) most = Math.max(most, at(numbers, from + label));
  for (let label = 0; label < LABELS; label++) numbers[to + label] = exponential(f(at(numbers, from + label) - most));
}

const bits = new Int32Array(1);
const powerOfTwo = new Float32Array(bits.buffer);

function exponential(argument: number): number {
  const value = Math.max(argument, LEAST);
  const power = f(f(f(value * LOG2_E_SHORT) + ROUNDING) - ROUNDING);
  let rest = f(value - f(power * LN2_HIGH));
  rest = f(rest - f(power * LN2_LOW_SHORT));
  let result = at(FACTORS, 0);
  for (let index = 1; index < FACTORS.length; index++) result = f(f(result * rest) + at(FACTORS, index));
  result = f(f(result * f(rest * rest)) + rest);
  result = f(result + 1);
  bits[0] = (power + 127) << 23;
  return f(result * at(powerOfTwo, 0));
}

function sumForward(
  { numbers, table }: Lattice,
  sums: Float32Array,
  before: number,
  isFirst: boolean,
  isLast: boolean,
) {
  for (let label = 0; label < LABELS; label++) {
    const type = (label - 1) >> 2;
    const cell = (part: number, row: number) => at(numbers, table + part + row * TYPE_COUNT * 4 + label - 1);
    const inner = [0, 1].map((row) => f(at(numbers, before + 1 + 4 * type + row) * cell(STEP_TABLE.forwardInner, row)));
    if (isFirst) sums[label] = STARTS.includes(label) ? 1 : 0;
    else if (label === 0)
      sums[0] = summed(CLOSED, numbers, before, (row) => at(numbers, table + STEP_TABLE.forwardOutside + row));
    else {
      const outer = summed(CLOSED, numbers, before, (row) => cell(STEP_TABLE.forward, row));
      sums[label] = inner.reduce((sum, product) => f(sum + product), outer);
    }
    if (isLast && !CLOSED.includes(label)) sums[label] = 0;
  }
}

/** The sum of what stands at some labels of a row, each times a step. */
function summed(
  labels: readonly number[],
  numbers: Float32Array,
  row: number,
  step: (index: number) => number,
): number {
  return labels.reduce((sum, label, index) => {
    const product = f(at(numbers, row + label) * step(index));
    return index === 0 ? product : f(sum + product);
  }, 0);
}

/** Sums times scores, made to add up to one; the scores are divided by the same. */
function scale(numbers: Float32Array, sums: Float32Array, score: number, to: number): void {
  for (let label = 0; label < LABELS; label++) sums[label] = f(at(sums, label) * at(numbers, score + label));
  const lanes = [0, 1, 2, 3].map((lane) =>
    inPairs(Array.from({ length: TYPE_COUNT }, (_, type) => at(sums, 1 + 4 * type + lane))),
  );
  const share = f(1 / f(at(sums, 0) + inPairs(lanes)));
  for (let label = 0; label < LABELS; label++) {
    numbers[to + label] = f(at(sums, label) * share);
    numbers[score + label] = f(at(numbers, score + label) * share);
  }
}

/** The sum of some numbers, added two by two. */
function inPairs(values: readonly number[]): number {
  if (values.length === 1) return values[0] ?? 0;
  const joined: number[] = [];
  for (let index = 0; index < values.length; index += 2) {
    const [a = 0, b] = [values[index], values[index + 1]];
    joined.push(b === undefined ? a : f(a + b));
  }
  return inPairs(joined);
}

function sumBackward({ numbers, table, held }: Lattice, sums: Float32Array, score: number): void {
  for (let label = 0; label < LABELS; label++) {
    numbers[held + label] = f(at(numbers, score + label) * at(sums, label));
  }
  for (let label = 0; label < LABELS; label++) {
    const type = (label - 1) >> 2;
    const cell = (part: number, row: number) => at(numbers, table + part + row * TYPE_COUNT * 4 + label - 1);
    if (label === 0)
      sums[0] = summed(STARTS, numbers, held, (row) => at(numbers, table + STEP_TABLE.backwardOutside + row));
    else {
      const outer = summed(STARTS, numbers, held, (row) => cell(STEP_TABLE.backward, row));
      const inner = [0, 1].map((row) =>
        f(at(numbers, held + 2 + 4 * type + row) * cell(STEP_TABLE.backwardInner, row)),
      );
      sums[label] = inner.reduce((sum, product) => f(sum + product), outer);
    }
  }
}
