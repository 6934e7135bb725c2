import * as vscode from 'vscode';
import { Gathering, type Touched } from '../../core/corpus/gathering';
import { timers } from '../adapt/timers';
import type { WorkspaceArticles } from '../articles/workspaceArticles';

/**
 * Watches the files of the workspace.
 * @param onTouched told which files, or folders, may have changed, come or gone
 */
export function watchFiles(workspace: WorkspaceArticles, onTouched: (touched: Touched) => void): vscode.Disposable {
  // All names: of a folder that goes or comes, only the folder itself is told.
  const watcher = vscode.workspace.createFileSystemWatcher('**/*');
  const gathering = new Gathering(timers, onTouched);
  const touch = (uri: vscode.Uri) => {
    if (!uri.path.includes('/.git/')) gathering.add(uri.toString());
  };
  return vscode.Disposable.from(
    watcher,
    gathering,
    watcher.onDidChange(touch),
    watcher.onDidCreate(touch),
    watcher.onDidDelete(touch),
    // Of a sidecar, the articles that it may belong to.
    workspace.onDidChange((uris) => uris.forEach(touch)),
  );
}
