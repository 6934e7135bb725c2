import { LN2_HIGH, LN2_LOW, LOG2_E, POLYNOMIAL, ROUNDING } from './exponential';
import {
  add,
  addFloats,
  addInts,
  all,
  type Code,
  divideFloats,
  F32,
  float,
  four,
  fourInts,
  get,
  I32,
  int,
  isEqual,
  isLess,
  lane,
  larger,
  largerFloat,
  load,
  loadAll,
  loadFloat,
  loop,
  minus,
  multiply,
  multiplyFloats,
  plus,
  set,
  shiftedLeft,
  store,
  storeFloat,
  subtract,
  times,
  truncated,
  V128,
  when,
} from './instructions';
import type { ModuleFunction } from './module';
import { CLOSED, LABELS, LEAST, OF, STARTS, STEP_TABLE, TYPE_COUNT } from './shape';

/** Bytes of a row of labels, and where in it the four labels of each type begin. */
const ROW = LABELS * OF;
const typeAt = (type: number) => (1 + 4 * type) * OF;
const TYPES = Array.from({ length: TYPE_COUNT }, (_, type) => type);

const [EMISSIONS, TABLE, SCORES, HELD, OUT, LENGTH] = [0, 1, 2, 3, 4, 5] as const;
const [WORD, AT, SCORE_AT, OUT_AT] = [6, 7, 8, 9] as const;
const [OUTSIDE_SCORE, OUTSIDE_SUM, ONE] = [10, 11, 12] as const;
/** A vector for each type: scores of a word; sums of a word. */
const FIRST_SCORE = 13;
const FIRST_SUM = FIRST_SCORE + TYPE_COUNT;
const scoreOf = (type: number) => FIRST_SCORE + type;
const sumOf = (type: number) => FIRST_SUM + type;
const [VALUE, POWER, REST, RESULT] = [0, 1, 2, 3].map((index) => FIRST_SUM + TYPE_COUNT + index) as [
  number,
  number,
  number,
  number,
];

const table = (offset: number): Code => plus(get(TABLE), int(offset * OF));
/** The four steps of a type in a row of the table. */
const stepsAt = (part: number, row: number, type: number): Code =>
  load(get(TABLE), (part + (row * TYPE_COUNT + type) * 4) * OF);
const stepAt = (part: number, index: number): Code => loadFloat(table(part), index * OF);

/** e to the power of a vector, after `expf` of the Cephes library by Stephen Moshier: statements that leave it in RESULT. */
const exponential = (value: Code): Code[] => [
  set(VALUE, larger(value, all(float(LEAST)))),
  // Added to a number of this size and taken away again, the digits behind the point are gone.
  set(POWER, subtract(add(multiply(get(VALUE), all(float(LOG2_E))), all(float(ROUNDING))), all(float(ROUNDING)))),
  set(REST, subtract(get(VALUE), multiply(get(POWER), all(float(LN2_HIGH))))),
  set(REST, subtract(get(REST), multiply(get(POWER), all(float(LN2_LOW))))),
  set(RESULT, all(float(POLYNOMIAL[0] ?? 0))),
  ...POLYNOMIAL.slice(1).map((factor) => set(RESULT, add(multiply(get(RESULT), get(REST)), all(float(factor))))),
  set(RESULT, add(multiply(get(RESULT), multiply(get(REST), get(REST))), get(REST))),
  set(RESULT, add(get(RESULT), all(float(1)))),
  set(RESULT, multiply(get(RESULT), shiftedLeft(addInts(truncated(get(POWER)), fourInts(127)), 23))),
];

/** One expression of several, two by two: `((a b) (c d)) (e f)`. */
function inPairs(values: readonly Code[], join: (a: Code, b: Code) => Code): Code {
  if (values.length === 1) return values[0] ?? [];
  const joined: Code[] = [];
  for (let index = 0; index < values.length; index += 2) {
    const [a, b] = [values[index] ?? [], values[index + 1]];
    joined.push(b ? join(a, b) : a);
  }
  return inPairs(joined, join);
}

const lanes = (value: Code) => [0, 1, 2, 3].map((index) => lane(value, index));

/** Statements: the largest score of a word is taken off its scores, and e is put to their power. */
const readScores: Code[] = [
  set(
    VALUE,
    inPairs(
      TYPES.map((type) => load(get(AT), typeAt(type))),
      larger,
    ),
  ),
  set(ONE, largerFloat(inPairs(lanes(get(VALUE)), largerFloat), loadFloat(get(AT)))),
  ...exponential(subtract(loadAll(get(AT)), all(get(ONE)))),
  set(OUTSIDE_SCORE, lane(get(RESULT), 0)),
  ...TYPES.flatMap((type) => [
    ...exponential(subtract(load(get(AT), typeAt(type)), all(get(ONE)))),
    set(scoreOf(type), get(RESULT)),
  ]),
];

/** Adds one product to each of some sums, or begins them with it. */
function summed(products: readonly Code[], join: (a: Code, b: Code) => Code): Code {
  return products.reduce((sum, product) => join(sum, product));
}

/** Where the sums of the word before are, and the place of a label in a row. */
const placeOf = (label: number) => label * OF;
const before = (label: number): Code => loadAll(minus(get(OUT_AT), int(ROW)), placeOf(label));
const beforeOnce = (label: number): Code => loadFloat(minus(get(OUT_AT), int(ROW)), placeOf(label));

const sumForward: Code[] = [
  ...TYPES.map((type) => set(sumOf(type), four(1, 0, 0, 1))),
  set(OUTSIDE_SUM, float(1)),
  when(isLess(int(0), get(WORD)), [
    ...TYPES.map((type) =>
      set(
        sumOf(type),
        summed(
          [
            ...CLOSED.map((label, row) => multiply(before(label), stepsAt(STEP_TABLE.forward, row, type))),
            ...[0, 1].map((row) => multiply(before(1 + 4 * type + row), stepsAt(STEP_TABLE.forwardInner, row, type))),
          ],
          add,
        ),
      ),
    ),
    set(
      OUTSIDE_SUM,
      summed(
        CLOSED.map((label, row) => multiplyFloats(beforeOnce(label), stepAt(STEP_TABLE.forwardOutside, row))),
        addFloats,
      ),
    ),
  ]),
  // Names do not run over the passage's end.
  when(
    isEqual(plus(get(WORD), int(1)), get(LENGTH)),
    TYPES.map((type) => set(sumOf(type), multiply(get(sumOf(type)), four(0, 0, 1, 1)))),
  ),
  ...TYPES.map((type) => set(sumOf(type), multiply(get(sumOf(type)), get(scoreOf(type))))),
  set(OUTSIDE_SUM, multiplyFloats(get(OUTSIDE_SUM), get(OUTSIDE_SCORE))),
  set(
    VALUE,
    inPairs(
      TYPES.map((type) => get(sumOf(type))),
      add,
    ),
  ),
  set(ONE, divideFloats(float(1), addFloats(get(OUTSIDE_SUM), inPairs(lanes(get(VALUE)), addFloats)))),
  ...TYPES.flatMap((type) => [
    store(get(OUT_AT), multiply(get(sumOf(type)), all(get(ONE))), typeAt(type)),
    // What is left to scale by on the way back goes into the scores themselves.
    store(get(SCORE_AT), multiply(get(scoreOf(type)), all(get(ONE))), typeAt(type)),
  ]),
  storeFloat(get(OUT_AT), multiplyFloats(get(OUTSIDE_SUM), get(ONE))),
  storeFloat(get(SCORE_AT), multiplyFloats(get(OUTSIDE_SCORE), get(ONE))),
];

const held = (label: number): Code => loadAll(get(HELD), placeOf(label));
const heldOnce = (label: number): Code => loadFloat(get(HELD), placeOf(label));

/** Sums of the word before from those of this one. */
const sumBackward: Code[] = [
  ...TYPES.map((type) => store(get(HELD), multiply(load(get(SCORE_AT), typeAt(type)), get(sumOf(type))), typeAt(type))),
  storeFloat(get(HELD), multiplyFloats(loadFloat(get(SCORE_AT)), get(OUTSIDE_SUM))),
  ...TYPES.map((type) =>
    set(
      sumOf(type),
      summed(
        [
          ...STARTS.map((label, row) => multiply(held(label), stepsAt(STEP_TABLE.backward, row, type))),
          ...[0, 1].map((row) => multiply(held(2 + 4 * type + row), stepsAt(STEP_TABLE.backwardInner, row, type))),
        ],
        add,
      ),
    ),
  ),
  set(
    OUTSIDE_SUM,
    summed(
      STARTS.map((label, row) => multiplyFloats(heldOnce(label), stepAt(STEP_TABLE.backwardOutside, row))),
      addFloats,
    ),
  ),
];

/**
 * `marginals(emissions, table, scores, held, out, length)`: places in the memory, in bytes, and a number of words. The
 * probability of each label for each word, by the forward-backward algorithm (Rabiner 1989), scaled at each word.
 */
export const MARGINALS: ModuleFunction = {
  name: 'marginals',
  parameters: [I32, I32, I32, I32, I32, I32],
  variables: [I32, I32, I32, I32, F32, F32, F32, ...Array.from({ length: 2 * TYPE_COUNT + 4 }, () => V128)],
  body: [
    ...set(AT, get(EMISSIONS)),
    ...set(SCORE_AT, get(SCORES)),
    ...set(OUT_AT, get(OUT)),
    ...loop(
      [
        ...readScores,
        ...sumForward,
        set(AT, plus(get(AT), int(ROW))),
        set(SCORE_AT, plus(get(SCORE_AT), int(ROW))),
        set(OUT_AT, plus(get(OUT_AT), int(ROW))),
        set(WORD, plus(get(WORD), int(1))),
      ],
      isLess(get(WORD), get(LENGTH)),
    ),
    ...TYPES.flatMap((type) => set(sumOf(type), four(0, 0, 1, 1))),
    ...set(OUTSIDE_SUM, float(1)),
    ...loop(
      [
        set(WORD, minus(get(WORD), int(1))),
        set(OUT_AT, plus(get(OUT), times(get(WORD), int(ROW)))),
        set(SCORE_AT, plus(get(SCORES), times(get(WORD), int(ROW)))),
        ...TYPES.map((type) =>
          store(get(OUT_AT), multiply(load(get(OUT_AT), typeAt(type)), get(sumOf(type))), typeAt(type)),
        ),
        storeFloat(get(OUT_AT), multiplyFloats(loadFloat(get(OUT_AT)), get(OUTSIDE_SUM))),
        when(isLess(int(0), get(WORD)), sumBackward),
      ],
      isLess(int(0), get(WORD)),
    ),
  ],
};
