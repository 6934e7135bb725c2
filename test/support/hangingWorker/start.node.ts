import { Worker } from 'node:worker_threads';
import * as vscode from 'vscode';
import { threadPort } from '../../../src/worker/threadPort.node';

/** Starts the worker whose recognizers are bad. */
export function startHangingWorker(extension: vscode.Uri) {
  const script = vscode.Uri.joinPath(extension, 'dist', 'test', 'hangingWorker.node.js');
  return threadPort(new Worker(script.fsPath));
}
