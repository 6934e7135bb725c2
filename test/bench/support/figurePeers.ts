import type { Case, Prediction } from './figureCases';

/** A library to compare with. */
export interface Peer {
  readonly name: string;
  predict(one: Case): readonly Prediction[];
  /** Goes through a text and finds what it finds. */
  read(text: string): void;
}

export async function loadPeers(): Promise<readonly Peer[]> {
  return [];
}
