import * as vscode from 'vscode';
import { isSidecarName } from '../../../core/sidecar/paths';
import { textDigest } from '../../../core/sidecar/place';
import { Text } from '../../../core/text/text';
import { fileNameOf } from '../../adapt/fileName';
import type { Services } from '../../services';
import { besideArticle, sidecarsOf } from './sidecarsOf';

/** How many files of the same name, elsewhere in the workspace, a copy is held against. */
const MOST_SOURCES = 20;

/** How long to look for them, in milliseconds. */
const PATIENCE = 3_000;

/**
 * Gives a copy of an article copies of its sidecars. The editor tells that a file has come to be, not what it is a copy
 * of; that is found by its name, and sure only where the words are the same.
 */
export function registerCopies(services: Services): vscode.Disposable {
  return vscode.workspace.onDidCreateFiles(({ files }) => {
    for (const file of files) {
      copySidecars(file, services).catch((error: unknown) =>
        services.log.error(`Sidecars for the copy ${file.toString()}:`, error),
      );
    }
  });
}

async function copySidecars(copy: vscode.Uri, { articles, files, log }: Services): Promise<void> {
  if (isSidecarName(copy.path) || (await isFolder(copy))) return;
  const digest = await digestOf(copy);
  // An empty file is a new one.
  if (digest === undefined) return;
  for (const source of await sourcesOf(
    copy,
    articles.all.map(({ uri }) => uri),
  )) {
    if (source.toString() === copy.toString()) continue;
    const sidecars = await sidecarsOf(source, log);
    if (sidecars.length === 0 || (await digestOf(source)) !== digest) continue;
    for (const { uri, ending } of sidecars) {
      const target = besideArticle(copy, ending);
      // It may have been copied by hand, together with its article.
      if ((await files.read(target.toString())) === undefined)
        await vscode.workspace.fs.copy(uri, target, { overwrite: false });
    }
    return;
  }
}

async function isFolder(uri: vscode.Uri): Promise<boolean> {
  return ((await vscode.workspace.fs.stat(uri)).type & vscode.FileType.Directory) !== 0;
}

/** The digest of a file's words; undefined where it has none, or can't be read as text. */
async function digestOf(uri: vscode.Uri): Promise<string | undefined> {
  try {
    const bytes = await vscode.workspace.fs.readFile(uri);
    const text = Text.of(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return text.value.trim() === '' ? undefined : textDigest(text.value);
  } catch {
    // Another kind of file, or gone again already.
    return undefined;
  }
}

/**
 * What a file may be a copy of: in its folder, the name without the editor's “ copy” or “ copy 2”; elsewhere, the same
 * name; and the articles that are open.
 */
async function sourcesOf(copy: vscode.Uri, open: readonly vscode.Uri[]): Promise<readonly vscode.Uri[]> {
  const name = fileNameOf(copy);
  const original = name.replace(/ copy(?: \d+)?(?=\.[^.]*$|$)/, '');
  const sibling = original === name ? [] : [vscode.Uri.joinPath(copy, '..', original)];
  const likely = open.filter((uri) => [name, original].includes(fileNameOf(uri)));
  return [...sibling, ...likely, ...(await namesakes(copy, name))];
}

async function namesakes(copy: vscode.Uri, name: string): Promise<readonly vscode.Uri[]> {
  const folder = vscode.workspace.getWorkspaceFolder(copy);
  // A name is no pattern: one with brackets or stars in it is not looked for.
  if (!folder || /[*?{}[\]]/.test(name)) return [];
  // Some file systems have no search, and then fail or never answer: there the copy is an article without decisions.
  const patience = new vscode.CancellationTokenSource();
  const timer = setTimeout(() => patience.cancel(), PATIENCE);
  const canceled = new Promise<readonly vscode.Uri[]>((resolve) => {
    patience.token.onCancellationRequested(() => resolve([]));
  });
  const pattern = new vscode.RelativePattern(folder, `**/${name}`);
  const found = vscode.workspace.findFiles(pattern, null, MOST_SOURCES, patience.token);
  try {
    return await Promise.race([found, canceled]);
  } catch {
    return [];
  } finally {
    clearTimeout(timer);
    patience.dispose();
  }
}
