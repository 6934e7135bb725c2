/** A child process together with everything that it starts: one process group, ended as one. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { onStop } from './cleanup.mjs';

const GRACE_MS = 8000;
const POLL_MS = 20;

/**
 * @typedef {object} Group
 * @property {import('node:child_process').ChildProcess} child
 * @property {Promise<number>} exit The exit code; 128 when a signal ended it. Rejects if it could not start.
 * @property {() => boolean} isStopping Whether it was asked to end.
 * @property {() => Promise<void>} stop Asks the whole group to end, then insists.
 */

/**
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Group}
 */
export function spawnGroup(command, args, options = {}) {
  const child = spawn(command, args, { ...options, detached: process.platform !== 'win32' });
  const exit = exitOf(child);
  // A caller that only stops the group need not also handle its exit.
  exit.catch(() => {});

  let stopping = false;
  const stop = async () => {
    stopping = true;
    signal(child, 'SIGTERM');
    await endGroup(child);
    await exit.catch(() => {});
  };
  const forget = onStop({ stop, force: () => signal(child, 'SIGKILL') });
  exit.then(forget, forget);
  return { child, exit, isStopping: () => stopping, stop };
}

/** @param {import('node:child_process').ChildProcess} child */
async function exitOf(child) {
  const closed = once(child, 'close');
  const [code] = await once(child, 'exit');
  // Whatever the child started must not stay behind (and keep its pipes open), but may tidy up.
  if (signal(child, 'SIGTERM')) await endGroup(child);
  await closed;
  return code ?? 128;
}

/**
 * Waits for a group that has been asked to end; insists when it does not.
 * @param {import('node:child_process').ChildProcess} child
 */
async function endGroup(child) {
  const end = Date.now() + GRACE_MS;
  while (signal(child, 0)) {
    if (Date.now() > end) {
      signal(child, 'SIGKILL');
      return;
    }
    await delay(POLL_MS);
  }
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {NodeJS.Signals | 0} name
 * @returns {boolean} Whether anything of the group is left.
 */
function signal(child, name) {
  if (child.pid === undefined) return false;
  if (process.platform === 'win32') return child.kill(name);
  try {
    return process.kill(-child.pid, name);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ESRCH') return false;
    throw error;
  }
}
