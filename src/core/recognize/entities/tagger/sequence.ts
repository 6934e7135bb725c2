import { isClosed, LABEL_COUNT, mayFollow, OUTSIDE } from './labels';

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

/** Sums over all label sequences of a passage, by the forward-backward algorithm (Rabiner 1989), scaled at each word. */
export class Lattice {
  #size = 0;
  #scores = new Float64Array(0);
  #forward = new Float64Array(0);
  #backward = new Float64Array(0);
  readonly #step = new Float64Array(COUNT);
  /** How often each of `STEPS` is expected, added up over calls of `marginals` with `collect`. */
  readonly expectedSteps = new Float64Array(COUNT);

  /**
   * The probability of each label for each word.
   * @param emissions `length` rows of LABEL_COUNT scores
   * @param steps a score for each of `STEPS`
   * @param out gets `length` rows of LABEL_COUNT probabilities
   * @param allowed for each word, a bit for each label that may be right; all may where missing
   * @param collect what to multiply expected steps with before they are added to `expectedSteps`; 0 leaves them out
   * @returns the logarithm of the sum over all (allowed) sequences
   */
  marginals(
    emissions: Float32Array,
    steps: Float32Array,
    length: number,
    out: Float32Array,
    { allowed, collect = 0 }: { readonly allowed?: Uint32Array | undefined; readonly collect?: number } = {},
  ): number {
    if (length === 0) return 0;
    this.#grow(length);
    for (let index = 0; index < COUNT; index++) this.#step[index] = Math.exp(steps[index] ?? 0);
    const total = this.#scoreWords(emissions, length, allowed) + this.#sumForward(length);
    this.#sumBackward(length, collect);
    for (let cell = 0; cell < length * L; cell++) out[cell] = (this.#forward[cell] ?? 0) * (this.#backward[cell] ?? 0);
    return total;
  }

  #scoreWords(emissions: Float32Array, length: number, allowed: Uint32Array | undefined): number {
    let total = 0;
    for (let word = 0; word < length; word++) {
      const row = word * L;
      let most = Number.NEGATIVE_INFINITY;
      for (let label = 0; label < L; label++) most = Math.max(most, emissions[row + label] ?? 0);
      const mask = allowed?.[word] ?? -1;
      for (let label = 0; label < L; label++) {
        const isAllowed = ((mask >>> label) & 1) === 1;
        this.#scores[row + label] = isAllowed ? Math.exp((emissions[row + label] ?? 0) - most) : 0;
      }
      total += most;
    }
    return total;
  }

  #sumForward(length: number): number {
    const forward = this.#forward;
    forward.fill(0, 0, length * L);
    let total = 0;
    for (let word = 0; word < length; word++) {
      const row = word * L;
      if (word === 0) for (let label = 0; label < L; label++) forward[label] = mayFollow(OUTSIDE, label) ? 1 : 0;
      else {
        for (let index = 0; index < COUNT; index++) {
          const to = row + (LABEL[index] ?? 0);
          const from = row - L + (BEFORE[index] ?? 0);
          forward[to] = (forward[to] ?? 0) + (forward[from] ?? 0) * (this.#step[index] ?? 0);
        }
      }
      // Names do not run over the passage's end.
      const isLast = word === length - 1;
      let sum = 0;
      for (let label = 0; label < L; label++) {
        const isPossible = !isLast || isClosed(label);
        const value = isPossible ? (forward[row + label] ?? 0) * (this.#scores[row + label] ?? 0) : 0;
        forward[row + label] = value;
        sum += value;
      }
      for (let label = 0; label < L; label++) forward[row + label] = (forward[row + label] ?? 0) / sum;
      // What is left to scale by on the way back goes into the scores themselves.
      for (let label = 0; label < L; label++) {
        this.#scores[row + label] = (this.#scores[row + label] ?? 0) / sum;
      }
      total += Math.log(sum);
    }
    return total;
  }

  #sumBackward(length: number, collect: number): void {
    const backward = this.#backward;
    backward.fill(0, 0, length * L);
    const end = (length - 1) * L;
    for (let label = 0; label < L; label++) backward[end + label] = isClosed(label) ? 1 : 0;
    for (let word = length - 1; word > 0; word--) {
      const row = word * L;
      for (let index = 0; index < COUNT; index++) {
        const to = row + (LABEL[index] ?? 0);
        const from = row - L + (BEFORE[index] ?? 0);
        const value = (this.#step[index] ?? 0) * (this.#scores[to] ?? 0) * (backward[to] ?? 0);
        backward[from] = (backward[from] ?? 0) + value;
        if (collect !== 0) {
          this.expectedSteps[index] = (this.expectedSteps[index] ?? 0) + collect * value * (this.#forward[from] ?? 0);
        }
      }
    }
  }

  #grow(length: number): void {
    if (length <= this.#size) return;
    this.#size = length * 2;
    this.#scores = new Float64Array(this.#size * L);
    this.#forward = new Float64Array(this.#size * L);
    this.#backward = new Float64Array(this.#size * L);
  }
}

/** Finds the labels of highest score together, by the Viterbi algorithm. */
export type BestLabels = (scores: Float32Array, first: number, length: number) => Uint8Array;

/**
 * @param steps a score for each of `STEPS`
 * @returns a function of rows of LABEL_COUNT scores, of which `length` from the `first` on are looked at
 */
export function viterbi(steps: Float32Array): BestLabels {
  // The steps to each label side by side, in the order of the labels before.
  const sources = Array.from({ length: L }, (_, label) =>
    STEPS.flatMap((step, index) => (step[1] === label ? [index] : [])),
  );
  const begins = Uint16Array.from({ length: L + 1 }, (_, label) => sources.slice(0, label).flat().length);
  const before = Uint8Array.from(sources.flat(), (index) => BEFORE[index] ?? 0);
  const scoreOf = Float64Array.from(sources.flat(), (index) => steps[index] ?? 0);
  let last = new Float64Array(L);
  let best = new Float64Array(L);

  function step(scores: Float32Array, row: number, from: Uint8Array, at: number): void {
    for (let label = 0; label < L; label++) {
      let most = IMPOSSIBLE;
      let source = 0;
      const end = begins[label + 1] as number;
      for (let index = begins[label] as number; index < end; index++) {
        const value = (last[before[index] as number] as number) + (scoreOf[index] as number);
        if (value > most) {
          most = value;
          source = before[index] as number;
        }
      }
      best[label] = most + (scores[row + label] as number);
      from[at + label] = source;
    }
  }

  return (scores, first, length) => {
    const labels = new Uint8Array(length);
    const from = new Uint8Array(length * L);
    for (let label = 0; label < L; label++) {
      best[label] = mayFollow(OUTSIDE, label) ? (scores[first * L + label] ?? 0) : IMPOSSIBLE;
    }
    for (let word = 1; word < length; word++) {
      [last, best] = [best, last];
      step(scores, (first + word) * L, from, word * L);
    }
    let label = OUTSIDE;
    for (let other = 0; other < L; other++) {
      if (isClosed(other) && (best[other] as number) > (best[label] as number)) label = other;
    }
    for (let word = length - 1; word >= 0; word--) {
      labels[word] = label;
      label = from[word * L + label] ?? 0;
    }
    return labels;
  };
}

/** Less than any score. */
const IMPOSSIBLE = -1e30;
