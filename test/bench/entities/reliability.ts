import { printTable } from '../support/report';
import type { GoldDocument } from './gold';
import type { Predicted } from './system';

/** How far confidences are from the truth. */
export interface Reliability {
  /** Mean distance between confidence and precision, from 0 to 1, weighed by the names in each row of the table. */
  readonly error: number;
}

const ROWS = 10;

/** Prints, for each tenth of confidence, how many of the names found are right; a name counts where its type is scored. */
export function printReliability(
  documents: readonly GoldDocument[],
  found: ReadonlyMap<string, Predicted>,
  types: readonly string[],
): Reliability {
  const rows = Array.from({ length: ROWS }, () => ({ names: 0, right: 0, confidence: 0 }));
  for (const { id, entities } of documents) {
    const gold = new Set(entities.map(({ start, end, type }) => `${start} ${end} ${type}`));
    for (const { start, end, type, confidence } of found.get(id)?.entities ?? []) {
      const row = rows[Math.min(ROWS - 1, Math.floor((confidence ?? 0) * ROWS))];
      if (!row || !types.includes(type) || confidence === undefined) continue;
      row.names++;
      row.confidence += confidence;
      if (gold.has(`${start} ${end} ${type}`)) row.right++;
    }
  }
  const filled = rows.filter(({ names }) => names > 0);
  printTable(
    ['confidence', 'names', 'right %'],
    filled.map(({ names, right, confidence }) => [(confidence / names).toFixed(2), names, (100 * right) / names]),
  );
  const all = filled.reduce((sum, { names }) => sum + names, 0);
  const error = filled.reduce((sum, { right, confidence }) => sum + Math.abs(right - confidence), 0) / Math.max(1, all);
  return { error };
}
