import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Report } from '../table';

/** Where the project keeps the results that its README speaks of, and that a next run is compared with. */
export const SAVED = path.join('test', 'bench', 'saved');

/** @returns by the name of their bench */
export function readReports(): ReadonlyMap<string, Report> {
  const files = readdirSync(SAVED).filter((name) => name.endsWith('.json'));
  return new Map(
    files.map((name) => [path.basename(name, '.json'), JSON.parse(readFileSync(path.join(SAVED, name), 'utf8'))]),
  );
}
