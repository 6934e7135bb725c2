/** Runs a command to its end. */

import { spawnGroup } from './group.mjs';

const HEAD_LINES = 15;
const TAIL_LINES = 25;

/**
 * Runs a command quietly; when it fails, the error carries its output, shortened.
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<string>} Its standard output.
 */
export async function runQuietly(command, args, options = {}) {
  const { child, exit } = spawnGroup(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  let out = '';
  let all = '';
  child.stdout?.setEncoding('utf8').on('data', (text) => {
    out += text;
    all += text;
  });
  child.stderr?.setEncoding('utf8').on('data', (text) => {
    all += text;
  });
  const code = await exit;
  if (code === 0) return out;
  throw new Error(`${command} ${args.join(' ')} ended with code ${code}\n${shorten(all.trimEnd().split('\n'))}`);
}

/**
 * Some tools say what is wrong first, others last.
 * @param {string[]} lines
 */
function shorten(lines) {
  if (lines.length <= HEAD_LINES + TAIL_LINES) return lines.join('\n');
  return [...lines.slice(0, HEAD_LINES), '…', ...lines.slice(-TAIL_LINES)].join('\n');
}

/**
 * Runs a command whose output goes straight to ours.
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<number>} Its exit code.
 */
export function runVisibly(command, args, options = {}) {
  return spawnGroup(command, args, { ...options, stdio: ['ignore', 'inherit', 'inherit'] }).exit;
}
