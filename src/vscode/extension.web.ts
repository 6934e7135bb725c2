import type * as vscode from 'vscode';
import { activate as wire } from './activate';
import type { Services } from './services';

/** The extension in a web worker: files are the editor's alone. */
export function activate(context: vscode.ExtensionContext): Services | undefined {
  return wire(context, {});
}
