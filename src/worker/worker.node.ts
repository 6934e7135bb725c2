import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import type { ToWorker } from './protocol';
import { serve } from './serve';

/** What a thread of Node.js is given when it is started. */
export interface WorkerData {
  /** The folder of the files that are shipped with the program. */
  readonly media: string;
  /** Where compiled code is kept, if anywhere. */
  readonly folder: string | undefined;
  /** Milliseconds after which it is, if ever: what has run by then is in it. */
  readonly keepAfter: number | undefined;
}

/** The analyzer's worker as a thread of Node.js. */
const parent = parentPort;
if (!parent) throw new Error('This file is for a worker thread.');
const { media } = workerData as WorkerData;
serve(
  {
    post: (message) => parent.postMessage(message),
    listen: (onMessage, onFailure) => {
      parent.on('message', (message: ToWorker) => onMessage(message));
      parent.on('messageerror', onFailure);
    },
    close: () => parent.close(),
  },
  // Megabytes that need not go through another thread, which is busy at this time.
  { read: (name) => readFile(path.join(media, name)) },
);
