import type { KnowledgeBase, KnownEntity } from './knowledgeBase';
import { nameKey } from './nameIndex';

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
  const places = placesOf(found.filter(({ entries }) => entries.length === 1).map(({ entries }) => entries));
  const words = new Set(text.toLowerCase().match(/\p{L}{4,}/gu) ?? []);
  return new Map(
    found.map(({ group, entries }) => [
      group.entity,
      guessed(group, entries, { places, words }, decided.get(group.entity)),
    ]),
  );
}

interface Evidence {
  /** How many entities of the article belong to a country or a part of one, by its name's key. */
  readonly places: ReadonlyMap<string, number>;
  /** Words of the article of four letters or more, in lower case. */
  readonly words: ReadonlySet<string>;
}

/** How many entries of one name are looked at: among hundreds of Springfields the prominent ones. */
const MOST_CANDIDATES = 40;

function candidatesOf({ name, label }: LinkedGroup, base: KnowledgeBase, decided: string | undefined): KnownEntity[] {
  const entry = decided === undefined ? undefined : base.get(decided);
  if (entry) return [entry];
  return base.candidates(name, label).slice(0, MOST_CANDIDATES);
}

/** The countries and regions that entries are, or are in. */
function placesOf(all: readonly (readonly KnownEntity[])[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  for (const entries of all) {
    for (const entry of entries) {
      for (const place of placeNames(entry)) places.set(place, (places.get(place) ?? 0) + 1);
    }
  }
  return places;
}

function placeNames({ name, label, facts }: KnownEntity): readonly string[] {
  const around = facts.filter(({ kind }) => kind === 'country' || kind === 'region').map(({ value }) => nameKey(value));
  return [...new Set(label === 'GPE' ? [nameKey(name), ...around] : around)];
}

function guessed(
  group: LinkedGroup,
  entries: readonly KnownEntity[],
  evidence: Evidence,
  decided: string | undefined,
): EntityLinkGuess {
  const scores = entries.map((entry) => scoreOf(group, entry, evidence));
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

/** What speaks for an entry, as a logarithm of odds. */
function scoreOf({ name, label, mentions }: LinkedGroup, entry: KnownEntity, { places, words }: Evidence): number {
  const key = nameKey(name);
  const called = new Set([entry.name, ...entry.aliases].map(nameKey));
  const isName = nameKey(entry.name) === key;
  const others = mentions.filter(({ text }) => called.has(nameKey(text))).length / Math.max(1, mentions.length);
  const isWhole = key.includes(' ');
  const around = placeNames(entry).filter((place) => place !== key);
  const isAround = around.some((place) => places.has(place));
  return (
    (entry.source === 'workspace' ? 3 : 0) +
    4 * entry.prominence +
    (isName ? 0.6 : 0) +
    (isWhole ? 0.6 : 0) +
    0.4 * others +
    (entry.label === label ? 0.8 : labelPenalty(label, entry.label)) +
    (isAround ? 1.2 : 0) +
    0.9 * overlap(entry, words)
  );
}

/** A government is often taken for an organization, a place for another kind of place; else a label is mostly right. */
function labelPenalty(label: string, entry: string): number {
  const isPlace = (id: string) => id === 'GPE' || id === 'LOC' || id === 'FAC';
  return isPlace(label) && isPlace(entry) ? 0 : -0.8;
}

/** How much of a description the article has the words of: 0 to 1. */
function overlap({ description, facts }: KnownEntity, words: ReadonlySet<string>): number {
  const telling = [description, ...facts.filter(({ kind }) => TELLING.has(kind)).map(({ value }) => value)].join(' ');
  const own = new Set(telling.toLowerCase().match(/\p{L}{4,}/gu) ?? []);
  if (own.size === 0) return 0;
  let shared = 0;
  for (const word of own) if (words.has(word)) shared++;
  return shared / Math.max(4, own.size);
}

const TELLING = new Set(['kind', 'seat', 'capital', 'country', 'region', 'demonym', 'members']);
