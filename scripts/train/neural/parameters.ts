import type { Random } from '../../../test/bench/support/random';

/** All that is learned, in one row of numbers, so that the optimizer need not know its parts. */
export interface Parameters {
  readonly values: Float32Array;
  readonly gradients: Float32Array;
  /** A part's numbers, or their gradients; both are views. */
  value(part: string): Float32Array;
  gradient(part: string): Float32Array;
}

/** A part's size, and how far from 0 it begins: evenly spread within `spread`. */
export interface Part {
  readonly size: number;
  readonly spread: number;
}

/** @throws {RangeError} on asking for a part that is not there */
export function createParameters(parts: Readonly<Record<string, Part>>, random: Random): Parameters {
  const total = Object.values(parts).reduce((sum, { size }) => sum + size, 0);
  const values = new Float32Array(total);
  const gradients = new Float32Array(total);
  const bounds = new Map<string, readonly [number, number]>();
  let start = 0;
  for (const [name, { size, spread }] of Object.entries(parts)) {
    bounds.set(name, [start, start + size]);
    for (let index = start; index < start + size; index++) values[index] = (random.next() * 2 - 1) * spread;
    start += size;
  }
  const view = (all: Float32Array, part: string) => {
    const bound = bounds.get(part);
    if (!bound) throw new RangeError(`no part ${part}`);
    return all.subarray(...bound);
  };
  return { values, gradients, value: (part) => view(values, part), gradient: (part) => view(gradients, part) };
}
