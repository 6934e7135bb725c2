/** VS Code's server: serves the workbench as a page, and runs the Node.js extension host. */

import { mkdir, mkdtemp, readFile, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { ensureHost } from '../install/vscodeHost.mjs';
import { removeOnStop } from '../process/cleanup.mjs';
import { spawnGroup } from '../process/group.mjs';
import { freePort } from './port.mjs';
import { RecentLines } from './recentLines.mjs';
import { userSettings } from './settings.mjs';

const ADDRESS = '127.0.0.1';
const GRACE_MS = 3000;

/**
 * @typedef {object} ServerOptions
 * @property {import('../install/hostPins.mjs').HostName} host
 * @property {boolean} [trust] Whether folders are trusted (the default), or open in Restricted Mode.
 * @property {Record<string, unknown>} [settings] User settings over the quiet ones.
 * @property {boolean} [forTests] Whether the page is to run an extension's tests, as its payload says.
 * @property {string} [extension] The folder of an extension that is to be there as an installed one.
 * @property {number} [port]
 * @property {string} [data] The data folder of a server that was killed: this one takes its place.
 * @property {string} [keptData] The data folder, made where it is missing, that stays for the next one.
 * @property {NodeJS.ProcessEnv} [env] What the extension host gets to see.
 */

/**
 * @typedef {object} Server
 * @property {number} port
 * @property {(folder: string, payload?: [string, string][]) => string} url The page of a folder.
 * @property {(file: string) => string} remote A file as the page names it.
 * @property {Promise<never>} failure Rejects when the server ends although nobody stops it.
 * @property {string} data The folder of settings, extensions and what extensions keep.
 * @property {() => Promise<void>} stop
 * @property {() => Promise<void>} kill Ends it and all it has started at once, as a crash does; its data folder stays.
 */

/**
 * @param {ServerOptions} options
 * @returns {Promise<Server>}
 */
export async function startServer(options) {
  const { host, trust = true, forTests = false, settings, extension, port, env = process.env } = options;
  const installed = await ensureHost(host);
  const chosenPort = port ?? (await freePort(ADDRESS));
  // A short path: the server puts sockets into it, and their names are limited.
  const data = options.data ?? options.keptData ?? (await mkdtemp(path.join(tmpdir(), 'nm-')));
  const removeData = options.keptData ? async () => {} : removeOnStop(data);
  const extensions = path.join(data, 'extensions');
  if (!options.data) {
    await writeUserSettings(data, userSettings(trust, settings));
    if (extension) await linkExtension(extension, extensions);
  }

  const args = serverArguments(installed.server, chosenPort, data, extensions, forTests);
  const group = spawnGroup(installed.node, args, {
    env: serverEnvironment(env, data),
    stdio: ['ignore', 'pipe', 'pipe'],
    graceMs: GRACE_MS,
  });
  const log = keepTail(group.child);
  await listening(group, log);
  return {
    port: chosenPort,
    url: (folder, payload = []) => pageAddress(chosenPort, folder, payload),
    remote: (file) => remoteAddress(chosenPort, file),
    failure: failureOf(group, log),
    data,
    async stop() {
      await group.stop();
      await removeData();
    },
    kill: () => group.kill(),
  };
}

/**
 * @param {string} script
 * @param {number} port
 * @param {string} data
 * @param {string} extensions
 * @param {boolean} forTests
 */
function serverArguments(script, port, data, extensions, forTests) {
  return [
    script,
    ...['--host', ADDRESS, '--port', String(port)],
    ...['--server-data-dir', data, '--extensions-dir', extensions],
    '--without-connection-token',
    '--accept-server-license-terms',
    '--disable-telemetry',
    // With it the page honors what a test run asks for in its payload; but then it shows no notifications.
    ...(forTests ? ['--enable-smoke-test-driver'] : []),
  ];
}

/**
 * A terminal inside VS Code, or npm, leaves variables that would confuse the server.
 * @param {NodeJS.ProcessEnv} env
 * @param {string} temporary
 */
function serverEnvironment(env, temporary) {
  const inherited = Object.entries(env).filter(([name]) => !/^(VSCODE_|ELECTRON_|NODE_OPTIONS$|npm_)/.test(name));
  // No gallery: nothing here looks for other extensions, and a machine without a network would wait for it.
  return { ...Object.fromEntries(inherited), EXTENSIONS_GALLERY: '{"serviceUrl":""}', TMPDIR: temporary };
}

/**
 * @param {string} data
 * @param {Record<string, unknown>} settings
 */
async function writeUserSettings(data, settings) {
  const folder = path.join(data, 'data', 'User');
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, 'settings.json'), JSON.stringify(settings, undefined, 2));
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @returns {RecentLines}
 */
function keepTail(child) {
  const lines = new RecentLines();
  for (const stream of [child.stdout, child.stderr]) {
    if (stream) createInterface({ input: stream }).on('line', (line) => lines.add(line));
  }
  return lines;
}

/**
 * An extension is installed when its folder is there: a link is enough, and what is built next is at once what is installed.
 * @param {string} extension
 * @param {string} folder
 */
async function linkExtension(extension, folder) {
  const { publisher, name, version } = JSON.parse(await readFile(path.join(extension, 'package.json'), 'utf8'));
  await mkdir(folder, { recursive: true });
  await symlink(path.resolve(extension), path.join(folder, `${publisher}.${name}-${version}`), 'junction');
}

/**
 * @param {import('../process/group.mjs').Group} group
 * @param {RecentLines} log
 */
async function listening(group, log) {
  const ready = new Promise((resolve) => {
    group.child.stdout?.on('data', (text) => {
      if (/Extension host agent listening/.test(String(text))) resolve(undefined);
    });
  });
  await Promise.race([ready, failureOf(group, log)]);
}

/**
 * @param {import('../process/group.mjs').Group} group
 * @param {RecentLines} log
 * @returns {Promise<never>}
 */
function failureOf(group, log) {
  /** @type {Promise<never>} */
  const failure = new Promise((_resolve, reject) => {
    const fail = (/** @type {unknown} */ how) => {
      if (!group.isStopping()) reject(new Error(`The VS Code server ended: ${how}.\n${log}`));
    };
    group.exit.then((code) => fail(`code ${code}`), fail);
  });
  // Whoever waits for it gets it; nobody has to.
  failure.catch(() => {});
  return failure;
}

/**
 * @param {number} port
 * @param {string} folder
 * @param {[string, string][]} payload
 */
function pageAddress(port, folder, payload) {
  const query = new URLSearchParams({ folder: uriPath(folder) });
  if (payload.length > 0) query.set('payload', JSON.stringify(payload));
  return `http://${ADDRESS}:${port}/?${query}`;
}

/**
 * @param {number} port
 * @param {string} file
 */
function remoteAddress(port, file) {
  return `vscode-remote://${ADDRESS}:${port}${uriPath(file)}`;
}

/** @param {string} file */
function uriPath(file) {
  return decodeURIComponent(pathToFileURL(path.resolve(file)).pathname);
}
