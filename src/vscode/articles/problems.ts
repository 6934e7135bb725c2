import type * as vscode from 'vscode';

/** Lists problems of a file, unless there are none and were none: then there is nothing to tell. */
export function setProblems(
  collection: vscode.DiagnosticCollection,
  uri: vscode.Uri,
  problems: readonly vscode.Diagnostic[],
): void {
  if (problems.length > 0 || collection.has(uri)) collection.set(uri, problems);
}
