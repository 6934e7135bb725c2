import { KINDS } from '../../../src/core/recognize/entities/gazetteer';
import type { Entries } from '../entries';
import { importPackage, readPackageFile } from '../packages';
import { inLatinLetters } from './transliterate';

interface Faker {
  readonly allLocales: Readonly<Record<string, { readonly person?: Readonly<Record<string, unknown>> }>>;
}

/** First names and surnames of some sixty languages (@faker-js/faker, MIT), Cyrillic ones in Latin letters. */
export async function addFakerNames(entries: Entries): Promise<void> {
  const { allLocales } = await importPackage<Faker>('@faker-js', 'faker', 'dist', 'index.js');
  for (const [locale, { person }] of Object.entries(allLocales)) {
    if (JOKES.has(locale)) continue;
    for (const name of strings(person?.first_name)) add(name, KINDS.given);
    for (const name of strings(person?.last_name)) add(name, KINDS.surname);
  }

  function add(name: string, kinds: number): void {
    for (const spelled of inLatinLetters(name)) {
      if (!entries.has(spelled, KINDS.small)) entries.add(spelled, kinds);
    }
  }
}

/** Locales of the package that are no people's. */
const JOKES = new Set(['en_BORK', 'en_AU_ocker', 'base']);

/** All strings of nested lists: names by sex, or all in one. */
function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : [];
}

/** Common English first names (@stdlib, Apache-2.0). */
export function addFirstNames(entries: Entries): void {
  for (const sex of ['female', 'male']) {
    const file = readPackageFile('@stdlib', `datasets-${sex}-first-names-en`, 'data', 'names.json');
    for (const name of JSON.parse(file) as string[]) entries.add(name, KINDS.given);
  }
}
