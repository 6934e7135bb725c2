/**
 * A Mocha reporter for logs: one line a test, or one line a suite where there are very many tests; failures in full at the
 * end; and a last line that `npm test` reads. It needs nothing but the runner's events, so that it also works in a web worker.
 */
export interface CompactReporterOptions {
  readonly print?: (line: string) => void;
  readonly detail?: 'suites' | 'tests';
}

/** Starts the line that holds the counts as JSON. */
export const RESULT_MARK = 'NEWSMARK_RESULT';

const SLOW_MS = 200;
const MACHINERY =
  /^\s+at .*(node:internal\/|node_modules\/|\b(callFn|timeslice|next|Runner\.\w+|Test\.run|Hook\.run)\b)/;
const STUCK_MS = 10_000;

export class CompactReporter {
  private readonly print: (line: string) => void;
  private readonly failures: string[] = [];
  private readonly counts = { passed: 0, failed: 0, skipped: 0 };
  private depth = 0;
  private suite = { passed: 0, failed: 0, skipped: 0, started: 0 };
  private current: { title: string; started: number } | undefined;

  constructor(runner: Mocha.Runner, options: { reporterOptions?: CompactReporterOptions }) {
    const { print = console.log, detail = 'tests' } = options.reporterOptions ?? {};
    this.print = print;
    const stuck = setInterval(() => this.showStuck(), STUCK_MS);
    if (detail === 'tests') this.showTests(runner);
    else this.showSuites(runner);
    runner.on('test', (test) => {
      this.current = { title: test.fullTitle(), started: Date.now() };
    });
    runner.on('pass', () => this.count('passed'));
    runner.on('pending', () => this.count('skipped'));
    runner.on('fail', (test, error) => {
      this.count('failed');
      this.failures.push(`${test.fullTitle()}\n${indent(describeError(error), '    ')}`);
    });
    runner.on('test end', () => {
      this.current = undefined;
    });
    runner.once('end', () => {
      clearInterval(stuck);
      this.finish();
    });
  }

  private count(outcome: 'passed' | 'failed' | 'skipped'): void {
    this.counts[outcome] += 1;
    this.suite[outcome] += 1;
  }

  private showTests(runner: Mocha.Runner): void {
    runner.on('suite', (suite) => {
      if (suite.title) this.print(`${this.margin()}${suite.title}`);
      this.depth += 1;
    });
    runner.on('suite end', () => {
      this.depth -= 1;
    });
    runner.on('pass', (test) => this.print(`${this.margin()}✔ ${test.title}${slowness(test.duration ?? 0)}`));
    runner.on('pending', (test) => this.print(`${this.margin()}– ${test.title} (skipped)`));
    runner.on('fail', (test) => this.print(`${this.margin()}✘ ${test.title}`));
  }

  private showSuites(runner: Mocha.Runner): void {
    runner.on('suite', (suite) => {
      if (suite.parent?.root) this.suite = { passed: 0, failed: 0, skipped: 0, started: Date.now() };
    });
    runner.on('suite end', (suite) => {
      if (!suite.parent?.root) return;
      const { passed, failed, skipped, started } = this.suite;
      const notes = [`${passed} passed`];
      if (failed > 0) notes.push(`${failed} failed`);
      if (skipped > 0) notes.push(`${skipped} skipped`);
      this.print(`  ${failed > 0 ? '✘' : '✔'} ${suite.title}: ${notes.join(', ')}${slowness(Date.now() - started)}`);
    });
  }

  private showStuck(): void {
    if (!this.current) return;
    const ms = Date.now() - this.current.started;
    if (ms >= STUCK_MS) this.print(`… ${(ms / 1000).toFixed(0)} s in: ${this.current.title}`);
  }

  private finish(): void {
    this.failures.forEach((failure, index) => {
      for (const line of `\n${index + 1}) ${failure}`.split('\n')) this.print(line);
    });
    this.print(`${RESULT_MARK} ${JSON.stringify(this.counts)}`);
  }

  private margin(): string {
    return '  '.repeat(Math.max(this.depth, 1));
  }
}

function slowness(ms: number): string {
  return ms >= SLOW_MS ? ` (${(ms / 1000).toFixed(1)} s)` : '';
}

function describeError(error: unknown): string {
  if (!(error instanceof Error)) return `Thrown: ${String(error)}`;
  const { actual, expected, generatedMessage } = error as Partial<
    Record<'actual' | 'expected' | 'generatedMessage', unknown>
  >;
  const stack = ownFrames(
    error.stack?.includes(error.message) ? error.stack : `${error.message}\n${error.stack ?? ''}`,
  );
  // A message that the assertion has made up by itself shows both values.
  if (generatedMessage || (actual === undefined && expected === undefined)) return stack;
  return `${stack}\nexpected: ${show(expected)}\nactual:   ${show(actual)}`;
}

/** Leaves out where Mocha and Node.js call each other. */
function ownFrames(stack: string): string {
  return stack
    .split('\n')
    .filter((line) => !MACHINERY.test(line))
    .join('\n');
}

function show(value: unknown): string {
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    // Such as a value that contains itself.
    return String(value);
  }
}

function indent(text: string, margin: string): string {
  return text.replace(/^/gm, margin);
}
