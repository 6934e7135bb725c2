import { type Entries, type Entry, factsOf } from '../entries';
import { readPackageFile, readPackageJson, readRows } from '../packages';
import { withArticle } from '../withArticle';

/** A country, territory or region of the world in country-coder. */
interface Area {
  readonly wikidata: string;
  readonly nameEn: string;
  readonly iso1A2?: string;
  readonly iso1A3?: string;
  readonly m49?: string;
  /** The territory's country by its ISO code. */
  readonly country?: string;
  readonly level?: string;
}

interface Country {
  readonly name: string;
  readonly alias?: readonly string[];
  readonly capital: string;
}

/** What CLDR tells of a territory. */
interface Territory {
  readonly _population: string;
  readonly languagePopulation?: Readonly<Record<string, { readonly _officialStatus?: string }>>;
}

/** The year of the CLDR release whose populations are taken. */
const CLDR_YEAR = '2025';

/** Which entry stands for each ISO code. */
export type Territories = ReadonlyMap<string, Entry>;

/**
 * Countries, territories and the regions of the world: ids and regions from country-coder (ISC), capitals and names from
 * countries-list (MIT), populations, languages, currencies and names from CLDR (Unicode-3.0), demonyms from i18n-nationality
 * (MIT), and corrections of our own.
 */
export function addTerritories(entries: Entries): Territories {
  const areas = readAreas();
  const byCode = new Map(areas.flatMap((area) => (area.iso1A2 ? [[area.iso1A2, area] as const] : [])));
  const world = readWorld();
  const own = new Map(
    readRows('areas').map(([id = '', description = '', country = '']) => [id, { description, country }]),
  );
  const territories = new Map<string, Entry>();
  for (const area of areas) {
    const code = area.iso1A2;
    if (area.level === 'unitedNations' || area.level === 'union' || area.level === 'world') continue;
    if (code === undefined) addRegion(entries, area, byCode, own.get(area.wikidata));
    else territories.set(code, addTerritory(entries, { ...area, iso1A2: code }, { byCode, world }));
  }
  return territories;
}

/** The properties of country-coder's features. */
function readAreas(): readonly Area[] {
  const file = readPackageFile('@rapideditor', 'country-coder', 'src', 'data', 'borders.json');
  const { features } = JSON.parse(file) as { readonly features: readonly { readonly properties: Area }[] };
  return features.map(({ properties }) => properties);
}

/** Tables about all territories, by ISO code. */
interface World {
  readonly countries: Readonly<Record<string, Country>>;
  readonly names: Readonly<Record<string, string>>;
  readonly info: Readonly<Record<string, Territory>>;
  readonly currencies: Readonly<Record<string, readonly Readonly<Record<string, Currency>>[]>>;
  readonly currencyNames: Readonly<Record<string, { readonly displayName: string }>>;
  readonly languageNames: Readonly<Record<string, string>>;
  readonly demonyms: Readonly<Record<string, string>>;
  /** The UN's region of each: "Western Europe". */
  readonly regions: ReadonlyMap<string, string>;
  /** Our own: short names, other names, demonyms, capitals. */
  readonly own: ReadonlyMap<string, readonly string[]>;
}

interface Currency {
  readonly _to?: string;
  readonly _tender?: string;
}

function readWorld(): World {
  const main = (file: string) => {
    const all = readPackageJson<{ main: { en: { localeDisplayNames: Record<string, Record<string, string>> } } }>(
      'cldr-localenames-full',
      'main',
      'en',
      `${file}.json`,
    );
    return all.main.en.localeDisplayNames[file] ?? {};
  };
  const names = main('territories');
  return {
    regions: readRegions(names),
    countries: readPackageJson('countries-list', 'countries.min.json'),
    names,
    languageNames: main('languages'),
    info: readPackageJson<{ supplemental: { territoryInfo: World['info'] } }>(
      'cldr-core',
      'supplemental',
      'territoryInfo.json',
    ).supplemental.territoryInfo,
    currencies: readPackageJson<{ supplemental: { currencyData: { region: World['currencies'] } } }>(
      'cldr-core',
      'supplemental',
      'currencyData.json',
    ).supplemental.currencyData.region,
    currencyNames: readPackageJson<{ main: { en: { numbers: { currencies: World['currencyNames'] } } } }>(
      'cldr-numbers-full',
      'main',
      'en',
      'currencies.json',
    ).main.en.numbers.currencies,
    demonyms: readPackageJson<{ nationalities: Record<string, string> }>('i18n-nationality', 'langs', 'en.json')
      .nationalities,
    own: new Map(readRows('territories').map(([code = '', ...cells]) => [code, cells])),
  };
}

/** Regions by the UN's M.49, the smallest that a territory is in; groupings such as the European Union are none. */
function readRegions(names: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  const { territoryContainment } = readPackageJson<{
    supplemental: { territoryContainment: Readonly<Record<string, { readonly _contains: readonly string[] }>> };
  }>('cldr-core', 'supplemental', 'territoryContainment.json').supplemental;
  const regions = new Map<string, string>();
  for (const [region, { _contains }] of Object.entries(territoryContainment)) {
    if (!/^\d{3}$/.test(region)) continue;
    for (const code of _contains) if (/^[A-Z]{2}$/.test(code)) regions.set(code, names[region] ?? region);
  }
  return regions;
}

interface Tables {
  readonly byCode: ReadonlyMap<string, Area>;
  readonly world: World;
}

function addTerritory(entries: Entries, area: Area & { readonly iso1A2: string }, { byCode, world }: Tables): Entry {
  const code = area.iso1A2;
  const [ownName = '', ownAliases = '', ownDemonym = '', ownCapital = ''] = world.own.get(code) ?? [];
  const { name = '', alias = [], capital = '' } = world.countries[code] ?? {};
  const region = world.regions.get(code);
  const owner = area.country === undefined ? undefined : byCode.get(area.country);
  const population = world.info[code]?._population;
  const entry = entries.add({
    id: area.wikidata,
    label: 'GPE',
    name: ownName || name || area.nameEn,
    aliases: new Set(),
    description: `${owner ? `territory of ${withArticle(nameOf(owner, world))}` : 'country'}${region ? ` in ${region}` : ''}`,
    facts: factsOf(
      {
        capital: ownCapital || capital,
        country: owner && nameOf(owner, world),
        region,
        population: population === '0' ? undefined : population,
        languages: languagesOf(code, world),
        currency: currencyOf(code, world),
        demonym: ownDemonym || demonymOf(code, world),
        code: [code, area.iso1A3].filter((part) => part !== undefined).join(', '),
      },
      CLDR_YEAR,
    ),
    prominence: owner ? 0.75 : 1,
  });
  const cldr = ['', '-alt-short', '-alt-variant'].flatMap((kind) => world.names[`${code}${kind}`] ?? []);
  const others = [area.nameEn, name, ...alias, ...cldr, ...ownAliases.split(',')];
  for (const other of others) entries.alias(entry, other.replace(/^The /, ''));
  return entry;
}

function nameOf({ iso1A2 = '', nameEn }: Area, { own, countries }: World): string {
  return own.get(iso1A2)?.[0] || countries[iso1A2]?.name || nameEn;
}

/** Official languages, those of all the territory before those of parts. */
function languagesOf(code: string, { info, languageNames }: World): string {
  const spoken = Object.entries(info[code]?.languagePopulation ?? {});
  const official = ['official', 'de_facto_official'].flatMap((status) =>
    spoken.filter(([, { _officialStatus }]) => _officialStatus === status).map(([language]) => language),
  );
  return official.map((language) => languageNames[language] ?? language).join(', ');
}

/** The legal tender of today, the latest first. */
function currencyOf(code: string, { currencies, currencyNames }: World): string {
  const all = (currencies[code] ?? []).flatMap((one) => Object.entries(one));
  const [now] = all.filter(([, { _to, _tender }]) => _to === undefined && _tender !== 'false').reverse();
  return now ? `${currencyNames[now[0]]?.displayName ?? now[0]} (${now[0]})` : '';
}

/** A demonym; where the table has but the name of the territory again, none. */
function demonymOf(code: string, { demonyms, countries, names }: World): string {
  const said = (demonyms[code] ?? '').replace(/ \(.*\)$/, '');
  return said === countries[code]?.name || said === names[code] || /,| or | - /.test(said) ? '' : said;
}

/** What our own list says of an area: the table knows whose it is, and no more. */
interface OwnArea {
  readonly description: string;
  /** `-` where it is told of no country. */
  readonly country: string;
}

/** Parts of the world, of countries or of seas that are no territories. */
function addRegion(
  entries: Entries,
  { wikidata, nameEn, m49, country, level }: Area,
  byCode: Tables['byCode'],
  own: OwnArea | undefined,
): void {
  const owner = country === undefined ? undefined : byCode.get(country)?.nameEn;
  const isPart = owner !== undefined && level === undefined;
  const kind = m49 !== undefined ? 'region of the world' : isPart ? 'part' : 'area';
  if (level === 'subcountryGroup' || /^(?:Mainland|Countries|US |Outermost|Overseas|Autonomous)/.test(nameEn)) return;
  entries.add({
    id: wikidata,
    label: isPart ? 'GPE' : 'LOC',
    name: nameEn,
    aliases: new Set(),
    description: own?.description ?? (owner ? `${kind} of ${withArticle(owner)}` : kind),
    facts: factsOf({ country: own?.country === '-' ? undefined : owner }),
    prominence: m49 !== undefined ? 0.8 : 0.7,
  });
}
