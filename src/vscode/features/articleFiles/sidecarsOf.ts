import * as vscode from 'vscode';
import { sidecarEnding } from '../../../core/sidecar/paths';
import { fileNameOf } from '../../adapt/fileName';

/** A sidecar of an article, some annotator's. */
export interface Companion {
  readonly uri: vscode.Uri;
  /** What its name adds to the article's: `.newsmark.json`, `.alice.newsmark.json`. */
  readonly ending: string;
}

/** Every annotator's sidecars of an article. Where the folder can't be read there are none to be told of. */
export async function sidecarsOf(article: vscode.Uri, log: vscode.LogOutputChannel): Promise<readonly Companion[]> {
  const folder = vscode.Uri.joinPath(article, '..');
  return (await namesIn(folder, log)).flatMap((name) => {
    const ending = sidecarEnding(name, fileNameOf(article));
    return ending === undefined ? [] : [{ uri: vscode.Uri.joinPath(folder, name), ending }];
  });
}

/** Where the sidecar of an article goes when that gets this name. */
export function besideArticle(article: vscode.Uri, ending: string): vscode.Uri {
  return vscode.Uri.joinPath(article, '..', fileNameOf(article) + ending);
}

async function namesIn(folder: vscode.Uri, log: vscode.LogOutputChannel): Promise<string[]> {
  try {
    return (await vscode.workspace.fs.readDirectory(folder)).map(([name]) => name);
  } catch (error) {
    // What the person does with the article must not fail over it; the sidecars stay where they are, and are not lost.
    log.error(`Sidecars in ${folder.toString()}:`, error);
    return [];
  }
}
