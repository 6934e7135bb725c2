import type { Case, Prediction } from './figureCases';
import { chrono } from './peers/chrono';
import { compromise } from './peers/compromise';
import { microsoft } from './peers/microsoft';
import { wink } from './peers/wink';

/** A library to compare with. */
export interface Peer {
  readonly name: string;
  /** What it finds in a case, its values put into our normal form as far as it gives any. */
  predict(one: Case): readonly Prediction[];
  /** Goes through a text and finds all that it finds. */
  read(text: string): void;
  /** Characters of news that it gets through in a reasonable time. */
  readonly sample: number;
}

/** The libraries that scripts/bench.mjs installs in test/bench/peers. */
export async function loadPeers(): Promise<readonly Peer[]> {
  return [microsoft(), chrono(), compromise(), wink()];
}
