import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import esbuild from 'esbuild';

/** A folder for a test, and the way to remove it. */
export async function temporaryFolder(): Promise<{ folder: string; remove: () => Promise<void> }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'newsmark-faults-'));
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** Bundles the deciding process, so that it starts quickly. @returns its file */
export async function bundleDecider(folder: string): Promise<string> {
  const outfile = path.join(folder, 'decider.cjs');
  await esbuild.build({
    entryPoints: ['test/support/faults/decider.ts'],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    mainFields: ['module', 'main'],
    outfile,
    logLevel: 'warning',
  });
  return outfile;
}

export interface Decider {
  readonly child: ChildProcess;
  /** Its lines so far. */
  readonly lines: readonly string[];
  /** Its exit code, or the signal that ended it. */
  readonly ended: Promise<number | string>;
}

/** Starts a deciding process; see decider.ts for the arguments. */
export function startDecider(file: string, args: readonly string[], uid?: number): Decider {
  const child = spawn(process.execPath, [file, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
    ...(uid !== undefined && { uid, gid: uid }),
  });
  const lines: string[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => lines.push(line));
  const ended = new Promise<number | string>((resolve, reject) => {
    child.on('close', (code, signal) => resolve(code ?? signal ?? ''));
    child.on('error', reject);
  });
  return { child, lines, ended };
}
