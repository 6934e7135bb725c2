import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import picomatch from 'picomatch';
import { FileTrouble, reasonOf } from './textFile';

/** A file to work on, and its name under the folder that was named: what a copy of it elsewhere is called. */
export interface NamedFile {
  readonly file: string;
  readonly name: string;
}

/** Folders that hold no articles of one's own. */
const PASSED_OVER = new Set(['node_modules', '.git']);

/**
 * The files that arguments stand for: a file itself, those in a folder (and the folders in it), and those that a pattern
 * like `news/**` `/*.txt` matches, for shells that leave it alone. In the order of their names.
 * @param isWanted which files of a folder count
 * @throws FileTrouble where there is no such file, or nothing matches
 */
export async function* expanded(argument: string, isWanted: (name: string) => boolean): AsyncGenerator<NamedFile> {
  const kind = await kindOf(argument);
  if (kind === 'file') yield { file: argument, name: path.basename(argument) };
  else if (kind === 'folder') yield* filesIn(argument, '', (name) => isWanted(path.basename(name)));
  else {
    const { base, glob } = picomatch.scan(argument);
    if (glob === '') throw new FileTrouble(`${argument}: there is no such file`);
    const matches = picomatch(glob);
    let count = 0;
    for await (const found of filesIn(base === '' ? '.' : base, '', (name) => matches(name))) {
      count++;
      yield found;
    }
    if (count === 0) throw new FileTrouble(`${argument}: no file matches`);
  }
}

/** Whether a file that is there is one of those that arguments stand for: it is not to be written over then. */
export async function namesFile(
  args: readonly string[],
  file: string,
  isWanted: (name: string) => boolean,
): Promise<boolean> {
  if ((await kindOf(file)) !== 'file') return false;
  const whole = path.resolve(file);
  for (const argument of args) {
    try {
      for await (const each of expanded(argument, isWanted)) if (path.resolve(each.file) === whole) return true;
    } catch (error) {
      // What can't be looked at is told where it is read.
      if (!(error instanceof FileTrouble)) throw error;
    }
  }
  return false;
}

async function kindOf(file: string): Promise<'file' | 'folder' | undefined> {
  try {
    return (await stat(file)).isDirectory() ? 'folder' : 'file';
  } catch {
    // It may be a pattern.
    return undefined;
  }
}

/** @throws FileTrouble where a folder can't be looked into, after the files of all others */
async function* filesIn(root: string, below: string, isWanted: (name: string) => boolean): AsyncGenerator<NamedFile> {
  const troubles: string[] = [];
  yield* filesBelow(root, below, isWanted, troubles);
  if (troubles.length > 0) throw new FileTrouble(troubles.join('; '));
}

async function* filesBelow(
  root: string,
  below: string,
  isWanted: (name: string) => boolean,
  troubles: string[],
): AsyncGenerator<NamedFile> {
  const entries = await readdir(path.join(root, below), { withFileTypes: true }).catch((error: unknown) => {
    troubles.push(`${path.join(root, below)}: ${reasonOf(error)}`);
    return [];
  });
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const name = below === '' ? entry.name : `${below}/${entry.name}`;
    if (entry.isDirectory()) {
      if (!PASSED_OVER.has(entry.name)) yield* filesBelow(root, name, isWanted, troubles);
    } else if (isWanted(name)) yield { file: path.join(root, name), name };
  }
}
