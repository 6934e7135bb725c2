import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import esbuild from 'esbuild';
import { commandLineBundle } from '../../scripts/build/commandLine.mjs';

/** What a program left behind. */
export interface Ran {
  readonly status: number | null;
  readonly out: string;
  readonly errors: string;
}

/** The command line, alone in a folder, and another folder to run it in; both go when the tests are over. */
export class CommandLine {
  readonly folder = mkdtempSync(path.join(tmpdir(), 'newsmark-cli-'));
  readonly #home = mkdtempSync(path.join(tmpdir(), 'newsmark-program-'));
  readonly program = path.join(this.#home, 'newsmark.cjs');

  async build(): Promise<void> {
    await esbuild.build(commandLineBundle(this.program));
  }

  remove(): void {
    for (const folder of [this.folder, this.#home]) rmSync(folder, { recursive: true });
  }

  /** Writes a file into the folder. @returns its name */
  file(name: string, content: string | Uint8Array): string {
    writeFileSync(path.join(this.folder, name), content);
    return name;
  }

  /** Runs the program as a shell would, in the folder. */
  run(...args: string[]): Promise<Ran> {
    return this.runOn('', ...args);
  }

  /** The same, with something on standard input. */
  runOn(input: string, ...args: string[]): Promise<Ran> {
    return ran(process.execPath, [this.program, ...args], this.folder, input);
  }
}

/** Runs any program to its end. */
export function ran(program: string, args: readonly string[], folder: string, input = ''): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: folder, env: { ...process.env, NODE_OPTIONS: '' } });
    const said = { out: '', errors: '' };
    child.stdout.on('data', (data) => {
      said.out += data;
    });
    child.stderr.on('data', (data) => {
      said.errors += data;
    });
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, ...said }));
    // A program may end before it has read all, or anything; its status says whether that was right.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });
}
