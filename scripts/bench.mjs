#!/usr/bin/env node
/**
 * Runs a bench: `npm run bench:NAME -- [--shared DIR] [--seed N] …` runs test/bench/NAME.bench.ts.
 *
 * Benches read gold data from a folder beside the project (`../shared`, or --shared, or NEWSMARK_SHARED), which a clone
 * does not bring. Peers to compare with are installed on demand, apart from the project's own packages.
 */

import { existsSync } from 'node:fs';
import path from 'node:path';
import { ensureDependencies } from './install/dependencies.mjs';
import { ensurePeers } from './install/peers.mjs';
import { runVisibly } from './process/run.mjs';
import { root } from './root.mjs';

const NEEDS_PEERS = new Set(['anchoring', 'entities', 'figures', 'formats']);

const [name = '', ...args] = process.argv.slice(2);
const file = path.join('test', 'bench', `${name}.bench.ts`);
if (!/^\w+$/.test(name) || !existsSync(path.join(root, file))) throw new Error(`There is no bench ${file}.`);
await ensureDependencies();
if (NEEDS_PEERS.has(name)) await ensurePeers();
process.exitCode = await runVisibly(process.execPath, ['--expose-gc', '--import', 'tsx', file, ...args], { cwd: root });
