import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { comparedFigures } from './compare';
import { SAVED } from './saved';

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

/**
 * What every bench understands: `--json FILE` saves its result and `--against FILE` compares it with a saved one; `--save`
 * and `--compare` do so with the project's own, out of which `npm run bench:table` makes the README's table.
 */
export const REPORT_OPTIONS = {
  json: { type: 'string' },
  against: { type: 'string' },
  save: { type: 'boolean' },
  compare: { type: 'boolean' },
} as const;

/** Ends a bench: its last line is one JSON object, for programs to compare runs with. */
export function finish(bench: string, result: object): void {
  const { values } = parseArgs({ options: REPORT_OPTIONS, strict: false, allowPositionals: true });
  const report = { bench, on: machine(), ...result };
  const saved = path.join(SAVED, `${bench}.json`);
  const before = typeof values.against === 'string' ? values.against : values.compare ? saved : undefined;
  if (before !== undefined) compare(before, report);
  const files = [...(typeof values.json === 'string' ? [values.json] : []), ...(values.save ? [saved] : [])];
  for (const file of files) {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, `${JSON.stringify(report, null, 2)}\n`);
  }
  console.log(JSON.stringify(report));
}

function compare(file: string, now: object): void {
  console.log(`\nAgainst ${file}`);
  const before: unknown = JSON.parse(readFileSync(file, 'utf8'));
  printTable(['figure', 'before', 'now', 'now / before'], comparedFigures(before, now));
}

/** Where and when a figure was measured; without it, none can be compared. */
function machine(): object {
  const processors = os.cpus();
  return {
    date: new Date().toISOString().slice(0, 10),
    processor: processors[0]?.model.trim() ?? 'unknown',
    cores: processors.length,
    node: process.version,
  };
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
