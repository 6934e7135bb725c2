import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { comparedFigures } from './compare';

type Cell = string | number;

/** Prints rows in columns, numbers to the right. */
export function printTable(head: readonly string[], rows: readonly (readonly Cell[])[]): void {
  const cells = [head, ...rows].map((row) => row.map((cell) => shown(cell)));
  const widths = head.map((_, column) => Math.max(...cells.map((row) => (row[column] ?? '').length)));
  const isNumeric = head.map((_, column) => rows.every((row) => typeof row[column] !== 'string' || row[column] === ''));
  for (const row of cells) {
    const padded = widths.map((width, column) => {
      const cell = row[column] ?? '';
      return isNumeric[column] ? cell.padStart(width) : cell.padEnd(width);
    });
    console.log(padded.join('  ').trimEnd());
  }
}

function shown(cell: Cell): string {
  if (typeof cell === 'string' || Number.isInteger(cell)) return String(cell);
  return cell.toFixed(Math.abs(cell) < 10 ? 2 : 1);
}

/** What every bench understands: `--json FILE` saves its result, `--against FILE` compares it with a saved one. */
export const REPORT_OPTIONS = { json: { type: 'string' }, against: { type: 'string' } } as const;

/** Ends a bench: its last line is one JSON object, for programs to compare runs with. */
export function finish(bench: string, result: object): void {
  const { values } = parseArgs({ options: REPORT_OPTIONS, strict: false, allowPositionals: true });
  const report = JSON.stringify({ bench, ...result });
  if (typeof values.against === 'string') {
    console.log(`\nAgainst ${values.against}`);
    const before: unknown = JSON.parse(readFileSync(values.against, 'utf8'));
    printTable(['figure', 'before', 'now', 'now / before'], comparedFigures(before, { bench, ...result }));
  }
  if (typeof values.json === 'string') writeFileSync(values.json, `${report}\n`);
  console.log(report);
}

/** Milliseconds that a job takes: the median of some runs, after one that is not counted. */
export function medianTime(job: () => void, runs = 5): number {
  job();
  const times = Array.from({ length: runs }, () => {
    const started = performance.now();
    job();
    return performance.now() - started;
  }).sort((a, b) => a - b);
  return times[Math.floor(runs / 2)] ?? Number.NaN;
}

/** Milliseconds of processor time of a job, the least of some runs: other work on the machine only ever adds to it. */
export function processorTime(job: () => void, runs = 9): number {
  job();
  const times = Array.from({ length: runs }, () => {
    const before = process.cpuUsage();
    job();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1e3;
  });
  return Math.min(...times);
}
