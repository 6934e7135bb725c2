import { type Gender, genderOf } from './gender';
import type { Joined } from './joined';
import { comparedName, wordsOf } from './nameForm';
import { onceEach } from './onceEach';
import { isTitle } from './titles';

/** A mention of a person: its words, and those right before it where they are known. */
export interface PersonMention {
  readonly text: string;
  readonly before: string;
}

const SUFFIX = /^(?:jr|sr|ii|iii|iv)\.?$/;
const PARTICLES = new Set('von van de da di bin al el ibn der den ter la le dos abu ben'.split(' '));

/**
 * The names that people go by within an article: full names by themselves, longer or shorter forms of one with the only
 * one they can be of; single names with the full name before them that fits, else the first one after.
 * @param people in reading order
 * @returns in the same order; linear time for names of ordinary length
 */
export function joinPeople(people: readonly PersonMention[]): Joined[] {
  const compared = onceEach(comparedName);
  const names = people.map(({ text }) => compared(text));
  const all = new Set(names);
  const full = canonicalNames(names);
  const owners = ownersOf(new Set(full.values()));
  const last = new Map<string, string[]>();
  /** How often each full name was meant by a single one. */
  const meant = new Map<string, number>();
  const formsOf = onceEach(singleForms);
  const bareOf = onceEach(withoutTitle);
  const inFull = onceEach((name): Joined => {
    const own = full.get(name) ?? name;
    return { name: own, reason: own === name ? 'name' : isTitled(name, own) ? 'title' : 'person' };
  });
  return names.map((name, index) => {
    const own = full.get(name);
    if (own !== undefined) {
      const isMain = (other: string) =>
        other !== own && (meant.get(other) ?? 0) >= MAIN * Math.max(1, meant.get(own) ?? 0);
      remember(last, own, formsOf(own), KIN.test(people[index]?.before ?? ''), isMain);
      return inFull(name);
    }
    const mention = people[index];
    const bare = bareOf(name);
    const before = bare === name ? (mention?.before ?? '') : name.slice(0, -bare.length);
    const found = nearest(last.get(bare), before) ?? nearest(owners.get(bare)?.slice(0, 1), '');
    if (found !== undefined) meant.set(found, (meant.get(found) ?? 0) + 1);
    if (found !== undefined) return { name: found, reason: bare === name ? 'person' : 'title' };
    return { name: bare !== name && all.has(bare) ? bare : name, reason: bare === name ? 'name' : 'title' };
  });
}

/**
 * The full name that each name of several words stands for: the longer one that it begins, ends, or leaves the middle
 * out of, where there is but one such; a name with a title in front, for the name.
 */
function canonicalNames(names: readonly string[]): ReadonlyMap<string, string> {
  const known = new Set<string>();
  for (const name of names) if (partsIn(name).length > 1) known.add(name);
  const longer = new Map<string, Set<string>>();
  for (const name of known) {
    if (withoutTitle(name) !== name) continue;
    const words = partsIn(name);
    for (const form of shorterForms(words)) {
      if (form === name || !known.has(form)) continue;
      longer.set(form, (longer.get(form) ?? new Set()).add(name));
    }
  }
  const whole = new Map<string, string>();
  for (const name of known) {
    const bare = withoutTitle(name);
    // "President Putin" is no full name; "President Vladimir Putin" stands for the name within it.
    if (bare !== name && partsIn(bare).length < 2) continue;
    whole.set(name, theOnly(longer.get(bare)) ?? (bare !== name && known.has(bare) ? bare : name));
  }
  // A short form of a short form: "Bin Salman" of "Mohammed bin Salman" of "Mohammed bin Salman Al Saud".
  for (const [name, other] of whole) whole.set(name, whole.get(other) ?? other);
  return whole;
}

function theOnly(names: ReadonlySet<string> | undefined): string | undefined {
  if (names?.size !== 1) return undefined;
  for (const name of names) return name;
  return undefined;
}

/** The words of a name, without "Jr." and the like. */
function partsIn(name: string): string[] {
  const words = name.split(' ').filter((word) => word !== '');
  return words.filter((word, index) => index === 0 || !SUFFIX.test(word.replace(/,$/, '')));
}

/** At most so many words of a name are looked at; what is longer is no name. */
const MOST_WORDS = 8;

/** A name of several words without its beginning, its end, or its middle; two words at least. */
function shorterForms(words: readonly string[]): string[] {
  const some = words.slice(0, MOST_WORDS);
  const forms = [some.join(' ')];
  for (let cut = 1; cut < some.length - 1; cut++) forms.push(some.slice(cut).join(' '), some.slice(0, -cut).join(' '));
  if (some.length > 2) forms.push(`${some[0]} ${some.at(-1)}`);
  return forms;
}

/** A name without the titles in front: "us president barack obama" without the first two. */
function withoutTitle(name: string): string {
  const words = name.split(' ');
  let first = 0;
  for (let at = 0; at < words.length - 1 && at < MOST_WORDS; at++) if (isTitle(words[at] ?? '')) first = at + 1;
  return first === 0 ? name : words.slice(first).join(' ');
}

function isTitled(name: string, own: string): boolean {
  return name.endsWith(` ${own}`) && withoutTitle(name) === own;
}

/** The full names that each single name can be of, in reading order. */
function ownersOf(full: ReadonlySet<string>): ReadonlyMap<string, string[]> {
  const owners = new Map<string, string[]>();
  for (const name of full) {
    for (const part of singleForms(name)) {
      const own = owners.get(part);
      if (own) own.push(name);
      else owners.set(part, [name]);
    }
  }
  return owners;
}

/** What a person may be called by: the surname with and without particles, and the first name. */
function singleForms(name: string): string[] {
  const words = partsIn(name);
  const parts = [words[0] ?? '', words.at(-1) ?? ''];
  const particle = words.findIndex((word, index) => index > 0 && PARTICLES.has(word));
  if (particle > 0) parts.push(words.slice(particle).join(' '));
  // A hyphen joins what is also said apart: "Ocasio-Cortez".
  parts.push(...wordsOf(words.at(-1) ?? ''));
  return [...new Set(parts)].filter((part) => part !== name && part.length > 1 && !PARTICLES.has(part));
}

/** How many people of one surname are remembered; beyond, the ones named long ago are forgotten. */
const MOST_NAMESAKES = 6;

/** "His wife, Sherri Padalecki": a bare surname goes on meaning the one whose wife she is. */
const KIN =
  /\b(?:wife|husband|widow|widower|son|daughter|father|mother|brother|sister|cousin|uncle|aunt|nephew|niece|grandson|granddaughter|grandfather|grandmother|parents|children|married|(?:great-)?grandparents),? (?:[\w.]+ )?$/i;

/** Whom an article has called by a single name so often, and so many times as often as another, is whom it is about. */
const MAIN = 2;

/** A person named again in full is the one that a bare surname means from here on; somebody's kin comes after them. */
function remember(
  last: Map<string, string[]>,
  name: string,
  forms: readonly string[],
  isKin: boolean,
  isMain: (other: string) => boolean,
): void {
  for (const part of forms) {
    const known = last.get(part) ?? [];
    const [first, ...rest] = known.filter((other) => other !== name);
    const staysFirst = first !== undefined && (isKin || isMain(first));
    const now = staysFirst ? [first, name, ...rest] : [name, ...(first ? [first] : []), ...rest];
    last.set(part, now.slice(0, MOST_NAMESAKES));
  }
}

/** The first of some people whom a title before the surname can mean: "Mrs." is not said of Bill. */
function nearest(names: readonly string[] | undefined, before: string): string | undefined {
  if (names === undefined || names.length < 2) return names?.[0];
  const said = genderOf('', before);
  const fits = (gender: Gender | undefined) => said === undefined || gender === undefined || gender === said;
  return names.find((name) => fits(genderOf(name, ''))) ?? names[0];
}
