import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/** The folder whose package.json names what the knowledge base is made from. */
export const FOLDER = path.join(__dirname);

const requireHere = createRequire(path.join(FOLDER, 'package.json'));

/** What a CommonJS package of that folder exports; the caller says what that is. */
export function requirePackage<T>(name: string): T {
  return requireHere(name) as T;
}

/** A text file of a package. */
export function readPackageFile(...file: readonly string[]): string {
  return readFileSync(path.join(FOLDER, 'node_modules', ...file), 'utf8');
}

/** A JSON file of a package; the caller says what it holds. */
export function readPackageJson<T>(...file: readonly string[]): T {
  return JSON.parse(readPackageFile(...file)) as T;
}

/** The rows of a list of our own in `lists/`: cells with bars between them; lines that begin with # are remarks. */
export function readRows(name: string): string[][] {
  const text = readFileSync(path.join(FOLDER, 'lists', `${name}.txt`), 'utf8');
  return text
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => line.split('|').map((cell) => cell.trim()));
}
