/**
 * Long and strange texts: what twice as much costs, of real news and of texts made to be hard; linear time is twice.
 *
 *     npm run bench:long -- [--only WORDS] [--json FILE] [--against FILE] [--shared DIR]
 */

import { parseArgs } from 'node:util';
import { createPipeline, type Recognizer, type Suggestion } from '../../src/core/recognize';
import { type LongText, longTexts } from './long/texts';
import { finish, printTable, REPORT_OPTIONS } from './support/report';
import { freshRecognizers } from './throughput/ours';

const { values: options } = parseArgs({
  options: { ...REPORT_OPTIONS, only: { type: 'string' }, shared: { type: 'string' } },
});

/** Twice the text may cost this much more: a cache that no longer fits in has its price too. */
const MOST_FACTOR = 2.2;
/** Shorter times say nothing of how they grow. */
const LEAST_MILLISECONDS = 60;
const RUNS = 2;
const CONTEXT = { published: '2024-05-14' };

async function main(): Promise<void> {
  const fresh = await freshRecognizers();
  const texts = longTexts().filter(({ name }) => name.includes(options.only ?? ''));
  await costOf(fresh, texts[0], 100_000);
  const results: Record<string, { once: number; twice: number; factor: number; mentions: number; memory: number }> = {};
  const rows: (string | number)[][] = [];
  for (const text of texts) {
    const once = await costOf(fresh, text, text.length);
    const twice = await costOf(fresh, text, 2 * text.length);
    const factor = twice.time / once.time;
    const verdict = factor <= MOST_FACTOR || twice.time < LEAST_MILLISECONDS ? '' : 'MORE THAN LINEAR';
    const { mentions, memory } = twice;
    results[text.name] = { once: once.time, twice: twice.time, factor, mentions, memory };
    rows.push([text.name, 2 * text.length, mentions, once.time, twice.time, factor, memory, verdict]);
  }
  printTable(['text', 'code units', 'mentions', 'half of it, ms', 'all of it, ms', 'factor', 'MB at most', ''], rows);
  finish('long', { results });
}

/**
 * The least milliseconds of processor time of some runs, nothing remembered; how much was found; and how many megabytes more
 * than before the process had at most, garbage and all that is remembered included.
 */
async function costOf(fresh: () => readonly Recognizer[], text: LongText | undefined, length: number) {
  const made = text?.make(length) ?? '';
  let time = Number.POSITIVE_INFINITY;
  let found: readonly Suggestion[] | undefined;
  let memory = 0;
  for (let run = 0; run < RUNS; run++) {
    globalThis.gc?.();
    const held = process.memoryUsage.rss();
    const look = () => {
      memory = Math.max(memory, (process.memoryUsage.rss() - held) / 1e6);
      return Promise.resolve();
    };
    const before = process.cpuUsage();
    found = await createPipeline(fresh(), { pause: look }).analyze(made, CONTEXT);
    await look();
    const { user, system } = process.cpuUsage(before);
    time = Math.min(time, (user + system) / 1e3);
  }
  return { time, mentions: found?.length ?? 0, memory };
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
