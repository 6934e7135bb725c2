import * as vscode from 'vscode';
import type { FromWorker, Port, ToWorker } from '../worker/protocol';
import { activate as wire } from './activate';
import type { Locks } from './host';
import type { Services } from './services';

/** A Web Worker, as far as it is used here (WHATWG HTML). */
interface WebWorker {
  postMessage(message: unknown): void;
  addEventListener(
    type: 'message' | 'messageerror' | 'error',
    listener: (event: { data?: unknown; message?: string }) => void,
  ): void;
  terminate(): void;
}

/** What the web has that Node.js may not. */
interface WebScope {
  readonly navigator?: { readonly locks?: Locks };
  readonly Worker: new (url: string) => WebWorker;
}

/** The extension in a web worker: files are the editor's alone, and several tabs may have the same ones. */
export function activate(context: vscode.ExtensionContext): Services | undefined {
  const scope = globalThis as unknown as WebScope;
  const url = vscode.Uri.joinPath(context.extensionUri, 'dist', 'worker.web.js').toString(true);
  const locks = scope.navigator?.locks;
  return wire(context, { spawn: () => webPort(new scope.Worker(url)), ...(locks && { locks }) });
}

function webPort(worker: WebWorker): Port<ToWorker, FromWorker> {
  return {
    post: (message) => worker.postMessage(message),
    listen: (onMessage, onFailure) => {
      worker.addEventListener('message', ({ data }) => onMessage(data as FromWorker));
      for (const type of ['messageerror', 'error'] as const)
        worker.addEventListener(type, ({ message }) => onFailure(new Error(message ?? 'The worker broke down.')));
    },
    close: () => worker.terminate(),
  };
}
