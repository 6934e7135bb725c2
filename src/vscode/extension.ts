import * as vscode from 'vscode';
import { activate as wire } from './activate';
import type { Services } from './services';

/** What the extension gives to its own tests; to other extensions, nothing yet. */
export type Exports = Services | undefined;

export function activate(context: vscode.ExtensionContext): Exports {
  const services = wire(context);
  return context.extensionMode === vscode.ExtensionMode.Test ? services : undefined;
}
