import type { Entity } from '../annotation/annotation';
import type { LabelSet } from '../annotation/labelSet';
import { initialsOf, wordsOf } from '../entities/nameForm';
import type { EntityGroup } from './entityGroup';
import { areTwo } from './notSame';
import { isMisspelt, isOtherNumber, SHORTEST_MISSPELT, sound } from './spelling';

/** Why two entities may be one; the likeliest first. */
export type Likeness = 'same link' | 'same name' | 'spelling' | 'initials' | 'shorter name';

export interface Alike {
  readonly group: EntityGroup;
  readonly likeness: Likeness;
}

const ORDER: readonly Likeness[] = ['same link', 'same name', 'spelling', 'initials', 'shorter name'];

/**
 * The other entities of an article that may be the same as one of them, the likeliest first; not those of which a person
 * has said that they are not.
 * @param groups all entities of the article
 * @param records the sidecar's entities, for their links and for what they are not
 * @param labels what the labels mean
 */
export function alikeTo(
  group: EntityGroup,
  groups: readonly EntityGroup[],
  records: readonly Entity[],
  labels: LabelSet,
): readonly Alike[] {
  const own = formOf(group, records);
  const found = groups.flatMap((other) => {
    if (other.entity === group.entity) return [];
    const likeness = likenessOf(own, formOf(other, records), labels);
    return likeness && !areTwo(group.entity, other.entity, records) ? [{ group: other, likeness }] : [];
  });
  return found.sort(
    (a, b) =>
      ORDER.indexOf(a.likeness) - ORDER.indexOf(b.likeness) || b.group.mentions.length - a.group.mentions.length,
  );
}

/** What is compared of an entity. */
interface Form {
  readonly label: string;
  /** Its name without accents, doubled letters and what else spellings differ in. */
  readonly words: readonly string[];
  readonly initials: string | undefined;
  readonly links: readonly string[];
}

function formOf({ entity, label, name }: EntityGroup, records: readonly Entity[]): Form {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const links = records.find(({ id }) => id === entity)?.links ?? {};
  return {
    label,
    words: wordsOf(plain.replace(/[^\p{L}\p{N}\s-]/gu, '')),
    initials: initialsOf(plain),
    links: Object.entries(links).map(([base, id]) => `${base} ${id}`),
  };
}

function likenessOf(a: Form, b: Form, labels: LabelSet): Likeness | undefined {
  if (a.links.some((link) => b.links.includes(link))) return 'same link';
  if (labels.of(a.label).group !== 'entity' || labels.of(b.label).group !== 'entity') return undefined;
  const [one, other] = [a.words.join(' '), b.words.join(' ')];
  if (one === '' || other === '') return undefined;
  if (one === other) return 'same name';
  if (sound(one) === sound(other)) return 'spelling';
  if (a.initials === other || b.initials === one) return 'initials';
  if (a.label !== b.label) return undefined;
  const isPerson = labels.covers(a.label, 'PERSON');
  if (isOtherNumber(one, other)) return undefined;
  if (Math.min(one.length, other.length) >= SHORTEST_MISSPELT && isMisspelt(one, other)) return 'spelling';
  if (isPlaceOrGroup(a.label, labels) && !leavesKindOut(a.words, b.words)) return undefined;
  return isShorter(a.words, b.words, isPerson) || isShorter(b.words, a.words, isPerson) ? 'shorter name' : undefined;
}

const isPlaceOrGroup = (label: string, labels: LabelSet) =>
  ['GPE', 'LOC', 'NORP'].some((kind) => labels.covers(label, kind));

/** Kinds of places that a name can go without: "the Pacific". Elsewhere a part of a place's name is another place: Virginia Beach. */
const KINDS = /^(?:ocean|sea|river|mountains|region|desert|valley|coast|basin|county|province|republic|district)$/;

function leavesKindOut(a: readonly string[], b: readonly string[]): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return (
    long.slice(short.length).every((word) => KINDS.test(word)) && short.every((word, index) => long[index] === word)
  );
}

/**
 * Whether one name is the other with words left out: "Carnegie Endowment" of "Carnegie Endowment for International
 * Peace". A person keeps the surname, and the first name or its initial.
 */
function isShorter(short: readonly string[], long: readonly string[], isPerson: boolean): boolean {
  if (short.length >= long.length) return isPerson && short.length === long.length && isAbbreviated(short, long);
  if (isPerson) return short.at(-1) === long.at(-1) && (short.length === 1 || fits(short[0], long[0]));
  if (short.length === 1) return short[0] === long[0] && (short[0]?.length ?? 0) > 3;
  const kept = new Set(long);
  return short[0] === long[0] && short.every((word) => kept.has(word));
}

/** "V. Putin" of "Vladimir Putin". */
function isAbbreviated(short: readonly string[], long: readonly string[]): boolean {
  return short.length > 1 && short.at(-1) === long.at(-1) && short[0]?.length === 1 && fits(short[0], long[0]);
}

function fits(first: string | undefined, other: string | undefined): boolean {
  if (!first || !other) return false;
  return (
    first === other ||
    (first.length === 1 && other.startsWith(first)) ||
    (other.length === 1 && first.startsWith(other))
  );
}
