/**
 * Runs Mocha in plain Node.js:
 *
 *     node --import tsx test/support/runMocha.ts FOLDER ENDING [--detail=suites] [--timeout=MS] [--grep=TEXT] [--hooks=FILE]
 *
 * Property tests draw the same cases in every run, so that a change is told from chance. To look for cases that nobody
 * has seen yet: NEWSMARK_SEED=NUMBER (or `random`) draws others, NEWSMARK_RUNS=NUMBER draws that many per property
 * that does not say how many itself.
 */
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import Mocha from 'mocha';
import { CompactReporter, type CompactReporterOptions } from './compactReporter.ts';

/** Milliseconds. For what hangs only: the same test may take ten times as long on a machine with other work to do. */
const patience = 60_000;

/** The cases that property tests draw where neither they nor the environment say otherwise. */
const usualSeed = 20_240_516;

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    detail: { type: 'string' },
    timeout: { type: 'string' },
    grep: { type: 'string' },
    hooks: { type: 'string' },
  },
});

run().then(
  (failures) => process.exit(failures > 0 ? 1 : 0),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);

async function run(): Promise<number> {
  drawCases();
  const [folder = '.', ending = '.test.ts'] = positionals;
  const reporterOptions: CompactReporterOptions = { detail: values.detail === 'suites' ? 'suites' : 'tests' };
  const mocha = new Mocha({
    timeout: Number(values.timeout ?? patience),
    reporter: CompactReporter as never,
    reporterOptions,
    rootHooks: values.hooks ? (await import(pathToFileURL(values.hooks).href)).mochaHooks : {},
  });
  if (values.grep) mocha.grep(values.grep);
  for (const file of await filesIn(folder, ending)) mocha.addFile(file);
  await mocha.loadFilesAsync();
  return new Promise((resolve) => mocha.run(resolve));
}

function drawCases(): void {
  const { NEWSMARK_SEED: wanted, NEWSMARK_RUNS: runs } = process.env;
  const seed = wanted === 'random' ? Date.now() % 2 ** 31 : Number(wanted ?? usualSeed);
  if (wanted) console.log(`Cases drawn with seed ${seed}`);
  fc.configureGlobal({ seed, ...(runs ? { numRuns: Number(runs) } : {}) });
}

async function filesIn(folder: string, ending: string): Promise<string[]> {
  if (!existsSync(folder)) return [];
  const names = await readdir(folder, { recursive: true });
  return names
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => path.resolve(folder, name));
}
