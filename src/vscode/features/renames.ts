import * as vscode from 'vscode';
import { sidecarEnding } from '../../core/sidecar/paths';
import { fileNameOf } from '../adapt/fileName';
import type { Services } from '../services';

/**
 * Takes the sidecars along when an article is renamed or moved, every annotator's, in the same undoable step. A sidecar
 * that is already there under the new name stays: then the old one keeps its name, and nothing is lost.
 */
export function registerRenames({ log }: Services): vscode.Disposable {
  return vscode.workspace.onWillRenameFiles((event) => {
    event.waitUntil(sidecarMoves(event.files, log));
  });
}

type Rename = vscode.FileWillRenameEvent['files'][number];

async function sidecarMoves(files: readonly Rename[], log: vscode.LogOutputChannel): Promise<vscode.WorkspaceEdit> {
  const edit = new vscode.WorkspaceEdit();
  const renamed = new Set(files.map(({ oldUri }) => oldUri.toString()));
  for (const { oldUri, newUri } of files) {
    const from = vscode.Uri.joinPath(oldUri, '..');
    for (const name of await namesIn(from, log)) {
      const ending = sidecarEnding(name, fileNameOf(oldUri));
      const sidecar = vscode.Uri.joinPath(from, name);
      // The person may be moving the sidecar by hand, together with its article.
      if (ending === undefined || renamed.has(sidecar.toString())) continue;
      const target = vscode.Uri.joinPath(newUri, '..', fileNameOf(newUri) + ending);
      edit.renameFile(sidecar, target, { overwrite: false, ignoreIfExists: true });
    }
  }
  return edit;
}

async function namesIn(folder: vscode.Uri, log: vscode.LogOutputChannel): Promise<string[]> {
  try {
    return (await vscode.workspace.fs.readDirectory(folder)).map(([name]) => name);
  } catch (error) {
    // The renaming itself must not fail over it; the sidecars stay where they are, and are not lost.
    log.error(`Sidecars in ${folder.toString()}:`, error);
    return [];
  }
}
