/** Mocha's browser build: it sets the global `Mocha`, needs no file system, and runs in a web worker. */
declare module 'mocha/mocha.js';

/** All host tests; made by scripts/build/hostTests.mjs. */
declare module 'newsmark:host-tests';

/** What `npm test -- --grep` looks for; set while the host tests are bundled. */
declare const NEWSMARK_GREP: string;

/** Starts a worker with bad recognizers; made by scripts/build/hostTests.mjs, another one for each host. */
declare module 'newsmark:hanging-worker' {
  export function startHangingWorker(
    extension: import('vscode').Uri,
  ): import('../../src/worker/protocol').Port<
    import('../../src/worker/protocol').ToWorker,
    import('../../src/worker/protocol').FromWorker
  >;
}
