import { parentPort } from 'node:worker_threads';
import type { ToWorker } from './protocol';
import { serve } from './serve';

/** The analyzer's worker as a thread of Node.js. */
const parent = parentPort;
if (!parent) throw new Error('This file is for a worker thread.');
serve({
  post: (message) => parent.postMessage(message),
  listen: (onMessage, onFailure) => {
    parent.on('message', (message: ToWorker) => onMessage(message));
    parent.on('messageerror', onFailure);
  },
  close: () => parent.close(),
});
