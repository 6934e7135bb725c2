import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import esbuild from 'esbuild';

/** Who may import whom among the top folders of src: the core knows nothing of those who use it. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  core: ['core'],
  node: ['node', 'core'],
  web: ['web', 'core'],
  worker: ['worker', 'core'],
  vscode: ['vscode', 'worker', 'core'],
  webview: ['webview', 'core'],
  cli: ['cli', 'core', 'node'],
};

/** The files outside src/node and src/web that may use what only Node, or only a browser, has: each is in its bundles alone. */
const isEntryFor = (layer: string, file: string) =>
  (layer === 'node' && file.endsWith('.node.ts')) || (layer === 'web' && file.endsWith('.web.ts'));

/** Within the core, each folder may import those before it. */
const CORE_ORDER = [
  'text',
  'values',
  'article',
  'annotation',
  'sidecar',
  'recognize',
  'entities',
  'knowledge',
  'mentions',
  'marking',
  'review',
  'curation',
  'formats',
  'corpus',
  'insights',
];

interface Import {
  readonly from: string;
  readonly to: string;
}

/** Every import in src, types included: `to` is a file of src, or the name of a package. */
function importsOf(folder: string): Import[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  return files.flatMap((name) => {
    const from = path.join(folder, name);
    const source = readFileSync(from, 'utf8');
    const statements = /^(?:import|export)\b[^;]*?\bfrom '([^']+)'|^import '([^']+)'|\bimport\('([^']+)'\)/gm;
    const specifiers = [...source.matchAll(statements)].map((match) => match[1] ?? match[2] ?? match[3] ?? '');
    return specifiers.map((to) => ({ from, to: to.startsWith('.') ? path.join(path.dirname(from), to) : to }));
  });
}

const imports = importsOf('src');
const inside = imports.filter(({ to }) => to.startsWith('src'));
const show = ({ from, to }: Import) => `${from} imports ${to}`;

describe('the layers of src', () => {
  it('are imported downward only', () => {
    const layerOf = (file: string) => file.split(path.sep)[1] ?? '';
    const isEntry = ({ from, to }: Import) => isEntryFor(layerOf(to), from);
    const wrong = inside.filter(
      (entry) => !ALLOWED[layerOf(entry.from)]?.includes(layerOf(entry.to)) && !isEntry(entry),
    );
    assert.deepEqual(wrong.map(show), []);
  });

  it('keep the core pure: packages for text and data, nothing of VS Code or Node', () => {
    const pure = ['@noble/hashes', 'js-yaml', 'jsonc-parser', 'picomatch', 'valibot'];
    const packages = imports.filter(({ from, to }) => from.startsWith('src/core') && !to.startsWith('src'));
    const wrong = packages.filter(({ to }) => !pure.some((name) => to === name || to.startsWith(`${name}/`)));
    assert.deepEqual(wrong.map(show), []);
  });

  it('leave compromise to the gazetteers, which are made from its word list before anything is built', () => {
    assert.deepEqual(imports.filter(({ to }) => to.startsWith('compromise')).map(show), []);
  });

  it('have vscode imported in src/vscode alone', () => {
    const wrong = imports.filter(({ from, to }) => to === 'vscode' && !from.startsWith('src/vscode'));
    assert.deepEqual(wrong.map(show), []);
  });

  it('order the folders of the core', () => {
    const rank = (file: string) => CORE_ORDER.indexOf(file.split(path.sep)[2] ?? '');
    const isRanked = ({ from, to }: Import) => from.startsWith('src/core') && rank(from) >= 0 && rank(to) >= 0;
    const wrong = inside.filter((entry) => isRanked(entry) && rank(entry.to) > rank(entry.from));
    assert.deepEqual(wrong.map(show), []);
  });

  it('keep recognizers apart from each other, and formats and features too', () => {
    const apart = (parent: string, kinds: readonly string[]) =>
      inside.filter(({ from, to }) => {
        const own = kinds.find((kind) => from.startsWith(path.join(parent, kind)));
        const other = kinds.find((kind) => to.startsWith(path.join(parent, kind)));
        return own !== undefined && other !== undefined && own !== other;
      });
    const folders = (parent: string) =>
      readdirSync(parent, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [`${entry.name}/`] : []));
    const recognizers = ['entities/', 'figures/', 'dates/', 'quotations/'];
    assert.deepEqual(apart('src/core/recognize', recognizers).map(show), []);
    const formats = folders('src/core/formats').filter((name) => name !== 'shared/');
    assert.deepEqual(apart('src/core/formats', formats).map(show), []);
    assert.deepEqual(apart('src/vscode/features', folders('src/vscode/features')).map(show), []);
  });
});

describe('the page with views', () => {
  it('draws with nothing but D3, and takes of the core what is for it', () => {
    const own = imports.filter(({ from }) => from.startsWith('src/webview'));
    const packages = own.map(({ to }) => to).filter((to) => !to.startsWith('src'));
    assert.deepEqual([...new Set(packages)].sort(), ['d3-force', 'd3-scale']);
    const core = own.map(({ to }) => to).filter((to) => to.startsWith('src/core'));
    assert.deepEqual(
      core.filter((to) => !/^src\/core\/(?:insights\/|l10n$)/.test(to)),
      [],
    );
  });
});

describe('the bundles for the web host', () => {
  it('need no Node module and take no browser variant of a package', async () => {
    const { metafile } = await esbuild.build({
      entryPoints: ['src/vscode/extension.web.ts', 'src/worker/worker.web.ts'],
      bundle: true,
      write: false,
      metafile: true,
      outdir: 'dist',
      format: 'cjs',
      platform: 'browser',
      mainFields: ['module', 'main'],
      external: ['vscode'],
      logLevel: 'silent',
    });
    const outside = Object.values(metafile.inputs).flatMap(({ imports: list }) =>
      list.filter(({ external }) => external),
    );
    assert.deepEqual([...new Set(outside.map((entry) => entry.path))], ['vscode']);
    assert.deepEqual(
      Object.keys(metafile.inputs).filter((file) => /\bbrowser\b|\.dom\./.test(file)),
      [],
    );
  });
});
