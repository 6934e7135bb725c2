import * as vscode from 'vscode';
import type { ReadArticle } from '../../../core/formats/format';
import { FORMATS, formatOfFile } from '../../../core/formats/formats';
import { t } from '../../../core/l10n';
import { fileNameOf } from '../../adapt/fileName';
import { isUnreadable } from '../../adapt/unreadable';
import type { Services } from '../../services';
import { articlesIn } from './importAnnotations';

/** Where a person sees how far reading has come, and can stop it. */
export interface Watched {
  readonly progress: vscode.Progress<{ message?: string }>;
  readonly cancellation: vscode.CancellationToken;
}

/** Files, or a folder of them; the dialog of many systems can't offer both at once. */
export async function pickSources(title = t('Import onto Articles')): Promise<readonly vscode.Uri[]> {
  const folder = t('A folder…');
  const files = t('Files…');
  const picked = await vscode.window.showQuickPick([files, folder], { title: t('{0}: From', title) });
  if (picked === undefined) return [];
  const options = { title, openLabel: t('Choose') };
  const found = await vscode.window.showOpenDialog(
    picked === folder
      ? { ...options, canSelectFolders: true, canSelectFiles: false }
      : { ...options, canSelectMany: true },
  );
  return found ?? [];
}

/**
 * Reads the articles in other tools' files, folders looked through; files of no format are passed over.
 * @returns what can't be read; undefined where the person stops it
 */
export async function readSources(
  { files }: Services,
  places: readonly vscode.Uri[],
  { progress, cancellation }: Watched,
  take: (article: ReadArticle) => void | Promise<void>,
): Promise<readonly string[] | undefined> {
  const problems: string[] = [];
  const read = (uri: vscode.Uri) => files.read(uri.toString());
  for (const source of await sourcesIn(places, cancellation)) {
    if (cancellation.isCancellationRequested) return undefined;
    const name = fileNameOf(source);
    progress.report({ message: name });
    const { articles, problem } = await heldBy(source, read);
    if (problem !== undefined) problems.push(`${name}: ${problem}`);
    for (const article of articles) await take(article);
  }
  return problems;
}

/** What a file holds. One that can't be read, in a folder of many, is no reason to leave out the others. */
async function heldBy(source: vscode.Uri, read: (uri: vscode.Uri) => Promise<string | undefined>) {
  try {
    const content = (await read(source)) ?? '';
    const format = formatOfFile(fileNameOf(source), content);
    return format ? await articlesIn(source, content, format, read) : { articles: [], problem: undefined };
  } catch (error) {
    if (isUnreadable(error)) return { articles: [], problem: error.message };
    throw error;
  }
}

/** How many files of a folder are read, and how deep. */
const MOST_FILES = 20_000;

/** The files among some places whose names could be those of a format, folders looked through. */
async function sourcesIn(places: readonly vscode.Uri[], cancellation: vscode.CancellationToken): Promise<vscode.Uri[]> {
  const endings = new Set(FORMATS.flatMap((format) => format.endings));
  const found: vscode.Uri[] = [];
  const waiting = [...places];
  for (let looked = 0; waiting.length > 0 && looked < MOST_FILES; looked++) {
    const place = waiting.shift();
    if (!place || cancellation.isCancellationRequested) break;
    const { type } = await vscode.workspace.fs.stat(place);
    if ((type & vscode.FileType.Directory) === 0) {
      found.push(place);
      continue;
    }
    for (const [name, kind] of await vscode.workspace.fs.readDirectory(place)) {
      if (name.startsWith('.') || name === 'node_modules' || name.endsWith('.newsmark.json')) continue;
      const isWanted = [...endings].some((ending) => name.toLowerCase().endsWith(ending));
      const isFolder = kind === vscode.FileType.Directory;
      if (isFolder || isWanted) waiting.push(vscode.Uri.joinPath(place, name));
    }
  }
  return found;
}
