import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Held } from './memory/inHost';
import { figuresFromHost } from './support/inHost';
import { rounded } from './support/quantile';
import { finish, printTable, REPORT_OPTIONS } from './support/report';

/**
 * What the extension holds in a real VS Code: with one article open, with a hundred, when hundreds were opened and closed,
 * and with an index over thousands: `npm run bench:memory -- [--articles 10000]`. Megabytes, garbage collected before.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { ...REPORT_OPTIONS, articles: { type: 'string', default: '10000' } } });
  const held = (await figuresFromHost(
    'test/bench/memory/inHost.ts',
    {
      NEWSMARK_SAMPLE: readFileSync('samples/putin-china-visit.article', 'utf8'),
      NEWSMARK_ARTICLES: values.articles,
    },
    3_600,
  )) as Held[];
  printTable(
    ['megabytes', 'heap', 'buffers', 'heap of threads', 'buffers of threads', 'threads', 'process'],
    held.map(({ when, heap, buffers, threadHeap, threadBuffers, threads, rss }) => [
      when,
      heap,
      buffers,
      threadHeap,
      threadBuffers,
      threads,
      rss,
    ]),
  );
  finish('memory', {
    held: Object.fromEntries(
      held.map(({ when, ...figures }) => [
        when,
        Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, rounded(value)])),
      ]),
    ),
  });
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
