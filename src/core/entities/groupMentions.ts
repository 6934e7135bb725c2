import { type LabelSet, ONTONOTES } from '../annotation/labelSet';
import type { Span } from '../text/span';
import { fullNameOf } from './aliases';
import { acronymOf, bareName, comparedName, initialsOf, wordsOf } from './nameForm';

/** What grouping needs to know of a mention. Offsets are UTF-16 code units. */
export interface NameMention extends Span {
  readonly text: string;
  readonly label: string;
  /** The entity somebody has decided on; it stands over every rule. */
  readonly entity?: string;
}

/** The entity that a mention belongs to. */
export interface MentionGroup {
  /** The same for all mentions of one name: `PERSON:vladimir putin`. */
  readonly entity: string;
  /** The fullest form among the group's mentions. */
  readonly name: string;
}

/**
 * Groups the mentions of one article by the name they bear: a surname goes with the full name ("Putin" with "Vladimir
 * Putin"; with two of that surname, with the one named last before it), initials with the name they stand for ("ECFR"
 * with "European Council on Foreign Relations"), and "US" with "United States".
 * @param mentions in reading order
 * @param labels what the mentions' labels mean
 * @returns one group for each mention, in the same order; linear time but for sorting
 */
export function groupMentions(mentions: readonly NameMention[], labels: LabelSet = ONTONOTES): MentionGroup[] {
  const kindOf = createKinds(labels);
  const isName = ({ label }: NameMention) => kindOf(label).isName;
  const isPerson = ({ label }: NameMention) => kindOf(label).isPerson;
  const formOf = createForms();
  const people = personKeys(mentions, isPerson, formOf);
  const others = nameKeys(
    mentions.filter((mention) => isName(mention) && !isPerson(mention)),
    formOf,
  );
  const keys = mentions.map((mention, index) => {
    if (mention.entity !== undefined) return mention.entity;
    // Figures and quotations are no names: each is the same as the ones of the same words.
    if (!isName(mention)) return `${mention.label}:${mention.text.toLowerCase()}`;
    const own = isPerson(mention) ? people[index] : others.get(mention.label)?.get(mention.text);
    return own ?? `${mention.label}:${formOf(mention.text).compared}`;
  });
  const names = fullestNames(mentions, keys, isName, formOf);
  return keys.map((entity, index) => ({ entity, name: names.get(entity) ?? mentions[index]?.text ?? '' }));
}

type Test = (mention: NameMention) => boolean;

/** Tells what labels mean for grouping; each is looked up once, however many mentions have it. */
function createKinds(labels: LabelSet): (label: string) => { readonly isName: boolean; readonly isPerson: boolean } {
  const kinds = new Map<string, { readonly isName: boolean; readonly isPerson: boolean }>();
  return (label) => {
    const known = kinds.get(label);
    if (known) return known;
    const kind = { isName: labels.of(label).group === 'entity', isPerson: labels.covers(label, 'PERSON') };
    kinds.set(label, kind);
    return kind;
  };
}

/** A name in the forms that names are compared in. */
interface Form {
  readonly bare: string;
  readonly compared: string;
}

/** Tells the forms of names; each name's are worked out once, however often it stands in the article. */
function createForms(): (text: string) => Form {
  const forms = new Map<string, Form>();
  return (text) => {
    const known = forms.get(text);
    if (known) return known;
    const form = { bare: bareName(text), compared: comparedName(text) };
    forms.set(text, form);
    return form;
  };
}

/** The longest bare form of each key's mentions, the first of those that are as long. */
function fullestNames(
  mentions: readonly NameMention[],
  keys: readonly string[],
  isName: Test,
  formOf: (text: string) => Form,
): Map<string, string> {
  const names = new Map<string, string>();
  mentions.forEach((mention, index) => {
    const key = keys[index] ?? '';
    const name = isName(mention) ? formOf(mention.text).bare : mention.text;
    if (name.length > (names.get(key)?.length ?? 0)) names.set(key, name);
  });
  return names;
}

/** Keys for people: full names by themselves, single names to the nearest full name before them, else the first after. */
function personKeys(
  mentions: readonly NameMention[],
  isPerson: Test,
  formOf: (text: string) => Form,
): (string | undefined)[] {
  const firstOwner = new Map<string, string>();
  const lastOwner = new Map<string, string>();
  const known = knownPeople(new Set(mentions.filter(isPerson).map(({ text }) => formOf(text).compared)));
  for (const full of known) for (const part of partsOf(full)) if (!firstOwner.has(part)) firstOwner.set(part, full);
  return mentions.map((mention) => {
    if (!isPerson(mention)) return undefined;
    const name = formOf(mention.text).compared;
    const full = known.has(name) ? name : (lastOwner.get(name) ?? firstOwner.get(name) ?? name);
    // A person named again in full is the one that a bare surname means from here on.
    if (known.has(name)) for (const part of partsOf(name)) lastOwner.set(part, name);
    return `${mention.label}:${full}`;
  });
}

/** Those of people's names that are of several words. */
function knownPeople(names: ReadonlySet<string>): Set<string> {
  return new Set([...names].filter((name) => wordsOf(name).length > 1));
}

const PARTICLES = new Set([
  'von',
  'van',
  'de',
  'da',
  'di',
  'bin',
  'al',
  'el',
  'ibn',
  'der',
  'den',
  'ter',
  'la',
  'le',
  'dos',
]);

/** What a person may be called by: the surname with and without particles, the first name, the name but for its middle. */
function partsOf(name: string): string[] {
  const words = name.split(' ').filter((word) => !/^(?:jr|sr|ii|iii|iv)\.?$/.test(word));
  const parts = [words[0] ?? '', words.at(-1) ?? ''];
  const particle = words.findIndex((word, index) => index > 0 && PARTICLES.has(word));
  if (particle > 0) parts.push(words.slice(particle).join(' '));
  if (words.length > 2) parts.push(`${words[0]} ${words.at(-1)}`, words.slice(1).join(' '));
  return parts.filter((part) => part !== name && !PARTICLES.has(part));
}

/** Keys for all other names, by label and name: aliases of the table, then initials of a name within the article. */
function nameKeys(
  mentions: readonly NameMention[],
  formOf: (text: string) => Form,
): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const byLabel = new Map<string, Set<string>>();
  for (const { label, text } of mentions) {
    const names = byLabel.get(label);
    if (names) names.add(text);
    else byLabel.set(label, new Set([text]));
  }
  return new Map([...byLabel].map(([label, names]) => [label, keysUnder(label, [...names].map(withForm(formOf)))]));
}

const withForm = (formOf: (text: string) => Form) => (text: string) => ({ text, ...formOf(text) });

/** Keys for the names under one label, each given once, in reading order. */
function keysUnder(label: string, names: readonly (Form & { readonly text: string })[]): Map<string, string> {
  const byInitials = new Map<string, string>();
  for (const { compared } of names) {
    const initials = initialsOf(compared);
    if (initials !== undefined && !byInitials.has(initials)) byInitials.set(initials, compared);
  }
  return new Map(
    names.map(({ text, bare, compared }) => {
      const acronym = acronymOf(bare);
      const spelledOut = acronym === undefined ? undefined : byInitials.get(acronym);
      return [text, `${label}:${fullNameOf(compared) ?? spelledOut ?? compared}`];
    }),
  );
}
