import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { runVisibly } from '../../scripts/process/run.mjs';
import type { Activation, Cold, StartupFigures } from './startup/inHost';
import { figuresFromHost } from './support/inHost';
import { quantile, rounded } from './support/quantile';
import { finish, printTable, REPORT_OPTIONS } from './support/report';

/**
 * What starting costs in a real VS Code, with the extension as it is shipped: `npm run bench:startup -- [--starts 3]`.
 * Articles have about 1,200 words, and no paragraph that was analyzed before. Times are milliseconds, of several starts the
 * one in the middle. What VS Code itself does from being asked for a file to telling of it stands apart from what is ours.
 */
async function main(): Promise<void> {
  const vsix = path.join('dist', 'bench', 'newsmark.vsix');
  const code = await runVisibly(process.execPath, ['scripts/package.mjs', '--out', vsix]);
  if (code !== 0) throw new Error('The extension could not be packaged.');
  const { values } = parseArgs({ options: { ...REPORT_OPTIONS, starts: { type: 'string', default: '3' } } });
  const cold: Cold[] = [];
  const plain: Activation[] = [];
  for (let start = 0; start < Number(values.starts); start++) {
    cold.push((await started('cold')) as Cold);
    plain.push((await started('plain')) as Activation);
  }
  const { host, shares } = (await started('profiled')) as Activation;
  const middle = <T>(of: readonly T[], figure: (one: T) => number) => quantile(of.map(figure), 0.5);
  const later = cold.flatMap((one) => one.later);
  const rows: [string, number][] = [
    ['activation', middle(plain, ({ time }) => time)],
    ['activation, extension host', middle(plain, (one) => one.host)],
    ...Object.entries(shares ?? {}).map(([whose, share]): [string, number] => [`… of which ${whose}, %`, share * 100]),
    ['… that in a slowed run of', host],
    ['first article: VS Code opens it', middle(cold, ({ document }) => document)],
    ['first article: activation', middle(cold, ({ activation }) => activation)],
    ['first article: model and analysis', middle(cold, ({ highlights }) => highlights)],
    ['first article to highlights, ours', middle(cold, ({ activation, highlights }) => activation + highlights)],
    ['first article to highlights, all', middle(cold, (one) => one.document + one.activation + one.highlights)],
    ['later article to highlights, p50', quantile(later, 0.5)],
    ['later article to highlights, worst', quantile(later, 1)],
    [
      'later article, extension host, p50',
      quantile(
        cold.flatMap((one) => one.laterHost),
        0.5,
      ),
    ],
  ];
  const wasActive = cold.some((one) => one.wasActive);
  if (wasActive) console.log('The extension was active before an article was open.');
  printTable(['milliseconds', ''], rows);
  const bundles = readdirSync('dist').filter((name) => name.endsWith('.js'));
  const sizes = Object.fromEntries([
    ...bundles.map((name) => [name, statSync(path.join('dist', name)).size]),
    ['newsmark.vsix', statSync(vsix).size],
  ]);
  printTable(['bytes', ''], Object.entries(sizes));
  finish('startup', {
    wasActive,
    ...Object.fromEntries(rows.map(([name, time]) => [name, rounded(time)])),
    sizes,
  });
}

/** One start of VS Code. @param NEWSMARK_START what it is for */
async function started(NEWSMARK_START: 'cold' | 'plain' | 'profiled'): Promise<StartupFigures> {
  const NEWSMARK_SAMPLE = readFileSync('samples/putin-china-visit.article', 'utf8');
  const [figures] = await figuresFromHost('test/bench/startup/inHost.ts', { NEWSMARK_SAMPLE, NEWSMARK_START });
  if (!figures) throw new Error('The host gave no figures.');
  return figures as StartupFigures;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
