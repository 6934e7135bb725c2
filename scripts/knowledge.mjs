#!/usr/bin/env node
/** `npm run knowledge`: makes media/knowledge.base again from its sources; see scripts/knowledge/build.ts. */

import path from 'node:path';
import { ensureDependencies } from './install/dependencies.mjs';
import { ensureOwnPackages } from './install/ownPackages.mjs';
import { runVisibly } from './process/run.mjs';
import { root } from './root.mjs';

await ensureDependencies();
await ensureOwnPackages('scripts/knowledge', 'what the knowledge base is made from');
const file = path.join('scripts', 'knowledge', 'build.ts');
process.exitCode = await runVisibly(process.execPath, ['--import', 'tsx', file], { cwd: root });
