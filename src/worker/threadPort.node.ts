import type { Worker } from 'node:worker_threads';
import type { FromWorker, Port, ToWorker } from './protocol';

/** The line to the analyzer's worker that is a thread of Node.js. */
export function threadPort(worker: Worker): Port<ToWorker, FromWorker> {
  return {
    post: (message) => worker.postMessage(message),
    listen: (onMessage, onFailure) => {
      worker.on('message', (message: FromWorker) => onMessage(message));
      worker.on('messageerror', onFailure);
      worker.on('error', onFailure);
      worker.on('exit', (code) => onFailure(new Error(`The worker ended with code ${code}.`)));
    },
    // It need not have ended when the next one is started; that it could not be ended, nobody could mend.
    close: () => void worker.terminate(),
  };
}
