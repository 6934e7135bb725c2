import { readFileSync } from 'node:fs';
import { figuresFromHost } from './support/inHost';
import { quantile, rounded } from './support/quantile';
import { finish, printTable } from './support/report';
import type { TypingFigures } from './typing/inHost';

/**
 * What typing costs in a real VS Code, in articles of 1 kB to 1 MB: `npm run bench:typing`. The extension is the one that
 * is shipped; keys are typed into the editor. Times are milliseconds, the median and 99 of 100. A part of the latency, 150
 * ms, is a wait for typing to rest.
 *
 * NEWSMARK_SIZES=1000,10000 asks for other sizes, NEWSMARK_KEYS=100 for more key presses.
 */
async function main(): Promise<void> {
  const sample = readFileSync('samples/putin-china-visit.article', 'utf8');
  const all = (await figuresFromHost('test/bench/typing/inHost.ts', {
    NEWSMARK_SAMPLE: sample,
  })) as TypingFigures[];
  const head = ['characters', 'mentions', 'first marks', 'at the end', 'all marks', 'all mentions'];
  const names = ['latency', 'host', 'floor', 'own', 'ownBlock', 'inRun', 'ownInRun', 'block'] as const;
  const shown = ['latency', 'host', 'of it alone', 'our part', 'our longest', 'in a run', 'our part', 'longest'];
  printTable(
    [...head, ...shown.flatMap((name) => [`${name} p50`, 'p99'])],
    all.map((figures) => [
      ...[figures.size, figures.mentions, figures.first, figures.end, figures.whole, figures.open],
      ...names.flatMap((name) => [quantile(figures[name], 0.5), quantile(figures[name], 0.99)]),
    ]),
  );
  finish('typing', {
    sizes: all.map(({ size, mentions, first, end, whole, open, ...times }) => ({
      ...{ size, mentions, first: rounded(first), end: rounded(end), whole: rounded(whole), open: rounded(open) },
      ...Object.fromEntries(
        Object.entries(times).map(([name, values]) => [
          name,
          { p50: rounded(quantile(values, 0.5)), p99: rounded(quantile(values, 0.99)) },
        ]),
      ),
    })),
  });
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
