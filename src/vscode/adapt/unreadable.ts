import * as vscode from 'vscode';
import { NotTextError } from '../../core/ports';

/** Whether an error tells that a file can't be read as text: it is gone, locked or no text. All others are mistakes. */
export function isUnreadable(error: unknown): error is Error {
  return error instanceof NotTextError || error instanceof vscode.FileSystemError || isSystemError(error);
}

/** Whether an error is of the machine's file system: it has a code such as EACCES. */
function isSystemError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && typeof error.code === 'string';
}
