import * as vscode from 'vscode';

const last = new Map<string, boolean>();

/** Sets a context key for `when` clauses; only a change costs something. */
export function setContext(log: vscode.LogOutputChannel, key: string, value: boolean): void {
  if (last.get(key) === value) return;
  last.set(key, value);
  vscode.commands
    .executeCommand('setContext', key, value)
    .then(undefined, (error: unknown) => log.error(`setContext ${key}:`, error));
}
