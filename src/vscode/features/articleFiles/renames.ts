import * as vscode from 'vscode';
import { withinPatience } from '../../adapt/patience';
import type { OpenArticles } from '../../articles/openArticles';
import type { Services } from '../../services';
import { besideArticle, sidecarsOf } from './sidecarsOf';

/**
 * Takes the sidecars along when an article is renamed or moved, every annotator's, in the same undoable step. A sidecar
 * that is already there under the new name stays: then the old one keeps its name, and nothing is lost.
 */
export function registerRenames({ articles, log }: Services): vscode.Disposable {
  return vscode.workspace.onWillRenameFiles((event) => {
    event.waitUntil(written(articles, event.files).then(() => sidecarMoves(event.files, log)));
  });
}

type Rename = vscode.FileWillRenameEvent['files'][number];

/** How long a sidecar that is being written is waited for, in milliseconds. */
const PATIENCE = 3_000;

/** Waits until decisions just made are in their sidecars: the first one makes a file that has to come along. */
async function written(articles: OpenArticles, files: readonly Rename[]): Promise<void> {
  const renamed = articles.all.filter(({ uri }) => files.some(({ oldUri }) => isAtOrIn(uri, oldUri)));
  await withinPatience(Promise.all(renamed.map(({ session }) => session.sync())), PATIENCE);
}

/** Whether a file is another one, or within it where that is a folder. */
function isAtOrIn(uri: vscode.Uri, other: vscode.Uri): boolean {
  return `${uri}/`.startsWith(`${other}/`);
}

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
