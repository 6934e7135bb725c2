import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** The folder whose package.json names the word lists that gazetteers are made from. */
export const FOLDER = path.join(__dirname);

const requireHere = createRequire(path.join(FOLDER, 'package.json'));

/** What a CommonJS package of that folder exports; the caller says what that is. */
export function requirePackage<T>(name: string): T {
  return requireHere(name) as T;
}

/** What an ECMAScript package exports, by its file. */
export async function importPackage<T>(...file: readonly string[]): Promise<T> {
  return (await import(pathToFileURL(path.join(FOLDER, 'node_modules', ...file)).href)) as T;
}

/** A text file of a package. */
export function readPackageFile(...file: readonly string[]): string {
  return readFileSync(path.join(FOLDER, 'node_modules', ...file), 'utf8');
}

/** The entries of a list of our own in `lists/`: a comma between them. */
export function readList(name: string): string[] {
  const text = readFileSync(path.join(FOLDER, 'lists', `${name}.txt`), 'utf8');
  return text
    .split(/[,\n]/)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
}
