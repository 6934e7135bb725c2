#!/usr/bin/env node
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
/**
 * Builds the bundles: the extension and its worker for desktop and web hosts, and the command line.
 *
 *   node esbuild.mjs [--production] [--watch] [--tests]
 *
 * `--tests` builds the tests that run inside VS Code instead.
 */
import { gzipSync } from 'node:zlib';
import esbuild from 'esbuild';
import { commandLineBundle } from './scripts/build/commandLine.mjs';
import { editorApi, recognizersIn } from './scripts/build/editorApi.mjs';
import { hostTestBundles } from './scripts/build/hostTests.mjs';
import { kernelCode } from './scripts/build/kernelCode.mjs';

const flags = new Set(process.argv.slice(2));
const isProduction = flags.has('--production');

/** @type {esbuild.BuildOptions} */
const common = {
  bundle: true,
  format: 'cjs',
  target: 'es2023',
  mainFields: ['module', 'main'],
  minify: isProduction,
  sourcemap: isProduction ? false : 'linked',
  metafile: true,
  logLevel: 'warning',
  logOverride: { 'import-is-undefined': 'error' },
  legalComments: 'none',
  plugins: [kernelCode()],
};

/** @type {esbuild.BuildOptions[]} */
const bundles = [
  {
    ...common,
    entryPoints: ['src/vscode/start.node.ts'],
    outfile: 'dist/start.node.js',
    platform: 'node',
    plugins: [editorApi(['start.node.ts'])],
  },
  {
    ...common,
    entryPoints: ['src/vscode/extension.node.ts'],
    outfile: 'dist/extension.node.js',
    platform: 'node',
    // It is run as a script, which can't import.
    supported: { 'dynamic-import': false },
    plugins: [editorApi(), recognizersIn('recognizers.node.js')],
  },
  {
    ...common,
    entryPoints: ['src/core/recognize/index.ts'],
    outfile: 'dist/recognizers.node.js',
    platform: 'node',
  },
  {
    ...common,
    entryPoints: ['src/vscode/extension.web.ts'],
    outfile: 'dist/extension.web.js',
    // The web host is a worker: no Node, no DOM. Packages that bring a DOM variant under "browser" would break there.
    platform: 'browser',
    conditions: ['worker'],
    define: { global: 'globalThis' },
    plugins: [editorApi(), kernelCode()],
  },
  {
    ...common,
    entryPoints: ['src/worker/start.node.ts'],
    outfile: 'dist/startWorker.node.js',
    platform: 'node',
  },
  {
    ...common,
    entryPoints: ['src/worker/worker.node.ts'],
    outfile: 'dist/worker.node.js',
    platform: 'node',
    supported: { 'dynamic-import': false },
  },
  {
    ...common,
    entryPoints: ['src/worker/worker.web.ts'],
    outfile: 'dist/worker.web.js',
    platform: 'browser',
    conditions: ['worker'],
    define: { global: 'globalThis' },
    format: 'iife',
  },
  {
    ...common,
    entryPoints: { insights: 'src/webview/insights.ts', 'insights-style': 'src/webview/insights.css' },
    outdir: 'dist',
    platform: 'browser',
    format: 'iife',
  },
  // Without a source map, which would be as large as the model in it.
  { ...common, ...commandLineBundle('dist/newsmark.cjs'), sourcemap: false },
];

/** @param {esbuild.BuildResult} result */
function report({ metafile }) {
  for (const [file, output] of Object.entries(metafile?.outputs ?? {})) {
    if (file.endsWith('.map')) continue;
    const zipped = gzipSync(readFileSync(file)).length;
    console.log(`${file.padEnd(28)} ${kilobytes(output.bytes)}  (${kilobytes(zipped)} gzipped)`);
    mkdirSync('dist/meta', { recursive: true });
    writeFileSync(`dist/meta/${path.basename(file)}.json`, JSON.stringify(metafile));
  }
}

/** @param {number} bytes */
function kilobytes(bytes) {
  return `${(bytes / 1000).toFixed(1).padStart(8)} kB`;
}

const wanted = flags.has('--tests') ? hostTestBundles() : bundles;
if (flags.has('--watch')) {
  for (const options of wanted) await (await esbuild.context(options)).watch();
  console.log('Watching.');
} else {
  for (const result of await Promise.all(wanted.map((options) => esbuild.build(options)))) report(result);
}
