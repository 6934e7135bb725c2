import type { Fact, KnowledgeBase, KnownEntity } from './knowledgeBase';
import { nameKey } from './nameIndex';

const WORD = String.raw`\p{Lu}[\p{L}'’.-]*`;

/** A name of up to four words, a comma, and what is called next. */
const PAIR = new RegExp(String.raw`(?<![\p{L}\p{N}])(${WORD}(?: ${WORD}){0,3}), (?=(${WORD}(?: ${WORD}){0,2}))`, 'gu');

/**
 * How often a text names a region behind a place that is in it, by the region's key: "Rochester, New York" is about the
 * state, however much more is said of the city elsewhere. Linear time.
 */
export function regionsNamed(text: string, base: KnowledgeBase): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const known = new Map<string, boolean>();
  for (const [, place = '', after = ''] of text.matchAll(PAIR)) {
    const region = nameKey(after.replace(/['’]s$/, ''));
    const pair = `${place}\n${region}`;
    const isIn = known.get(pair) ?? isWithin(base.candidates(place, 'GPE'), region, base);
    known.set(pair, isIn);
    if (isIn) counts.set(region, (counts.get(region) ?? 0) + 1);
  }
  return counts;
}

/** Whether an entry is what others are in: a state, a province. */
export function isRegion({ label, facts }: KnownEntity): boolean {
  return label === 'GPE' && factOf(facts, 'kind') === undefined && factOf(facts, 'country') !== undefined;
}

function isWithin(places: readonly KnownEntity[], region: string, base: KnowledgeBase): boolean {
  const regions = base.candidates(region, 'GPE').filter(isRegion);
  if (regions.length === 0) return false;
  const countries = new Set(regions.map(({ facts }) => factOf(facts, 'country')));
  return places.some(({ facts }) => {
    const own = factOf(facts, 'region');
    // Of small places only the country is known.
    return own === undefined ? countries.has(factOf(facts, 'country') ?? '') : nameKey(own) === region;
  });
}

function factOf(facts: readonly Fact[], wanted: Fact['kind']): string | undefined {
  return facts.find(({ kind }) => kind === wanted)?.value;
}
