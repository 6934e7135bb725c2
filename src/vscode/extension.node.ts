import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Worker } from 'node:worker_threads';
import type * as vscode from 'vscode';
import { localFiles } from '../node/localFiles';
import { sqliteStore } from '../node/sqliteStore';
import type { FromWorker, Port, ToWorker } from '../worker/protocol';
import { activate as wire } from './activate';
import type { Services } from './services';

/**
 * The extension in Node.js: on the machine that has the files.
 * @param spawn starts a thread for the worker
 * @param early one that was started already, for an article that is open
 */
export function activate(
  context: vscode.ExtensionContext,
  spawn: () => Worker,
  early: Worker | undefined,
): Services | undefined {
  let started = early;
  const embeddedStore = (folder: string) => sqliteStore(path.join(folder, 'corpus.sqlite'));
  // The model has megabytes: through the editor they would go over two more processes.
  const assets = { read: (name: string) => readFile(context.asAbsolutePath(`media/${name}`)) };
  const thread = () => {
    const worker = started ?? spawn();
    started = undefined;
    return threadPort(worker);
  };
  return wire(context, { localFiles, assets, embeddedStore, spawn: thread });
}

function threadPort(worker: Worker): Port<ToWorker, FromWorker> {
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
