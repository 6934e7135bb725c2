import * as vscode from 'vscode';

/** A word in the status bar: what happened, heard by screen readers, gone by itself. */
export function say(message: string): void {
  vscode.window.setStatusBarMessage(message, 4_000);
}
