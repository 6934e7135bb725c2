import type { KnowledgeBase, KnownEntity } from './knowledgeBase';

/** The place whose people, and what is theirs, are called so: "Chinese", "Russians". Undefined where several are. */
export function placeOfDemonym(base: Pick<KnowledgeBase, 'demonymsOf'>, name: string): KnownEntity | undefined {
  const singular = name.replace(/(?<=[nri])s$/, '');
  const found = base.demonymsOf(name);
  const places = new Map((found.length > 0 ? found : base.demonymsOf(singular)).map((place) => [place.id, place]));
  // "French" are also the territories of France.
  const countries = [...places.values()].filter(({ description }) => description.startsWith('country '));
  const meant = countries.length > 0 ? countries : [...places.values()];
  return meant.length === 1 ? meant[0] : undefined;
}

/** What those of a place, and what is theirs, are called; undefined where that names other places too. */
export function demonymOf(base: Pick<KnowledgeBase, 'demonymsOf'>, place: KnownEntity): string | undefined {
  const demonym = place.facts.find(({ kind }) => kind === 'demonym')?.value;
  return demonym !== undefined && placeOfDemonym(base, demonym)?.id === place.id ? demonym : undefined;
}
