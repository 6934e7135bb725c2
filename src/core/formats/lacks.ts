import type { Format } from './format';
import { KINDS, type Kind, kindInWords } from './kinds';

/** Kinds that no format holds, and that no page need name. */
const NOWHERE = new Set<Kind>(['orphan', 'empty']);

/** What a format can't hold, in the person's language, in the order of the table of kinds. */
export function lacksOf({ holds, labelForm }: Format): string[] {
  const kinds = (Object.keys(KINDS) as Kind[]).filter((kind) => !NOWHERE.has(kind) && !holds.has(kind));
  return kinds.filter((kind) => kind !== 'label' || labelForm !== undefined).map(kindInWords);
}
