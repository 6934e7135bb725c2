import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { runVisibly } from '../../scripts/process/run.mjs';
import type { StartupFigures } from './startup/inHost';
import { figuresFromHost } from './support/inHost';
import { quantile, rounded } from './support/quantile';
import { finish, printTable } from './support/report';

/**
 * What starting costs in a real VS Code, with the extension as it is shipped: `npm run bench:startup`. Articles have about
 * 1,200 words, and no paragraph that was analyzed before. Times are milliseconds.
 */
async function main(): Promise<void> {
  const vsix = path.join('dist', 'bench', 'newsmark.vsix');
  const code = await runVisibly(process.execPath, ['scripts/package.mjs', '--out', vsix]);
  if (code !== 0) throw new Error('The extension could not be packaged.');
  const NEWSMARK_SAMPLE = readFileSync('samples/putin-china-visit.article', 'utf8');
  const [figures] = (await figuresFromHost('test/bench/startup/inHost.ts', { NEWSMARK_SAMPLE })) as StartupFigures[];
  if (!figures) throw new Error('The host gave no figures.');
  const { wasActive, activation, activationHost, first, later, laterHost } = figures;
  const rows: [string, number][] = [
    ['activation', activation],
    ['activation, extension host', activationHost],
    ['first article to highlights', first],
    ['later article to highlights, p50', quantile(later, 0.5)],
    ['later article to highlights, worst', quantile(later, 1)],
    ['later article, extension host, p50', quantile(laterHost, 0.5)],
  ];
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

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
