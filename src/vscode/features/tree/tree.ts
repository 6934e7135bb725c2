import * as vscode from 'vscode';
import { t } from '../../../core/l10n';
import { isPressing } from '../../../core/mentions/mention';
import { toOffset, toRange } from '../../adapt/position';
import { settingsFor } from '../../adapt/settings';
import type { OpenArticle } from '../../articles/openArticle';
import { mentionAt, type Target, targetOf } from '../../articles/target';
import { COMMANDS, VIEWS } from '../../contributions';
import type { Services } from '../../services';
import { meantRows } from './meantRows';
import { findMention, type Row, rowsOf } from './rows';
import { treeItemOf } from './treeItem';

/** How long changes are gathered before the tree is drawn again, in milliseconds. */
const GATHER = 50;

/** The entity tree of the article that the person is in. */
export function registerTree({ articles }: Services): vscode.Disposable {
  const model = new EntityTree();
  const view = vscode.window.createTreeView<Row>(VIEWS.entities, {
    treeDataProvider: model,
    showCollapseAll: true,
    canSelectMany: true,
  });
  const draw = () => {
    model.show(articles.active);
    describe(view, articles.active);
  };
  let gathering: ReturnType<typeof setTimeout> | undefined;
  const drawSoon = () => {
    clearTimeout(gathering);
    gathering = setTimeout(draw, GATHER);
  };
  draw();
  return vscode.Disposable.from(
    view,
    model,
    new vscode.Disposable(() => clearTimeout(gathering)),
    articles.onDidActivate(draw),
    articles.onDidChange(({ article, event }) => {
      // A look at the sidecar that brought nothing changes no row, and a redraw could take a click away.
      if (article === articles.active && event !== 'sidecar') drawSoon();
    }),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor, kind }) => {
      // A selection made by a click in the tree must not move the tree.
      if (kind !== undefined) follow(view, model, articles.get(textEditor.document.uri), textEditor);
    }),
    // A key pressed in the tree names no row.
    vscode.commands.registerCommand(COMMANDS.acceptSelected, () => decideOn(view, COMMANDS.accept)),
    vscode.commands.registerCommand(COMMANDS.rejectSelected, () => decideOn(view, COMMANDS.reject)),
    vscode.commands.registerCommand(COMMANDS.showInTree, async (argument?: unknown) => {
      const target = targetOf(articles, argument);
      if (!target) return;
      draw();
      const row = rowFor(model, target);
      if (row) await view.reveal(row, { select: true, focus: true, expand: true });
    }),
    vscode.commands.registerCommand(COMMANDS.goToMention, async (argument?: unknown) => {
      const target = targetOf(articles, argument);
      if (target) await goTo(target);
    }),
  );
}

async function decideOn(view: vscode.TreeView<Row>, command: string): Promise<void> {
  const rows = await meantRows(view);
  if (rows.length > 0) await vscode.commands.executeCommand(command, rows[0], rows);
}

class EntityTree implements vscode.TreeDataProvider<Row>, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.#changed.event;
  rows: readonly Row[] = [];

  show(article: OpenArticle | undefined): void {
    this.rows = article ? rowsOf(article) : [];
    this.#changed.fire();
  }

  getChildren(row?: Row): Row[] {
    if (!row) return [...this.rows];
    return 'children' in row ? [...row.children] : [];
  }

  getParent(row: Row): Row | undefined {
    return row.parent;
  }

  getTreeItem(row: Row): vscode.TreeItem {
    return treeItemOf(row);
  }

  dispose(): void {
    this.#changed.dispose();
  }
}

function describe(view: vscode.TreeView<Row>, article: OpenArticle | undefined): void {
  const { session } = article ?? {};
  const undecided = session?.mentions.filter(isPressing).length ?? 0;
  view.badge =
    undecided > 0
      ? {
          value: undecided,
          tooltip: undecided === 1 ? t('1 undecided suggestion') : t('{0} undecided suggestions', undecided),
        }
      : undefined;
  const { title, published } = session?.metadata ?? {};
  view.description = [title, published].filter((part) => part !== undefined).join(' · ');
  view.message =
    session && session.mentions.length === 0
      ? session.isAnalyzed
        ? t('Nothing is found in this article yet.')
        : t('Reading …')
      : '';
}

/** Shows in the tree what the cursor is on, without taking the focus. */
function follow(
  view: vscode.TreeView<Row>,
  model: EntityTree,
  article: OpenArticle | undefined,
  editor: vscode.TextEditor,
): void {
  if (!article || !view.visible || !settingsFor(article.uri).followCursor) return;
  const { text, mentions } = article.session;
  const mention = mentionAt(mentions, toOffset(text, editor.selection.active));
  const row = mention && findMention(model.rows, mention.key);
  if (!row || view.selection[0] === row) return;
  // The tree may be drawn anew while the row is looked for; then the next move of the cursor finds it.
  view.reveal(row, { select: true, focus: false }).then(undefined, () => undefined);
}

function rowFor(model: EntityTree, { mentions }: Target): Row | undefined {
  const [first] = mentions;
  return first && findMention(model.rows, first.key);
}

async function goTo({ article, mentions }: Target): Promise<void> {
  const [first] = mentions;
  if (!first) return;
  const range = toRange(article.session.text, first);
  await vscode.window.showTextDocument(article.document, { selection: range, preserveFocus: false });
}
