import * as vscode from 'vscode';
import type { Files } from '../../core/ports';

/** Files through the editor, so that remote and virtual workspaces work too. Paths are URIs as strings. */
export const editorFiles: Files = {
  async read(path) {
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(
        await vscode.workspace.fs.readFile(vscode.Uri.parse(path, true)),
      );
    } catch (error) {
      if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return undefined;
      throw error;
    }
  },

  async replace(path, text) {
    const target = vscode.Uri.parse(path, true);
    const temporary = target.with({ path: `${target.path}.${Math.random().toString(36).slice(2, 8)}.tmp` });
    try {
      await vscode.workspace.fs.writeFile(temporary, new TextEncoder().encode(text));
      await vscode.workspace.fs.rename(temporary, target, { overwrite: true });
    } catch (error) {
      await deleteQuietly(temporary);
      throw error;
    }
  },
};

/** The temporary file may never have come to be; the failure worth telling is the one that led here. */
async function deleteQuietly(uri: vscode.Uri): Promise<void> {
  try {
    await vscode.workspace.fs.delete(uri);
  } catch {
    return;
  }
}
