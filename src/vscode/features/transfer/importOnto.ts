import * as vscode from 'vscode';
import { isIdle } from '../../../core/annotation/operation';
import { type ImportedAs, imported, importOperation } from '../../../core/formats/importOperation';
import { traceOf } from '../../../core/formats/importTrace';
import { t } from '../../../core/l10n';
import { Text } from '../../../core/text/text';
import { filesInOrder } from '../../adapt/filesInOrder';
import { readableText } from '../../adapt/unreadable';
import { type ChangedArticle, changeArticle } from '../../articles/changeArticle';
import type { Services } from '../../services';
import { ImportRecords, type RecordedArticle } from './importRecords';
import type { Match } from './match';
import { undoImportOf } from './undoImport';

/** After so many articles the record of what was done is written: it must outlive the window too. */
const RECORDED_EACH = 100;

/**
 * Adds annotations to articles, open or not, records it for taking it back, and says what was done.
 * @param from where they come from, as a person knows it
 */
export async function importOnto(
  services: Services,
  matches: readonly Match[],
  as: ImportedAs,
  from: string,
): Promise<void> {
  const records = new ImportRecords(services.drawer('imports'));
  const at = new Date().toISOString();
  const done: RecordedArticle[] = [];
  const failed: vscode.Uri[] = [];
  const record = () => records.write({ at, from, articles: done });
  await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title: t('Importing annotations'), cancellable: true },
    async (progress, cancellation) => {
      const add = async (match: Match) =>
        cancellation.isCancellationRequested ? undefined : { match, operation: await addTo(services, match, as) };
      for await (const added of filesInOrder(matches, add)) {
        if (!added) continue;
        const { match, operation } = added;
        progress.report({ increment: 100 / matches.length, message: vscode.workspace.asRelativePath(match.uri) });
        if (!operation) failed.push(match.uri);
        if (!operation || isIdle(operation)) continue;
        done.push({ uri: match.uri.toString(), ...traceOf(operation) });
        if (done.length % RECORDED_EACH === 0) await record();
      }
    },
  );
  if (done.length > 0) await record();
  await tell(services, at, done, failed);
}

/** @returns what was done; undefined where the text is not what it was, or its sidecar can't be used */
async function addTo(services: Services, { uri, text, set }: Match, as: ImportedAs) {
  const article: ChangedArticle = { uri, text };
  if (!services.articles.get(uri)) {
    // One that can't be read must not stand in the way of the others, nor of the record of what is done.
    const raw = await readableText(services.files, uri.toString());
    if (raw === undefined || Text.of(raw).value !== text.value) return undefined;
  }
  return changeArticle(services, article, (session) => importOperation(session.set, imported(set, as)));
}

async function tell(
  services: Services,
  at: string,
  done: readonly RecordedArticle[],
  failed: readonly vscode.Uri[],
): Promise<void> {
  const added = done.reduce((sum, { annotations }) => sum + Object.keys(annotations).length, 0);
  const names = failed.slice(0, 10).map((uri) => vscode.workspace.asRelativePath(uri));
  const message = added === 1 ? t('1 annotation imported.') : t('{0} annotations imported.', added);
  const undo = t('Undo');
  const buttons = done.length > 0 ? [undo] : [];
  const answer =
    names.length === 0
      ? vscode.window.showInformationMessage(message, ...buttons)
      : vscode.window.showWarningMessage(
          `${message} ${t('Nothing was imported onto these: {0}', names.join(', '))}`,
          ...buttons,
        );
  // The command is done when the annotations are there, not when the message is gone.
  void answer.then((picked) => (picked === undo ? undoImportOf(services, at) : undefined));
}
