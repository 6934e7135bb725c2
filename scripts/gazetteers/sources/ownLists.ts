import { KINDS } from '../../../src/core/recognize/entities/gazetteer';
import type { Entries } from '../entries';
import { readList } from '../packages';

const LISTS: Readonly<Record<string, number>> = {
  givenNames: KINDS.given,
  surnames: KINDS.surname,
  cities: KINDS.city,
  countries: KINDS.country,
  regions: KINDS.region,
  locations: KINDS.location,
  facilities: KINDS.facility,
  groups: KINDS.group,
  organizations: KINDS.organization,
  companies: KINDS.company | KINDS.organization,
  media: KINDS.media | KINDS.organization,
  events: KINDS.event,
  languages: KINDS.language,
  titles: KINDS.title,
};

/** What we wrote down ourselves: who and what is often in the news. */
export function addOwnLists(entries: Entries): void {
  for (const [name, kinds] of Object.entries(LISTS)) for (const entry of readList(name)) entries.add(entry, kinds);
  for (const group of readList('groups')) if (!group.endsWith('s')) entries.add(pluralOf(group), KINDS.group);
}

/** "Germans" and "Sunnis"; never "Chineses". */
function pluralOf(group: string): string {
  if (/(?:ese|sh|ch|wiss|[^aeiou]y)$/i.test(group)) return group;
  return `${group}s`;
}
