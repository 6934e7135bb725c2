import { folded } from '../../src/core/recognize/entities/gazetteer';
import type { Entry } from './entries';
import { isEverywhere } from './everywhere';

/**
 * The names by which the grouping of mentions knows that two are one, as the text of a source file: a row for each state,
 * organization and renamed city, the name in use first.
 */
export function aliasTable(entries: readonly Entry[]): string {
  const rows = entries.filter(isWellKnown).flatMap(({ name, aliases }) => {
    const names = [name, ...aliases].filter((called) => /\p{L}/u.test(called) && !isEverywhere(called));
    const plain = [...new Set(names.map((called) => folded(called).replaceAll('.', '').trim()))];
    return plain.length > 1 ? [plain.join('|')] : [];
  });
  return `/** Made by \`npm run knowledge\` from the knowledge base: names of one state, organization or city a row, in lower case without accents. */
export const ALIAS_ROWS = \`
${rows
  .sort()
  .map((row) => row.replace(/[`\\\\$]/g, ''))
  .join('\n')}
\`;
`;
}

/** States and territories, organizations of our own list, and cities of many names. */
function isWellKnown({ label, prominence, id }: Entry): boolean {
  if (label === 'ORG') return prominence === 0.85 || prominence === 0.45;
  if (label !== 'GPE') return false;
  return prominence >= (id.startsWith('geonames:') ? 0.6 : 0.7);
}
