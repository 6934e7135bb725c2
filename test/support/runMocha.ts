/**
 * Runs Mocha in plain Node.js:
 *
 *     node --import tsx test/support/runMocha.ts FOLDER ENDING [--detail=suites] [--timeout=MS] [--grep=TEXT] [--hooks=FILE]
 */
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import Mocha from 'mocha';
import { CompactReporter, type CompactReporterOptions } from './compactReporter.ts';

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
  const [folder = '.', ending = '.test.ts'] = positionals;
  const reporterOptions: CompactReporterOptions = { detail: values.detail === 'suites' ? 'suites' : 'tests' };
  const mocha = new Mocha({
    timeout: Number(values.timeout ?? 10_000),
    reporter: CompactReporter as never,
    reporterOptions,
    rootHooks: values.hooks ? (await import(pathToFileURL(values.hooks).href)).mochaHooks : {},
  });
  if (values.grep) mocha.grep(values.grep);
  for (const file of await filesIn(folder, ending)) mocha.addFile(file);
  await mocha.loadFilesAsync();
  return new Promise((resolve) => mocha.run(resolve));
}

async function filesIn(folder: string, ending: string): Promise<string[]> {
  if (!existsSync(folder)) return [];
  const names = await readdir(folder, { recursive: true });
  return names
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => path.resolve(folder, name));
}
