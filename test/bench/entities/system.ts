import type { GoldDocument, Name } from './gold';

/** What finds names: Newsmark or a peer. */
export interface System {
  readonly name: string;
  /** The names in one text, with the gold data's types. */
  find(text: string): Promise<readonly Name[]> | readonly Name[];
}

/** Runs a system over documents: what it found, by document id. */
export async function findAll(system: System, documents: readonly GoldDocument[]): Promise<Map<string, Predicted>> {
  const found = new Map<string, Predicted>();
  for (const { id, text } of documents) found.set(id, { text, entities: await system.find(text) });
  return found;
}

/** A document with what was found in it. */
export type Predicted = Pick<GoldDocument, 'text' | 'entities'>;
