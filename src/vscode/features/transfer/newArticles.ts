import * as vscode from 'vscode';
import type { AnnotatedArticle } from '../../../core/formats/format';
import { newArticleName } from '../../../core/formats/newArticleName';
import { t } from '../../../core/l10n';
import { EMPTY_SIDECAR } from '../../../core/sidecar/filed';
import { writeSidecar } from '../../../core/sidecar/write';
import { Text } from '../../../core/text/text';
import { filesInOrder } from '../../adapt/filesInOrder';
import { sidecarOf } from '../../articles/openArticle';
import type { Services } from '../../services';
import type { Match } from './match';

/**
 * Makes articles of those that only the imported files have, in a folder that the person chooses, or leaves them out.
 * @param answers `into` is the folder, with which nothing is asked; with `as` alone, they are left out
 * @returns the articles with what is to be imported onto them; undefined where the person gives up
 */
export async function newArticles(
  services: Services,
  fresh: readonly AnnotatedArticle[],
  answers: Readonly<Record<string, string>>,
): Promise<readonly Match[] | undefined> {
  const folder = answers.into === undefined ? await pickFolder(fresh, answers.as !== undefined) : answers.into;
  if (folder === undefined || folder === '') return folder === '' ? [] : undefined;
  const taken: string[] = [];
  const matches = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title: t('Making new articles'), cancellable: true },
    async (progress, cancellation) => {
      const all: Match[] = [];
      for await (const { uri, article, isMade } of made(services, folder, fresh, cancellation)) {
        progress.report({ increment: 100 / fresh.length, message: vscode.workspace.asRelativePath(uri) });
        if (isMade) all.push({ uri, text: Text.of(article.text), set: article.set });
        else taken.push(vscode.workspace.asRelativePath(uri));
      }
      // Those that were made are found by their names when the import is given again.
      return cancellation.isCancellationRequested ? undefined : all;
    },
  );
  if (matches && taken.length > 0)
    vscode.window.showWarningMessage(
      t('Another text is there under these names, so they were left out: {0}', taken.slice(0, 10).join(', ')),
    );
  return matches;
}

/** Writes articles into a folder, several at a time, and tells of each whether it is there now. */
function made(
  services: Services,
  folder: string,
  fresh: readonly AnnotatedArticle[],
  cancellation: vscode.CancellationToken,
) {
  return filesInOrder(fresh, async (article) => {
    const uri = vscode.Uri.joinPath(vscode.Uri.parse(folder, true), newArticleName(article.name));
    // Of two with one name, the later is held against what the earlier has written, also where case makes no other file.
    const isMade = await services.lanes.run(
      uri.toString().toLowerCase(),
      async () => !cancellation.isCancellationRequested && write(services, uri, article),
    );
    return { uri, article, isMade };
  });
}

/** @returns a folder's URI; '' where they are to be left out; undefined where the person gives up */
async function pickFolder(fresh: readonly AnnotatedArticle[], isAnswered: boolean): Promise<string | undefined> {
  if (isAnswered) return '';
  const make = fresh.length === 1 ? t('Make 1 new article…') : t('Make {0} new articles…', fresh.length);
  const picked = await vscode.window.showQuickPick(
    [{ label: make, description: t('in a folder') }, { label: t('Leave them out') }],
    {
      title: t('Import onto Articles'),
      placeHolder: t('Some articles are not in the workspace.'),
    },
  );
  if (!picked) return undefined;
  if (picked.label !== make) return '';
  const [root] = vscode.workspace.workspaceFolders ?? [];
  const [folder] =
    (await vscode.window.showOpenDialog({
      title: make,
      openLabel: t('Choose'),
      canSelectFolders: true,
      canSelectFiles: false,
      ...(root && { defaultUri: root.uri }),
    })) ?? [];
  return folder?.toString();
}

/** Writes the text, and what is known of the article beside it. @returns false where another text is there */
async function write({ files }: Services, uri: vscode.Uri, { text, article }: AnnotatedArticle): Promise<boolean> {
  const there = await files.read(uri.toString());
  if (there !== undefined) return Text.of(there).value === Text.of(text).value;
  await vscode.workspace.fs.createDirectory(vscode.Uri.joinPath(uri, '..'));
  await files.replace(uri.toString(), text);
  const sidecar = sidecarOf(uri).toString();
  if (Object.keys(article).length > 0 && (await files.read(sidecar)) === undefined)
    await files.replace(sidecar, writeSidecar({ ...EMPTY_SIDECAR, article }));
  return true;
}
