import { type Gazetteer, KINDS } from '../gazetteer';
import type { Passage } from '../tagger/passage';

/** Kinds of entries by what they would make a name. */
export const PLACES = KINDS.town | KINDS.city | KINDS.country | KINDS.region | KINDS.location | KINDS.facility;
export const PEOPLE = KINDS.given | KINDS.surname | KINDS.person;
export const BODIES = KINDS.organization | KINDS.company | KINDS.media;
export const EVERYDAY = KINDS.noun | KINDS.verb | KINDS.adjective | KINDS.small | KINDS.frequent;

/** What the gazetteer says of some words in a row, all of them together; 0 where it does not hold them. */
export function knownKinds({ types }: Passage, from: number, to: number, gazetteer: Gazetteer): number {
  const first = types[from];
  if (!first || to === from + 1) return first?.kinds ?? 0;
  const words = types.slice(from, to).map(({ key }) => key);
  const match = gazetteer.matchAt(words, 0);
  return match?.to === words.length ? match.kinds : 0;
}
