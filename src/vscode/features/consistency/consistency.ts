import * as vscode from 'vscode';
import type { Inconsistency } from '../../../core/corpus/consistency';
import type { CorpusIndex } from '../../../core/corpus/corpusIndex';
import { placesIn } from '../../../core/corpus/findingPlaces';
import type { IndexedMention } from '../../../core/corpus/indexedArticle';
import { type ListedFindings, MOST_LISTED } from '../../../core/corpus/listedFindings';
import { t } from '../../../core/l10n';
import { Text } from '../../../core/text/text';
import { setContext } from '../../adapt/context';
import { type ByKey, MeantRows } from '../../adapt/meantRows';
import { toRange } from '../../adapt/position';
import { say } from '../../adapt/say';
import { takeBack, tellDone } from '../../articles/changeArticle';
import { registerLineProblems } from '../../articles/lineProblems';
import { COMMANDS, CONTEXT_KEYS, VIEWS } from '../../contributions';
import { isIndexed, notIndexedInWords } from '../../corpus/isIndexed';
import type { Services } from '../../services';
import { ConsistencyTree } from './consistencyTree';
import { dismiss, restore } from './dismissing';
import { Findings } from './findings';
import { compare, type Mended, mend } from './mending';
import { type ArticleRow, findingOf, idOf, isDismissed, type MentionRow, type Row, sideOf } from './row';

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
  const meant = new MeantRows(view, idOf);
  const undoing = new Undoing(services, findings);
  /** Commands on rows: those that a menu names, or those that a key pressed in the list is about. */
  const onRows = (id: string, act: (rows: readonly Row[]) => Promise<void>) =>
    vscode.commands.registerCommand(id, async (row?: Row | ByKey, rows?: readonly Row[]) =>
      act(rows ?? (row && 'kind' in row ? [row] : await meant.now(row))),
    );
  return vscode.Disposable.from(
    findings,
    tree,
    view,
    meant,
    registerLineProblems(dismissals),
    findings.onDidChange(describe),
    view.onDidChangeVisibility(({ visible }) => {
      if (!findings.open) describe();
      findings.want(visible);
    }),
    vscode.commands.registerCommand(COMMANDS.checkConsistency, () => show(view, tree, findings)),
    vscode.commands.registerCommand(COMMANDS.goToFinding, (row: ArticleRow | MentionRow) => goTo(corpus.index, row)),
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
  if (!isIndexed()) return notIndexedInWords();
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
  if (finding.kind !== 'alike articles') {
    const says = sideOf(row)?.side.says;
    return mend(
      services,
      finding,
      finding.sides.find((side) => side.says === says),
    );
  }
  await compare(services, finding, row.kind === 'article' ? row.path : undefined);
  return undefined;
}

function findingsIn(rows: readonly Row[], isAside: boolean): readonly Inconsistency[] {
  const found = rows.map(findingOf).filter((row) => row !== undefined && isDismissed(row) === isAside);
  return [...new Set(found.flatMap((row) => row?.finding ?? []))];
}

async function goTo(index: CorpusIndex, row: ArticleRow | MentionRow): Promise<void> {
  const { path } = row.kind === 'article' ? row : row.parent;
  const place = placeNow(index, row);
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(path, true));
  await vscode.window.showTextDocument(document, {
    preview: true,
    ...(place && { selection: rangeOf(document, place) }),
  });
}

/** Where a row's words are by now: what is written before them moves them, and leaves the row as it was. */
function placeNow(index: CorpusIndex, row: ArticleRow | MentionRow): IndexedMention | undefined {
  const { parent, path, mentions } = row.kind === 'article' ? row : row.parent;
  if (parent.kind !== 'side') return undefined;
  const number = row.kind === 'mention' ? mentions.indexOf(row.mention) : 0;
  return placesIn(index, path, parent.finding, [parent.side])[number] ?? mentions[number];
}

/** Where an indexed place is in a document; offsets of the index are of LF line ends. */
function rangeOf(document: vscode.TextDocument, { start, end }: { readonly start: number; readonly end: number }) {
  const text = Text.of(document.getText());
  return toRange(text, { start: Math.min(start, text.length), end: Math.min(end, text.length) });
}

/** Remembers what was mended last, until it is taken back. */
class Undoing {
  readonly #services: Services;
  readonly #findings: Findings;
  #last: Mended | undefined;

  constructor(services: Services, findings: Findings) {
    this.#services = services;
    this.#findings = findings;
    // Keys outlive an extension host that was started again.
    this.#keep(undefined);
  }

  async tell(mended: Mended): Promise<void> {
    const { what, outcome } = mended;
    this.#findings.awaitNews();
    this.#keep(outcome.done.length > 0 ? mended : this.#last);
    const message = t('{0}, changed in {1} articles.', what, outcome.done.length);
    const isUndone = await tellDone(this.#services, message, what, outcome);
    if (isUndone) this.#findings.awaitNews();
    if (isUndone && this.#last === mended) this.#keep(undefined);
  }

  async undo(): Promise<void> {
    const last = this.#last;
    if (!last) return say(t('There is nothing to be taken back.'));
    this.#keep(undefined);
    this.#findings.awaitNews();
    await takeBack(this.#services, last.what, last.outcome.done);
  }

  #keep(mended: Mended | undefined): void {
    this.#last = mended;
    setContext(this.#services.log, CONTEXT_KEYS.canUndoMending, mended !== undefined);
  }
}
