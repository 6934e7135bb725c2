import * as vscode from 'vscode';
import { type ListedFindings, MOST_LISTED } from '../../../core/corpus/listedFindings';
import { t } from '../../../core/l10n';
import { Text } from '../../../core/text/text';
import { setContext } from '../../adapt/context';
import { meantRows } from '../../adapt/meantRows';
import { toRange } from '../../adapt/position';
import { say } from '../../adapt/say';
import { takeBack, tellDone } from '../../articles/changeArticle';
import { registerLineProblems } from '../../articles/lineProblems';
import { COMMANDS, CONTEXT_KEYS, VIEWS } from '../../contributions';
import type { Services } from '../../services';
import { ConsistencyTree } from './consistencyTree';
import { dismiss, restore } from './dismissing';
import { Findings } from './findings';
import { compare, type Mended, mend } from './mending';
import { type ArticleRow, type FindingRow, findingOf, type MentionRow, type Row, sideOf } from './row';

/** What is inconsistent over all articles: a list that lasts, from which it is looked at, mended or dismissed. */
export function registerConsistency(services: Services): vscode.Disposable {
  const { corpus, dismissals } = services;
  const findings = new Findings(services);
  const tree = new ConsistencyTree(findings, corpus.index);
  const view = vscode.window.createTreeView(VIEWS.consistency, {
    treeDataProvider: tree,
    showCollapseAll: true,
    canSelectMany: true,
  });
  const describe = () => {
    const { open } = findings;
    const lists = [...(open?.values() ?? [])];
    view.description = open ? String(lists.reduce((sum, { total }) => sum + total, 0)) : '';
    view.message = open ? saidOf(lists) : t('Comparing all articles …');
  };
  const undoing = new Undoing(services);
  /** Commands on rows: those that a menu names, or those that a key pressed in the list is about. */
  const onRows = (id: string, act: (rows: readonly Row[]) => Promise<void>) =>
    vscode.commands.registerCommand(id, async (row?: Row, rows?: readonly Row[]) =>
      act(rows ?? (row ? [row] : await meantRows(view))),
    );
  return vscode.Disposable.from(
    findings,
    view,
    registerLineProblems(dismissals),
    findings.onDidChange(describe),
    view.onDidChangeVisibility(({ visible }) => {
      if (!findings.open) describe();
      findings.want(visible);
    }),
    vscode.commands.registerCommand(COMMANDS.checkConsistency, () => show(view, tree, findings)),
    vscode.commands.registerCommand(COMMANDS.goToFinding, goTo),
    vscode.commands.registerCommand(COMMANDS.undoMending, () => undoing.undo()),
    onRows(COMMANDS.mendFinding, async ([row]) => {
      const mended = row && (await mendRow(services, row));
      if (mended) await undoing.tell(mended);
    }),
    onRows(COMMANDS.dismissFinding, (rows) => dismiss(services, findingsIn(rows, false))),
    onRows(COMMANDS.restoreFinding, (rows) => restore(services, findingsIn(rows, true))),
  );
}

/** What stands above the lists. */
function saidOf(lists: readonly ListedFindings[]): string {
  if (lists.length === 0) return t('Nothing contradicts anything else.');
  return lists.some(({ shown, total }) => shown.length < total)
    ? t('Of each kind, the {0} that concern most articles are listed; others follow as these are settled.', MOST_LISTED)
    : '';
}

/** Shows the list with the keyboard on its first finding, once there is one. */
async function show(view: vscode.TreeView<Row>, tree: ConsistencyTree, findings: Findings): Promise<void> {
  await vscode.commands.executeCommand(`${VIEWS.consistency}.focus`);
  await findings.compared();
  const first = tree.first();
  if (first && view.visible) await view.reveal(first, { select: true, focus: true });
}

async function mendRow(services: Services, row: Row): Promise<Mended | undefined> {
  const finding = findingOf(row)?.finding;
  if (!finding) return undefined;
  if (finding.kind !== 'alike articles') return mend(services, finding, sideOf(row)?.side);
  await compare(services, finding, row.kind === 'article' ? row.path : undefined);
  return undefined;
}

function findingsIn(rows: readonly Row[], isDismissed: boolean): readonly FindingRow['finding'][] {
  const found = rows.map(findingOf).filter((row) => row !== undefined && row.isDismissed === isDismissed);
  return [...new Set(found.flatMap((row) => row?.finding ?? []))];
}

async function goTo(row: ArticleRow | MentionRow): Promise<void> {
  const { path, mentions } = row.kind === 'article' ? row : row.parent;
  const place = row.kind === 'mention' ? row.mention : mentions[0];
  const uri = vscode.Uri.parse(path, true);
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.window.showTextDocument(document, {
    preview: true,
    ...(place && { selection: rangeOf(document, place) }),
  });
}

/** Where an indexed place is in a document; offsets of the index are of LF line ends. */
function rangeOf(document: vscode.TextDocument, { start, end }: { readonly start: number; readonly end: number }) {
  const text = Text.of(document.getText());
  return toRange(text, { start: Math.min(start, text.length), end: Math.min(end, text.length) });
}

/** Remembers what was mended last, until it is taken back. */
class Undoing {
  readonly #services: Services;
  #last: Mended | undefined;

  constructor(services: Services) {
    this.#services = services;
  }

  async tell(mended: Mended): Promise<void> {
    const { what, outcome } = mended;
    this.#keep(outcome.done.length > 0 ? mended : this.#last);
    const message = t('{0}, changed in {1} articles.', what, outcome.done.length);
    const isUndone = await tellDone(this.#services, message, what, outcome);
    if (isUndone && this.#last === mended) this.#keep(undefined);
  }

  async undo(): Promise<void> {
    const last = this.#last;
    if (!last) return say(t('There is nothing to be taken back.'));
    this.#keep(undefined);
    await takeBack(this.#services, last.what, last.outcome.done);
  }

  #keep(mended: Mended | undefined): void {
    this.#last = mended;
    setContext(this.#services.log, CONTEXT_KEYS.canUndoMending, mended !== undefined);
  }
}
