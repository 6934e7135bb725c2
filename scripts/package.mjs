#!/usr/bin/env node
/** Builds the .vsix: `npm run package -- [--out FILE]`, dist/newsmark-VERSION.vsix by default. */

import { mkdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ensureDependencies } from './install/dependencies.mjs';
import { runVisibly } from './process/run.mjs';
import { root } from './root.mjs';

/** Bytes that a .vsix may have. */
const LARGEST = 10_000_000;

await ensureDependencies();
await node('esbuild.mjs', '--production');
const { name, version } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'));
const { values } = parseArgs({ options: { out: { type: 'string' } } });
const file = path.resolve(root, values.out ?? path.join('dist', `${name}-${version}.vsix`));
await mkdir(path.dirname(file), { recursive: true });
const vsce = path.join('node_modules', '@vscode', 'vsce', 'vsce');
await node(vsce, 'ls', '--no-dependencies');
await node(
  vsce,
  'package',
  '--no-dependencies',
  '--allow-missing-repository',
  '--no-rewrite-relative-links',
  '--out',
  file,
);
const { size } = await stat(file);
console.log(`${path.relative(root, file)}: ${(size / 1000).toFixed(1)} kB`);
if (size > LARGEST) throw new Error(`The .vsix is larger than ${LARGEST / 1e6} MB: it is to be installed in a moment.`);

/** @param {string[]} args */
async function node(...args) {
  const code = await runVisibly(process.execPath, args, { cwd: root });
  if (code !== 0) throw new Error(`node ${args.join(' ')} ended with code ${code}`);
}
