#!/usr/bin/env node
/**
 * `npm run train -- [--shared DIR] [--out FILE]`: trains the recognizer of names again and writes media/names.model; see
 * scripts/train/names.ts. Takes the gold data's training files and word vectors of a package that is installed on demand.
 */

import path from 'node:path';
import { ensureDependencies } from './install/dependencies.mjs';
import { ensureOwnPackages } from './install/ownPackages.mjs';
import { runVisibly } from './process/run.mjs';
import { root } from './root.mjs';

await ensureDependencies();
await ensureOwnPackages('scripts/train/sources', 'the word vectors to train with');
const file = path.join('scripts', 'train', 'names.ts');
const args = ['--max-old-space-size=6000', '--import', 'tsx', file, ...process.argv.slice(2)];
process.exitCode = await runVisibly(process.execPath, args, { cwd: root });
