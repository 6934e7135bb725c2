import * as vscode from 'vscode';
import type { WorkspaceArticles } from '../articles/workspaceArticles';

/** How long changes are gathered, in milliseconds. */
const GATHER = 500;

/** From so many on, nobody asks which they were: git has checked out another branch, say. */
const MANY = 1_000;

/**
 * Watches the files of the workspace.
 * @param onTouched told which files, or folders, may have changed, come or gone; `many` where they are too many to name
 */
export function watchFiles(
  workspace: WorkspaceArticles,
  onTouched: (touched: readonly vscode.Uri[] | 'many') => void,
): vscode.Disposable {
  // All names: of a folder that goes or comes, only the folder itself is told.
  const watcher = vscode.workspace.createFileSystemWatcher('**/*');
  const touched = new Map<string, vscode.Uri>();
  let gathering: ReturnType<typeof setTimeout> | undefined;
  const tell = () => {
    const uris = touched.size > MANY ? 'many' : [...touched.values()];
    touched.clear();
    onTouched(uris);
  };
  const touch = (uri: vscode.Uri) => {
    if (uri.path.includes('/.git/')) return;
    if (touched.size <= MANY) touched.set(uri.toString(), uri);
    clearTimeout(gathering);
    gathering = setTimeout(tell, GATHER);
  };
  return vscode.Disposable.from(
    watcher,
    new vscode.Disposable(() => clearTimeout(gathering)),
    watcher.onDidChange(touch),
    watcher.onDidCreate(touch),
    watcher.onDidDelete(touch),
    // Of a sidecar, the articles that it may belong to.
    workspace.onDidChange((uris) => uris.forEach(touch)),
  );
}
