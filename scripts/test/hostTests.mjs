/**
 * Runs the test bundle in one VS Code, as extension authors do: with @vscode/test-electron.
 *
 *     node scripts/test/hostTests.mjs [--host=newest|oldest | --desktop] [--kind=web] [--restricted] [--tests=FILE]
 *
 * --tests names another module to run in its place, as benches do.
 * A VS Code for the desktop comes from NEWSMARK_VSCODE (its executable) or by download.
 */

import { existsSync } from 'node:fs';
import { cp, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { downloadAndUnzipVSCode, runTests, TestRunFailedError } from '@vscode/test-electron';
import { RESULT_MARK } from '../host/testOutput.mjs';
import { onStop, removeOnStop } from '../process/cleanup.mjs';
import { root } from '../root.mjs';

const { values } = parseArgs({
  options: {
    host: { type: 'string', default: 'newest' },
    desktop: { type: 'boolean', default: false },
    kind: { type: 'string', default: 'node' },
    restricted: { type: 'boolean', default: false },
    tests: { type: 'string' },
  },
});

const noop = () => {};

process.exit(await main());

async function main() {
  const executable = await executablePath();
  if (!executable) {
    console.log(`${RESULT_MARK} ${JSON.stringify({ passed: 0, failed: 0, skipped: 1 })}`);
    return 0;
  }
  // A short path: VS Code puts sockets into its data folder, and their names are limited.
  const temporary = await mkdtemp(path.join(tmpdir(), 'nm-'));
  const remove = removeOnStop(temporary);
  try {
    const running = run(executable, temporary);
    // VS Code is told to end when we are; it needs us for as long as it tidies up.
    onStop({ stop: () => running.then(noop, noop), force: noop });
    return await running;
  } finally {
    await remove();
  }
}

/** @returns {Promise<string | undefined>} None where the download does not work: not every network lets it through. */
async function executablePath() {
  if (!values.desktop) return path.join(root, 'scripts', 'host', 'code.mjs');
  if (process.env.NEWSMARK_VSCODE) return process.env.NEWSMARK_VSCODE;
  try {
    return await downloadAndUnzipVSCode({ version: 'stable', timeout: 5000 });
  } catch (error) {
    console.log(`– skipped: VS Code could not be downloaded (${error})`);
    return undefined;
  }
}

/**
 * @param {string} vscodeExecutablePath
 * @param {string} temporary
 */
async function run(vscodeExecutablePath, temporary) {
  const workspace = await copyOfWorkspace(temporary);
  const web = values.kind === 'web' ? ['--extensionDevelopmentKind=web'] : [];
  try {
    return await runTests({
      vscodeExecutablePath,
      extensionDevelopmentPath: root,
      extensionTestsPath: path.resolve(root, values.tests ?? path.join('dist', 'test', `${values.kind}.js`)),
      launchArgs: [
        workspace,
        '--disable-extensions',
        `--user-data-dir=${path.join(temporary, 'user')}`,
        `--extensions-dir=${path.join(temporary, 'extensions')}`,
        ...web,
      ],
      extensionTestsEnv: {
        NEWSMARK_HOST: values.host,
        NEWSMARK_RESTRICTED: values.restricted ? '1' : '',
        NEWSMARK_HOST_TIMEOUT: process.env.NEWSMARK_HOST_TIMEOUT ?? '420',
      },
    });
  } catch (error) {
    if (error instanceof TestRunFailedError) return error.code ?? 1;
    throw error;
  }
}

/** @param {string} temporary */
async function copyOfWorkspace(temporary) {
  const fixture = path.join(root, 'test', 'fixtures', 'workspace');
  const copy = path.join(temporary, 'workspace');
  await cp(existsSync(fixture) ? fixture : path.join(root, 'samples'), copy, { recursive: true });
  return copy;
}
