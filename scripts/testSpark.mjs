#!/usr/bin/env node
/** Tests Newsmark as a step of a real Apache Spark on this machine; installs what that takes: `npm run test:spark`. */

import { ensureDependencies } from './install/dependencies.mjs';
import { ensureSpark } from './install/spark.mjs';
import { runVisibly } from './process/run.mjs';
import { root } from './root.mjs';

await ensureDependencies();
const spark = await ensureSpark();
const args = ['--import', 'tsx', 'test/support/runMocha.ts', 'test/spark', '.test.ts', '--timeout=600000'];
process.exitCode = await runVisibly(process.execPath, [...args, ...process.argv.slice(2)], {
  cwd: root,
  env: { ...process.env, NEWSMARK_SPARK: spark },
});
