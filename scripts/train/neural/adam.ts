import type { Parameters } from './parameters';

const FIRST = 0.9;
const SECOND = 0.999;
const SMALL = 1e-8;
/** Gradients longer than this are shortened to it. */
const LONGEST_GRADIENT = 2;
/** Steps that the mean of the parameters looks back on. */
const MEAN_STEPS = 400;

/** Adam (Kingma and Ba 2015) with clipped gradients, and a running mean of the parameters, which is what is kept. */
export class Adam {
  readonly #parameters: Parameters;
  readonly #first: Float32Array;
  readonly #second: Float32Array;
  #mean: Float32Array | undefined;
  #meanSteps = 0;
  #steps = 0;

  constructor(parameters: Parameters) {
    this.#parameters = parameters;
    this.#first = new Float32Array(parameters.values.length);
    this.#second = new Float32Array(parameters.values.length);
  }

  /** Moves the parameters against their gradients, which become 0. */
  step(rate: number): void {
    const { values, gradients } = this.#parameters;
    const first = this.#first;
    const second = this.#second;
    this.#steps++;
    const shorter = this.#shortening();
    const size = (rate * Math.sqrt(1 - SECOND ** this.#steps)) / (1 - FIRST ** this.#steps);
    for (let index = 0; index < values.length; index++) {
      const gradient = (gradients[index] as number) * shorter;
      const m = FIRST * (first[index] as number) + (1 - FIRST) * gradient;
      const v = SECOND * (second[index] as number) + (1 - SECOND) * gradient * gradient;
      first[index] = m;
      second[index] = v;
      values[index] = (values[index] as number) - (size * m) / (Math.sqrt(v) + SMALL);
    }
    gradients.fill(0);
  }

  /** Takes the parameters into their running mean. */
  remember(): void {
    const { values } = this.#parameters;
    this.#mean ??= new Float32Array(values.length);
    this.#meanSteps++;
    const share = 1 / Math.min(this.#meanSteps, MEAN_STEPS);
    for (let index = 0; index < values.length; index++) {
      const mean = this.#mean[index] as number;
      this.#mean[index] = mean + ((values[index] as number) - mean) * share;
    }
  }

  /** Puts the running mean in the parameters' place, and begins a new one. */
  settle(): void {
    if (this.#mean) this.#parameters.values.set(this.#mean);
    this.#mean = undefined;
    this.#meanSteps = 0;
  }

  #shortening(): number {
    let squares = 0;
    for (const gradient of this.#parameters.gradients) squares += gradient * gradient;
    const length = Math.sqrt(squares);
    return length > LONGEST_GRADIENT ? LONGEST_GRADIENT / length : 1;
  }
}
