import { readFile, stat } from 'node:fs/promises';
import { localFiles } from '../node/localFiles';

/** A file that can't be used; the message names it and says why. */
export class FileTrouble extends Error {}

/** A file's text as UTF-8. @throws FileTrouble where it can't be read or is not text */
export async function readTextFile(file: string): Promise<string> {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await readFile(file));
  } catch (error) {
    const reason = error instanceof TypeError ? 'this is not UTF-8 text' : reasonOf(error);
    throw new FileTrouble(`${file}: ${reason}`);
  }
}

/** The same, or undefined where there is no such file. */
export async function readTextFileIfThere(file: string): Promise<string | undefined> {
  return (await isFile(file)) ? readTextFile(file) : undefined;
}

/** Whether there is a file of that name: no folder, no pipe. */
export async function isFile(file: string): Promise<boolean> {
  try {
    return (await stat(file)).isFile();
  } catch {
    return false;
  }
}

/**
 * Puts text into a file in one step: whatever happens, the file is the old one or the new one.
 * @throws FileTrouble where it can't be written
 */
export async function replaceTextFile(file: string, text: string): Promise<void> {
  try {
    await localFiles.replace(file, text);
  } catch (error) {
    throw new FileTrouble(`${file}: ${reasonOf(error)}`);
  }
}

/** What went wrong, in words. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
