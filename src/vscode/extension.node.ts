import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Worker } from 'node:worker_threads';
import type * as vscode from 'vscode';
import { localFiles } from '../node/localFiles';
import { sqliteStore } from '../node/sqliteStore';
import { threadPort } from '../worker/threadPort.node';
import { activate as wire } from './activate';
import type { Services } from './services';

/** What was there before the extension itself was loaded. */
export interface Beginning {
  /** Starts a thread for the worker. */
  readonly spawn: () => Worker;
  /** One that was started already, for an article that is open. */
  readonly early: Worker | undefined;
  readonly settle: () => void;
}

/** The extension in Node.js: on the machine that has the files. */
export function activate(context: vscode.ExtensionContext, { spawn, early, settle }: Beginning): Services | undefined {
  let started = early;
  const embeddedStore = ({ scheme, fsPath }: vscode.Uri) =>
    scheme === 'file' ? sqliteStore(path.join(fsPath, 'corpus.sqlite')) : undefined;
  // The model has megabytes: through the editor they would go over two more processes.
  const assets = { read: (name: string) => readFile(context.asAbsolutePath(`media/${name}`)) };
  const thread = () => {
    const worker = started ?? spawn();
    started = undefined;
    return threadPort(worker);
  };
  return wire(context, { localFiles, assets, embeddedStore, settle, spawn: thread });
}
