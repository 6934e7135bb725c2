import { REACH } from '../tagger/features';
import {
  addShorts,
  and,
  type Code,
  choose,
  firstFloats,
  fourInts,
  get,
  I32,
  int,
  isEqual,
  isLess,
  isUnequal,
  lastFloats,
  load,
  loadBytes,
  loadInt,
  loadShort,
  loop,
  plus,
  set,
  shiftedRight,
  store,
  storeShort,
  times,
  V128,
  when,
} from './instructions';
import type { ModuleFunction } from './module';
import { COUNT_BITS, LABELS, OF, SLOT, SUM_ROW, WHOLE_ROW } from './shape';

/** Offsets of the vectors of a row of sums. */
const VECTORS = Array.from({ length: SUM_ROW / 16 }, (_, index) => index * 16);

const ZERO: Code = fourInts(0);

/** Variables of what adds the weights of some features to sums. */
interface Weighing {
  /** The next feature, and the place behind the last one. */
  readonly feature: number;
  readonly end: number;
  readonly slots: number;
  readonly mask: number;
  readonly cells: number;
  readonly rows: number;
  /** The row of sums that weights of few labels are added to. */
  readonly sums: number;
  /** Of its own: the feature's hash; the slot and what it says; the next cell, the place behind the last one, and a cell. */
  readonly own: readonly [hash: number, slot: number, found: number, cell: number, last: number, value: number];
  /** Statements: adds eight weights of a whole row to the sums at an offset. */
  addEight(offset: number, weights: Code): Code;
}

/** Statements: looks each feature up, by linear probing, and adds its weights. Features that are not known cost a look. */
function weighing({ feature, end, slots, mask, cells, rows, sums, own, addEight }: Weighing): Code {
  const [hash, slot, found, cell, last, value] = own;
  const look = [
    set(found, loadInt(plus(get(slots), times(get(slot), int(SLOT))), OF)),
    set(value, loadInt(plus(get(slots), times(get(slot), int(SLOT))))),
  ];
  const isOther = and(isUnequal(get(found), int(0)), isUnequal(get(value), get(hash)));
  const length = and(get(found), int(WHOLE_ROW));
  const label = plus(get(sums), times(and(get(value), int(255)), int(2)));
  const addRow = [
    set(cell, plus(get(rows), and(get(found), int(~WHOLE_ROW)))),
    ...VECTORS.map((offset) => addEight(offset, loadBytes(get(cell), offset / 2))),
  ];
  const addCells = [
    set(cell, plus(get(cells), times(shiftedRight(get(found), COUNT_BITS), int(2)))),
    set(last, plus(get(cell), times(length, int(2)))),
    loop(
      [
        set(value, loadShort(get(cell))),
        storeShort(label, plus(loadShort(label), shiftedRight(get(value), 8))),
        set(cell, plus(get(cell), int(2))),
      ],
      isLess(get(cell), get(last)),
    ),
  ];
  return when(isLess(get(feature), get(end)), [
    loop(
      [
        set(hash, loadInt(get(feature))),
        set(slot, and(get(hash), get(mask))),
        ...look,
        when(isOther, [loop([set(slot, and(plus(get(slot), int(1)), get(mask))), ...look], isOther)]),
        when(get(found), [choose(isEqual(length, int(WHOLE_ROW)), addRow, addCells)]),
        set(feature, plus(get(feature), int(OF))),
      ],
      isLess(get(feature), get(end)),
    ),
  ]);
}

/** `weigh(features, count, slots, mask, cells, rows, sums)`: adds the weights of some features to a row of sums. */
const weighCode = (): ModuleFunction => {
  const [FEATURES, COUNT, SLOTS, MASK, CELLS, ROWS, SUMS, END] = [0, 1, 2, 3, 4, 5, 6, 7] as const;
  return {
    name: 'weigh',
    parameters: [I32, I32, I32, I32, I32, I32, I32],
    variables: [I32, I32, I32, I32, I32, I32, I32],
    body: [
      ...set(END, plus(get(FEATURES), times(get(COUNT), int(OF)))),
      ...weighing({
        feature: FEATURES,
        end: END,
        slots: SLOTS,
        mask: MASK,
        cells: CELLS,
        rows: ROWS,
        sums: SUMS,
        own: [8, 9, 10, 11, 12, 13],
        addEight: (offset, weights) => store(get(SUMS), addShorts(load(get(SUMS), offset), weights), offset),
      }),
    ],
  };
};

/**
 * `linear(places, at, features, counts, slots, mask, cells, rows, sums, out, length)`: what the linear model says of the labels
 * of some words. Each word's own sums, a row for each place around it, are `at` bytes behind its place; `places` begins
 * `REACH` words before the first. `counts` tells how many of the features, which follow one another, are each word's. `sums`
 * has room for two rows a word, `out` for three numbers more than it gets.
 */
const linearCode = (): ModuleFunction => {
  const [PLACES, AT, FEATURES, COUNTS, SLOTS, MASK, CELLS, ROWS, SUMS, OUT, LENGTH] = [
    0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10,
  ] as const;
  const [WORD, SUM, END, FIRST] = [11, 12, 13, 14] as const;
  const AROUND = Array.from({ length: 2 * REACH + 1 }, (_, place) => place);
  const placeOf = (place: number) => FIRST + place;
  const [HASH, SLOT_AT, FOUND, CELL, LAST, VALUE] = [0, 1, 2, 3, 4, 5].map((index) => FIRST + AROUND.length + index);
  const sumOf = (offset: number) => FIRST + AROUND.length + 6 + offset / 16;
  const word: Code = times(get(WORD), int(OF));
  const eachWord = (body: readonly Code[]): Code[] => [
    set(WORD, int(0)),
    set(SUM, get(SUMS)),
    loop(
      [...body, set(SUM, plus(get(SUM), int(2 * SUM_ROW))), set(WORD, plus(get(WORD), int(1)))],
      isLess(get(WORD), get(LENGTH)),
    ),
  ];
  const sums = (offset: number): Code => addShorts(load(get(SUM), offset), load(get(SUM), SUM_ROW + offset));
  return {
    name: 'linear',
    parameters: [I32, I32, I32, I32, I32, I32, I32, I32, I32, I32, I32],
    variables: [I32, I32, I32, ...AROUND.map(() => I32), I32, I32, I32, I32, I32, I32, ...VECTORS.map(() => V128)],
    body: [
      ...eachWord([
        ...AROUND.map((place) => set(placeOf(place), plus(get(AT), loadInt(plus(get(PLACES), word), place * OF)))),
        ...VECTORS.map((offset) =>
          set(
            sumOf(offset),
            AROUND.map((place) => load(get(placeOf(place)), place * SUM_ROW + offset)).reduce(addShorts),
          ),
        ),
        ...VECTORS.map((offset) => store(get(SUM), ZERO, offset)),
        set(END, plus(get(FEATURES), times(loadInt(plus(get(COUNTS), word)), int(OF)))),
        weighing({
          feature: FEATURES,
          end: END,
          slots: SLOTS,
          mask: MASK,
          cells: CELLS,
          rows: ROWS,
          sums: SUM,
          own: [HASH, SLOT_AT, FOUND, CELL, LAST, VALUE] as unknown as Weighing['own'],
          addEight: (offset, weights) => set(sumOf(offset), addShorts(get(sumOf(offset)), weights)),
        }),
        ...VECTORS.map((offset) => store(get(SUM), get(sumOf(offset)), SUM_ROW + offset)),
      ]),
      // Not before all sums are there: what was just written in small pieces is slow to read in one.
      ...eachWord([
        ...VECTORS.flatMap((offset) => [
          store(get(OUT), firstFloats(sums(offset)), 2 * offset),
          ...(offset / 2 + 4 < LABELS ? [store(get(OUT), lastFloats(sums(offset)), 2 * offset + 16)] : []),
        ]),
        set(OUT, plus(get(OUT), int(LABELS * OF))),
      ]),
    ].flat(),
  };
};

/** The linear model's sums, in whole numbers of 16 bits. All places are in bytes. */
export const LINEAR: readonly ModuleFunction[] = [weighCode(), linearCode()];
