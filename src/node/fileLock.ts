import { readFile, stat, unlink, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';
import { codeOf, undefinedWhere } from './systemErrors';

/** How long a lock is respected whose holder can't be asked whether it lives, in milliseconds. A turn takes far less. */
const STALE = 10_000;

/** The same for a lock that nobody's name is in yet, in milliseconds: its maker died before it could write that. */
const NAMELESS = 1_000;

/**
 * A living process may have the number of a holder that died, as after the restart of a container; and git may bring a lock
 * back that was committed with all else. A lock as old as this, in milliseconds, that stays while somebody waits for so long
 * is nobody's either: a holder that was asleep with the machine is done by then.
 */
const FORGOTTEN = 120_000;
const WATCHED = 2_000;

/** How long to wait for a turn before giving up, in milliseconds. */
const PATIENCE = 20_000;

/** Who holds a lock. */
interface Holder {
  readonly host: string;
  readonly pid: number;
  readonly token: string;
}

/** What this process holds. */
const held = new Set<string>();

/**
 * Runs a job while no other process runs one for the same file. The lock is a file beside it, made so that only one can
 * make it (POSIX `O_EXCL`); one whose holder has died is taken away.
 */
export async function withFileLock<T>(file: string, job: () => Promise<T>): Promise<T> {
  const lock = path.join(path.dirname(file), `.${path.basename(file)}.lock`);
  const holder = await acquire(lock);
  try {
    return await job();
  } finally {
    await letGo(lock, holder);
  }
}

async function acquire(lock: string): Promise<Holder> {
  const until = Date.now() + PATIENCE;
  let seen: string | undefined;
  let since = Date.now();
  for (;;) {
    const mine = await tryToHold(lock);
    if (mine) return mine;
    const holder = await holderOf(lock);
    if (holder?.token !== seen) {
      seen = holder?.token;
      since = Date.now();
    }
    const watched = Date.now() - since;
    if (await isAbandoned(lock, holder, watched)) await takeAway(lock, watched);
    else await new Promise((resolve) => setTimeout(resolve, 2 + Math.random() * 15));
    if (Date.now() > until) throw Object.assign(new Error(`EBUSY: another program holds ${lock}`), { code: 'EBUSY' });
  }
}

async function tryToHold(lock: string): Promise<Holder | undefined> {
  const holder = { host: hostname(), pid: process.pid, token: Math.random().toString(36).slice(2) };
  held.add(holder.token);
  try {
    await writeFile(lock, JSON.stringify(holder), { flag: 'wx' });
    // Held up before the name was in it, we may have been thought dead.
    if ((await holderOf(lock))?.token === holder.token) return holder;
    held.delete(holder.token);
    return undefined;
  } catch (error) {
    held.delete(holder.token);
    if (codeOf(error) === 'EEXIST') return undefined;
    // Made, but not filled, on a full disk: nobody else could tell whose it is.
    if (codeOf(error) === 'ENOSPC') await unlink(lock).catch(undefinedWhere('ENOENT'));
    throw error;
  }
}

async function letGo(lock: string, { token }: Holder): Promise<void> {
  try {
    // Whoever thought us dead has a lock of their own there by now, which is not ours to remove.
    if ((await holderOf(lock))?.token === token) await unlink(lock).catch(undefinedWhere('ENOENT', 'EROFS'));
  } finally {
    // Not before it is gone: until then it would look like one that nobody holds.
    held.delete(token);
  }
}

/**
 * Whether a lock's holder has died, or has left it for so long that it must have.
 * @param holder whose name is in it, where one is
 * @param watched for how long it has been there unchanged while somebody waited, in milliseconds
 */
async function isAbandoned(lock: string, holder: Holder | undefined, watched: number): Promise<boolean> {
  const isHere = holder?.host === hostname();
  if (isHere && holder.pid === process.pid) return !held.has(holder.token);
  if (isHere && !isAlive(holder.pid)) return true;
  const stats = await stat(lock).catch(undefinedWhere('ENOENT'));
  if (!stats) return false;
  const age = Date.now() - stats.mtimeMs;
  if (isHere) return age > FORGOTTEN && watched > WATCHED;
  return age > (stats.size === 0 ? NAMELESS : STALE);
}

/**
 * Removes an abandoned lock. Two may have found it abandoned; were both to remove it, the later one would remove the
 * lock that the earlier one has made since. So removing has a lock of its own, and looks again under it.
 */
async function takeAway(lock: string, watched: number): Promise<void> {
  const removing = `${lock}.removing`;
  const mine = await tryToHold(removing);
  if (!mine) {
    const stats = await stat(removing).catch(undefinedWhere('ENOENT'));
    if (stats && Date.now() - stats.mtimeMs > STALE) await unlink(removing).catch(undefinedWhere('ENOENT'));
    return;
  }
  try {
    if (await isAbandoned(lock, await holderOf(lock), watched)) await unlink(lock).catch(undefinedWhere('ENOENT'));
  } finally {
    await letGo(removing, mine);
  }
}

async function holderOf(lock: string): Promise<Holder | undefined> {
  const raw = await readFile(lock, 'utf8').catch(undefinedWhere('ENOENT'));
  if (!raw) return undefined;
  try {
    return JSON.parse(raw) as Holder;
  } catch {
    // Still being written, or not one of ours: its age will tell.
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // The process is there, and belongs to somebody else.
    return codeOf(error) === 'EPERM';
  }
}
