#!/usr/bin/env node
/**
 * Shows the extension at work: in the user's own VS Code where there is one, otherwise in the browser.
 *
 *     npm start -- [--folder DIR] [--browser] [--port N]
 */

import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { findDesktopCode } from './host/desktop.mjs';
import { freePort } from './host/port.mjs';
import { startServer } from './host/server.mjs';
import { ensureDependencies } from './install/dependencies.mjs';
import { runVisibly } from './process/run.mjs';
import { root } from './root.mjs';

const PORT = 8787;
const SAMPLE = 'putin-china-visit';

const { values } = parseArgs({
  options: {
    folder: { type: 'string', default: path.join(root, 'samples') },
    browser: { type: 'boolean', default: false },
    port: { type: 'string' },
  },
});

process.exitCode = await main();

async function main() {
  const folder = path.resolve(values.folder);
  if (!existsSync(folder)) throw new Error(`No such folder: ${folder}`);
  await ensureDependencies();
  const built = await runVisibly(process.execPath, ['esbuild.mjs'], { cwd: root });
  if (built !== 0) return built;
  const code = values.browser ? undefined : findDesktopCode();
  return code ? openDesktop(code, folder) : serve(folder);
}

/**
 * @param {string} folder
 * @returns {string | undefined} The article that is opened first.
 */
function firstArticle(folder) {
  const name = readdirSync(folder).find((entry) => entry.startsWith(SAMPLE) && entry.endsWith('.article'));
  return name && path.join(folder, name);
}

/**
 * @param {string} code
 * @param {string} folder
 */
async function openDesktop(code, folder) {
  const article = firstArticle(folder);
  console.log(`Opening ${folder} in VS Code, with the extension loaded.`);
  explain();
  const args = [`--extensionDevelopmentPath=${root}`, folder, ...(article ? [article] : [])];
  return runVisibly(code, args, { shell: process.platform === 'win32' });
}

/**
 * @param {string} folder
 * @returns {Promise<never>} It ends with the process.
 */
async function serve(folder) {
  const port = await wantedPort();
  const server = await startServer({ host: 'newest', extension: root, port });
  const article = firstArticle(folder);
  const address = server.url(folder, article ? [['openFile', server.remote(article)]] : []);
  console.log(`\nOpen this in a browser: ${address}\n`);
  explain();
  console.log('Ctrl+C ends it.');
  return server.failure;
}

async function wantedPort() {
  if (values.port === undefined) return freePort('127.0.0.1', PORT);
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new Error(`Not a port: ${values.port}`);
  if ((await freePort('127.0.0.1', port)) !== port) throw new Error(`Port ${port} is taken.`);
  return port;
}

function explain() {
  console.log('You see VS Code with a news article: entities are highlighted, and the Newsmark view lists them.');
}
