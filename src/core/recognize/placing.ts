import { type Suggestion, shiftedSuggestion } from './suggestion';

/** Puts suggestions of a paragraph, with offsets from its start, where it stands in the article. */
export type Place = (found: readonly Suggestion[], start: number) => readonly Suggestion[];

/** Remembers where each list was put the last time: most of an article stands where it stood before. */
export function createPlacing(): Place {
  const known = new WeakMap<
    readonly Suggestion[],
    { readonly start: number; readonly placed: readonly Suggestion[] }
  >();
  return (found, start) => {
    if (found.length === 0) return found;
    const before = known.get(found);
    if (before?.start === start) return before.placed;
    const placed = found.map((suggestion) => shiftedSuggestion(suggestion, start));
    known.set(found, { start, placed });
    return placed;
  };
}
