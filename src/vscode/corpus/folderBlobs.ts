import * as vscode from 'vscode';
import type { Blobs } from '../../core/corpus/segmentStore';
import { nothingWhereMissing } from '../adapt/missing';

/** A folder of the extension's own storage; made when something is first put there. */
export function folderBlobs(folder: vscode.Uri): Blobs {
  const { fs } = vscode.workspace;
  return {
    list: async () => {
      const entries = await fs.readDirectory(folder).then(undefined, nothingWhereMissing);
      return (entries ?? []).map(([name]) => name);
    },
    read: async (name) => await fs.readFile(vscode.Uri.joinPath(folder, name)),
    write: async (name, bytes) => {
      await fs.createDirectory(folder);
      await fs.writeFile(vscode.Uri.joinPath(folder, name), bytes);
    },
    remove: async (name) => {
      await fs.delete(vscode.Uri.joinPath(folder, name)).then(undefined, nothingWhereMissing);
    },
  };
}
