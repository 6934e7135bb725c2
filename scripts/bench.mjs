#!/usr/bin/env node
/**
 * Runs a bench: `npm run bench:NAME -- [--shared DIR] [--seed N] …` runs test/bench/NAME.bench.ts.
 *
 * Benches read gold data from a folder beside the project (`../shared`, or --shared, or NEWSMARK_SHARED), which a clone
 * does not bring. Peers to compare with are installed on demand, apart from the project's own packages. What is measured is
 * bundled first, as it is for users: run from its sources, with a helper call in each function to keep its name, it is half
 * as fast.
 */

import { existsSync } from 'node:fs';
import path from 'node:path';
import { oneFileForNode } from './build/oneFile.mjs';
import { ensureChromium } from './install/chromium.mjs';
import { ensureDependencies } from './install/dependencies.mjs';
import { ensurePeers } from './install/peers.mjs';
import { ensurePythonPeers } from './install/pythonPeers.mjs';
import { ensureHost } from './install/vscodeHost.mjs';
import { runVisibly } from './process/run.mjs';
import { root } from './root.mjs';

const NEEDS_PEERS = new Set(['anchoring', 'entities', 'figures', 'formats', 'throughput']);
/** Those that measure in a real VS Code. */
const NEEDS_HOST = new Set(['memory', 'startup', 'typing']);

const [name = '', ...args] = process.argv.slice(2);
const file = path.join('test', 'bench', `${name}.bench.ts`);
if (!/^\w+$/.test(name) || !existsSync(path.join(root, file))) throw new Error(`There is no bench ${file}.`);
await ensureDependencies();
if (NEEDS_PEERS.has(name)) await ensurePeers();
if (NEEDS_HOST.has(name)) {
  await ensureChromium();
  await ensureHost('newest');
}
const env = { ...process.env, ...(name === 'formats' && { NEWSMARK_PYTHON_PEERS: await ensurePythonPeers() }) };
process.exitCode = await runVisibly(process.execPath, ['--expose-gc', await bundled(), ...args], { cwd: root, env });

/** @returns {Promise<string>} The bench and all it imports in one file, relative to the project. */
async function bundled() {
  // Not before the packages are there.
  const esbuild = await import('esbuild');
  const outfile = path.join('dist', 'bench', `${name}.js`);
  await esbuild.build({
    ...oneFileForNode(file, outfile),
    absWorkingDir: root,
    // A bench may build something itself; esbuild can't be bundled.
    external: ['esbuild'],
  });
  return outfile;
}
