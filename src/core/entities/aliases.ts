import { ALIAS_ROWS } from './aliasTable';

/** The first name of a row by each of its names: `united states` for "us" and "america". */
let fullNames: ReadonlyMap<string, string> | undefined;

function readFullNames(): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const row of ALIAS_ROWS.trim().split('\n')) {
    const [full = '', ...others] = row.split('|');
    // A city that is called like its state comes before it in the table, and is meant more often: New York.
    for (const name of [full, ...others]) if (!names.has(name)) names.set(name, full);
  }
  return names;
}

/**
 * The full name, in lower case, of a name that the table knows under another one.
 * @param name in lower case, with dots or without
 */
export function fullNameOf(name: string): string | undefined {
  fullNames ??= readFullNames();
  // "U. S." is "U.S.".
  const plain = name.replace(/(?<=\b\p{L})\. (?=\p{L}\.)/gu, '').replaceAll('.', '');
  return fullNames.get(plain) ?? fullNames.get(inAmericanSpelling(plain));
}

/** "World Health Organisation", "International Labor Organization": the table has one spelling, articles have both. */
function inAmericanSpelling(name: string): string {
  return BRITISH.test(name)
    ? name
        .replace(/organisation/g, 'organization')
        .replace(/\bcentre\b/g, 'center')
        .replace(/\bdefence\b/g, 'defense')
    : name;
}

const BRITISH = /organisation|\bcentre\b|\bdefence\b/;
