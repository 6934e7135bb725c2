import { seconds, withHeartbeat } from '../process/progress.mjs';
import { runQuietly } from '../process/run.mjs';
import { findCommand } from './commands.mjs';

/**
 * Installs Debian packages that are missing; says in one line what it installs, or what to type where it may not.
 * @param {string[]} names
 */
export async function ensureDebianPackages(names) {
  /** @type {string[]} */
  const missing = [];
  for (const name of names) {
    if (!(await isInstalled(name))) missing.push(name);
  }
  if (missing.length === 0) return;
  const command = `apt-get install -y --no-install-recommends ${missing.join(' ')}`;
  if (process.getuid?.() !== 0) {
    throw new Error(`Missing system packages. Install them with: sudo ${command}`);
  }
  console.log(`Installing system packages: ${missing.join(', ')} …`);
  const started = Date.now();
  await withHeartbeat('apt-get', () => install(missing));
  console.log(`Installed in ${seconds(started)}.`);
}

/** @returns {boolean} Whether this system has Debian's package tools. */
export function hasDebianPackages() {
  return Boolean(findCommand('apt-get') && findCommand('dpkg-query'));
}

/** @param {string[]} names */
async function install(names) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await runQuietly('apt-get', ['update'], { env });
  await runQuietly('apt-get', ['install', '-y', '--no-install-recommends', ...names], { env });
}

/** @param {string} name */
async function isInstalled(name) {
  try {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: dpkg-query fills in the placeholder.
    const format = '--showformat=${db:Status-Status}';
    const status = await runQuietly('dpkg-query', ['--show', format, name]);
    return status === 'installed';
  } catch (error) {
    // dpkg-query fails for a package it has never heard of.
    if (/no packages found/i.test(String(error))) return false;
    throw error;
  }
}
