import path from 'node:path';
import { workerData } from 'node:worker_threads';
import { compiledFile } from '../node/compiledFile';
import type { WorkerData } from './worker.node';

/** Starts the worker in a thread of Node.js: this file is small, and compiles the worker or finds it compiled. */
const { folder, keepAfter } = workerData as WorkerData;
const worker = compiledFile(path.join(__dirname, 'worker.node.js'), { folder, require });
if (!worker.wasKept && keepAfter !== undefined) {
  setTimeout(() => {
    try {
      worker.keep();
    } catch {
      // The extension keeps its own code in the same folder and tells why it can't; here nothing is lost but time.
    }
  }, keepAfter).unref();
}
