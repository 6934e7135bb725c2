import type * as vscode from 'vscode';
import { localFiles } from '../node/localFiles';
import { activate as wire } from './activate';
import type { Services } from './services';

/** The extension in Node.js: on the machine that has the files. */
export function activate(context: vscode.ExtensionContext): Services | undefined {
  return wire(context, { localFiles });
}
