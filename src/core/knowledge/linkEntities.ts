import { type EntryTraits, longWords, traitsOf } from './entryTraits';
import type { KnowledgeBase, KnownEntity } from './knowledgeBase';
import { nameKey } from './nameIndex';
import { isRegion, regionsNamed } from './regionsNamed';

/** An entity of an article, as far as linking looks at it; every `EntityGroup` is one. */
export interface LinkedGroup {
  /** Key of the entity among the article's mentions. */
  readonly entity: string;
  /** A label of OntoNotes; others fit every entry. */
  readonly label: string;
  /** Its fullest name. */
  readonly name: string;
  readonly mentions: readonly { readonly text: string }[];
}

/** What linking may know beside the names. */
export interface LinkContext {
  /** The article's text: words of it that an entry's description and facts have in common speak for the entry. */
  readonly text: string;
  /** Ids of the base that a person has given to entities, by the entities' keys: they stand, and help the others. */
  readonly decided?: ReadonlyMap<string, string>;
}

/** An entry that an entity may be. */
export interface LinkCandidate {
  readonly entry: KnownEntity;
  /** How likely it is that one, of all candidates and of none: 0 to 1. */
  readonly likelihood: number;
}

/** What an entity is in the knowledge base, as far as can be told. */
export interface EntityLinkGuess {
  /** The likeliest first; never empty. */
  readonly candidates: readonly [LinkCandidate, ...LinkCandidate[]];
  /** Whether the first is likely enough to be shown; one that a person decided on always is. */
  readonly isSure: boolean;
  readonly isDecided: boolean;
}

/** At least so likely is what is shown unasked. Chosen on the training parts of GUM: see `npm run bench:clusters`. */
const SURE = 0.6;

/**
 * Ranks the entries of a knowledge base that the entities of one article may be. What is certain is taken first, and the
 * countries that it belongs to speak for others of theirs: "Georgia" is the state where Atlanta is in the article.
 * @returns by the entities' keys; entities without a candidate are absent. Time is linear in text, entities and candidates.
 */
export function linkEntities(
  groups: readonly LinkedGroup[],
  base: KnowledgeBase,
  { text, decided = new Map() }: LinkContext,
): ReadonlyMap<string, EntityLinkGuess> {
  const found = groups.flatMap((group) => {
    const entries = candidatesOf(group, base, decided.get(group.entity));
    return entries.length > 0 ? [{ group, entries }] : [];
  });
  const places = placesOf(found.filter(isCertainPlace));
  const words = longWords(text);
  const regions = found.some(mayBeRegion) ? regionsNamed(text, base) : new Map<string, number>();
  return new Map(
    found.map(({ group, entries }) => [
      group.entity,
      guessed(group, entries, { places, words, regions, text }, decided.get(group.entity)),
    ]),
  );
}

/** An entity with the entries that it may be. */
interface Found {
  readonly group: LinkedGroup;
  readonly entries: readonly KnownEntity[];
}

interface Evidence {
  /** How much is said of a country or region, by its name's key: 1 for the one that most is said of. */
  readonly places: ReadonlyMap<string, number>;
  /** Words of the article of four letters or more, in lower case. */
  readonly words: ReadonlySet<string>;
  /** How often a region stands behind the name of a place in it, by its name's key. */
  readonly regions: ReadonlyMap<string, number>;
  readonly text: string;
}

/** Whether it is a region or something else: only then it matters how the text names it. */
function mayBeRegion({ entries }: Found): boolean {
  return entries.length > 1 && entries.some(isRegion);
}

/** How many entries of one name are looked at: among hundreds of Springfields the prominent ones. */
const MOST_CANDIDATES = 40;

function candidatesOf(
  { name, label, mentions }: LinkedGroup,
  base: KnowledgeBase,
  decided: string | undefined,
): readonly KnownEntity[] {
  const entry = decided === undefined ? undefined : base.get(decided);
  if (entry) return [entry];
  const found = base.candidates(name, label);
  if (found.length > 0) return found.slice(0, MOST_CANDIDATES);
  // "UK Home Office" is not in the base, but is also called "Home Office".
  const others = [...new Set(mentions.map(({ text }) => text))]
    .sort((a, b) => b.length - a.length)
    .slice(0, MOST_NAMES);
  for (const other of others) {
    const called = base.candidates(other, label);
    if (called.length > 0 && (label !== 'PERSON' || other.includes(' '))) return called.slice(0, MOST_CANDIDATES);
  }
  return [];
}

/** How many of an entity's other names are looked up where its fullest is unknown. */
const MOST_NAMES = 4;

/** A place that can be but one: an organization says little about where the article is. */
function isCertainPlace({ entries: [first, ...others] }: Found): boolean {
  return first !== undefined && others.length === 0 && (first.label === 'GPE' || first.label === 'LOC');
}

/** The countries and regions that entities without another candidate are, or are in; by how much is said of each. */
function placesOf(certain: readonly Found[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { group, entries } of certain) {
    for (const place of entries.flatMap((entry) => traitsOf(entry).places))
      counts.set(place, (counts.get(place) ?? 0) + group.mentions.length);
  }
  let most = 1;
  for (const count of counts.values()) most = Math.max(most, count);
  return new Map([...counts].map(([place, count]) => [place, count / most]));
}

function guessed(
  group: LinkedGroup,
  entries: readonly KnownEntity[],
  evidence: Evidence,
  decided: string | undefined,
): EntityLinkGuess {
  const names = namesIn(group);
  const capital = entries.find(isCapital);
  const scores = entries.map((entry) => scoreOf(names, entry, evidence, isLesserThan(capital, entry)));
  // Softmax, with the chance that it is none of them: an entity nobody has heard of, called the same.
  const none = Math.exp(NONE);
  const weights = scores.map((score) => Math.exp(score));
  const sum = none + weights.reduce((total, weight) => total + weight, 0);
  const ranked = entries
    .map((entry, index) => ({ entry, likelihood: (weights[index] ?? 0) / sum }))
    .sort((a, b) => b.likelihood - a.likelihood || b.entry.prominence - a.entry.prominence);
  const [first, ...others] = ranked;
  if (!first) throw new RangeError('a guess among no entries');
  const isDecided = decided !== undefined && first.entry.id === decided;
  return { candidates: [first, ...others], isSure: isDecided || first.likelihood >= SURE, isDecided };
}

const NONE = 1.2;

/** What an entity of the article is called, as names are compared. */
interface GroupNames {
  readonly label: string;
  readonly name: string;
  /** How large a part of its mentions bears each name. */
  readonly shares: ReadonlyMap<string, number>;
  readonly count: number;
}

function namesIn({ label, name, mentions }: LinkedGroup): GroupNames {
  const shares = new Map<string, number>();
  const keys = new Map<string, string>();
  for (const { text } of mentions) {
    const key = keys.get(text) ?? nameKey(text);
    keys.set(text, key);
    shares.set(key, (shares.get(key) ?? 0) + 1 / mentions.length);
  }
  return { label, name: nameKey(name), shares, count: mentions.length };
}

const isCapital = ({ facts }: KnownEntity) =>
  facts.some(({ kind, value }) => kind === 'kind' && value === 'capital city');

/** Whether another country's capital is called as a place is. */
function isLesserThan(capital: KnownEntity | undefined, entry: KnownEntity): boolean {
  if (!capital || entry === capital || entry.label !== 'GPE') return false;
  const countryOf = ({ facts }: KnownEntity) => facts.find(({ kind }) => kind === 'country')?.value;
  return countryOf(entry) !== countryOf(capital);
}

/**
 * What speaks for an entry, as a logarithm of odds.
 * @param isLesser whether another country's capital is called so too
 */
function scoreOf(
  { label, name, shares, count }: GroupNames,
  entry: KnownEntity,
  evidence: Evidence,
  isLesser: boolean,
): number {
  const { places, words, regions, text } = evidence;
  const traits = traitsOf(entry);
  let others = 0;
  for (const [called, share] of shares) if (traits.called.has(called)) others += share;
  const isWhole = name.includes(' ');
  let around = 0;
  for (const place of traits.places) if (place !== name) around = Math.max(around, places.get(place) ?? 0);
  // A parliament or party that is called as elsewhere: the country of the article tells, or nothing does.
  const isCommon = entry.label === 'ORG' && entry.prominence < 0.5 && around < 1;
  return (
    (entry.source === 'workspace' ? 3 : 0) +
    4 * entry.prominence +
    (traits.name === name || traits.name === `${name} city` ? 0.6 : 0) +
    (isWhole ? 0.6 : 0) +
    0.4 * others +
    (entry.label === label ? 0.8 : labelPenalty(label, entry.label)) +
    // An American article that has Paris seldom means the one in Texas.
    (isLesser ? 0.3 : 1.5) * around +
    (entry.label === 'ORG' && entry.source !== 'workspace' && isBare(name, traits, text) ? -5 : 0) +
    (isRegion(entry) ? 2 * Math.min(1, (regions.get(name) ?? 0) / count) : 0) +
    (isCommon ? -3 : 0) +
    (traits.called.has(name) ? 0 : -1) +
    // A surname alone is many people's.
    (label === 'PERSON' && !isWhole ? -1.5 : 0) +
    0.9 * overlap(traits.words, words)
  );
}

/**
 * Whether a body's name lacks what its entry has before it, and the article has that nowhere: the "Security Council" is
 * that of the UN only where the UN is named.
 */
function isBare(name: string, { name: own, called }: EntryTraits, text: string): boolean {
  if (!own.endsWith(` ${name}`)) return false;
  const before = [...called].flatMap((other) => (other.endsWith(` ${name}`) ? [other.slice(0, -name.length - 1)] : []));
  return !before.some((words) => stands(words, text));
}

/** Whether words stand in a text; those of two or three letters as an acronym, with dots or without. */
function stands(words: string, text: string): boolean {
  const isAcronym = /^\p{L}{2,3}$/u.test(words);
  const form = isAcronym ? [...words.toUpperCase()].join('\\.?') : words.replace(/[^\p{L}\p{N} ]/gu, '.');
  return new RegExp(`(?<![\\p{L}\\p{N}])${form}(?![\\p{L}\\p{N}])`, isAcronym ? 'u' : 'iu').test(text);
}

/** A government is often taken for an organization, a place for another kind of place; else a label is mostly right. */
function labelPenalty(label: string, entry: string): number {
  const isPlace = (id: string) => id === 'GPE' || id === 'LOC' || id === 'FAC';
  return isPlace(label) && isPlace(entry) ? 0 : -0.8;
}

/** How much of what is said of an entry the article has the words of: 0 to 1. */
function overlap(own: ReadonlySet<string>, words: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of own) if (words.has(word)) shared++;
  return shared / Math.max(4, own.size);
}
