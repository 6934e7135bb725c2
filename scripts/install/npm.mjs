import { runQuietly } from '../process/run.mjs';

// npm hands its own state to the scripts it runs; an npm started from one must find its folder for itself.
const INHERITED = /^npm_(?!config_)|^npm_config_(local_prefix|prefix|global|noproxy|node_gyp|npm_version)$/;
const QUIET = ['--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error'];

/**
 * @param {string[]} args
 * @param {string} folder Where npm works.
 * @returns {Promise<string>}
 */
export function npm(args, folder) {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !INHERITED.test(name)));
  return runQuietly('npm', [...args, ...QUIET], { cwd: folder, env, shell: process.platform === 'win32' });
}
