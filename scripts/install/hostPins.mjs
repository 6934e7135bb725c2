/**
 * The builds of VS Code that tests and `npm start` run on where no VS Code is installed.
 * code-server is VS Code's own server build; its page is the real workbench.
 *
 * @typedef {'newest' | 'oldest'} HostName
 *
 * @typedef {object} HostPin
 * @property {string} version The version of VS Code.
 * @property {string} codeServer
 * @property {string} node The Node.js it needs.
 * @property {string} [ripgrep] For a build whose own search tool comes by download: the package that brings it.
 */

/** @type {Record<HostName, HostPin>} */
export const hostPins = {
  newest: { version: '1.139.1', codeServer: '4.139.1', node: '24.9.0' },
  // The lowest version that package.json's engines.vscode allows.
  oldest: { version: '1.100.3', codeServer: '4.100.3', node: '20.19.5', ripgrep: '1.18.0' },
};
