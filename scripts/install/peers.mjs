/** The libraries that benches compare Newsmark with: in a folder of their own, so that nobody else has to install them. */

import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { withHeartbeat } from '../process/progress.mjs';
import { root } from '../root.mjs';
import { npm } from './npm.mjs';

const folder = path.join(root, 'test', 'bench', 'peers');
const stampFile = path.join(folder, 'node_modules', '.newsmark-lock');

/** Installs what the peers' package-lock.json names, unless it is there already. */
export async function ensurePeers() {
  const lock = await readFile(path.join(folder, 'package-lock.json'));
  const wanted = createHash('sha256').update(lock).digest('hex');
  if (existsSync(stampFile) && (await readFile(stampFile, 'utf8')) === wanted) return;
  console.log('Installing the libraries to compare with …');
  await withHeartbeat('npm ci', () => npm(['ci', '--ignore-scripts'], folder));
  await writeFile(stampFile, wanted);
}
