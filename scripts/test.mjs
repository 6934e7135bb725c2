#!/usr/bin/env node
/**
 * Runs every check there is; installs what that takes.
 *
 *     npm test                                  all
 *     npm test -- --only unit,journeys          some stages (a name's start is enough: --only vscode)
 *     npm test -- --grep "undo"                 only tests with such a title
 *     npm test -- --list                        the stages' names
 */

import { parseArgs } from 'node:util';
import { ensureChromium } from './install/chromium.mjs';
import { ensureDependencies } from './install/dependencies.mjs';
import { ensureHost } from './install/vscodeHost.mjs';
import { seconds } from './process/progress.mjs';
import { runStage } from './test/stage.mjs';
import { allStages } from './test/stages.mjs';

/** @typedef {import('./test/stage.mjs').Stage} Stage */
/** @typedef {import('./test/stage.mjs').Outcome} Outcome */

const { values } = parseArgs({
  options: { only: { type: 'string' }, grep: { type: 'string' }, list: { type: 'boolean' } },
});
const stages = chosenStages();

if (values.list) {
  for (const { name, title } of stages) console.log(`${name.padEnd(20)} ${title}`);
} else {
  process.exit(await main());
}

async function main() {
  const started = Date.now();
  /** @type {Outcome[]} */
  const outcomes = [];
  const installed = await attempt('npm packages', ensureDependencies, outcomes);
  if (needsHost()) await attempt('VS Code for tests', installHosts, outcomes);
  // Without its packages no stage can tell anything.
  for (const stage of installed ? stages : []) outcomes.push(await runStage(stage, Boolean(values.grep)));
  return summarize(outcomes, seconds(started));
}

/** @returns {Stage[]} */
function chosenStages() {
  const all = allStages(values.grep);
  if (!values.only) return all;
  const wanted = values.only.split(',');
  const chosen = all.filter(({ name }) => wanted.some((start) => name.startsWith(start)));
  for (const start of wanted) {
    if (!all.some(({ name }) => name.startsWith(start))) throw new Error(`No stage is named ${start}: see --list`);
  }
  const build = chosen.some(({ needsBuild }) => needsBuild);
  return all.filter((stage) => chosen.includes(stage) || (build && stage.name.startsWith('build')));
}

function needsHost() {
  return stages.some(({ name }) => name.startsWith('vscode') || name === 'journeys');
}

async function installHosts() {
  await ensureChromium();
  await Promise.all([ensureHost('newest'), ensureHost('oldest')]);
}

/**
 * An installation that fails counts as a failure, but ends nothing: the stages that can do without it still tell something.
 * @param {string} title
 * @param {() => Promise<void>} install
 * @param {Outcome[]} outcomes
 * @returns {Promise<boolean>}
 */
async function attempt(title, install, outcomes) {
  const started = Date.now();
  try {
    await install();
    return true;
  } catch (error) {
    console.log(`✘ ${title}: ${error instanceof Error ? error.message : error}`);
    outcomes.push({ title, time: seconds(started), passed: 0, failed: 1, skipped: 0 });
    return false;
  }
}

/**
 * @param {Outcome[]} outcomes
 * @param {string} time
 * @returns {number} The exit code.
 */
function summarize(outcomes, time) {
  console.log(`\n== summary (${time})`);
  for (const { title, passed, failed, skipped, time: own } of outcomes) {
    const skips = skipped > 0 ? `, ${skipped} skipped` : '';
    console.log(`${failed > 0 ? '✘' : '✔'} ${title}: ${passed} passed, ${failed} failed${skips} (${own})`);
  }
  const sum = (/** @type {'passed' | 'failed'} */ key) => outcomes.reduce((total, outcome) => total + outcome[key], 0);
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
  return sum('failed') > 0 ? 1 : 0;
}
