import { comparedName } from '../entities/nameForm';

/** A name as entries are found by it: no determiner, case, accents, dots of initials, or hyphens. */
export function nameKey(name: string): string {
  const plain = comparedName(name);
  // "U.S." and "St. Petersburg": a dot is never what tells two names apart.
  return plain.replace(/\./g, '').replace(/[-–]/g, ' ').replace(/\s+/g, ' ').trim();
}

/** Labels of one row can be confused: a state acts, an airport is a place. */
const ROWS: readonly (readonly string[])[] = [
  ['PERSON'],
  ['NORP'],
  ['GPE', 'LOC', 'FAC', 'ORG'],
  ['EVENT'],
  ['PRODUCT', 'WORK_OF_ART', 'LAW', 'ORG'],
];
const KNOWN = new Set(ROWS.flat());

/** Whether a mention under one label can mean an entry under another. */
export function labelsFit(label: string, entry: string): boolean {
  if (label === entry || !KNOWN.has(label) || !KNOWN.has(entry)) return true;
  return ROWS.some((row) => row.includes(label) && row.includes(entry));
}
