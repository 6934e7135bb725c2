/** The parts of `npm test`, in their order. */

import { hasDisplay } from '../host/desktop.mjs';

/** @typedef {import('./stage.mjs').Stage} Stage */

/**
 * @param {string | undefined} grep
 * @returns {Stage[]}
 */
export function allStages(grep) {
  const only = grep ? [`--grep=${grep}`] : [];
  return [
    { name: 'check', title: 'types, lint and format', args: ['scripts/check.mjs'], limit: 600, reports: true },
    { name: 'build', title: 'build', args: ['esbuild.mjs'], limit: 120 },
    {
      name: 'build-tests',
      title: 'build of the tests for VS Code',
      args: ['esbuild.mjs', '--tests'],
      env: { NEWSMARK_GREP: grep ?? '' },
      limit: 120,
    },
    {
      name: 'unit',
      title: 'unit tests',
      args: [...mocha('test/unit', '.test.ts'), '--detail=suites', ...only],
      limit: 600,
      reports: true,
      needsBuild: true,
    },
    ...hostStages(),
    {
      name: 'journeys',
      title: 'user journeys',
      args: [
        ...mocha('test/journeys', '.journey.ts'),
        '--timeout=120000',
        '--hooks=test/support/failureScreenshots.ts',
        ...only,
      ],
      limit: 900,
      reports: true,
      needsBuild: true,
    },
  ];
}

/**
 * @param {string} folder
 * @param {string} ending
 */
function mocha(folder, ending) {
  return ['--import', 'tsx', 'test/support/runMocha.ts', folder, ending];
}

/** @returns {Stage[]} */
function hostStages() {
  const stages = [
    hostStage('vscode-newest-node', 'VS Code newest, Node.js host', ['--host=newest']),
    // The oldest one also shows that all works without trust in the folder.
    hostStage('vscode-oldest-node', 'VS Code oldest, Node.js host, Restricted Mode', ['--host=oldest', '--restricted']),
    hostStage('vscode-newest-web', 'VS Code newest, web-worker host', ['--host=newest', '--kind=web']),
  ];
  if (process.env.NEWSMARK_VSCODE || hasDisplay()) {
    stages.push(hostStage('vscode-desktop-node', 'VS Code desktop, Node.js host', ['--desktop']));
  }
  return stages;
}

/**
 * @param {string} name
 * @param {string} title
 * @param {string[]} args
 * @returns {Stage}
 */
function hostStage(name, title, args) {
  return { name, title, args: ['scripts/test/hostTests.mjs', ...args], limit: 600, reports: true, needsBuild: true };
}
