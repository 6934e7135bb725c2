import * as vscode from 'vscode';
import { undoImport } from '../../../core/formats/importTrace';
import { t } from '../../../core/l10n';
import { Text } from '../../../core/text/text';
import { filesInOrder } from '../../adapt/filesInOrder';
import { say } from '../../adapt/say';
import { changeArticle } from '../../articles/changeArticle';
import type { Services } from '../../services';
import { type ImportRecord, ImportRecords, type RecordedArticle } from './importRecords';

/** Asks which of the latest imports onto several articles is to be taken back, and does that. */
export async function undoImports(services: Services): Promise<void> {
  const records = await new ImportRecords(services.drawer('imports')).all();
  if (records.length === 0) return say(t('There is no import onto articles to undo.'));
  const items = records.map(({ at, from, articles }) => ({
    label: from,
    description: t('{0} annotations, {1} articles', countOf(articles), articles.length),
    detail: new Date(at).toLocaleString(),
    at,
  }));
  const picked = await vscode.window.showQuickPick(items, {
    title: t('Undo Import onto Articles'),
    placeHolder: t('What was decided on since stays.'),
    matchOnDetail: true,
  });
  if (picked) await undoImportOf(services, picked.at);
}

/** What became of taking an import back. */
interface Outcome {
  taken: number;
  kept: number;
  readonly failed: RecordedArticle[];
}

/** Takes an import back in all its articles, but for what somebody has decided on since. @param at when it was done */
export async function undoImportOf(services: Services, at: string): Promise<void> {
  const records = new ImportRecords(services.drawer('imports'));
  const record = (await records.all()).find((each) => each.at === at);
  if (!record) return say(t('There is no import onto articles to undo.'));
  const outcome: Outcome = { taken: 0, kept: 0, failed: [] };
  await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title: t('Undo Import onto Articles'), cancellable: true },
    async (progress, cancellation) => {
      const take = async (article: RecordedArticle) => {
        if (cancellation.isCancellationRequested) outcome.failed.push(article);
        else await takeBack(services, article, outcome);
      };
      for await (const _ of filesInOrder(record.articles, take)) {
        progress.report({ increment: 100 / record.articles.length });
      }
    },
  );
  if (outcome.failed.length === 0) await records.remove(at);
  else await records.write({ ...record, articles: outcome.failed });
  tell(record, outcome);
}

async function takeBack(services: Services, article: RecordedArticle, outcome: Outcome): Promise<void> {
  const uri = vscode.Uri.parse(article.uri, true);
  const text = services.articles.get(uri)?.session.text ?? (await textAt(services, uri));
  let kept = 0;
  const done =
    text &&
    (await changeArticle(services, { uri, text }, ({ set }) => {
      const undoing = undoImport(set, article);
      kept = undoing.kept;
      return undoing.operation;
    }));
  if (!done) {
    outcome.failed.push(article);
    return;
  }
  outcome.taken += done.edits.length;
  outcome.kept += kept;
}

/** The text of an article that is not open; undefined where its file is gone or can't be read. */
async function textAt({ files, log }: Services, uri: vscode.Uri): Promise<Text | undefined> {
  try {
    const raw = await files.read(uri.toString());
    return raw === undefined ? undefined : Text.of(raw);
  } catch (error) {
    log.warn(`Undo of an import, ${uri.toString()}:`, error);
    return undefined;
  }
}

function tell({ from }: ImportRecord, { taken, kept, failed }: Outcome): void {
  const message = [
    taken === 1
      ? t('1 annotation of {0} was taken back.', from)
      : t('{0} annotations of {1} were taken back.', taken, from),
    ...(kept > 0 ? [t('{0} stay, since somebody has decided on them.', kept)] : []),
    ...(failed.length > 0 ? [t('Not done yet in {0} articles; the command can be given again.', failed.length)] : []),
  ].join(' ');
  if (failed.length > 0) void vscode.window.showWarningMessage(message);
  else void vscode.window.showInformationMessage(message);
}

function countOf(articles: readonly RecordedArticle[]): number {
  return articles.reduce((sum, { annotations }) => sum + Object.keys(annotations).length, 0);
}
