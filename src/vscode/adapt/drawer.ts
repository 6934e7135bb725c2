import * as vscode from 'vscode';
import type { Drawer, FolderedFiles } from '../../core/ports';
import { nothingWhereMissing } from './missing';

/** A folder of the extension's own storage as a drawer; made when something is first put there. */
export function folderDrawer(folder: vscode.Uri, files: FolderedFiles): Drawer {
  const fileOf = (name: string) => vscode.Uri.joinPath(folder, name);
  return {
    list: async (prefix) => (await files.names(folder.toString())).filter((name) => name.startsWith(prefix)),
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
