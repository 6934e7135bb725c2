import * as vscode from 'vscode';
import type { Services } from '../../services';
import { besideArticle, sidecarsOf } from './sidecarsOf';
import { written } from './written';

/**
 * Takes the sidecars along when an article is renamed or moved, every annotator's, in the same undoable step. A sidecar
 * that is already there under the new name stays: then the old one keeps its name, and nothing is lost.
 */
export function registerRenames({ articles, log }: Services): vscode.Disposable {
  return vscode.workspace.onWillRenameFiles((event) => {
    const renamed = event.files.map(({ oldUri }) => oldUri);
    event.waitUntil(written(articles, renamed).then(() => sidecarMoves(event.files, log)));
  });
}

type Rename = vscode.FileWillRenameEvent['files'][number];

async function sidecarMoves(files: readonly Rename[], log: vscode.LogOutputChannel): Promise<vscode.WorkspaceEdit> {
  const edit = new vscode.WorkspaceEdit();
  const renamed = new Set(files.map(({ oldUri }) => oldUri.toString()));
  for (const { oldUri, newUri } of files) {
    for (const { uri, ending } of await sidecarsOf(oldUri, log)) {
      // The person may be moving the sidecar by hand, together with its article.
      if (renamed.has(uri.toString())) continue;
      edit.renameFile(uri, besideArticle(newUri, ending), { overwrite: false, ignoreIfExists: true });
    }
  }
  return edit;
}
