/** One part of `npm test`: a command that reports how many checks passed and failed. */

import path from 'node:path';
import { createInterface } from 'node:readline';
import { RESULT_MARK, testLine } from '../host/testOutput.mjs';
import { spawnGroup } from '../process/group.mjs';
import { seconds } from '../process/progress.mjs';
import { root } from '../root.mjs';

/**
 * @typedef {object} Stage
 * @property {string} name What `--only` names.
 * @property {string} title
 * @property {string[]} args What Node.js runs.
 * @property {number} limit Seconds after which a hung stage is ended.
 * @property {NodeJS.ProcessEnv} [env]
 * @property {boolean} [needsBuild]
 * @property {boolean} [reports] Whether the command counts its own tests; otherwise it counts as one.
 *
 * @typedef {object} Outcome
 * @property {string} title
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 * @property {string} time
 */

const RESULT = new RegExp(`^${RESULT_MARK} (\\{.*\\})$`);

/**
 * @param {Stage} stage
 * @param {boolean} partial Whether it is fine that no test at all runs.
 * @returns {Promise<Outcome>}
 */
export async function runStage(stage, partial) {
  console.log(`\n== ${stage.title}`);
  const started = Date.now();
  const { code, result, late } = await runCommand(stage);
  const counts = result ?? (stage.reports || code !== 0 ? { passed: 0, failed: 0, skipped: 0 } : onePassed);
  const problem = problemOf(stage, code, counts, late, partial);
  if (problem) console.log(`✘ ${stage.title}: ${problem}`);
  const failed = counts.failed + (problem ? 1 : 0);
  const time = seconds(started);
  console.log(`-- ${stage.title}: ${counts.passed} passed, ${failed} failed (${time})`);
  return { title: stage.title, time, passed: counts.passed, failed, skipped: counts.skipped };
}

const onePassed = { passed: 1, failed: 0, skipped: 0 };

/**
 * @param {Stage} stage
 * @param {number} code
 * @param {{ passed: number, failed: number }} counts
 * @param {boolean} late
 * @param {boolean} partial
 * @returns {string | undefined} What went wrong beyond the failures that the stage itself has counted.
 */
function problemOf(stage, code, counts, late, partial) {
  if (late) return `ended, not done after ${stage.limit} s`;
  if (code !== 0 && counts.failed === 0) return `ended with code ${code}`;
  if (code === 0 && counts.passed + counts.failed === 0 && !partial) return 'ran no test';
  return undefined;
}

/** @param {Stage} stage */
async function runCommand(stage) {
  /** @type {{ passed: number, failed: number, skipped: number } | undefined} */
  let result;
  const group = spawnGroup(process.execPath, stage.args, {
    cwd: root,
    env: { ...process.env, ...stage.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [group.child.stdout, group.child.stderr]) {
    if (!stream) continue;
    createInterface({ input: stream }).on('line', (text) => {
      const line = testLine(text) ?? text;
      const match = RESULT.exec(line);
      if (match?.[1]) result = JSON.parse(match[1]);
      else console.log(line);
    });
  }
  let late = false;
  const limit = setTimeout(() => {
    late = true;
    group.stop().catch((error) => console.error(`While ending ${path.basename(stage.args[0] ?? '')}: ${error}`));
  }, stage.limit * 1000);
  const code = await group.exit.finally(() => clearTimeout(limit));
  return { code, result, late };
}
