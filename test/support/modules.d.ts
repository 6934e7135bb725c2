/** Mocha's browser build: it sets the global `Mocha`, needs no file system, and runs in a web worker. */
declare module 'mocha/mocha.js';

/** All host tests; made by scripts/build/hostTests.mjs. */
declare module 'newsmark:host-tests';

/** What `npm test -- --grep` looks for; set while the host tests are bundled. */
declare const NEWSMARK_GREP: string;
