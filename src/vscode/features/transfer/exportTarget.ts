import * as vscode from 'vscode';
import type { ExportedFiles } from '../../../core/corpus/exportFiles';
import type { Format } from '../../../core/formats/format';
import { t } from '../../../core/l10n';
import { isSameArticle } from '../../../core/text/isSameArticle';
import { fileNameOf } from '../../adapt/fileName';
import { say } from '../../adapt/say';
import type { Services } from '../../services';
import { shortList } from './exportPreview';

/** Where files go: into a folder, or all into one file. */
export interface ExportTarget {
  readonly uri: vscode.Uri;
  readonly isFile: boolean;
}

/** Whether an export is one file, whose name a person chooses. */
export function isOneFile({ frame }: Format, { files }: ExportedFiles): boolean {
  return frame !== undefined && files.size === 1 && ![...files.keys()][0]?.includes('/');
}

/** Asks for a file or a folder. */
export async function pickTarget(
  title: string,
  { title: formatTitle, endings }: Format,
  isFile: boolean,
): Promise<ExportTarget | undefined> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (isFile) {
    const [ending] = endings;
    const uri = await vscode.window.showSaveDialog({
      title,
      ...(folder && { defaultUri: vscode.Uri.joinPath(folder.uri, `${folder.name}${ending}`) }),
      filters: { [formatTitle]: [ending.slice(ending.lastIndexOf('.') + 1)] },
    });
    return uri && { uri, isFile };
  }
  const [uri] =
    (await vscode.window.showOpenDialog({
      title,
      openLabel: t('Export Here'),
      canSelectFolders: true,
      canSelectFiles: false,
      ...(folder && { defaultUri: vscode.Uri.joinPath(folder.uri, '..') }),
    })) ?? [];
  return uri && { uri, isFile };
}

/**
 * Writes the files, and the page about them, and says so. An article of which the export has a copy with other line ends is
 * never written over.
 */
export async function writeExport(
  services: Services,
  exported: ExportedFiles,
  { uri: target, isFile }: ExportTarget,
): Promise<void> {
  const place = vscode.workspace.asRelativePath(target);
  const spared: string[] = [];
  try {
    const isWhole = await writeAll(services, exported, { uri: target, isFile }, (uri) => {
      spared.push(vscode.workspace.asRelativePath(uri));
    });
    if (!isWhole) return say(t('The export was stopped. What was written till then is in {0}.', place));
    if (exported.card !== undefined) await services.files.replace(cardOf(target, isFile).toString(), exported.card);
  } catch (error) {
    services.log.error(`Export to ${target.toString()}:`, error);
    const reason = error instanceof Error ? error.message : String(error);
    vscode.window.showErrorMessage(t('Newsmark could not write {0}: {1}', place, reason));
    return;
  }
  say(t('{0} annotations written to {1}.', exported.annotations, place));
  if (spared.length > 0)
    vscode.window.showWarningMessage(
      t('These are the articles themselves, and were left alone; choose another folder: {0}', shortList(spared)),
    );
}

/**
 * Writes the files, while a message counts them.
 * @param onSpared told of each that is left alone
 * @returns false where the person stops it
 */
async function writeAll(
  services: Services,
  { files }: ExportedFiles,
  { uri: target, isFile }: ExportTarget,
  onSpared: (uri: vscode.Uri) => void,
): Promise<boolean> {
  const folders = new Set<string>();
  const write = async (name: string, content: string) => {
    const uri = isFile ? target : vscode.Uri.joinPath(target, name);
    const folder = vscode.Uri.joinPath(uri, '..');
    if (!isFile && !folders.has(folder.toString())) await vscode.workspace.fs.createDirectory(folder);
    folders.add(folder.toString());
    if (!(await writeUnlessArticle(services, uri, content))) onSpared(uri);
  };
  return vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title: t('Writing files'), cancellable: true },
    async (progress, cancellation) => {
      for (const [name, content] of files) {
        if (cancellation.isCancellationRequested) return false;
        progress.report({ increment: 100 / files.size, message: name });
        await write(name, content);
      }
      return true;
    },
  );
}

/** @returns false where the article itself is there, with line ends that the annotations written beside it don't count */
async function writeUnlessArticle({ files }: Services, uri: vscode.Uri, content: string): Promise<boolean> {
  const there = uri.path.endsWith('.txt') ? await files.read(uri.toString()).catch(() => undefined) : undefined;
  if (there === content) return true;
  if (there !== undefined && isSameArticle(there, content)) return false;
  await files.replace(uri.toString(), content);
  return true;
}

/** The page's file, under a name that nothing else has. */
function cardOf(target: vscode.Uri, isFile: boolean): vscode.Uri {
  if (!isFile) return vscode.Uri.joinPath(target, 'DATACARD.md');
  return vscode.Uri.joinPath(target, '..', `${fileNameOf(target).replace(/(?<=.)\.[^.]*$/, '')}.card.md`);
}
