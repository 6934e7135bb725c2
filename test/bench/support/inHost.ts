import { spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import esbuild from 'esbuild';
import { FIGURES } from './figures';

/**
 * Builds the extension as it is shipped, starts a real VS Code with it, and lets a module run inside its extension host.
 * @param module the module, from the project's folder; it exports `run`, as VS Code wants of tests
 * @param env what the module finds in its environment
 * @param seconds after which the run is ended
 * @param isBuilt whether the extension is there already: built again, its files are new ones to whoever kept their code
 * @returns the figures that the module printed
 */
export async function figuresFromHost(
  module: string,
  env: Readonly<Record<string, string>> = {},
  seconds = 900,
  isBuilt = false,
): Promise<unknown[]> {
  // A profile is of no use without names.
  if (!isBuilt)
    await node(['esbuild.mjs', ...(process.env.NEWSMARK_PROFILE ? [] : ['--production'])], {}, () => undefined);
  const outfile = path.join('dist', 'bench', 'host', `${path.basename(module, '.ts')}.js`);
  await esbuild.build({
    entryPoints: [module],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'es2022',
    external: ['vscode'],
    logLevel: 'warning',
  });
  const figures: unknown[] = [];
  const limit = { NEWSMARK_HOST_TIMEOUT: String(seconds) };
  await node(['scripts/test/hostTests.mjs', `--tests=${outfile}`], { ...env, ...limit }, (line) => {
    if (line.startsWith(FIGURES)) figures.push(JSON.parse(line.slice(FIGURES.length)));
    else if (line !== '' && line !== 'Exit code:   0') console.error(line);
  });
  return figures;
}

/** Runs a script of the project to its end. */
async function node(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  heard: (line: string) => void,
): Promise<void> {
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  createInterface({ input: child.stdout }).on('line', heard);
  const code = await new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  if (code !== 0) throw new Error(`node ${args.join(' ')} ended with code ${code}`);
}
