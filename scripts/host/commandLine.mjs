import { readFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * The part of VS Code's command line that a test run uses. All else is ignored, as in VS Code itself.
 *
 * @typedef {object} CommandLine
 * @property {string | undefined} folder
 * @property {string[]} extensions Folders of extensions under development.
 * @property {string | undefined} tests The module that runs the tests.
 * @property {string | undefined} kind Where the extensions run: `web` means the web-worker extension host.
 * @property {boolean} trust
 */

/**
 * @param {string[]} args
 * @returns {CommandLine}
 */
export function parseCommandLine(args) {
  /** @param {string} name */
  const values = (name) => args.filter((arg) => arg.startsWith(`--${name}=`)).map((arg) => arg.slice(name.length + 3));
  const folder = args.find((arg) => !arg.startsWith('-'));
  return {
    folder: folder && path.resolve(folder),
    extensions: values('extensionDevelopmentPath').map((file) => path.resolve(file)),
    tests: values('extensionTestsPath').map((file) => path.resolve(file))[0],
    kind: values('extensionDevelopmentKind')[0],
    trust: args.includes('--disable-workspace-trust'),
  };
}

/**
 * The same wishes, as the page takes them.
 * @param {CommandLine} line
 * @param {(file: string) => string} remote
 * @returns {[string, string][]}
 */
export function payloadOf({ extensions, tests }, remote) {
  return [
    ['skipWelcome', 'true'],
    ...extensions.map((folder) => /** @type {[string, string]} */ (['extensionDevelopmentPath', remote(folder)])),
    ...(tests ? [/** @type {[string, string]} */ (['extensionTestsPath', remote(tests)])] : []),
  ];
}

/**
 * The page knows `extensionDevelopmentKind` but does not act on it; a user setting has the same effect.
 * @param {Pick<CommandLine, 'extensions' | 'kind'>} line
 * @returns {Promise<Record<string, unknown>>}
 */
export async function kindSettings({ extensions, kind }) {
  if (!kind) return {};
  const kinds = await Promise.all(
    extensions.map(async (folder) => {
      const manifest = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8'));
      return [`${manifest.publisher}.${manifest.name}`, [kind]];
    }),
  );
  return { 'remote.extensionKind': Object.fromEntries(kinds) };
}
