/** Packages that only some scripts need: each set in a folder of its own, so that nobody else has to install them. */

import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { withHeartbeat } from '../process/progress.mjs';
import { root } from '../root.mjs';
import { npm } from './npm.mjs';

/**
 * Installs what a folder's package-lock.json names, unless it is there already.
 *
 * @param {string} name the folder, from the project's root
 * @param {string} what they are, for the message
 */
export async function ensureOwnPackages(name, what) {
  const folder = path.join(root, name);
  const stampFile = path.join(folder, 'node_modules', '.newsmark-lock');
  const lock = await readFile(path.join(folder, 'package-lock.json'));
  const wanted = createHash('sha256').update(lock).digest('hex');
  if (existsSync(stampFile) && (await readFile(stampFile, 'utf8')) === wanted) return;
  console.log(`Installing ${what} …`);
  await withHeartbeat('npm ci', () => npm(['ci', '--ignore-scripts'], folder));
  await writeFile(stampFile, wanted);
}
