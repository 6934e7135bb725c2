import * as vscode from 'vscode';
import { ONTONOTES } from '../../../core/annotation/labelSet';
import { t } from '../../../core/l10n';
import { setContext } from '../../adapt/context';
import { type ByKey, MeantRows } from '../../adapt/meantRows';
import { toRange } from '../../adapt/position';
import { say } from '../../adapt/say';
import { settingsFor } from '../../adapt/settings';
import type { OpenArticle } from '../../articles/openArticle';
import type { ArticleEvent, OpenArticles } from '../../articles/openArticles';
import { partlyInWords } from '../../articles/reasons';
import { mentionsUnderCursors, type Target, targetOf } from '../../articles/target';
import { COMMANDS, CONTEXT_KEYS, SETTINGS, VIEWS } from '../../contributions';
import type { Services } from '../../services';
import { TreeDragAndDrop } from './dragAndDrop';
import { EntityTree, type TreeView } from './entityTree';
import { Folding } from './folding';
import { idOf } from './treeItem';
import { askFilter, registerTreeOptions } from './treeOptions';
import type { Row } from './treeRow';

/** How long changes are gathered before the tree is drawn again, in milliseconds. */
const GATHER = 50;

/**
 * For some news longer, or not at all, in milliseconds. What was typed may be recognized before it is drawn. What was
 * decided is drawn before the next key comes: a tree that is being drawn takes none.
 */
const WAITS: Partial<Record<ArticleEvent['event'], number>> = Object.freeze({ text: 600, decisions: 0 });

/** The entity tree: of the article that the person is in, of all open ones, or of the workspace. */
export function registerTree({ articles, workspace, memory, log }: Services): vscode.Disposable {
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
  const draw = () => {
    const shown = wanted();
    model.show(shown);
    describe(view, articles, shown);
  };
  let gathering: ReturnType<typeof setTimeout> | undefined;
  let news: OpenArticle | 'all' | undefined;
  /** @param what the article that has changed, where nothing else has */
  const drawSoon = (wait = GATHER, what: OpenArticle | 'all' = 'all') => {
    news = news === undefined || news === what ? what : 'all';
    clearTimeout(gathering);
    gathering = setTimeout(() => {
      if (news === undefined || news === 'all') draw();
      else {
        model.update(news);
        describe(view, articles, wanted());
      }
      news = undefined;
    }, wait);
  };
  let following: ReturnType<typeof setTimeout> | undefined;
  const followSoon = (editor: vscode.TextEditor) => {
    clearTimeout(following);
    if (view.visible)
      following = setTimeout(() => follow(view, model, articles.get(editor.document.uri), editor), GATHER);
  };
  const setFilter = (words: string) => {
    filter = words.trim();
    setContext(log, CONTEXT_KEYS.filtered, filter !== '');
    drawSoon();
  };
  draw();
  return vscode.Disposable.from(
    view,
    meant,
    model,
    folding,
    registerTreeOptions(() => articles.active?.session.labels ?? ONTONOTES),
    new vscode.Disposable(() => {
      clearTimeout(gathering);
      clearTimeout(following);
    }),
    view.onDidExpandElement(({ element }) => folding.note(idOf(element), true)),
    view.onDidCollapseElement(({ element }) => folding.note(idOf(element), false)),
    articles.onDidActivate(() => (settingsFor().treeScope === 'article' ? draw() : describe(view, articles, wanted()))),
    articles.onDidChange(({ article, event }) => {
      // A look at the sidecar that brought nothing changes no row, and a redraw could take a click away.
      const isShown = article === articles.active || settingsFor().treeScope !== 'article';
      if (isShown && event !== 'sidecar' && event !== 'glance') drawSoon(WAITS[event] ?? GATHER, article);
    }),
    workspace.onDidChange(() => {
      if (settingsFor().treeScope === 'workspace') drawSoon();
    }),
    vscode.workspace.onDidChangeConfiguration((change) => {
      const ids = [SETTINGS.treeScope, SETTINGS.treeOrder, SETTINGS.treeGroupBy, SETTINGS.treeHiddenLabels];
      if (ids.some((id) => change.affectsConfiguration(id))) draw();
    }),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor, kind }) => {
      // A selection made by a click in the tree must not move the tree.
      if (kind !== undefined) followSoon(textEditor);
    }),
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
      if (!target) return;
      // What else is about to move the tree would take the keyboard off the row.
      clearTimeout(following);
      clearTimeout(gathering);
      // Before the tree can show a row, it must have been asked for the rows above.
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

function describe(view: vscode.TreeView<Row>, articles: OpenArticles, { scope, filter }: TreeView): void {
  const { active, all } = articles;
  const shown = scope === 'article' ? (active ? [active] : []) : all;
  const undecided = shown.reduce((sum, { session }) => sum + session.counts.pressing, 0);
  view.badge = undecided > 0 ? { value: undecided, tooltip: undecidedInWords(undecided) } : undefined;
  const { title, published } = (scope === 'article' && active?.session.metadata) || {};
  view.description =
    scope === 'article'
      ? [title, published].filter((part) => part !== undefined).join(' · ')
      : scope === 'open'
        ? t('open articles')
        : t('workspace');
  view.message = [
    ...(filter === '' ? [] : [t('Only what has “{0}” in it.', filter)]),
    ...(scope === 'article' ? waiting(active) : []),
  ].join(' ');
}

function undecidedInWords(count: number): string {
  return count === 1 ? t('1 undecided suggestion') : t('{0} undecided suggestions', count);
}

/** What an article without mentions is waiting for. */
function waiting(article: OpenArticle | undefined): string[] {
  if (article?.isPartly) return [partlyInWords()];
  if (!article || article.session.counts.shown + article.session.set.annotations.length > 0) return [];
  return [article.session.isAnalyzed ? t('Nothing is found in this article yet.') : t('Reading …')];
}

/** Shows in the tree what the cursor is on, without taking the focus. */
function follow(
  view: vscode.TreeView<Row>,
  model: EntityTree,
  article: OpenArticle | undefined,
  editor: vscode.TextEditor,
): void {
  if (!article || !view.visible || !settingsFor(article.uri).followCursor) return;
  // A mention that is selected whole is meant, and not the quotation that its end stands in.
  const [mention] = mentionsUnderCursors(editor, article);
  const row = mention && model.find(article, mention.key);
  if (!row || view.selection[0] === row) return;
  // The tree may be drawn anew while the row is looked for; then the next move of the cursor finds it.
  view.reveal(row, { select: true, focus: false }).then(undefined, () => undefined);
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
