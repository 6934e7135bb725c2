import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

/**
 * Where the gold data and its scorers are: `--shared DIR`, else NEWSMARK_SHARED, else `../shared` beside the project.
 * The data is not part of the project, so a bench without it ends with a message that says what to do.
 */
export function sharedFolder(): string {
  const { values } = parseArgs({ options: { shared: { type: 'string' } }, strict: false, allowPositionals: true });
  const named = typeof values.shared === 'string' ? values.shared : process.env.NEWSMARK_SHARED;
  const folder = path.resolve(named ?? path.join('..', 'shared'));
  if (existsSync(path.join(folder, 'data'))) return folder;
  console.error(`No gold data in ${folder}. Name its folder with --shared DIR.`);
  process.exit(2);
}

/** The objects of a JSON Lines file under the data folder. */
export function readJsonLines<T>(...names: readonly string[]): T[] {
  const lines = readFileSync(path.join(sharedFolder(), 'data', ...names), 'utf8').split('\n');
  return lines.filter((line) => line.trim() !== '').map((line) => JSON.parse(line) as T);
}

/** One of the scorers that define our figures: `../shared/tools/score-NAME.mjs`. */
export async function importScorer<T>(name: string): Promise<T> {
  return (await import(pathToFileURL(path.join(sharedFolder(), 'tools', `score-${name}.mjs`)).href)) as T;
}
