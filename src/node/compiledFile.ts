import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Script } from 'node:vm';

/** Where a file's compiled code is kept, and what `require` means in the file. */
export interface CompiledFileOptions {
  /** A folder of our own, made when something is kept; undefined where nothing can be. */
  readonly folder: string | undefined;
  readonly require: (name: string) => unknown;
}

/** A file that was run. */
export interface CompiledFile {
  /** What it exports. */
  readonly exports: unknown;
  /** Whether its code was there, compiled by an earlier start. */
  readonly wasKept: boolean;
  /**
   * Keeps the compiled code for the next start, with all functions that have run so far. Takes some tens of milliseconds.
   * @throws an error of the file system
   */
  keep(): void;
}

const HEAD = '(function (exports, require, module, __filename, __dirname) { ';

/**
 * Runs a CommonJS file as `require` does, from the code that an earlier start has compiled where that is there: compiling is
 * most of what starting a large file costs. Code of another file, or of another engine, is left alone, and so is what is
 * broken.
 * @param file its path; no `import()` may be left in it
 */
export function compiledFile(file: string, { folder, require }: CompiledFileOptions): CompiledFile {
  const source = readFileSync(file, 'utf8');
  const place = folder === undefined ? undefined : path.join(folder, placeOf(file, source));
  const cachedData = place === undefined ? undefined : readKept(place);
  const script = new Script(`${HEAD}${source}\n})`, {
    filename: file,
    columnOffset: -HEAD.length,
    ...(cachedData && { cachedData }),
  });
  const module: { exports: unknown } = { exports: {} };
  const run = script.runInThisContext() as (...given: unknown[]) => void;
  run.call(module.exports, module.exports, require, module, file, path.dirname(file));
  return {
    exports: module.exports,
    wasKept: cachedData !== undefined && script.cachedDataRejected === false,
    keep: () => place !== undefined && keep(place, script.createCachedData()),
  };
}

/** Bytes of a digest; it stands before the code, for the engine itself does not notice what is broken. */
const DIGEST = 32;

function digest(code: string | Uint8Array): Buffer {
  return createHash('sha256').update(code).digest();
}

/** A name that says which file it is of, and what is in it: `extension.node.js-0a1b….code`. */
function placeOf(file: string, source: string): string {
  const { mtimeMs } = statSync(file);
  const of = [file, mtimeMs, source.length, process.version, process.versions.v8, process.arch].join('\n');
  return `${path.basename(file)}-${digest(of).toString('hex').slice(0, 16)}.code`;
}

function readKept(place: string): Buffer | undefined {
  let bytes: Buffer;
  try {
    bytes = readFileSync(place);
  } catch {
    // Nothing was kept, or it can't be read: the file is compiled, and whoever keeps that is told what is wrong.
    return undefined;
  }
  const code = bytes.subarray(DIGEST);
  return bytes.subarray(0, DIGEST).equals(digest(code)) ? code : undefined;
}

/** Puts code in its place in one step, and removes what was kept of earlier versions of the file. */
function keep(place: string, code: Uint8Array): void {
  const folder = path.dirname(place);
  const name = path.basename(place);
  mkdirSync(folder, { recursive: true });
  const fresh = `${place}.${process.pid}-${Math.random().toString(36).slice(2)}`;
  writeFileSync(fresh, Buffer.concat([digest(code), code]));
  renameSync(fresh, place);
  const stem = name.slice(0, name.lastIndexOf('-') + 1);
  for (const other of readdirSync(folder)) {
    if (other.startsWith(stem) && other !== name) rmSync(path.join(folder, other), { force: true });
  }
}
