import { GATES, WIDTHS } from '../neural/model';
import { beginOf, innerOf, LABEL_COUNT, lastOf, OUTSIDE, TYPES, unitOf } from '../tagger/labels';
import { STEPS } from '../tagger/sequence';

/** How the numbers lie that the kernel works on. Sizes in numbers; `OF` is how many bytes one has. */
export const OF = 4;
export const LABELS = LABEL_COUNT;
export const TYPE_COUNT = TYPES.length;
export const HIDDEN = WIDTHS.hidden;
export const STATES = 2 * HIDDEN;
export const GATE_COUNT = GATES;

/** Bytes of a row of sums of the linear model: a number of 16 bits for each label, and zeros up to a whole vector. */
export const SUM_ROW = Math.ceil(LABELS / 8) * 16;
/** Bytes of a row of a feature's weights: a number of 8 bits for each label, and zeros. */
export const WEIGHT_ROW = SUM_ROW / 2;
/** Bytes of a slot of the table of weights: the hash of a feature, then the number of its row; no feature has row 0. */
export const SLOT = 2 * OF;

/** Words of a piece that the network reads at a time. */
export const LONGEST_PIECE = 256;

/** Labels that a name may end with, or stand outside, and labels that may follow those; both in the order of sums. */
export const CLOSED: readonly number[] = [OUTSIDE, ...TYPES.flatMap((_, type) => [lastOf(type), unitOf(type)])];
export const STARTS: readonly number[] = [OUTSIDE, ...TYPES.flatMap((_, type) => [beginOf(type), unitOf(type)])];

/**
 * Steps between labels, as the lattice takes them: four numbers for each type, one for each of its labels (begin, inner,
 * last, unit), and one for outside.
 */
export const STEP_TABLE = Object.freeze({
  /** From each of CLOSED to the labels of each type: two of four may follow. */
  forward: 0,
  /** From the begin, then from the inner label of each type to its labels. */
  forwardInner: CLOSED.length * TYPE_COUNT * 4,
  /** From each of CLOSED to outside. */
  forwardOutside: (CLOSED.length + 2) * TYPE_COUNT * 4,
  /** To each of STARTS from the labels of each type. */
  backward: (CLOSED.length + 2) * TYPE_COUNT * 4 + CLOSED.length,
  /** To the inner, then to the last label of each type from its labels. */
  backwardInner: (CLOSED.length + 2 + STARTS.length) * TYPE_COUNT * 4 + CLOSED.length,
  /** To each of STARTS from outside. */
  backwardOutside: (CLOSED.length + 2 + STARTS.length + 2) * TYPE_COUNT * 4 + CLOSED.length,
  size: (CLOSED.length + 2 + STARTS.length + 2) * TYPE_COUNT * 4 + CLOSED.length + STARTS.length,
});

/** Logarithms of steps are cut here, and so are those of scores under the best of their word: no sum is ever zero. */
export const LEAST = -60;

/** @param steps a score for each of `STEPS` */
export function stepTable(steps: Float32Array): Float32Array {
  const score = new Map(STEPS.map(([before, label], index) => [before * LABELS + label, steps[index] ?? 0]));
  const step = (before: number, label: number) => {
    const known = score.get(before * LABELS + label);
    return known === undefined ? 0 : Math.exp(Math.max(LEAST / 2, Math.min(-LEAST / 2, known)));
  };
  const labelsOf = (type: number) => [beginOf(type), innerOf(type), lastOf(type), unitOf(type)];
  const perType = (fill: (type: number) => number[]) => TYPES.flatMap((_, type) => fill(type));
  const to = (before: number) => perType((type) => labelsOf(type).map((label) => step(before, label)));
  const from = (label: number) => perType((type) => labelsOf(type).map((before) => step(before, label)));
  return Float32Array.from([
    ...CLOSED.flatMap(to),
    ...[beginOf, innerOf].flatMap((of) => perType((type) => labelsOf(type).map((label) => step(of(type), label)))),
    ...CLOSED.map((before) => step(before, OUTSIDE)),
    ...STARTS.flatMap(from),
    ...[innerOf, lastOf].flatMap((of) => perType((type) => labelsOf(type).map((before) => step(before, of(type))))),
    ...STARTS.map((label) => step(OUTSIDE, label)),
  ]);
}
