import * as vscode from 'vscode';
import { ONTONOTES } from '../../../core/annotation/labelSet';
import { t } from '../../../core/l10n';
import { setContext } from '../../adapt/context';
import { type ByKey, MeantRows } from '../../adapt/meantRows';
import { toRange } from '../../adapt/position';
import { say } from '../../adapt/say';
import { settingsFor } from '../../adapt/settings';
import { type Target, targetOf } from '../../articles/target';
import { COMMANDS, CONTEXT_KEYS, VIEWS } from '../../contributions';
import type { Services } from '../../services';
import { TreeDragAndDrop } from './dragAndDrop';
import { Drawing } from './drawing';
import { EntityTree, type TreeView } from './entityTree';
import { Folding } from './folding';
import { Following } from './following';
import { idOf } from './treeItem';
import { askFilter, registerTreeOptions } from './treeOptions';
import type { Row } from './treeRow';

/** The entity tree: of the article that the person is in, of all open ones, or of the workspace. */
export function registerTree(services: Services): vscode.Disposable {
  const { articles, workspace, memory, log } = services;
  let filter = '';
  const wanted = (): TreeView => {
    const { treeScope, treeOrder, treeGroupBy, treeHiddenLabels } = settingsFor();
    return { scope: treeScope, order: treeOrder, groupBy: treeGroupBy, filter, hidden: new Set(treeHiddenLabels) };
  };
  const folding = new Folding(memory);
  const model = new EntityTree(articles, workspace, folding, wanted());
  const view = vscode.window.createTreeView<Row>(VIEWS.entities, {
    treeDataProvider: model,
    dragAndDropController: new TreeDragAndDrop(),
    showCollapseAll: true,
    canSelectMany: true,
  });
  const meant = new MeantRows(view, idOf);
  const drawing = new Drawing(view, model, services, wanted);
  const following = new Following(view, model, articles);
  const setFilter = (words: string) => {
    filter = words.trim();
    setContext(log, CONTEXT_KEYS.filtered, filter !== '');
    drawing.soon();
  };
  // Keys outlive an extension host that was started again.
  setContext(log, CONTEXT_KEYS.filtered, false);
  drawing.all();
  return vscode.Disposable.from(
    view,
    meant,
    model,
    folding,
    drawing,
    following,
    registerTreeOptions(() => articles.active?.session.labels ?? ONTONOTES),
    view.onDidExpandElement(({ element }) => folding.note(idOf(element), true)),
    view.onDidCollapseElement(({ element }) => folding.note(idOf(element), false)),
    vscode.commands.registerCommand(COMMANDS.treeFilter, () => askFilter(filter, setFilter)),
    vscode.commands.registerCommand(COMMANDS.treeClearFilter, () => setFilter('')),
    // A key pressed in the tree names no row.
    vscode.commands.registerCommand(COMMANDS.acceptSelected, async (by?: ByKey) =>
      decideOn(await meant.now(by), COMMANDS.accept),
    ),
    vscode.commands.registerCommand(COMMANDS.rejectSelected, async (by?: ByKey) =>
      decideOn(await meant.now(by), COMMANDS.reject),
    ),
    vscode.commands.registerCommand(COMMANDS.onSelected, async (argument?: ByKey & { readonly command?: unknown }) => {
      const command = Object.values(COMMANDS).find((id) => id === argument?.command);
      if (command) await decideOn(await meant.now(argument), command);
    }),
    vscode.commands.registerCommand(COMMANDS.showInTree, async (argument?: unknown) => {
      const target = targetOf(articles, argument);
      if (!target) return say(t('There is no mention here.'));
      // What else is about to move the tree would take the keyboard off the row.
      following.cancel();
      // Before the tree can show a row, it must have been asked for the rows above.
      drawing.all();
      const row = rowFor(model, target);
      if (row) await view.reveal(row, { select: true, focus: true, expand: true });
    }),
    vscode.commands.registerCommand(COMMANDS.goToMention, async (argument?: unknown) => {
      const target = targetOf(articles, argument);
      if (target) await goTo(target);
    }),
  );
}

async function decideOn(rows: readonly Row[], command: string): Promise<void> {
  if (rows.length === 0) return;
  const isOfOpen = rows.every(
    (row) => row.kind !== 'article' && vscode.workspace.textDocuments.some(({ uri }) => sameUri(uri, row.article.uri)),
  );
  if (!isOfOpen) return say(t('Open the article first: what is in it can be decided there.'));
  await vscode.commands.executeCommand(command, rows[0], rows);
}

function sameUri(a: vscode.Uri, b: vscode.Uri): boolean {
  return a.toString() === b.toString();
}

function rowFor(model: EntityTree, { article, mentions }: Target): Row | undefined {
  const [first] = mentions;
  return first && model.find(article, first.key);
}

async function goTo({ article, mentions }: Target): Promise<void> {
  const [first] = mentions;
  if (!first) return;
  const range = toRange(article.session.text, first);
  await vscode.window.showTextDocument(article.document, { selection: range, preserveFocus: false });
}
