import { fullNameOf } from './aliases';
import type { Joined } from './joined';
import { acronymOf, allInitialsOf, bareName, comparedName, isSmallWord, spokenAcronymOf } from './nameForm';
import { onceEach } from './onceEach';

/** A mention of what is no person. */
export interface NamedMention {
  readonly text: string;
  /** The name that stands before it in front of a bracket, or that it stands before, where one is. */
  readonly introducedBy?: string;
}

/**
 * The names that organizations, places and things of one label go by within an article: other names of the table,
 * short forms put in brackets, initials, and parts of longer names.
 * @param mentions of one label, in reading order
 * @returns in the same order; linear time for names of ordinary length
 */
export function joinNames(mentions: readonly NamedMention[], label: string): Joined[] {
  const heads = new Map<string, Joined>();
  const compared = onceEach(comparedName);
  const names = mentions.map(({ text }) => compared(text));
  const byInitials = new Map<string, string>();
  for (const name of new Set(names)) {
    for (const initials of allInitialsOf(name)) if (!byInitials.has(initials)) byInitials.set(initials, name);
  }
  const shorter = MAY_BE_SHORTENED.has(label) ? longerNames(names) : new Map<string, string | undefined>();
  mentions.forEach((mention, index) => {
    const name = names[index] ?? '';
    if (!heads.has(name)) heads.set(name, ownHead(mention, name, byInitials, shorter));
    // The brackets may come later than the short form itself.
    if (mention.introducedBy !== undefined && heads.get(name)?.reason === 'name' && fullNameOf(name) === undefined)
      heads.set(name, { name: comparedName(mention.introducedBy), reason: 'brackets' });
  });
  const lastOf = new Map<string, string>();
  const leadsTo = onceEach((name) => followed(heads, name));
  const genericsOf = onceEach(genericWords);
  return names.map((name) => {
    const joined = leadsTo(name);
    if (MAY_BE_SHORTENED.has(label)) {
      const generic = joined.name === name ? lastOf.get(name) : undefined;
      if (generic !== undefined && GENERIC.has(name)) return { name: generic, reason: 'generic' };
      for (const word of genericsOf(name)) lastOf.set(word, joined.name);
    }
    return joined;
  });
}

/** The head of a name by itself; one mention of it is looked at. */
function ownHead(
  { text, introducedBy }: NamedMention,
  name: string,
  byInitials: ReadonlyMap<string, string>,
  shorter: ReadonlyMap<string, string | undefined>,
): Joined {
  const full = fullNameOf(name);
  if (full !== undefined) return { name: full, reason: full === name ? 'name' : 'alias' };
  if (introducedBy !== undefined) return { name: comparedName(introducedBy), reason: 'brackets' };
  const acronym = acronymOf(bareName(text)) ?? spokenAcronymOf(bareName(text));
  const spelledOut = acronym === undefined ? undefined : byInitials.get(acronym);
  if (spelledOut !== undefined && spelledOut !== name) return { name: spelledOut, reason: 'initials' };
  const longer = GENERIC.has(name) ? undefined : shorter.get(name);
  return longer === undefined ? { name, reason: 'name' } : { name: longer, reason: 'shorter' };
}

/** The kinds of bodies in a name of several words: "University" in "Harvard University". */
function genericWords(name: string): readonly string[] {
  const words = name.split(' ', MOST_WORDS);
  return words.length > 1 ? words.filter((word) => GENERIC.has(word)) : [];
}

/** How many names lead on from one to another: an acronym to a short name to the long one. */
const MOST_STEPS = 4;

/** Where a name leads in the end; the first step says why. */
function followed(heads: ReadonlyMap<string, Joined>, name: string): Joined {
  const first = heads.get(name) ?? { name, reason: 'name' };
  let end = first.name;
  for (let step = 0; step < MOST_STEPS; step++) {
    const next = heads.get(end)?.name ?? fullNameOf(end) ?? end;
    if (next === end || next === name) break;
    end = next;
  }
  return { name: end, reason: first.reason };
}

/** Labels under which a part of a name can stand for it; a part of a place's name is another place. */
const MAY_BE_SHORTENED = new Set(['ORG', 'EVENT', 'FAC', 'PRODUCT', 'WORK_OF_ART', 'LAW']);

/** Kinds of bodies: by themselves they mean the one mentioned last. */
const GENERIC = new Set(
  [
    'party court university church army navy ministry council committee commission department agency bank union league',
    'association foundation institute college school hospital company group corporation club team board bureau office',
    'parliament senate congress assembly government authority federation force forces police movement front museum',
    'airport bridge tower palace stadium station park games festival cup championship olympics tournament act treaty',
    'agreement accord convention constitution conference summit society center centre service administration',
  ]
    .join(' ')
    .split(' '),
);

/** Ends of a name that can be left off: "Harvard University", "US Airways Group". */
const LEFT_OFF = new Set([...GENERIC, 'inc', 'corp', 'co', 'ltd', 'plc', 'llc', 'ag', 'sa', 'holdings', 'industries']);

/** No name has more words that its parts are looked up by. */
const MOST_WORDS = 10;

/**
 * The only longer name of the article that each shorter one ends, or begins before words that can be left off; undefined
 * where two names have it.
 */
function longerNames(names: readonly string[]): Map<string, string | undefined> {
  const known = new Set(names);
  const longer = new Map<string, string | undefined>();
  const note = (short: string, name: string) => {
    if (!known.has(short) || short === name) return;
    longer.set(short, !longer.has(short) || longer.get(short) === name ? name : undefined);
  };
  for (const name of known) {
    const words = name.split(' ').slice(0, MOST_WORDS);
    for (let cut = 1; cut < words.length; cut++) {
      const [first, rest] = [words.slice(0, cut), words.slice(cut)];
      if (canStandFor(first, rest) && !isPlaceName(rest.join(' '))) note(rest.join(' '), name);
      if (canBeLeftOff(rest) || first.at(-1)?.endsWith(','))
        for (const short of endsOf(first)) if (!isPlaceName(short)) note(short, name);
    }
  }
  return longer;
}

/**
 * Whether a name can be called by its end: "Mozilla Firefox", "Church of Scientology". "The Library of Leiden University" is
 * not the university, nor is "Trinity College, Cambridge" the city.
 */
function canStandFor(first: readonly string[], rest: readonly string[]): boolean {
  const before = first.at(-1) ?? '';
  if (isSmallWord(rest[0] ?? '') || before.endsWith(',')) return false;
  if (rest.length === 1 && NO_SHORT_FORM.has(rest[0] ?? '')) return false;
  return !isSmallWord(before) || (before === 'of' && rest.length === 1);
}

/** By themselves they mean other bodies than the names that end like them: "the House" is no White House. */
const NO_SHORT_FORM = new Set(['house', 'state', 'press']);

/** The whole, and where it is the beginning of a longer name, its ends: "Italian Supreme Court", "Supreme Court". */
function endsOf(words: readonly string[]): string[] {
  const whole = words.join(' ').replace(/,$/, '');
  return words.length < 3 ? [whole] : [whole, words.slice(1).join(' ')];
}

/** "University"; "for International Peace" after two words or more of a name. */
function canBeLeftOff(rest: readonly string[]): boolean {
  const [first = '', ...others] = rest;
  if (first === 'for' || first === 'of') return others.length > 0;
  return rest.every((word) => LEFT_OFF.has(word.replace(/[.,]/g, '')));
}

/** "Carnegie China" is not China: what the table of names knows by itself is no part of another name. */
function isPlaceName(name: string): boolean {
  return fullNameOf(name) !== undefined;
}
