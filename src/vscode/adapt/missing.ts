import * as vscode from 'vscode';

/** For a promise's errors: a file or folder that is not there is nothing, all else stays an error. */
export function nothingWhereMissing(error: unknown): undefined {
  if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return undefined;
  throw error;
}
