import {
  absolute,
  add,
  addFloats,
  all,
  type Code,
  divide,
  F32,
  float,
  get,
  I32,
  int,
  isLess,
  load,
  loadAll,
  loadFloat,
  loadInt,
  loop,
  minus,
  multiply,
  multiplyFloats,
  plus,
  set,
  store,
  storeFloat,
  subtract,
  times,
  V128,
} from './instructions';
import type { ModuleFunction } from './module';
import { GATE_COUNT, HIDDEN, LABELS, OF, STATES, TYPE_COUNT } from './shape';

const VECTOR = 4 * OF;
const GATE_ROW = GATE_COUNT * OF;
const STATE_ROW = STATES * OF;
const LABEL_ROW = LABELS * OF;
const TYPES = Array.from({ length: TYPE_COUNT }, (_, type) => type);
const typeAt = (type: number) => (1 + 4 * type) * OF;

/** Counts a variable up by a step for as long as it is less than a number, and does something each time, once at least. */
const counting = (variable: number, by: number, to: Code, body: readonly Code[]): Code[] => [
  set(variable, int(0)),
  loop([...body, set(variable, plus(get(variable), int(by)))], isLess(get(variable), to)),
];

/**
 * `gates(places, gates, bias, length)`: what each word, the one before and the one after bring to the gates. `places` holds
 * where the products of each word begin, with those of nothing before the first word and behind the last.
 */
const gatesCode = (): ModuleFunction => {
  const [PLACES, GATES, BIAS, LENGTH, WORD, CELL, BEFORE, OWN, AFTER, TO] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] as const;
  const place = (index: number): Code => loadInt(plus(get(PLACES), times(get(WORD), int(OF))), index * OF);
  const at = (variable: number): Code => load(plus(get(variable), get(CELL)));
  return {
    name: 'gates',
    parameters: [I32, I32, I32, I32],
    variables: [I32, I32, I32, I32, I32, I32],
    body: counting(WORD, 1, get(LENGTH), [
      // Seen from the word after, this one is the first of its window; from the word before, the third.
      set(BEFORE, plus(place(0), int(2 * GATE_ROW))),
      set(OWN, plus(place(1), int(GATE_ROW))),
      set(AFTER, place(2)),
      set(TO, plus(get(GATES), times(get(WORD), int(GATE_ROW)))),
      ...counting(CELL, VECTOR, int(GATE_ROW), [
        store(plus(get(TO), get(CELL)), add(add(at(BIAS), at(OWN)), add(at(AFTER), at(BEFORE)))),
      ]),
    ]).flat(),
  };
};

/**
 * `recur(gates, states, length)`: the states of both directions. Before the first row of states, and behind the last one
 * that is asked for, is a row of zeros.
 */
const recurCode = (): ModuleFunction => {
  const [GATES, STATES_AT, LENGTH, WORD, CELL, GATE, HERE, OPENING, CONTENT, LAST] = [
    0, 1, 2, 3, 4, 5, 6, 7, 8, 9,
  ] as const;
  const bounded = (variable: number): Code => divide(get(variable), add(all(float(1)), absolute(get(variable))));
  /** @param before from a state to the one it follows */
  const step = (gate: number, half: number, before: number): Code[] => [
    set(OPENING, load(plus(get(GATE), get(CELL)), gate * OF)),
    set(CONTENT, load(plus(get(GATE), get(CELL)), (gate + HIDDEN) * OF)),
    set(LAST, load(plus(plus(get(HERE), get(CELL)), int(half + before)))),
    set(OPENING, add(all(float(0.5)), multiply(all(float(0.5)), bounded(OPENING)))),
    store(
      plus(get(HERE), get(CELL)),
      add(get(LAST), multiply(get(OPENING), subtract(bounded(CONTENT), get(LAST)))),
      half,
    ),
  ];
  const here: Code[] = [
    set(GATE, plus(get(GATES), times(get(WORD), int(GATE_ROW)))),
    set(HERE, plus(get(STATES_AT), times(get(WORD), int(STATE_ROW)))),
  ];
  return {
    name: 'recur',
    parameters: [I32, I32, I32],
    variables: [I32, I32, I32, I32, V128, V128, V128],
    body: [
      ...counting(WORD, 1, get(LENGTH), [...here, ...counting(CELL, VECTOR, int(HIDDEN * OF), step(0, 0, -STATE_ROW))]),
      set(HERE, plus(get(STATES_AT), times(get(LENGTH), int(STATE_ROW)))),
      ...counting(CELL, VECTOR, int(STATE_ROW), [store(plus(get(HERE), get(CELL)), all(float(0)))]),
      set(WORD, get(LENGTH)),
      loop(
        [
          set(WORD, minus(get(WORD), int(1))),
          ...here,
          ...counting(CELL, VECTOR, int(HIDDEN * OF), step(2 * HIDDEN, HIDDEN * OF, STATE_ROW)),
        ],
        isLess(int(0), get(WORD)),
      ),
    ].flat(),
  };
};

/**
 * `score(states, output, bias, emissions, length, linear, neural)`: adds what the states say of the labels, times `neural`,
 * to the emissions, times `linear`.
 */
const scoreCode = (): ModuleFunction => {
  const [STATES_AT, OUTPUT, BIAS, EMISSIONS, LENGTH, LINEAR, NEURAL, WORD, UNIT, WEIGHTS, TO, OUTSIDE] = [
    0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11,
  ] as const;
  const sumOf = (type: number) => 12 + type;
  const STATE_OF = [0, 1, 2, 3].map((index) => 12 + TYPE_COUNT + index);
  const state: Code = plus(get(STATES_AT), get(UNIT));
  const weight = (unit: number, at: number): Code => load(get(WEIGHTS), unit * LABEL_ROW + at);
  const product = (unit: number, at: number): Code => multiply(get(STATE_OF[unit] ?? 0), weight(unit, at));
  const single = (unit: number): Code =>
    multiplyFloats(loadFloat(state, unit * OF), loadFloat(get(WEIGHTS), unit * LABEL_ROW));
  return {
    name: 'score',
    parameters: [I32, I32, I32, I32, I32, F32, F32],
    variables: [I32, I32, I32, I32, F32, ...Array.from({ length: TYPE_COUNT + 4 }, () => V128)],
    body: counting(WORD, 1, get(LENGTH), [
      set(OUTSIDE, loadFloat(get(BIAS))),
      ...TYPES.map((type) => set(sumOf(type), load(get(BIAS), typeAt(type)))),
      set(WEIGHTS, get(OUTPUT)),
      // Four units at a time: the sums wait for each other less often.
      ...counting(UNIT, VECTOR, int(STATE_ROW), [
        ...STATE_OF.map((variable, unit) => set(variable, loadAll(state, unit * OF))),
        set(
          OUTSIDE,
          addFloats(get(OUTSIDE), addFloats(addFloats(single(0), single(1)), addFloats(single(2), single(3)))),
        ),
        ...TYPES.map((type) => {
          const of = (unit: number) => product(unit, typeAt(type));
          return set(sumOf(type), add(get(sumOf(type)), add(add(of(0), of(1)), add(of(2), of(3)))));
        }),
        set(WEIGHTS, plus(get(WEIGHTS), int(4 * LABEL_ROW))),
      ]),
      set(TO, plus(get(EMISSIONS), times(get(WORD), int(LABEL_ROW)))),
      storeFloat(
        get(TO),
        addFloats(multiplyFloats(loadFloat(get(TO)), get(LINEAR)), multiplyFloats(get(OUTSIDE), get(NEURAL))),
      ),
      ...TYPES.map((type) =>
        store(
          get(TO),
          add(multiply(load(get(TO), typeAt(type)), all(get(LINEAR))), multiply(get(sumOf(type)), all(get(NEURAL)))),
          typeAt(type),
        ),
      ),
      set(STATES_AT, plus(get(STATES_AT), int(STATE_ROW))),
    ]).flat(),
  };
};

/**
 * `combine(out, rows, factors, groups, width)`: writes the sum of rows, each times a factor, four rows at a time. `rows` are
 * places of rows, `groups` a quarter of their number, `width` is in bytes and a multiple of 16.
 */
const combineCode = (): ModuleFunction => {
  const [OUT, ROWS, FACTORS, GROUPS, WIDTH, GROUP, CELL] = [0, 1, 2, 3, 4, 5, 6] as const;
  const rowOf = (index: number) => 7 + index;
  const factorOf = (index: number) => 11 + index;
  const product = (index: number): Code => multiply(get(factorOf(index)), load(plus(get(rowOf(index)), get(CELL))));
  const FOUR = [0, 1, 2, 3];
  return {
    name: 'combine',
    parameters: [I32, I32, I32, I32, I32],
    variables: [I32, I32, I32, I32, I32, I32, V128, V128, V128, V128],
    body: [
      ...counting(CELL, VECTOR, get(WIDTH), [store(plus(get(OUT), get(CELL)), all(float(0)))]),
      ...counting(GROUP, VECTOR, times(get(GROUPS), int(VECTOR)), [
        ...FOUR.map((index) => set(rowOf(index), loadInt(plus(get(ROWS), get(GROUP)), index * OF))),
        ...FOUR.map((index) => set(factorOf(index), loadAll(plus(get(FACTORS), get(GROUP)), index * OF))),
        ...counting(CELL, VECTOR, get(WIDTH), [
          store(
            plus(get(OUT), get(CELL)),
            add(load(plus(get(OUT), get(CELL))), add(add(product(0), product(1)), add(product(2), product(3)))),
          ),
        ]),
      ]),
    ].flat(),
  };
};

/** The network's sums. All places are in bytes. */
export const NETWORK: readonly ModuleFunction[] = [gatesCode(), recurCode(), scoreCode(), combineCode()];
