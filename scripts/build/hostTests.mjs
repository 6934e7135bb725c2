/** The two bundles of tests that run inside VS Code, and the worker that tests start to see it hang. */

import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from '../root.mjs';

const folder = path.join(root, 'test', 'vscode');

/**
 * @returns {import('esbuild').BuildOptions[]} `dist/test/node.js` runs every test; `dist/test/web.js` leaves out what is named
 *   `*.node.test.ts`, which needs Node.js.
 */
export function hostTestBundles() {
  return [
    { ...common('node'), platform: 'node' },
    { ...common('web'), platform: 'browser' },
    { ...hangingWorker('node'), platform: 'node', format: 'cjs' },
    { ...hangingWorker('web'), platform: 'browser', format: 'iife', define: { global: 'globalThis' } },
  ];
}

/**
 * @param {'node' | 'web'} host
 * @returns {import('esbuild').BuildOptions}
 */
function common(host) {
  return {
    entryPoints: [path.join(root, 'test', 'support', 'hostEntry.ts')],
    outfile: path.join(root, 'dist', 'test', `${host}.js`),
    bundle: true,
    format: 'cjs',
    target: 'es2022',
    sourcemap: 'inline',
    logLevel: 'warning',
    external: ['vscode'],
    define: { NEWSMARK_GREP: JSON.stringify(process.env.NEWSMARK_GREP ?? '') },
    plugins: [testList(host), startOf(host), mochaAsCommonJs],
  };
}

/**
 * The analyzer's worker with other recognizers, of which some are bad: `dist/test/hangingWorker.node.js` and `.web.js`.
 * @param {'node' | 'web'} host
 * @returns {import('esbuild').BuildOptions}
 */
function hangingWorker(host) {
  return {
    entryPoints: [path.join(root, 'src', 'worker', `worker.${host}.ts`)],
    outfile: path.join(root, 'dist', 'test', `hangingWorker.${host}.js`),
    bundle: true,
    target: 'es2022',
    mainFields: ['module', 'main'],
    logLevel: 'warning',
    plugins: [
      {
        name: 'bad-recognizers',
        setup(build) {
          build.onResolve({ filter: /^\.\/recognize\/index$/ }, () => ({ path: support('recognizers.ts') }));
        },
      },
    ],
  };
}

/** @param {string} file */
function support(file) {
  return path.join(root, 'test', 'support', 'hangingWorker', file);
}

/**
 * Resolves `newsmark:hanging-worker` to what starts that worker in this host.
 * @param {'node' | 'web'} host
 * @returns {import('esbuild').Plugin}
 */
function startOf(host) {
  return {
    name: 'hanging-worker',
    setup(build) {
      build.onResolve({ filter: /^newsmark:hanging-worker$/ }, () => ({ path: support(`start.${host}.ts`) }));
    },
  };
}

/**
 * Resolves `newsmark:host-tests` to a module that imports each test file.
 * @param {'node' | 'web'} host
 * @returns {import('esbuild').Plugin}
 */
function testList(host) {
  return {
    name: 'host-tests',
    setup(build) {
      build.onResolve({ filter: /^newsmark:host-tests$/ }, ({ path: name }) => ({
        path: name,
        namespace: 'host-tests',
      }));
      build.onLoad({ filter: /.*/, namespace: 'host-tests' }, async () => {
        const files = await testFiles(host);
        return {
          contents: files.map((file) => `import ${JSON.stringify(file)};`).join('\n'),
          resolveDir: root,
          watchDirs: existsSync(folder) ? [folder] : [],
        };
      });
    },
  };
}

/**
 * Mocha's browser build is CommonJS, in a package that says it holds ES modules. Taken at its word, it would overwrite the
 * bundle's own exports; under a name of its own it is judged by what is in it.
 * @type {import('esbuild').Plugin}
 */
const mochaAsCommonJs = {
  name: 'mocha-as-commonjs',
  setup(build) {
    build.onResolve({ filter: /^mocha\/mocha\.js$/ }, () => ({
      path: path.join(root, 'node_modules', 'mocha', 'mocha.js'),
      namespace: 'mocha-as-commonjs',
    }));
    build.onLoad({ filter: /.*/, namespace: 'mocha-as-commonjs' }, async ({ path: file }) => ({
      contents: await readFile(file, 'utf8'),
    }));
  },
};

/** @param {'node' | 'web'} host */
async function testFiles(host) {
  if (!existsSync(folder)) return [];
  const names = await readdir(folder, { recursive: true });
  return names
    .filter((name) => name.endsWith('.test.ts') && (host === 'node' || !name.endsWith('.node.test.ts')))
    .sort()
    .map((name) => path.join(folder, name));
}
