import * as vscode from 'vscode';
import { startedWorker, webPort } from '../../../src/vscode/extension.web';

/** Starts the worker whose recognizers are bad. */
export function startHangingWorker(extension: vscode.Uri) {
  return webPort(startedWorker(vscode.Uri.joinPath(extension, 'dist', 'test', 'hangingWorker.web.js')));
}
