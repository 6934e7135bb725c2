#!/usr/bin/env node
/**
 * An executable that takes VS Code's command line and runs an extension's tests as VS Code would:
 *
 *     code.mjs FOLDER --extensionDevelopmentPath=DIR --extensionTestsPath=FILE [--extensionDevelopmentKind=web]
 *
 * NEWSMARK_HOST          newest (the default) or oldest
 * NEWSMARK_HOST_TIMEOUT  seconds until a run that hangs is ended (default 180)
 * NEWSMARK_RESTRICTED    1: folders open in Restricted Mode, although test runners ask for trust
 * NEWSMARK_HOST_DATA     where VS Code keeps what it knows, for the next run to find (by default nothing stays)
 * NEWSMARK_VERBOSE       1: print all that the workbench logs, not only what the tests print
 */

import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { format } from 'node:util';
import { isStopping } from '../process/cleanup.mjs';
import { root } from '../root.mjs';
import { launchBrowser } from './browser.mjs';
import { kindSettings, parseCommandLine, payloadOf } from './commandLine.mjs';
import { RecentLines } from './recentLines.mjs';
import { startServer } from './server.mjs';
import { RESULT_MARK, testLine } from './testOutput.mjs';

const line = parseCommandLine(process.argv.slice(2));
const host = process.env.NEWSMARK_HOST === 'oldest' ? 'oldest' : 'newest';
/** Whether the tests have come to their end and told how they went. */
let reported = false;
const timeout = Number(process.env.NEWSMARK_HOST_TIMEOUT || 180);

try {
  process.exit(await run());
} catch (error) {
  if (!isStopping()) throw error;
}

async function run() {
  if (!line.folder || !line.tests) throw new Error('code.mjs needs a folder and --extensionTestsPath=…');
  const trust = line.trust && process.env.NEWSMARK_RESTRICTED !== '1';
  const keptData = process.env.NEWSMARK_HOST_DATA || undefined;
  const server = await startServer({ host, trust, forTests: true, settings: await kindSettings(line), keptData });
  try {
    const browser = await launchBrowser();
    try {
      return await runInPage(await browser.newPage(), server, line.folder);
    } finally {
      await browser.close();
    }
  } finally {
    await server.stop();
  }
}

/**
 * @param {import('playwright-core').Page} page
 * @param {import('./server.mjs').Server} server
 * @param {string} folder
 * @returns {Promise<number>} The tests' exit code.
 */
async function runInPage(page, server, folder) {
  const recent = new RecentLines();
  page.on('pageerror', (error) => recent.add(String(error)));
  const ended = automationExit(page, recent);
  await page.goto(server.url(folder, payloadOf(line, server.remote)));
  const cancel = new AbortController();
  const late = delay(timeout * 1000, 'late', { signal: cancel.signal }).catch(() => 'late');
  const outcome = await Promise.race([ended, server.failure, late]);
  cancel.abort();
  if (outcome === 0) return 0;

  await saveScreenshot(page);
  if (outcome === 'late') console.error(`The test run was ended: not done after ${timeout} s.`);
  if (!reported) console.error(`The workbench's last messages:\n${recent}`);
  return typeof outcome === 'number' ? outcome : 1;
}

/**
 * @param {import('playwright-core').Page} page
 * @param {RecentLines} recent
 * @returns {Promise<number>}
 */
async function automationExit(page, recent) {
  const verbose = process.env.NEWSMARK_VERBOSE === '1';
  await page.exposeFunction('codeAutomationLog', (/** @type {string} */ _type, /** @type {unknown[]} */ args) => {
    for (const text of format(...args).split('\n')) {
      const shown = testLine(text) ?? (verbose ? text : undefined);
      if (shown === undefined) recent.add(text);
      else console.log(shown);
      reported ||= shown?.startsWith(RESULT_MARK) ?? false;
    }
  });
  return new Promise((resolve, reject) => {
    page.exposeFunction('codeAutomationExit', resolve).catch(reject);
    page.on('crash', () => reject(new Error('The page of the workbench crashed.')));
  });
}

/** @param {import('playwright-core').Page} page */
async function saveScreenshot(page) {
  const folder = path.join(root, 'dist', 'failures');
  await mkdir(folder, { recursive: true });
  const file = path.join(folder, `${host}-${line.kind ?? 'node'}.png`);
  await page.screenshot({ path: file });
  console.error(`Screenshot: ${path.relative(process.cwd(), file)}`);
}
