import { Worker } from 'node:worker_threads';
import * as vscode from 'vscode';
import { compiledFile } from '../node/compiledFile';
import type { WorkerData } from '../worker/worker.node';
import type * as extension from './extension.node';
import type { Services } from './services';

/** Milliseconds after which the worker's compiled code is kept: what a first article needs has run by then. */
const KEEP_AFTER = 15_000;

/**
 * Starts the extension in Node.js. This file is small: it lets the worker start beside it where an article is open, and
 * compiles the extension or finds it compiled.
 */
export function activate(context: vscode.ExtensionContext): Services | undefined {
  const { scheme, fsPath } = vscode.Uri.joinPath(context.globalStorageUri, 'compiled');
  const folder = scheme === 'file' ? fsPath : undefined;
  const workerFile = context.asAbsolutePath('dist/startWorker.node.js');
  const media = context.asAbsolutePath('media');
  const workerData: WorkerData = { media, folder, keepAfter: KEEP_AFTER };
  const spawn = () => new Worker(workerFile, { workerData });
  const hasArticle = vscode.workspace.textDocuments.some(({ languageId }) => languageId === 'article');
  const early = hasArticle ? spawn() : undefined;

  const file = context.asAbsolutePath('dist/extension.node.js');
  const compiled = compiledFile(file, { folder, require });
  const { activate: activateRest } = compiled.exports as typeof extension;
  return activateRest(context, { spawn, early, settle: () => !compiled.wasKept && compiled.keep() });
}
