import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { runVisibly } from '../../scripts/process/run.mjs';
import type { Activation, Cold, StartupFigures } from './startup/inHost';
import { figuresFromHost } from './support/inHost';
import { quantile, rounded } from './support/quantile';
import { finish, printTable, REPORT_OPTIONS } from './support/report';

/**
 * What starting costs in a real VS Code, with the extension as it is shipped: `npm run bench:startup -- [--starts 2]`. The
 * first start of a version compiles its code, the next ones find it compiled. Articles have about 1,200 words, and no
 * paragraph that was analyzed before. Times are milliseconds, of several starts the one in the middle. What VS Code itself
 * does with a file before it tells of it stands apart from what is ours.
 */
async function main(): Promise<void> {
  const vsix = path.join('dist', 'bench', 'newsmark.vsix');
  const code = await runVisibly(process.execPath, ['scripts/package.mjs', '--out', vsix]);
  if (code !== 0) throw new Error('The extension could not be packaged.');
  const { values } = parseArgs({ options: { ...REPORT_OPTIONS, starts: { type: 'string', default: '2' } } });
  const { first, next } = await starts(Number(values.starts));
  const rows = ROWS.map(([name, of]): [string, number, number] => [
    name,
    quantile(first.flatMap(of), 0.5),
    quantile(next.flatMap(of), 0.5),
  ]);
  const wasActive = first.some(({ cold }) => cold.wasActive);
  if (wasActive) console.log('The extension was active before an article was open.');
  printTable(['milliseconds', 'first start', 'next start'], rows);
  const bundles = readdirSync('dist').filter((name) => name.endsWith('.js'));
  const sizes = Object.fromEntries([
    ...bundles.map((name) => [name, statSync(path.join('dist', name)).size]),
    ['newsmark.vsix', statSync(vsix).size],
  ]);
  printTable(['bytes', ''], Object.entries(sizes));
  const figures = (column: 1 | 2) => Object.fromEntries(rows.map((row) => [row[0], rounded(row[column])]));
  finish('startup', { wasActive, first: figures(1), next: figures(2), sizes });
}

/** What was measured of one start. */
interface Start {
  readonly cold: Cold;
  readonly plain: Activation;
  readonly profiled: Activation;
}

const ours = ({ activation, highlights }: Cold) => activation + highlights;
const share =
  (whose: 'extension' | 'editor' | 'node' | 'engine') =>
  ({ plain, profiled }: Start): number[] => [plain.host * (profiled.shares?.[whose] ?? Number.NaN)];

const ROWS: readonly (readonly [name: string, of: (start: Start) => readonly number[]])[] = [
  ['activation', ({ plain }) => [plain.time]],
  ['activation, extension host', ({ plain }) => [plain.host]],
  ['… in the extension', share('extension')],
  ['… in VS Code', share('editor')],
  ['… in Node.js: reading, compiling', share('node')],
  ['… in the engine: garbage', share('engine')],
  ['first article: VS Code opens it', ({ cold }) => [cold.document]],
  ['… activation', ({ cold }) => [cold.activation]],
  ['… from there to highlights', ({ cold }) => [cold.highlights]],
  ['… both', ({ cold }) => [ours(cold)]],
  ['… all of it', ({ cold }) => [cold.document + ours(cold)]],
  ['… extension host, all of it', ({ cold }) => [cold.host]],
  ['… other threads, all of it', ({ cold }) => [cold.threads]],
  ['later article to highlights, p50', ({ cold }) => cold.later],
  ['later article, worst', ({ cold }) => [quantile(cold.later, 1)]],
  ['later article, extension host, p50', ({ cold }) => cold.laterHost],
];

async function starts(count: number): Promise<Readonly<Record<'first' | 'next', Start[]>>> {
  const folder = mkdtempSync(path.join(tmpdir(), 'nm-'));
  const made: Record<'first' | 'next', Start[]> = { first: [], next: [] };
  try {
    for (let start = 0; start < count; start++) {
      const data = path.join(folder, String(start));
      made.first.push(await measured((kind) => (kind === 'cold' ? data : '')));
      let next = 0;
      made.next.push(await measured(() => withCompiled(data, `${data}-${next++}`)));
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return made;
}

/** Where the extension keeps what it has compiled, in the folder of what VS Code knows. */
const COMPILED = path.join('data', 'User', 'globalStorage', 'newsmark.newsmark', 'compiled');

/** A folder for VS Code that knows nothing but what the extension has compiled in another one. */
function withCompiled(known: string, fresh: string): string {
  cpSync(path.join(known, COMPILED), path.join(fresh, COMPILED), { recursive: true, preserveTimestamps: true });
  return fresh;
}

/** @param data names the folder of what VS Code knows, for a start of each kind */
async function measured(data: (kind: 'cold' | 'plain' | 'profiled') => string): Promise<Start> {
  return {
    plain: (await started('plain', data('plain'))) as Activation,
    profiled: (await started('profiled', data('profiled'))) as Activation,
    cold: (await started('cold', data('cold'))) as Cold,
  };
}

/**
 * One start of VS Code.
 * @param NEWSMARK_START what it is for
 * @param NEWSMARK_HOST_DATA the folder of what VS Code knows; empty for one that knows nothing
 */
async function started(
  NEWSMARK_START: 'cold' | 'plain' | 'profiled',
  NEWSMARK_HOST_DATA: string,
): Promise<StartupFigures> {
  const NEWSMARK_SAMPLE = readFileSync('samples/putin-china-visit.article', 'utf8');
  const env = { NEWSMARK_SAMPLE, NEWSMARK_START, NEWSMARK_HOST_DATA };
  const [figures] = await figuresFromHost('test/bench/startup/inHost.ts', env, 900, true);
  if (!figures) throw new Error('The host gave no figures.');
  return figures as StartupFigures;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
