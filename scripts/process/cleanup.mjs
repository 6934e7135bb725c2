/**
 * What must not outlive this process: child processes and temporary folders register here.
 *
 * @typedef {object} Cleanup
 * @property {() => Promise<void>} stop Ends it gently; awaited when a signal arrives.
 * @property {() => void} force Ends it at once; runs while the process exits, so it cannot wait.
 */

import { rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';

/** @type {Set<Cleanup>} */
const pending = new Set();
let listening = false;
let stopping = false;

/**
 * @param {Cleanup} cleanup
 * @returns {() => void} Forgets the cleanup: what it guards is gone.
 */
export function onStop(cleanup) {
  listen();
  pending.add(cleanup);
  return () => pending.delete(cleanup);
}

/**
 * Removes a folder, now when called or at the latest when this process ends.
 * @param {string} folder
 * @returns {() => Promise<void>}
 */
export function removeOnStop(folder) {
  // A process that has just been killed can still be writing its last file: retry.
  const options = { recursive: true, force: true, maxRetries: 5, retryDelay: 100 };
  const forget = onStop({
    stop: () => rm(folder, options),
    force: () => rmSync(folder, options),
  });
  return async () => {
    await rm(folder, options);
    forget();
  };
}

/** @returns {boolean} Whether a signal has told this process to end: what fails now, fails because of that. */
export function isStopping() {
  return stopping;
}

function listen() {
  if (listening) return;
  listening = true;
  process.on('exit', () => {
    for (const cleanup of [...pending].reverse()) attempt(cleanup);
  });
  for (const [signal, number] of /** @type {const} */ ([
    ['SIGINT', 2],
    ['SIGTERM', 15],
    ['SIGHUP', 1],
  ])) {
    process.on(signal, async () => {
      // A group may be told to end more than once. The first time counts: what has begun to tidy up must come to its end.
      if (stopping) return;
      stopping = true;
      await stopAll();
      process.exit(128 + number);
    });
  }
}

/** The last registered goes first: a server ends before its data folder is removed. */
async function stopAll() {
  for (const cleanup of [...pending].reverse()) {
    try {
      await cleanup.stop();
      pending.delete(cleanup);
    } catch (error) {
      console.error(`While stopping: ${error}`);
    }
  }
}

/** @param {Cleanup} cleanup */
function attempt(cleanup) {
  try {
    cleanup.force();
  } catch (error) {
    console.error(`While exiting: ${error}`);
  }
}
