#!/usr/bin/env node
/** Types, lint and format. */

import { existsSync } from 'node:fs';
import path from 'node:path';
import { RESULT_MARK } from './host/testOutput.mjs';
import { ensureDependencies } from './install/dependencies.mjs';
import { runVisibly } from './process/run.mjs';
import { root } from './root.mjs';

const PROJECTS = ['tsconfig.json', 'src/core/tsconfig.json', 'src/webview/tsconfig.json', 'scripts/tsconfig.json'];

await ensureDependencies();
const counts = { passed: 0, failed: 0, skipped: 0 };
for (const project of PROJECTS) {
  if (existsSync(path.join(root, project))) await check(`types of ${project}`, 'typescript/bin/tsc', ['-p', project]);
  else console.log(`– ${project}: not there`);
}
await check('lint and format', '@biomejs/biome/bin/biome', ['ci', '.', '--colors=off']);
console.log(`${RESULT_MARK} ${JSON.stringify(counts)}`);
process.exitCode = counts.failed > 0 ? 1 : 0;

/**
 * @param {string} title
 * @param {string} script
 * @param {string[]} args
 */
async function check(title, script, args) {
  const code = await runVisibly(process.execPath, [path.join(root, 'node_modules', script), ...args], { cwd: root });
  counts[code === 0 ? 'passed' : 'failed'] += 1;
  console.log(`${code === 0 ? '✔' : '✘'} ${title}`);
}
