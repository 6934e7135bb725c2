import * as vscode from 'vscode';
import { Text } from '../../core/text/text';
import type { ArticleChoice } from './articleChoice';

/** An article of the workspace that is not open. */
export interface ClosedArticle {
  readonly uri: vscode.Uri;
  readonly text: Text;
}

/** How many files are looked at, so that a home folder opened by mistake ends some time. */
const MOST_FILES = 20_000;

/**
 * The articles in the workspace's folders, one by one in the order of their paths; folders and files whose names say that
 * they hold none are left out. Listed folder by folder: not every file system has a search.
 * @param isOpen articles that are open are passed over: the editor has a newer text than the disk
 */
export async function* closedArticles(
  choice: ArticleChoice,
  isOpen: (uri: vscode.Uri) => boolean,
  cancellation: vscode.CancellationToken,
): AsyncGenerator<ClosedArticle> {
  const waiting = [...(vscode.workspace.workspaceFolders ?? [])].map(({ uri }) => uri).reverse();
  for (let seen = 0; waiting.length > 0 && seen < MOST_FILES; ) {
    const folder = waiting.pop();
    if (!folder || cancellation.isCancellationRequested) return;
    const entries = await entriesOf(folder);
    const folders: vscode.Uri[] = [];
    for (const [name, type] of entries) {
      if (cancellation.isCancellationRequested) return;
      seen++;
      const uri = vscode.Uri.joinPath(folder, name);
      if (name.startsWith('.')) continue;
      // A link to a folder may lead around in a circle; one to a file is read as that file.
      if (type === vscode.FileType.Directory && !choice.isExcluded(uri)) folders.push(uri);
      if ((type & vscode.FileType.File) === 0 || isOpen(uri) || !choice.mayBe(uri)) continue;
      const text = await textIn(uri);
      if (text && choice.ofFile(uri, text.value).isArticle) yield { uri, text };
    }
    waiting.push(...folders.reverse());
  }
}

async function entriesOf(folder: vscode.Uri): Promise<[string, vscode.FileType][]> {
  try {
    return (await vscode.workspace.fs.readDirectory(folder)).sort(([a], [b]) => (a < b ? -1 : 1));
  } catch {
    // Gone, or not to be read: there is nothing in it for us.
    return [];
  }
}

async function textIn(uri: vscode.Uri): Promise<Text | undefined> {
  try {
    const { size } = await vscode.workspace.fs.stat(uri);
    if (size > LARGEST) return undefined;
    return Text.of(new TextDecoder('utf-8', { fatal: true }).decode(await vscode.workspace.fs.readFile(uri)));
  } catch {
    // Another encoding, or gone again: no article that could be annotated here.
    return undefined;
  }
}

/** More bytes than any article's text has, four for each of its characters. */
const LARGEST = 8_000_000;
