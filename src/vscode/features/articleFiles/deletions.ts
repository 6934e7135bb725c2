import * as vscode from 'vscode';
import type { Services } from '../../services';
import { sidecarsOf } from './sidecarsOf';
import { written } from './written';

/**
 * Takes the sidecars along when an article is deleted, in the same undoable step: undoing the deletion brings the
 * decisions back with the article.
 */
export function registerDeletions({ articles, log }: Services): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.workspace.onWillDeleteFiles((event) => {
      event.waitUntil(written(articles, event.files).then(() => sidecarDeletions(event.files, log)));
    }),
    vscode.workspace.onDidDeleteFiles(({ files }) => {
      for (const file of files) articles.forget(file);
    }),
  );
}

async function sidecarDeletions(
  files: readonly vscode.Uri[],
  log: vscode.LogOutputChannel,
): Promise<vscode.WorkspaceEdit> {
  const edit = new vscode.WorkspaceEdit();
  const deleted = new Set(files.map(String));
  for (const file of files) {
    for (const { uri } of await sidecarsOf(file, log)) {
      if (!deleted.has(uri.toString())) edit.deleteFile(uri, { ignoreIfNotExists: true });
    }
  }
  return edit;
}
