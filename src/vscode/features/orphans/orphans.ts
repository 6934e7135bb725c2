import * as vscode from 'vscode';
import type { Annotation } from '../../../core/annotation/annotation';
import { t } from '../../../core/l10n';
import { deleteOrphans, reattach } from '../../../core/mentions/reattach';
import { offersFor } from '../../../core/sidecar/anchor/anchor';
import { type Span, withoutOuterSpace } from '../../../core/text/span';
import { toRange, toSpan } from '../../adapt/position';
import { say } from '../../adapt/say';
import { carryOut, deciderFor, groundOf } from '../../articles/deciding';
import type { OpenArticle } from '../../articles/openArticle';
import { registerQuickFixes } from '../../articles/quickFixes';
import { canDecide } from '../../articles/sidecarTrouble';
import { whenStill } from '../../articles/whenStill';
import { COMMANDS } from '../../contributions';
import type { Services } from '../../services';
import { listOrphans, ORPHAN, orphanFixes } from './orphanProblems';
import { type OrphanTarget, orphanTarget } from './orphanTarget';

/** Annotations whose words are not in the article: shown in Problems, put on words again, or deleted. */
export function registerOrphans({ articles }: Services): vscode.Disposable {
  const problems = vscode.languages.createDiagnosticCollection('newsmark orphans');
  const onOrphans = (id: string, act: (target: OrphanTarget) => void | Promise<void>) =>
    vscode.commands.registerCommand(id, async (argument?: unknown, selected?: unknown) => {
      const target = await orphanTarget(articles, argument, selected);
      if (!target) return say(t('Every annotation of this article is in the text.'));
      if (target === 'left') return;
      if (canDecide(target.article)) await act(target);
    });
  return vscode.Disposable.from(
    problems,
    whenStill(articles, {
      on: ['opened', 'text', 'decisions', 'labels'],
      draw: (article) => listOrphans(problems, article),
      gone: (article) => problems.delete(article.uri),
    }),
    registerQuickFixes(articles, ORPHAN, orphanFixes),
    onOrphans(COMMANDS.reattachToSelection, toSelection),
    onOrphans(COMMANDS.reattachToBest, toBest),
    onOrphans(COMMANDS.deleteOrphan, ({ article, orphans }) => carryOut(article, deleteOrphans(orphans))),
  );
}

async function toSelection({ article, orphans: [orphan] }: OrphanTarget): Promise<void> {
  const { activeTextEditor, visibleTextEditors } = vscode.window;
  // Of several editors that show the article, the one that the person is in.
  const editors = [...(activeTextEditor ? [activeTextEditor] : []), ...visibleTextEditors];
  const editor = editors.find(({ document }) => document === article.document);
  const { text } = article.session;
  const words = editor && withoutOuterSpace(text.value, toSpan(text, editor.selection));
  if (!words || words.start === words.end)
    return say(t('Select the words that “{0}” is to be on, then try again.', orphan.quote));
  put(article, orphan, words);
}

/** How many places are offered. */
const MOST_OFFERS = 12;

interface PlaceItem extends vscode.QuickPickItem {
  readonly span: Span;
}

/** Offers the places that the annotation may mean, the likeliest first, each shown in the text while it is looked at. */
async function toBest({ article, orphans: [orphan] }: OrphanTarget): Promise<void> {
  const { text } = article.session;
  const offers = offersFor(text.value, { ...orphan, ...orphan.orphan }, MOST_OFFERS);
  if (offers.length === 0)
    return say(t('Nothing in the text is like “{0}”. Select words, and re-attach it to the selection.', orphan.quote));
  const editor = await vscode.window.showTextDocument(article.document, { preserveFocus: true });
  const before = editor.selection;
  const picked = await pickPlace(editor, article, orphan, offers);
  if (!picked) editor.selection = before;
  else if (text !== article.session.text) say(t('The article changed while you were choosing. Please choose again.'));
  else put(article, orphan, picked);
}

function pickPlace(
  editor: vscode.TextEditor,
  { session }: OpenArticle,
  orphan: Annotation,
  spans: readonly Span[],
): Promise<Span | undefined> {
  const { text } = session;
  const list = vscode.window.createQuickPick<PlaceItem>();
  list.title = t('Re-attach “{0}” to …', orphan.quote.replace(/\s+/g, ' '));
  list.items = spans.map((span) => placeItem(text.value, text.positionAt(span.start).line + 1, span));
  list.matchOnDescription = true;
  return new Promise((resolve) => {
    list.onDidChangeActive(([item]) => {
      if (!item || text !== session.text) return;
      const range = toRange(text, item.span);
      editor.selection = new vscode.Selection(range.start, range.end);
      editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    });
    list.onDidAccept(() => {
      resolve(list.activeItems[0]?.span);
      list.hide();
    });
    list.onDidHide(() => {
      resolve(undefined);
      list.dispose();
    });
    list.show();
  });
}

function placeItem(text: string, line: number, span: Span): PlaceItem {
  const flat = (start: number, end: number) => text.slice(Math.max(0, start), end).replace(/\s+/g, ' ');
  return {
    label: flat(span.start, span.end),
    description: `${t('line {0}', line)}: …${flat(span.start - 30, span.start)}«${flat(span.start, span.end)}»${flat(span.end, span.end + 30)}…`,
    span,
  };
}

function put(article: OpenArticle, { id }: Annotation, span: Span): void {
  // Others may have decided about it, or found its words, while the person was asked.
  const present = article.session.orphans.find((orphan) => orphan.id === id);
  if (present) carryOut(article, reattach(groundOf(article), present, span, deciderFor(article)));
  else say(t('The annotation changed while you were choosing. Please choose again.'));
}
