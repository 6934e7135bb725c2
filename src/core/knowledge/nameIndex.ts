import { comparedName } from '../entities/nameForm';

/** A name as entries are found by it: no determiner, case, accents, dots of initials, or hyphens; American spelling. */
export function nameKey(name: string): string {
  return (
    comparedName(name)
      // "U.S.", "U. S." and "St. Petersburg": a dot is never what tells two names apart.
      .replace(/(?<=\b\p{L})\. (?=\p{L}\.)/gu, '')
      .replace(/\./g, '')
      .replace(/[-–]/g, ' ')
      .replace(/\s+/g, ' ')
      .replace(/isation\b/g, 'ization')
      .replace(/\bcentre\b/g, 'center')
      .replace(/\bdefence\b/g, 'defense')
      .trim()
  );
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
