/** How the extension's bundles get at the editor's API. */

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../root.mjs';

/**
 * Resolves `vscode` to one module that has each name which our sources use. Left to itself, the bundler copies the editor's
 * whole API for every file that imports it, which takes a good part of the time in which the extension starts.
 * @param {readonly string[]} [files] those of src/vscode that are in the bundle; all where missing
 * @returns {import('esbuild').Plugin}
 */
export function editorApi(files) {
  return {
    name: 'editor-api',
    setup(build) {
      build.onResolve({ filter: /^vscode$/ }, ({ path: name, kind }) =>
        kind === 'require-call' ? { path: name, external: true } : { path: name, namespace: 'editor-api' },
      );
      build.onLoad({ filter: /.*/, namespace: 'editor-api' }, () => ({
        contents: [
          "const api = require('vscode');",
          ...namesUsed(files).map((name) => `export const ${name} = api.${name};`),
        ].join('\n'),
        resolveDir: root,
        watchDirs: [path.join(root, 'src', 'vscode')],
      }));
    },
  };
}

/** `vscode.window`, `const { languages } = vscode`, `import { SymbolKind } from 'vscode'`. */
const USES = /\bvscode\.(\w+)|\{([^{}]*)\} = vscode;|import \{([^{}]*)\} from 'vscode'/g;

/**
 * @param {readonly string[]} [only]
 * @returns {string[]}
 */
function namesUsed(only) {
  const folder = path.join(root, 'src', 'vscode');
  const names = new Set();
  for (const file of only ?? readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.ts')) continue;
    for (const [, single = '', taken, imported] of readFileSync(path.join(folder, file), 'utf8').matchAll(USES)) {
      const listed = (taken ?? imported ?? '').split(',').map((name) => name.trim().split(/[\s:]/)[0] ?? '');
      for (const name of [single, ...listed]) if (name !== '') names.add(name);
    }
  }
  return [...names].sort();
}

/**
 * Leaves the recognizers to a file of their own, which is read only where no worker runs.
 * @param {string} file
 * @returns {import('esbuild').Plugin}
 */
export function recognizersIn(file) {
  return {
    name: 'recognizers-apart',
    setup(build) {
      build.onResolve({ filter: /\/recognize\/index$/ }, ({ kind }) =>
        kind === 'dynamic-import' ? { path: `./${file}`, external: true } : undefined,
      );
    },
  };
}
