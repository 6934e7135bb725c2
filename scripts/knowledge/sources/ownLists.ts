import { countryFinder } from '../countryFinder';
import { type Entries, type Entry, factsOf } from '../entries';
import { isEverywhere } from '../everywhere';
import { readRows } from '../packages';

/** Organizations often in the news, written down by us; Wikidata's id where the index has an item of that name. */
export function addOwnOrganizations(
  entries: Entries,
  itemOf: (name: string) => string | undefined,
  countries: readonly Entry[],
): void {
  const countryIn = countryFinder(countries);
  for (const [name = '', others = '', kind = '', founded = '', seat = '', members = ''] of readRows('organizations')) {
    const aliases = others.split(';').map((other) => other.trim());
    const named = [name, ...aliases].flatMap((called) => itemOf(called) ?? []);
    const [full = ''] = aliases.filter((alias) => alias.length > name.length && !/[.]/.test(alias));
    const entry = entries.add({
      id: named[0] ?? `newsmark:${name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-')}`,
      label: 'ORG',
      name,
      aliases: new Set(),
      description: kind,
      facts: factsOf({
        fullName: /^\p{Lu}{2,}$/u.test(name) ? full : '',
        founded,
        seat,
        country: countryIn(kind),
        members,
      }),
      // Which parliament, party or court is meant, the article has to tell.
      prominence: isEverywhere(name) ? 0.45 : 0.85,
    });
    for (const alias of aliases) entries.alias(entry, alias);
  }
}
