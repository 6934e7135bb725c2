import {
  contextFeatures,
  EDGE,
  MOST_FEATURES,
  PLACE_SALTS,
  REACH,
} from '../../src/core/recognize/entities/tagger/features';
import { mix } from '../../src/core/recognize/entities/tagger/hash';
import { beginOf, LABEL_COUNT, lastOf, OUTSIDE, unitOf } from '../../src/core/recognize/entities/tagger/labels';
import type { Passage } from '../../src/core/recognize/entities/tagger/passage';
import { Lattice, STEPS } from '../../src/core/recognize/entities/tagger/sequence';
import type { Weights } from '../../src/core/recognize/entities/tagger/weights';
import { seeded } from '../../test/bench/support/random';

/** A passage to learn from. */
export interface Lesson {
  readonly passage: Passage;
  readonly labels: Uint8Array;
  /** How much it counts. */
  readonly weight: number;
  /** For each word, a bit for each label that may be right, where the corpus leaves that open. */
  readonly allowed?: Uint32Array;
  /** Scores that are there without the features, a row of LABEL_COUNT for each word. */
  readonly base?: Float32Array;
}

export interface Learned {
  readonly weights: Weights;
  readonly steps: Float32Array;
}

export interface LearningOptions {
  readonly epochs: number;
  readonly rate: number;
  /** What part of the features is left out at random each time a passage is met. */
  readonly dropout: number;
  /** How often a feature must occur. */
  readonly leastCount: number;
  readonly onEpoch?: (epoch: number, loss: number) => void;
}

const L = LABEL_COUNT;
const STEP_AT = new Map(STEPS.map(([before, label], index) => [before * L + label, index]));

const inContext = new Uint32Array(MOST_FEATURES);

/** All features of a word of a passage, as hashes: what the scorer in the core sums up piece by piece. */
export function featuresAt(passage: Passage, index: number): number[] {
  const features = [...inContext.subarray(0, contextFeatures(passage, index, inContext))];
  PLACE_SALTS.forEach((salt, place) => {
    const type = passage.types[index + place - REACH];
    if (type) for (const feature of type.near) features.push(mix(salt, feature));
    else features.push(mix(salt, EDGE));
  });
  features.push(...(passage.types[index]?.own ?? []));
  return features;
}

/** A lesson's features as rows of the weights, word by word. */
interface Rows {
  readonly rows: Int32Array;
  readonly from: Int32Array;
}

/**
 * A conditional random field (Lafferty, McCallum and Pereira 2001), learned passage by passage with AdaGrad (Duchi,
 * Hazan and Singer 2011) and dropout of features, for words of news that is written elsewhere will not be known.
 * Deterministic: the same lessons in the same order give the same weights.
 */
export function learnLinear(lessons: readonly Lesson[], options: LearningOptions): Learned {
  const { hashes, rows } = indexFeatures(lessons, options.leastCount);
  const learner = new Learner(hashes.length, options);
  const order = lessons.map((_, index) => index);
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    shuffle(order, learner.random.below);
    let loss = 0;
    for (const index of order) {
      const lesson = lessons[index];
      const own = rows[index];
      if (lesson && own) loss += learner.learn(lesson, own);
    }
    learner.keepAverage();
    options.onEpoch?.(epoch, loss);
  }
  return learner.result(hashes);
}

function shuffle(order: number[], below: (limit: number) => number): void {
  for (let index = order.length - 1; index > 0; index--) {
    const other = below(index + 1);
    const kept = order[index] ?? 0;
    order[index] = order[other] ?? 0;
    order[other] = kept;
  }
}

function indexFeatures(lessons: readonly Lesson[], leastCount: number): { hashes: Uint32Array; rows: Rows[] } {
  const counts = new Map<number, number>();
  for (const { passage } of lessons) {
    for (let index = 0; index < passage.length; index++) {
      for (const hash of featuresAt(passage, index)) counts.set(hash, (counts.get(hash) ?? 0) + 1);
    }
  }
  const frequent = [...counts].filter(([, count]) => count >= leastCount).map(([hash]) => hash);
  const hashes = Uint32Array.from(frequent).sort();
  const rowOf = new Map(Array.from(hashes, (hash, row) => [hash, row]));
  const rows = lessons.map(({ passage }) => {
    const found: number[] = [];
    const from = new Int32Array(passage.length + 1);
    for (let index = 0; index < passage.length; index++) {
      for (const hash of featuresAt(passage, index)) {
        const row = rowOf.get(hash);
        if (row !== undefined) found.push(row);
      }
      from[index + 1] = found.length;
    }
    return { rows: Int32Array.from(found), from };
  });
  return { hashes, rows };
}

class Learner {
  readonly random = seeded(1);
  readonly #options: LearningOptions;
  readonly #weights: Float32Array;
  readonly #squares: Float32Array;
  readonly #averages: Float32Array;
  readonly #steps = new Float32Array(STEPS.length);
  readonly #stepSquares = new Float32Array(STEPS.length).fill(1);
  readonly #stepAverages = new Float32Array(STEPS.length);
  readonly #lattice = new Lattice();
  #kept = 0;

  constructor(count: number, options: LearningOptions) {
    this.#options = options;
    this.#weights = new Float32Array(count * L);
    this.#squares = new Float32Array(count * L).fill(1);
    this.#averages = new Float32Array(count * L);
  }

  /** One step down the gradient. @returns the negative log-likelihood before it */
  learn(lesson: Lesson, { rows, from }: Rows): number {
    const { length } = lesson.passage;
    const kept = Uint8Array.from(rows, () => (this.random.next() < this.#options.dropout ? 0 : 1));
    const scores = lesson.base ? lesson.base.slice() : new Float32Array(length * L);
    for (let word = 0; word < length; word++) {
      for (let cell = from[word] ?? 0; cell < (from[word + 1] ?? 0); cell++) {
        if (kept[cell] === 0) continue;
        const row = (rows[cell] ?? 0) * L;
        for (let label = 0; label < L; label++) {
          scores[word * L + label] = (scores[word * L + label] ?? 0) + (this.#weights[row + label] ?? 0);
        }
      }
    }
    const { gradient, loss } = this.#gradient(lesson, scores);
    this.#descend(gradient, lesson.weight, { rows, from }, kept);
    return loss * lesson.weight;
  }

  #gradient({ passage: { length }, labels, allowed }: Lesson, scores: Float32Array) {
    const lattice = this.#lattice;
    const gradient = new Float32Array(length * L);
    lattice.expectedSteps.fill(0);
    const all = lattice.marginals(scores, this.#steps, length, gradient, { collect: 1 });
    if (allowed) {
      const right = new Float32Array(length * L);
      const some = lattice.marginals(scores, this.#steps, length, right, { allowed, collect: -1 });
      for (let cell = 0; cell < right.length; cell++) gradient[cell] = (gradient[cell] ?? 0) - (right[cell] ?? 0);
      return { gradient, loss: all - some };
    }
    let given = 0;
    for (let word = 0; word < length; word++) {
      const cell = word * L + (labels[word] ?? 0);
      given += scores[cell] ?? 0;
      gradient[cell] = (gradient[cell] ?? 0) - 1;
      const step = word > 0 ? STEP_AT.get((labels[word - 1] ?? 0) * L + (labels[word] ?? 0)) : undefined;
      if (step === undefined) continue;
      given += this.#steps[step] ?? 0;
      lattice.expectedSteps[step] = (lattice.expectedSteps[step] ?? 0) - 1;
    }
    return { gradient, loss: all - given };
  }

  #descend(gradient: Float32Array, weight: number, { rows, from }: Rows, kept: Uint8Array): void {
    const { rate } = this.#options;
    this.#lattice.expectedSteps.forEach((difference, step) => {
      const slope = difference * weight;
      if (slope === 0) return;
      const square = (this.#stepSquares[step] ?? 0) + slope * slope;
      this.#stepSquares[step] = square;
      this.#steps[step] = (this.#steps[step] ?? 0) - (rate * slope) / Math.sqrt(square);
    });
    for (let word = 0; word + 1 < from.length; word++) {
      for (let label = 0; label < L; label++) {
        const slope = (gradient[word * L + label] ?? 0) * weight;
        if (slope < SMALLEST_SLOPE && slope > -SMALLEST_SLOPE) continue;
        for (let cell = from[word] ?? 0; cell < (from[word + 1] ?? 0); cell++) {
          if (kept[cell] === 0) continue;
          const at = (rows[cell] ?? 0) * L + label;
          const square = (this.#squares[at] ?? 0) + slope * slope;
          this.#squares[at] = square;
          this.#weights[at] = (this.#weights[at] ?? 0) - (rate * slope) / Math.sqrt(square);
        }
      }
    }
  }

  /** Takes the weights as they are now into the average; the first epoch's are too raw for that. */
  keepAverage(): void {
    if (this.#kept === 0) this.#averages.fill(0);
    this.#kept++;
    add(this.#averages, this.#weights);
    add(this.#stepAverages, this.#steps);
  }

  result(hashes: Uint32Array): Learned {
    const scale = 1 / Math.max(1, this.#kept);
    return {
      weights: packed(hashes, this.#averages, scale * (1 - this.#options.dropout)),
      steps: this.#stepAverages.map((step) => step * scale),
    };
  }
}

/** Slopes that would change next to nothing are left out: most words are surely outside names. */
const SMALLEST_SLOPE = 0.002;

function add(sum: Float32Array, values: Float32Array): void {
  for (let index = 0; index < sum.length; index++) sum[index] = (sum[index] ?? 0) + (values[index] ?? 0);
}

/** One step of the small whole numbers that weights are rounded to. */
const PRECISION = 1 / 48;
/** Features whose weights all round to less than this are left out. */
const LEAST = 4;

function packed(hashes: Uint32Array, values: Float32Array, factor: number): Weights {
  const keptHashes: number[] = [];
  const sets: number[] = [];
  const rounded: number[] = [];
  hashes.forEach((hash, row) => {
    const whole = Array.from(values.subarray(row * L, (row + 1) * L), (value) =>
      Math.max(-127, Math.min(127, Math.round((value * factor) / PRECISION))),
    );
    if (!whole.some((value) => Math.abs(value) >= LEAST)) return;
    keptHashes.push(hash);
    let set = 0;
    whole.forEach((value, label) => {
      if (Math.abs(value) < LEAST - 1) return;
      set |= 1 << label;
      rounded.push(value);
    });
    sets.push(set);
  });
  return {
    scale: PRECISION,
    hashes: Uint32Array.from(keptHashes),
    sets: Uint32Array.from(sets),
    values: Int8Array.from(rounded),
  };
}

/** Labels that may be right where a corpus marks no nationalities, and a word is one. */
export function withoutGroups(passage: Passage, labels: Uint8Array, groupKind: number, groupType: number): Uint32Array {
  return Uint32Array.from(labels, (label, word) => {
    const isOpen = label === OUTSIDE && ((passage.types[word]?.kinds ?? 0) & groupKind) !== 0;
    const group = (1 << unitOf(groupType)) | (1 << beginOf(groupType)) | (1 << lastOf(groupType));
    return (1 << label) | (isOpen ? group : 0);
  });
}
