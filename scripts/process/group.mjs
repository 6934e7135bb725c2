/** A child process together with everything that it starts: one process group, ended as one. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { onStop } from './cleanup.mjs';

/** Longer than what a group in our group may take, so that nobody is cut off while waiting for its own. */
const GRACE_MS = 10_000;

/**
 * @typedef {object} Group
 * @property {import('node:child_process').ChildProcess} child
 * @property {Promise<number>} exit The exit code; 128 when a signal ended it. Rejects if it could not start.
 * @property {() => boolean} isStopping Whether it was asked to end.
 * @property {() => Promise<void>} stop Asks the whole group to end, then insists.
 * @property {() => Promise<void>} kill Ends the whole group at once, without a chance to tidy up.
 */

/**
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions & { graceMs?: number }} [options] With the time that the group has to
 *   tidy up after it has been asked to end.
 * @returns {Group}
 */
export function spawnGroup(command, args, { graceMs = GRACE_MS, ...options } = {}) {
  const child = spawn(command, args, { ...options, detached: process.platform !== 'win32' });
  // Comes when nobody writes to the child's pipes any more: when what it has started is gone, too.
  const closed = once(child, 'close');
  const exit = exitOf(child, closed, graceMs);
  // A caller that only stops the group need not also handle its exit.
  exit.catch(() => {});

  let stopping = false;
  const stop = async () => {
    stopping = true;
    await endGroup(child, closed, graceMs);
    await exit.catch(() => {});
  };
  const kill = async () => {
    stopping = true;
    signal(child, 'SIGKILL');
    await exit.catch(() => {});
  };
  const forget = onStop({ stop, force: () => signal(child, 'SIGKILL') });
  exit.then(forget, forget);
  return { child, exit, isStopping: () => stopping, stop, kill };
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {Promise<unknown>} closed
 * @param {number} graceMs
 * @returns {Promise<number>}
 */
async function exitOf(child, closed, graceMs) {
  const [code] = await once(child, 'exit');
  await endGroup(child, closed, graceMs);
  return code ?? 128;
}

/**
 * Asks a group to end, and insists when it does not.
 * @param {import('node:child_process').ChildProcess} child
 * @param {Promise<unknown>} closed
 * @param {number} graceMs
 */
async function endGroup(child, closed, graceMs) {
  signal(child, 'SIGTERM');
  const inTime = new AbortController();
  const late = delay(graceMs, undefined, { signal: inTime.signal });
  await Promise.race([closed, late]);
  inTime.abort();
  late.catch(() => {});
  signal(child, 'SIGKILL');
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {NodeJS.Signals} name
 */
function signal(child, name) {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') child.kill(name);
    else process.kill(-child.pid, name);
  } catch (error) {
    // ESRCH: the group is already gone, which is what was wanted.
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ESRCH') throw error;
  }
}
