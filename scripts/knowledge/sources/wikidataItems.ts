import { nameKey } from '../../../src/core/knowledge/nameIndex';
import { countryFinder } from '../countryFinder';
import { type Entries, type Entry, factsOf } from '../entries';
import { readPackageJson } from '../packages';
import type { Territories } from './territories';

/** What the name-suggestion-index keeps of a Wikidata item. */
export interface Item {
  readonly label?: string;
  readonly description?: string;
  /** Its names on other sites: the better known something is, the more it has. */
  readonly identities?: Readonly<Record<string, string>>;
}

/** Flags, each with what it is of. */
interface Flag {
  /** "US-CA - California" */
  readonly displayName: string;
  readonly tags: Readonly<Record<string, string>>;
}

export type Items = ReadonlyMap<string, Item>;

/** The items of Wikidata (CC0) that the name-suggestion-index (BSD-3-Clause) keeps, by id. */
export function readItems(): Items {
  const { wikidata } = readPackageJson<{ readonly wikidata: Readonly<Record<string, Item>> }>(
    'name-suggestion-index',
    'dist',
    'wikidata',
    'wikidata.json',
  );
  return new Map(Object.entries(wikidata));
}

/** States and provinces: those that have a flag of their own in the index. */
export function addSubdivisions(entries: Entries, items: Items, territories: Territories): void {
  const { nsi } = readPackageJson<{ readonly nsi: Readonly<Record<string, { readonly items: readonly Flag[] }>> }>(
    'name-suggestion-index',
    'dist',
    'json',
    'nsi.json',
  );
  for (const { displayName, tags } of nsi['flags/man_made/flagpole']?.items ?? []) {
    const id = tags['subject:wikidata'];
    const item = id === undefined ? undefined : items.get(id);
    if (tags['flag:type'] !== 'regional' || id === undefined || !item?.label || !item.description) continue;
    const code = displayName.slice(0, 2);
    const country = territories.get(code);
    const name = item.label.replace(/ \(.*\)$/, '');
    const entry = entries.add({
      id,
      label: 'GPE',
      name,
      aliases: new Set(),
      description: item.description,
      facts: factsOf({ country: country?.name }),
      prominence: 0.7,
    });
    entries.alias(entry, tags.subject ?? '');
    // "Moravian-Silesian Region", but also the bare name: "Kyiv Oblast" would be the city then.
    if (/ Province$/.test(name)) entries.alias(entry, name.replace(/ Province$/, ''));
  }
}

/** An organization that has less than so many names elsewhere is left out, unless a government has it. */
const KNOWN_ENOUGH = 7;

/** What a country or many of them have. */
const PUBLIC =
  /\b(?:ministry|federal (?:government|agency|department|police)|executive department|military|armed forces|army|navy|air force|national police|intelligence|central bank|intergovernmental|international organi[sz]ation|United Nations|space agency)\b/i;
/** Authorities of cities and counties, schools, shops: nobody's news. */
const LOCAL =
  /\b(?:municipality|commune|city|town|township|village|school|library|hospital|transit|transport(?:ation)?|park|county|borough|district|fire|bus|metro|railway|station|museum|water|travel agency|insurance|housing|university|college|academy|road|highway|prison|chain|retailer|store|restaurant|shop|supermarket|hotel|clinic|pharmac\w+|cafe|bakery|franchise|emergency|rescue|neighbou?rhood|shire|regional|provincial|recruitment|car rental)\b|, United States$|\bstate (?:agency|government|police)/i;

/** What many countries and states have. */
const COMMON = /^(?:Ministry|Department|Federal|National|State|Government) /;

/** Companies, authorities and organizations that are known widely enough. */
export function addOrganizations(
  entries: Entries,
  items: Items,
  everyday: ReadonlySet<string>,
  countries: readonly Entry[],
): void {
  const countryIn = countryFinder(countries);
  for (const [id, { label, description = '', identities = {} }] of items) {
    if (!label || description === '' || entries.get(id)) continue;
    const names = Object.keys(identities).length;
    const isPublic = PUBLIC.test(description) && !LOCAL.test(description) && !LOCAL.test(label);
    const isKnown = names >= KNOWN_ENOUGH && !LOCAL.test(description) && !/^City of /.test(label);
    if (!isKnown && !isPublic) continue;
    if (
      /\b(?:city|country|state of|region|capital|province|island|territory|brand of|sport|religion)\b/i.test(
        description,
      )
    )
      continue;
    entries.add({
      id,
      label: 'ORG',
      name: label.replace(/ \(.*\)$/, ''),
      aliases: new Set(aliasesOf(label)),
      description,
      facts: factsOf({ country: countryIn(description) }),
      prominence: everyday.has(nameKey(label)) || COMMON.test(label) ? 0.1 : Math.min(0.65, 0.2 + 0.05 * names),
    });
  }
}

/** "Apple" for "Apple Inc.", "State Department" for "United States Department of State". */
function aliasesOf(label: string): string[] {
  const short = label.replace(
    /,? (?:Inc\.?|Corporation|Corp\.?|Company|Co\.?|Ltd\.?|Limited|LLC|plc|PLC|AG|SE|S\.A\.|SA|N\.V\.|NV|Group|Holdings?|Platforms|Technologies)$/,
    '',
  );
  const department = /^United States Department of (?:the )?(.+)$/.exec(label)?.[1];
  const american = /^United States (.+)$/.exec(label)?.[1];
  return [
    ...(short !== label ? [short] : []),
    ...(department
      ? [`${department} Department`, `Department of ${department}`, `US Department of ${department}`]
      : []),
    ...(american ? [`US ${american}`, ...(department ? [] : [american])] : []),
  ];
}

/** The item of a name among those of the index: so that an organization of our own lists has Wikidata's id. */
export function itemNamed(items: Items): (name: string) => string | undefined {
  const byLabel = new Map<string, string | undefined>();
  for (const [id, { label, description = '' }] of items) {
    if (!label || LOCAL.test(description)) continue;
    // Few letters are many things; only what is in the public eye is taken by them.
    if (label.length < 5 && !PUBLIC.test(description)) continue;
    const key = label.toLowerCase();
    // Two of one name: which is meant, nobody can tell.
    byLabel.set(key, byLabel.has(key) ? undefined : id);
  }
  return (name) => byLabel.get(name.toLowerCase());
}
