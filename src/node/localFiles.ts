import type { Stats } from 'node:fs';
import { lstat, open, readdir, readFile, readlink, rename, stat, unlink } from 'node:fs/promises';
import path from 'node:path';
import { type FolderedFiles, NotTextError } from '../core/ports';
import { withFileLock } from './fileLock';
import { codeOf, undefinedWhere } from './systemErrors';

/**
 * Files of this machine, by file path. A write is atomic and durable: the text goes to a new file in the same folder,
 * is brought to the disk, and then takes the place of the old one in one step of the file system (POSIX `rename`).
 * Whoever dies on the way leaves the old file or the new one.
 */
export const localFiles: FolderedFiles = Object.freeze({
  async read(file: string): Promise<string | undefined> {
    const bytes = await readFile(file).catch(undefinedWhere('ENOENT'));
    if (!bytes) return undefined;
    try {
      return await decoded(bytes);
    } catch (cause) {
      throw new NotTextError({ cause });
    }
  },

  async replace(file: string, text: string): Promise<void> {
    const target = await behindLinks(file);
    const old = await stat(target).catch(undefinedWhere('ENOENT'));
    const temporary = path.join(
      path.dirname(target),
      `${temporaryStem(target)}${Math.random().toString(36).slice(2)}.tmp`,
    );
    try {
      await writeDurably(temporary, text, old);
      await renameOver(temporary, target);
    } catch (error) {
      await unlink(temporary).catch(undefinedWhere('ENOENT', 'ENOTDIR', 'EROFS', 'EACCES', 'EPERM', 'EIO'));
      throw error;
    }
    await syncFolder(path.dirname(target));
  },

  async exclusively<T>(file: string, job: () => Promise<T>): Promise<T> {
    const target = await behindLinks(file);
    return withFileLock(target, async () => {
      await sweep(target);
      return job();
    });
  },

  isAtomic: () => true,

  names: async (folder: string) => (await readdir(folder).catch(undefinedWhere('ENOENT'))) ?? [],
});

/** So many bytes are decoded before others get their turn. */
const DECODED = 4_000_000;

/** @throws TypeError where the bytes are no UTF-8 */
async function decoded(bytes: Uint8Array): Promise<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const parts: string[] = [];
  for (let from = 0; from + DECODED < bytes.length; from += DECODED) {
    parts.push(decoder.decode(bytes.subarray(from, from + DECODED), { stream: true }));
    await new Promise((resolve) => setImmediate(resolve));
  }
  parts.push(decoder.decode(bytes.subarray(parts.length * DECODED)));
  return parts.join('');
}

/** Who may read and write the file stays as it was; a new file gets what the system gives new files. */
async function writeDurably(file: string, text: string, old: Stats | undefined): Promise<void> {
  const handle = await open(file, 'wx');
  try {
    if (old) await handle.chmod(old.mode & 0o7777).catch(undefinedWhere('EPERM', 'ENOTSUP', 'ENOSYS'));
    await handle.writeFile(text, 'utf8');
    await handle.sync();
  } finally {
    await handle.close();
  }
}

const MOST_LINKS = 40;

/** The file that a path leads to in the end, which need not exist yet; links stay links when it is replaced. */
async function behindLinks(file: string): Promise<string> {
  let target = path.resolve(file);
  for (let followed = 0; followed < MOST_LINKS; followed++) {
    const stats = await lstat(target).catch(undefinedWhere('ENOENT'));
    if (!stats?.isSymbolicLink()) return target;
    target = path.resolve(path.dirname(target), await readlink(target));
  }
  throw Object.assign(new Error(`ELOOP: too many symbolic links, ${file}`), { code: 'ELOOP' });
}

/** On Windows a file that a virus scanner or a search index has open can't be replaced for a moment. */
async function renameOver(from: string, to: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await rename(from, to);
    } catch (error) {
      const isBusy = process.platform === 'win32' && ['EPERM', 'EACCES', 'EBUSY'].includes(codeOf(error));
      if (!isBusy || attempt === 5) throw error;
      await new Promise((resolve) => setTimeout(resolve, 20 * attempt));
    }
  }
}

/** The new name is on the disk only once the folder is; some systems can't do that, and then do it in their own time. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r').catch(undefinedWhere('EACCES', 'EPERM'));
  try {
    await handle?.sync().catch(undefinedWhere('EINVAL', 'ENOTSUP', 'EPERM'));
  } finally {
    await handle?.close();
  }
}

const swept = new Set<string>();

/**
 * Removes what writers left that died on the way, once for each file. Only while nobody else may write it: then no
 * temporary file of its is anybody's.
 */
async function sweep(target: string): Promise<void> {
  if (swept.has(target)) return;
  swept.add(target);
  const folder = path.dirname(target);
  const stem = temporaryStem(target);
  for (const name of await readdir(folder)) {
    if (name.startsWith(stem) && name.endsWith('.tmp')) await unlink(path.join(folder, name));
  }
}

function temporaryStem(target: string): string {
  return `.${path.basename(target)}.`;
}
