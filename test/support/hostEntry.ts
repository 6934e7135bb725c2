/** What VS Code runs as `extensionTestsPath`, in the Node.js extension host and in the web-worker one. */
import 'mocha/mocha.js';
import { CompactReporter, type CompactReporterOptions } from './compactReporter.ts';

/** The workbench logs into the same stream; scripts/host/testOutput.mjs picks out the lines that start so. */
const MARK = '[test] ';
const TEST_TIMEOUT_MS = 30_000;

export async function run(): Promise<void> {
  const reporterOptions: CompactReporterOptions = { print: (line) => console.log(MARK + line) };
  const mocha = new Mocha({ ui: 'bdd', timeout: TEST_TIMEOUT_MS, reporter: CompactReporter as never, reporterOptions });
  if (NEWSMARK_GREP) mocha.grep(NEWSMARK_GREP);
  // Sets describe and it, which the test files need when they are loaded.
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  await import('newsmark:host-tests');
  const failures = await new Promise<number>((resolve) => mocha.run(resolve));
  if (failures > 0) throw new Error(`${failures} failed`);
}
