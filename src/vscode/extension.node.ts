import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type * as vscode from 'vscode';
import { localFiles } from '../node/localFiles';
import { sqliteStore } from '../node/sqliteStore';
import { threadPort } from '../worker/threadPort.node';
import { activate as wire } from './activate';
import type { Services } from './services';

/** The extension in Node.js: on the machine that has the files. */
export function activate(context: vscode.ExtensionContext): Services | undefined {
  const file = context.asAbsolutePath('dist/worker.node.js');
  const embeddedStore = (folder: string) => sqliteStore(path.join(folder, 'corpus.sqlite'));
  // The model has megabytes: through the editor they would go over two more processes.
  const assets = { read: (name: string) => readFile(context.asAbsolutePath(`media/${name}`)) };
  return wire(context, { localFiles, assets, embeddedStore, spawn: () => threadPort(new Worker(file)) });
}
