/** How many units away from now the words "this", "last" and "next" say; a map, as any word of an article is looked up. */
export const SHIFTS: ReadonlyMap<string, number> = new Map([
  ['this', 0],
  ['last', -1],
  ['next', 1],
]);
