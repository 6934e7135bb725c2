/** A lock between processes: a file that exists for as long as its holder lives. */

import { rmSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { onStop } from '../process/cleanup.mjs';

const POLL_MS = 500;

/**
 * Runs a step while no other process runs one under the same lock.
 * @template T
 * @param {string} file
 * @param {() => Promise<T>} step
 * @returns {Promise<T>}
 */
export async function withLock(file, step) {
  await acquire(file);
  const forget = onStop({ stop: () => rm(file, { force: true }), force: () => rmSync(file, { force: true }) });
  try {
    return await step();
  } finally {
    await rm(file, { force: true });
    forget();
  }
}

/** @param {string} file */
async function acquire(file) {
  let told = false;
  while (!(await tryCreate(file))) {
    const holder = await holderOf(file);
    if (holder !== undefined && !isAlive(holder)) {
      await rm(file, { force: true });
      continue;
    }
    if (!told) console.log(`Waiting for process ${holder} to finish the same installation …`);
    told = true;
    await delay(POLL_MS);
  }
}

/** @param {string} file */
async function tryCreate(file) {
  try {
    await writeFile(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return false;
    throw error;
  }
}

/**
 * @param {string} file
 * @returns {Promise<number | undefined>} None while the holder is just writing the file, or has just let go.
 */
async function holderOf(file) {
  try {
    return Number(await readFile(file, 'utf8')) || undefined;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}
