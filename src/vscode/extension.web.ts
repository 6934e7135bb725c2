import type * as vscode from 'vscode';
import { activate as wire } from './activate';
import type { Locks } from './host';
import type { Services } from './services';

/** The extension in a web worker: files are the editor's alone, and several tabs may have the same ones. */
export function activate(context: vscode.ExtensionContext): Services | undefined {
  const { navigator } = globalThis as { navigator?: { locks?: Locks } };
  return wire(context, navigator?.locks ? { locks: navigator.locks } : {});
}
