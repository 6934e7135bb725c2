import { REACH } from '../tagger/features';
import {
  addShorts,
  and,
  type Code,
  firstFloats,
  get,
  I32,
  int,
  isLess,
  isUnequal,
  lastFloats,
  load,
  loadBytes,
  loadInt,
  loop,
  plus,
  set,
  store,
  times,
  V128,
  when,
} from './instructions';
import type { ModuleFunction } from './module';
import { LABELS, OF, SLOT, SUM_ROW, WEIGHT_ROW } from './shape';

/** Offsets of the vectors of a row of sums, eight labels each. */
const VECTORS = Array.from({ length: SUM_ROW / 16 }, (_, index) => index * 16);

/** Variables of what adds the weights of some features. */
interface Weighing {
  /** The next feature, and the place behind the last one. */
  readonly feature: number;
  readonly end: number;
  readonly slots: number;
  readonly mask: number;
  readonly rows: number;
  /** The sums: vectors, in order. */
  readonly sums: readonly number[];
  /** Of its own: the feature's hash; its slot; the hash there; where its row is. */
  readonly own: readonly [hash: number, slot: number, found: number, row: number];
}

/** Statements: looks each feature up, by linear probing, and adds its weights; those of what is not known are zeros. */
function weighing({ feature, end, slots, mask, rows, sums, own }: Weighing): Code {
  const [hash, slot, found, row] = own;
  const look = [
    set(found, loadInt(plus(get(slots), times(get(slot), int(SLOT))))),
    set(row, loadInt(plus(get(slots), times(get(slot), int(SLOT))), OF)),
  ];
  const isOther = and(isUnequal(get(row), int(0)), isUnequal(get(found), get(hash)));
  return when(isLess(get(feature), get(end)), [
    loop(
      [
        set(hash, loadInt(get(feature))),
        set(slot, and(get(hash), get(mask))),
        ...look,
        when(isOther, [loop([set(slot, and(plus(get(slot), int(1)), get(mask))), ...look], isOther)]),
        set(row, plus(get(rows), times(get(row), int(WEIGHT_ROW)))),
        ...sums.map((sum, index) => set(sum, addShorts(get(sum), loadBytes(get(row), 8 * index)))),
        set(feature, plus(get(feature), int(OF))),
      ],
      isLess(get(feature), get(end)),
    ),
  ]);
}

/** `weigh(features, count, slots, mask, rows, sums)`: adds the weights of some features to a row of sums. */
const weighCode = (): ModuleFunction => {
  const [FEATURES, COUNT, SLOTS, MASK, ROWS, SUMS, END] = [0, 1, 2, 3, 4, 5, 6] as const;
  const sumOf = (offset: number) => 11 + offset / 16;
  return {
    name: 'weigh',
    parameters: [I32, I32, I32, I32, I32, I32],
    variables: [I32, I32, I32, I32, I32, ...VECTORS.map(() => V128)],
    body: [
      set(END, plus(get(FEATURES), times(get(COUNT), int(OF)))),
      ...VECTORS.map((offset) => set(sumOf(offset), load(get(SUMS), offset))),
      weighing({
        feature: FEATURES,
        end: END,
        slots: SLOTS,
        mask: MASK,
        rows: ROWS,
        sums: VECTORS.map(sumOf),
        own: [7, 8, 9, 10],
      }),
      ...VECTORS.map((offset) => store(get(SUMS), get(sumOf(offset)), offset)),
    ].flat(),
  };
};

/**
 * `linear(places, at, features, counts, slots, mask, rows, out, length)`: what the linear model says of the labels of some
 * words. Each word's own sums, a row for each place around it, are `at` bytes behind its place; `places` begins `REACH` words
 * before the first. `counts` tells how many of the features, which follow one another, are each word's. `out` has room for
 * three numbers more than it gets.
 */
const linearCode = (): ModuleFunction => {
  const [PLACES, AT, FEATURES, COUNTS, SLOTS, MASK, ROWS, OUT, LENGTH] = [0, 1, 2, 3, 4, 5, 6, 7, 8] as const;
  const [WORD, END, FIRST] = [9, 10, 11] as const;
  const AROUND = Array.from({ length: 2 * REACH + 1 }, (_, place) => place);
  const placeOf = (place: number) => FIRST + place;
  const behind = FIRST + AROUND.length;
  const sumOf = (offset: number) => behind + 4 + offset / 16;
  const word: Code = times(get(WORD), int(OF));
  return {
    name: 'linear',
    parameters: [I32, I32, I32, I32, I32, I32, I32, I32, I32],
    variables: [I32, I32, ...AROUND.map(() => I32), I32, I32, I32, I32, ...VECTORS.map(() => V128)],
    body: [
      set(WORD, int(0)),
      loop(
        [
          ...AROUND.map((place) => set(placeOf(place), plus(get(AT), loadInt(plus(get(PLACES), word), place * OF)))),
          ...VECTORS.map((offset) =>
            set(
              sumOf(offset),
              AROUND.map((place) => load(get(placeOf(place)), place * SUM_ROW + offset)).reduce(addShorts),
            ),
          ),
          set(END, plus(get(FEATURES), times(loadInt(plus(get(COUNTS), word)), int(OF)))),
          weighing({
            feature: FEATURES,
            end: END,
            slots: SLOTS,
            mask: MASK,
            rows: ROWS,
            sums: VECTORS.map(sumOf),
            own: [behind, behind + 1, behind + 2, behind + 3],
          }),
          ...VECTORS.flatMap((offset) => [
            store(get(OUT), firstFloats(get(sumOf(offset))), 2 * offset),
            ...(offset / 2 + 4 < LABELS ? [store(get(OUT), lastFloats(get(sumOf(offset))), 2 * offset + 16)] : []),
          ]),
          set(OUT, plus(get(OUT), int(LABELS * OF))),
          set(WORD, plus(get(WORD), int(1))),
        ],
        isLess(get(WORD), get(LENGTH)),
      ),
    ].flat(),
  };
};

/** The linear model's sums, in whole numbers of 16 bits. All places are in bytes. */
export const LINEAR: readonly ModuleFunction[] = [weighCode(), linearCode()];
