import * as vscode from 'vscode';
import type { Assets } from '../../core/ports';

/** Files that are shipped with the extension; read through the editor, for in the web there is no other way. */
export function assetsOf(extension: vscode.Uri): Assets {
  return {
    read: async (name) => vscode.workspace.fs.readFile(vscode.Uri.joinPath(extension, 'media', name)),
  };
}
