import * as vscode from 'vscode';
import { t } from '../../../core/l10n';
import { Text } from '../../../core/text/text';
import { statOf } from '../../adapt/missing';
import { toRange } from '../../adapt/position';
import { say } from '../../adapt/say';
import { settingsFor } from '../../adapt/settings';
import type { LabelFile } from '../../articles/labelSets';
import type { OpenArticle } from '../../articles/openArticle';
import { registerQuickFixes } from '../../articles/quickFixes';
import { whenStill } from '../../articles/whenStill';
import { COMMANDS } from '../../contributions';
import type { Services } from '../../services';
import { newLabelFile } from './newLabelFile';
import { listStrangers, STRANGER, strangerFixes } from './strangers';

/** The workspace's label set: what is wrong with its file, what is annotated outside it, and a way to edit it. */
export function registerLabelSet({ articles, labels }: Services): vscode.Disposable {
  const inFile = vscode.languages.createDiagnosticCollection('newsmark labels');
  const inArticles = vscode.languages.createDiagnosticCollection('newsmark unknown labels');
  const listIn = (article: OpenArticle) => listStrangers(inArticles, article);
  return vscode.Disposable.from(
    inFile,
    inArticles,
    labels.onDidChange((file) => {
      if (file) listProblems(inFile, file);
      else inFile.clear();
    }),
    whenStill(articles, {
      on: ['opened', 'text', 'decisions', 'labels'],
      draw: listIn,
      gone: (article) => inArticles.delete(article.uri),
    }),
    registerQuickFixes(articles, STRANGER, strangerFixes),
    vscode.commands.registerCommand(COMMANDS.editLabels, () => editLabels(articles.active)),
  );
}

function listProblems(collection: vscode.DiagnosticCollection, { uri, problems, raw }: LabelFile): void {
  const text = Text.of(raw);
  collection.set(
    uri,
    problems.map((problem) => {
      const diagnostic = new vscode.Diagnostic(toRange(text, problem), problem.message);
      diagnostic.source = 'Newsmark';
      return diagnostic;
    }),
  );
}

/** Opens the folder's file of labels; where there is none, one to begin with. */
async function editLabels(article: OpenArticle | undefined): Promise<void> {
  const [first] = vscode.workspace.workspaceFolders ?? [];
  const folder = (article && vscode.workspace.getWorkspaceFolder(article.uri)) ?? first;
  if (!folder) return say(t('Open a folder first: its labels are kept in a file there.'));
  const uri = vscode.Uri.joinPath(folder.uri, settingsFor(folder.uri).labelFile || 'newsmark.labels.json');
  if ((await statOf(uri)) !== undefined) {
    await vscode.window.showTextDocument(uri);
    return;
  }
  const document = await vscode.workspace.openTextDocument(uri.with({ scheme: 'untitled' }));
  const editor = await vscode.window.showTextDocument(document);
  // One that was begun before and is not saved yet goes on.
  if (document.getText() !== '') return;
  await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), newLabelFile(settingsFor(folder.uri).labelSet)));
}
