/** The project's own npm packages. Only Node builtins here: it runs before they exist. */

import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { seconds, withHeartbeat } from '../process/progress.mjs';
import { root } from '../root.mjs';
import { npm } from './npm.mjs';

const lockFile = path.join(root, 'package-lock.json');
const stampFile = path.join(root, 'node_modules', '.newsmark-lock');
/** npm writes it last: what it has installed. */
const npmRecord = path.join(root, 'node_modules', '.package-lock.json');

/** Installs what package-lock.json names, unless that is what node_modules holds already. */
export async function ensureDependencies() {
  const wanted = await lockHash();
  if (existsSync(stampFile) && (await readFile(stampFile, 'utf8')) === wanted) return;
  if (!(await isInstalledByHand())) {
    console.log('Installing the npm packages of package-lock.json …');
    const started = Date.now();
    await withHeartbeat('npm ci', () => npm(['ci', '--include=dev'], root));
    console.log(`Installed in ${seconds(started)}.`);
  }
  await writeFile(stampFile, wanted);
}

/** Whether someone has run npm since package-lock.json changed. */
async function isInstalledByHand() {
  if (existsSync(stampFile) || !existsSync(npmRecord)) return false;
  const [record, lock] = await Promise.all([stat(npmRecord), stat(lockFile)]);
  return record.mtimeMs > lock.mtimeMs;
}

async function lockHash() {
  const lock = await readFile(lockFile);
  return createHash('sha256').update(lock).digest('hex');
}
