import * as vscode from 'vscode';
import { type Files, NotTextError } from '../../core/ports';

/** Whether an error tells that a file can't be read as text: it is gone, locked or no text. All others are mistakes. */
export function isUnreadable(error: unknown): error is Error {
  return error instanceof NotTextError || error instanceof vscode.FileSystemError || isSystemError(error);
}

/** A file's text; undefined where it is gone, or can't be read as text. @param path the file's URI */
export async function readableText(files: Files, path: string): Promise<string | undefined> {
  try {
    return await files.read(path);
  } catch (error) {
    if (isUnreadable(error)) return undefined;
    throw error;
  }
}

/** Whether an error is of the machine's file system: it has a code such as EACCES. */
function isSystemError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && typeof error.code === 'string';
}
