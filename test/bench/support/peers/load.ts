import { createRequire } from 'node:module';
import path from 'node:path';
import type { Group, Prediction } from '../figureCases';

const require = createRequire(path.resolve('test', 'bench', 'peers', 'package.json'));

/** A library of test/bench/peers, in the shape that the caller knows it to have. */
export function loadPeer<T>(name: string): T {
  return require(name) as T;
}

export function prediction(group: Group, start: number, end: number, value: string): Prediction {
  return { group, start, end, spans: [[start, end]], value };
}

/** A number as our values write it, whatever a library calls it. */
export const plain = (value: unknown): string => String(value === '' ? Number.NaN : Number(value));
