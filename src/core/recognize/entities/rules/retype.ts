import { type Gazetteer, KINDS } from '../gazetteer';
import type { Passage } from '../tagger/passage';
import type { NameSpan } from '../tagger/spans';
import { FACILITY_FOLLOWERS } from './headWords';
import { BODIES, EVERYDAY, knownKinds, PEOPLE, PLACES } from './known';
import { EVENT, NORP, ORG, PERSON, PLACE } from './types';

/** Places that are seldom called like something else. */
const SURE_PLACES = KINDS.city | KINDS.country | KINDS.region | KINDS.location | KINDS.facility;

/**
 * A name that the gazetteer knows as one thing only is that thing: "Costa Rican" a group, "Costa Rica" a place. One word
 * alone is taken for it more carefully, for it may be part of somebody's name.
 */
export function retyped(passage: Passage, name: NameSpan, gazetteer: Gazetteer): NameSpan {
  if (name.type === PLACE && isUnion(passage, name)) return { ...name, type: ORG };
  const kinds = knownKinds(passage, name.from, name.to, gazetteer);
  const type = kinds === 0 ? typeByFollower(passage, name) : onlyType(kinds, name);
  return type === undefined || type === name.type ? name : { ...name, type };
}

/** "E.U." as "EU": with dots it looks like "U.S." to the tagger. */
function isUnion({ types }: Passage, { from, to }: NameSpan): boolean {
  const letters = types
    .slice(from, to)
    .map(({ text }) => text)
    .join('')
    .replaceAll('.', '');
  return letters === 'EU' || letters === 'UN';
}

/** "The Power of Siberia-2 pipeline": what is built, whoever it sounds like. */
function typeByFollower({ types }: Passage, { to, type }: NameSpan): number | undefined {
  return type === ORG && FACILITY_FOLLOWERS.has(types[to]?.lower ?? '') ? PLACE : undefined;
}

function onlyType(kinds: number, { from, to, type }: NameSpan): number | undefined {
  const has = (some: number) => (kinds & some) !== 0;
  const isLong = to - from > 1;
  if (has(KINDS.group) && type !== EVENT && !has(PLACES | PEOPLE | BODIES)) return NORP;
  if (isLong && has(SURE_PLACES) && !has(BODIES | KINDS.person | KINDS.group | KINDS.event)) return PLACE;
  if (isLong && has(BODIES) && !has(PLACES | PEOPLE | KINDS.group)) return ORG;
  if (type !== PERSON && type !== ORG) return undefined;
  if (has(KINDS.country) && !has(BODIES | PEOPLE | KINDS.group | EVERYDAY)) return PLACE;
  return type === PERSON && has(BODIES) && !has(PLACES | PEOPLE | KINDS.group | EVERYDAY) ? ORG : undefined;
}

/** Capitalized words that are nobody's name: sicknesses, deities, faiths, holy books, offices, the currency in "US$5". */
const NO_NAMES =
  /^(?:covid(?: ?- ?19)?|god|allah|islam|pope|internet|web|bible|quran|koran|mou|lgbtq?|ceo|cfo|gdp|vat|hiv|aids|dna|tv|pm|am|gmt|utc)$/;

/** Whether what was found is no name at all. */
export function isNoName({ types }: Passage, { from, to }: NameSpan): boolean {
  const words = types.slice(from, to).map(({ lower }) => lower);
  if (NO_NAMES.test(words.join(' '))) return true;
  return words.length === 1 && words[0] === 'us' && types[to]?.text === '$';
}
