#!/usr/bin/env node
/** Builds dist/newsmark-VERSION.vsix. */

import { mkdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { ensureDependencies } from './install/dependencies.mjs';
import { runVisibly } from './process/run.mjs';
import { root } from './root.mjs';

await ensureDependencies();
await node('esbuild.mjs', '--production');
const { name, version } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'));
const file = path.join('dist', `${name}-${version}.vsix`);
await mkdir(path.join(root, 'dist'), { recursive: true });
const vsce = path.join('node_modules', '@vscode', 'vsce', 'vsce');
await node(vsce, 'ls', '--no-dependencies');
await node(vsce, 'package', '--no-dependencies', '--out', file);
const { size } = await stat(path.join(root, file));
console.log(`${file}: ${(size / 1000).toFixed(1)} kB`);

/** @param {string[]} args */
async function node(...args) {
  const code = await runVisibly(process.execPath, args, { cwd: root });
  if (code !== 0) throw new Error(`node ${args.join(' ')} ended with code ${code}`);
}
