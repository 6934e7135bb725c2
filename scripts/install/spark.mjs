/** Apache Spark, for the test of Newsmark as a step of it. */

import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import { seconds, withHeartbeat } from '../process/progress.mjs';
import { runQuietly } from '../process/run.mjs';
import { findCommand } from './commands.mjs';
import { ensureDebianPackages, hasDebianPackages } from './debianPackages.mjs';

const VERSION = '4.3.0';

/**
 * Installs PySpark into a Python environment of its own in the person's cache, and Java where there is none.
 * @returns {Promise<string>} The environment's folder.
 */
export async function ensureSpark() {
  if (!findCommand('java')) await needed('default-jre-headless', 'Java 17 or later');
  if (!findCommand('python3')) await needed('python3', 'Python 3.10 or later');
  const base = process.env.XDG_CACHE_HOME || path.join(homedir(), '.cache');
  const folder = path.join(base, 'newsmark', `spark-${VERSION}`);
  const stamp = path.join(folder, '.newsmark-complete');
  if (existsSync(stamp)) return folder;
  await rm(folder, { recursive: true, force: true });
  await mkdir(path.dirname(folder), { recursive: true });
  console.log(`Installing PySpark ${VERSION} into ${folder}; it loads some 400 MB …`);
  const started = Date.now();
  await withHeartbeat('pip', () => install(folder));
  await writeFile(stamp, '');
  console.log(`Installed in ${seconds(started)}.`);
  return folder;
}

/** @param {string} folder */
async function install(folder) {
  try {
    await runQuietly('python3', ['-m', 'venv', folder]);
  } catch (error) {
    // Debian has that in a package of its own.
    if (!hasDebianPackages()) throw error;
    await ensureDebianPackages(['python3-venv']);
    await runQuietly('python3', ['-m', 'venv', '--clear', folder]);
  }
  await runQuietly(path.join(folder, 'bin', 'pip'), ['install', '--no-input', `pyspark==${VERSION}`]);
}

/**
 * @param {string} debianPackage
 * @param {string} what
 */
async function needed(debianPackage, what) {
  if (!hasDebianPackages()) throw new Error(`${what} is needed, and not on the PATH.`);
  await ensureDebianPackages([debianPackage]);
}
