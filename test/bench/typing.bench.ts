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
  const head = [
    'characters',
    'mentions',
    'open',
    'latency p50',
    'p99',
    'host p50',
    'p99',
    'in a run p50',
    'p99',
    'block',
  ];
  const rows = all.map(({ size, mentions, open, latency, host, inRun, block }) => [
    size,
    mentions,
    open,
    quantile(latency, 0.5),
    quantile(latency, 0.99),
    quantile(host, 0.5),
    quantile(host, 0.99),
    quantile(inRun, 0.5),
    quantile(inRun, 0.99),
    quantile(block, 1),
  ]);
  printTable(head, rows);
  finish('typing', {
    sizes: all.map(({ size, mentions, open, ...times }) => ({
      size,
      mentions,
      open: rounded(open),
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
