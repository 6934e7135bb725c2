import * as vscode from 'vscode';
import type { CorpusStore } from '../core/corpus/corpusStore';
import { type BrowserStorage, indexedDbStore } from '../web/indexedDbStore';
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
interface WebScope extends Partial<BrowserStorage> {
  readonly navigator?: { readonly locks?: Locks };
  readonly Worker: new (url: string) => WebWorker;
}

const scope = globalThis as unknown as WebScope;

/** The extension in a web worker: files are the editor's alone, and several tabs may have the same ones. */
export function activate(context: vscode.ExtensionContext): Services | undefined {
  const script = vscode.Uri.joinPath(context.extensionUri, 'dist', 'worker.web.js');
  const locks = scope.navigator?.locks;
  return wire(context, { spawn: () => webPort(startedWorker(script)), embeddedStore, ...(locks && { locks }) });
}

/** The browser's own database, where it has one; whether it lets us in, is seen when it is opened. */
function embeddedStore(folder: vscode.Uri): CorpusStore | undefined {
  const { indexedDB, IDBKeyRange } = scope;
  return indexedDB && IDBKeyRange && indexedDbStore({ indexedDB, IDBKeyRange }, `newsmark ${folder.toString()}`);
}

/** The addresses of scripts that were read: a worker that is started again needs no other one, which nobody would give back. */
const addresses = new Map<string, string>();

/** Starts a worker. A script that no address leads to, as on a remote machine, is read through the editor. */
export async function startedWorker(script: vscode.Uri): Promise<WebWorker> {
  if (script.scheme === 'https' || script.scheme === 'http') return new scope.Worker(script.toString(true));
  const known = addresses.get(script.toString());
  if (known !== undefined) return new scope.Worker(known);
  const code = new Uint8Array(await vscode.workspace.fs.readFile(script));
  const url = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }));
  addresses.set(script.toString(), url);
  return new scope.Worker(url);
}

/** The line to a worker of the web. */
export function webPort(starting: Promise<WebWorker>): Port<ToWorker, FromWorker> {
  let fail: (error: unknown) => void = () => undefined;
  const use = (job: (worker: WebWorker) => void) => void starting.then(job).catch((error: unknown) => fail(error));
  return {
    post: (message) => use((worker) => worker.postMessage(message)),
    listen: (onMessage, onFailure) => {
      fail = onFailure;
      use((worker) => {
        worker.addEventListener('message', ({ data }) => onMessage(data as FromWorker));
        for (const type of ['messageerror', 'error'] as const)
          worker.addEventListener(type, ({ message }) => onFailure(new Error(message ?? 'error')));
      });
    },
    close: () => use((worker) => worker.terminate()),
  };
}
