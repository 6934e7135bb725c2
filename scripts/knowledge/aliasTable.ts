import { folded } from '../../src/core/recognize/entities/gazetteer';
import type { Entry } from './entries';

/** Names of bodies that every country has: which one is meant, only the article tells. */
const EVERYWHERE =
  /^(?:the )?(?:(?:supreme|high|constitutional) court|congress|senate|house of (?:representatives|commons|lords)|(?:conservative|labou?r|republican|democratic|nationalist) party|conservatives|republicans|tories|commonwealth|security (?:service|council)|general assembly|human rights council|(?:state|treasury|justice|commerce|energy|defense) department|department of .*|homeland security|christian democrats|marine corps|time|independent|guardian|economist|telegraph|spiegel|russian parliament|german parliament)$/i;

/**
 * The names by which the grouping of mentions knows that two are one, as the text of a source file: a row for each state,
 * organization and renamed city, the name in use first.
 */
export function aliasTable(entries: readonly Entry[]): string {
  const rows = entries.filter(isWellKnown).flatMap(({ name, aliases }) => {
    const names = [name, ...aliases].filter((called) => /\p{L}/u.test(called) && !EVERYWHERE.test(called));
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
  if (label === 'ORG') return prominence === 0.85;
  if (label !== 'GPE') return false;
  return prominence >= (id.startsWith('geonames:') ? 0.6 : 0.75);
}
