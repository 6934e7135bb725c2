/** Python packages, in environments of their own in the person's cache. */

import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import { seconds, withHeartbeat } from '../process/progress.mjs';
import { runQuietly } from '../process/run.mjs';
import { findCommand } from './commands.mjs';
import { ensureDebianPackages, hasDebianPackages } from './debianPackages.mjs';

/**
 * Makes an environment with some packages, unless it is there already.
 * @param {string} name Of its folder: another one for other versions.
 * @param {string[]} wanted What pip is told to install.
 * @param {(folder: string) => Promise<void>} [more] What else belongs into it.
 * @returns {Promise<string>} The environment's folder.
 */
export async function ensurePython(name, wanted, more) {
  if (!findCommand('python3')) await ensureCommand('python3', 'Python 3.10 or later');
  const base = process.env.XDG_CACHE_HOME || path.join(homedir(), '.cache');
  const folder = path.join(base, 'newsmark', name);
  const stamp = path.join(folder, '.newsmark-complete');
  if (existsSync(stamp)) return folder;
  await rm(folder, { recursive: true, force: true });
  await mkdir(path.dirname(folder), { recursive: true });
  console.log(`Installing Python packages into ${folder}: ${wanted.join(' ')} …`);
  const started = Date.now();
  await withHeartbeat('pip', () => install(folder, wanted));
  await more?.(folder);
  await writeFile(stamp, '');
  console.log(`Installed in ${seconds(started)}.`);
  return folder;
}

/**
 * @param {string} debianPackage
 * @param {string} what
 */
export async function ensureCommand(debianPackage, what) {
  if (!hasDebianPackages()) throw new Error(`${what} is needed, and not on the PATH.`);
  await ensureDebianPackages([debianPackage]);
}

/**
 * @param {string} folder
 * @param {string[]} wanted
 */
async function install(folder, wanted) {
  try {
    await runQuietly('python3', ['-m', 'venv', folder]);
  } catch (error) {
    // Debian has that in a package of its own.
    if (!hasDebianPackages()) throw error;
    await ensureDebianPackages(['python3-venv']);
    await runQuietly('python3', ['-m', 'venv', '--clear', folder]);
  }
  await runQuietly(path.join(folder, 'bin', 'pip'), ['install', '--no-input', ...wanted]);
}
