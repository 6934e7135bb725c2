import { FIELD, HEADER, ITEM, YEAR } from '../../src/core/knowledge/shippedBase';
import type { Entry } from './entries';

/** Writes entries in the format that `readShippedBase` reads. The same entries give the same bytes. */
export function packEntries(entries: readonly Entry[]): string {
  const lines = entries.map(lineOf).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  return `${[HEADER, ...lines].join('\n')}\n`;
}

function lineOf({ id, label, name, aliases, description, facts, prominence }: Entry): string {
  const said = facts.map(({ kind, value, asOf }) => `${kind}=${plain(value)}${asOf ? `${YEAR}${asOf}` : ''}`);
  return [
    id,
    label,
    String(Math.round(prominence * 100)),
    plain(name),
    [...aliases].map(plain).join(ITEM),
    plain(description),
    said.join(ITEM),
  ]
    .join(FIELD)
    .trimEnd();
}

/** A text without the characters that part fields and items. */
function plain(text: string): string {
  return text.replace(/[\s]+/g, ' ').replaceAll(ITEM, '/').replaceAll(YEAR, ' ').trim();
}
