import * as vscode from 'vscode';

/** What the editor knows of a file or folder; undefined where it is not there, or can't be asked about. */
export async function statOf(uri: vscode.Uri): Promise<vscode.FileStat | undefined> {
  return vscode.workspace.fs.stat(uri).then(undefined, () => undefined);
}

/** For a promise's errors: a file or folder that is not there is nothing, all else stays an error. */
export function nothingWhereMissing(error: unknown): undefined {
  if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return undefined;
  throw error;
}
