import { Worker } from 'node:worker_threads';
import * as vscode from 'vscode';
import { threadPort } from '../../../src/worker/threadPort.node';
import type { WorkerData } from '../../../src/worker/worker.node';

/** Starts the worker whose recognizers are bad. */
export function startHangingWorker(extension: vscode.Uri) {
  const script = vscode.Uri.joinPath(extension, 'dist', 'test', 'hangingWorker.node.js');
  const workerData: WorkerData = { media: '', folder: undefined, keepAfter: undefined };
  return threadPort(new Worker(script.fsPath, { workerData }));
}
