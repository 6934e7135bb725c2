import * as vscode from 'vscode';
import type { Drawer, Files } from '../../core/ports';

/** A folder of the extension's own storage as a drawer; made when something is first put there. */
export function folderDrawer(folder: vscode.Uri, files: Files): Drawer {
  const fileOf = (name: string) => vscode.Uri.joinPath(folder, name);
  return {
    list: async (prefix) => {
      const entries = await vscode.workspace.fs.readDirectory(folder).then(undefined, nothingWhereMissing);
      return (entries ?? []).map(([name]) => name).filter((name) => name.startsWith(prefix));
    },
    read: (name) => files.read(fileOf(name).toString()),
    write: async (name, text) => {
      await vscode.workspace.fs.createDirectory(folder);
      await files.replace(fileOf(name).toString(), text);
    },
    remove: async (name) => {
      await vscode.workspace.fs.delete(fileOf(name)).then(undefined, nothingWhereMissing);
    },
  };
}

function nothingWhereMissing(error: unknown): undefined {
  if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return undefined;
  throw error;
}
