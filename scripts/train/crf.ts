import { LABEL_COUNT, mayFollow } from '../../src/core/recognize/entities/tagger/labels';

/** Pairs of labels that may follow each other, `[before, label]`, in a fixed order. */
export const STEPS: readonly (readonly [number, number])[] = Array.from({ length: LABEL_COUNT }, (_, before) =>
  Array.from({ length: LABEL_COUNT }, (_, label) => [before, label] as const),
)
  .flat()
  .filter(([before, label]) => mayFollow(before, label));

const BEFORE = Uint8Array.from(STEPS, ([before]) => before);
const LABEL = Uint8Array.from(STEPS, ([, label]) => label);
const COUNT = STEPS.length;
const L = LABEL_COUNT;

/** Room for the sums over all label sequences of a passage; grows when needed. */
export class Lattice {
  #size = 0;
  #scores = new Float64Array(0);
  #forward = new Float64Array(0);
  #backward = new Float64Array(0);
  #scales = new Float64Array(0);
  readonly #step = new Float64Array(COUNT);
  /** Expected counts of steps minus those given, after `gradient`. */
  readonly stepGradient = new Float64Array(COUNT);

  /**
   * Difference between the model's expectation and given labels: `out` gets, for each word and label, the label's
   * probability, less one where it is given. @returns the log-likelihood
   * @param emissions `length` rows of LABEL_COUNT scores
   * @param allowed a bit set for each word of the labels that may be right; where more than one is, the expectation
   * among those stands for the given label
   */
  marginals(
    emissions: Float32Array,
    steps: Float32Array,
    length: number,
    allowed: Uint32Array | undefined,
    out: Float32Array,
    collect: number,
  ): number {
    this.#grow(length);
    const scores = this.#scores;
    const forward = this.#forward;
    const backward = this.#backward;
    const scales = this.#scales;
    const step = this.#step;
    for (let index = 0; index < COUNT; index++) step[index] = Math.exp(steps[index] ?? 0);
    let total = 0;
    for (let word = 0; word < length; word++) {
      const row = word * L;
      let most = Number.NEGATIVE_INFINITY;
      for (let label = 0; label < L; label++) most = Math.max(most, emissions[row + label] ?? 0);
      const mask = allowed?.[word];
      for (let label = 0; label < L; label++) {
        scores[row + label] =
          mask !== undefined && ((mask >>> label) & 1) === 0 ? 0 : Math.exp((emissions[row + label] ?? 0) - most);
      }
      total += most;
    }
    for (let word = 0; word < length; word++) {
      const row = word * L;
      if (word === 0) {
        for (let label = 0; label < L; label++) forward[label] = mayFollow(0, label) ? (scores[label] ?? 0) : 0;
      } else {
        forward.fill(0, row, row + L);
        const last = row - L;
        for (let index = 0; index < COUNT; index++) {
          const to = row + (LABEL[index] ?? 0);
          forward[to] = (forward[to] ?? 0) + (forward[last + (BEFORE[index] ?? 0)] ?? 0) * (step[index] ?? 0);
        }
        for (let label = 0; label < L; label++)
          forward[row + label] = (forward[row + label] ?? 0) * (scores[row + label] ?? 0);
      }
      let sum = 0;
      for (let label = 0; label < L; label++) sum += forward[row + label] ?? 0;
      scales[word] = sum;
      total += Math.log(sum);
      for (let label = 0; label < L; label++) forward[row + label] = (forward[row + label] ?? 0) / sum;
    }
    // Unfinished names at the end are impossible.
    const end = (length - 1) * L;
    let closing = 0;
    for (let label = 0; label < L; label++) {
      const closed = mayFollow(label, 0) ? 1 : 0;
      backward[end + label] = closed;
      closing += closed * (forward[end + label] ?? 0);
    }
    total += Math.log(closing);
    for (let label = 0; label < L; label++) backward[end + label] = (backward[end + label] ?? 0) / closing;
    for (let word = length - 1; word > 0; word--) {
      const row = word * L;
      const last = row - L;
      backward.fill(0, last, row);
      const scale = scales[word] ?? 1;
      for (let label = 0; label < L; label++)
        scores[row + label] = ((scores[row + label] ?? 0) * (backward[row + label] ?? 0)) / scale;
      for (let index = 0; index < COUNT; index++) {
        const from = BEFORE[index] ?? 0;
        const to = LABEL[index] ?? 0;
        const value = (step[index] ?? 0) * (scores[row + to] ?? 0);
        backward[last + from] = (backward[last + from] ?? 0) + value;
        if (collect !== 0)
          this.stepGradient[index] = (this.stepGradient[index] ?? 0) + collect * value * (forward[last + from] ?? 0);
      }
    }
    for (let cell = 0; cell < length * L; cell++) out[cell] = (forward[cell] ?? 0) * (backward[cell] ?? 0);
    return total;
  }

  #grow(length: number): void {
    if (length <= this.#size) return;
    this.#size = length * 2;
    this.#scores = new Float64Array(this.#size * L);
    this.#forward = new Float64Array(this.#size * L);
    this.#backward = new Float64Array(this.#size * L);
    this.#scales = new Float64Array(this.#size);
  }
}

/** The labels of highest score together. */
export function bestLabels(emissions: Float32Array, steps: Float32Array, length: number): Uint8Array {
  const best = new Float64Array(length * L).fill(-1e30);
  const from = new Uint8Array(length * L);
  for (let word = 0; word < length; word++) {
    const row = word * L;
    if (word === 0) {
      for (let label = 0; label < L; label++) if (mayFollow(0, label)) best[label] = emissions[label] ?? 0;
      continue;
    }
    for (let index = 0; index < COUNT; index++) {
      const to = row + (LABEL[index] ?? 0);
      const value = (best[row - L + (BEFORE[index] ?? 0)] ?? 0) + (steps[index] ?? 0);
      if (value > (best[to] ?? 0)) {
        best[to] = value;
        from[to] = BEFORE[index] ?? 0;
      }
    }
    for (let label = 0; label < L; label++)
      best[row + label] = (best[row + label] ?? 0) + (emissions[row + label] ?? 0);
  }
  const labels = new Uint8Array(length);
  let label = 0;
  for (let other = 0; other < L; other++) {
    if (mayFollow(other, 0) && (best[(length - 1) * L + other] ?? 0) > (best[(length - 1) * L + label] ?? 0))
      label = other;
  }
  for (let word = length - 1; word >= 0; word--) {
    labels[word] = label;
    label = from[word * L + label] ?? 0;
  }
  return labels;
}
