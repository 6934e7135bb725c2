#!/usr/bin/env node
/** `npm run gazetteers`: makes media/names.gazetteer again from its sources; see scripts/gazetteers/build.ts. */

import path from 'node:path';
import { ensureDependencies } from './install/dependencies.mjs';
import { ensureOwnPackages } from './install/ownPackages.mjs';
import { runVisibly } from './process/run.mjs';
import { root } from './root.mjs';

await ensureDependencies();
await ensureOwnPackages('scripts/gazetteers', 'the word lists that gazetteers are made from');
const file = path.join('scripts', 'gazetteers', 'build.ts');
process.exitCode = await runVisibly(process.execPath, ['--import', 'tsx', file], { cwd: root });
