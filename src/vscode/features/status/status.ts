import * as vscode from 'vscode';
import { t } from '../../../core/l10n';
import type { SidecarState } from '../../../core/sidecar/store';
import { setContext } from '../../adapt/context';
import type { OpenArticle } from '../../articles/openArticle';
import { isCommentBox } from '../../articles/openArticles';
import { sourceInWords } from '../../articles/published';
import { partlyInWords, reasonInWords } from '../../articles/reasons';
import { whenStill } from '../../articles/whenStill';
import { COMMANDS, CONTEXT_KEYS } from '../../contributions';
import type { Services } from '../../services';

/** The status bar item, the context keys, and what can be done from the item. */
export function registerStatus({ articles, choice, log }: Services): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('newsmark.status', vscode.StatusBarAlignment.Right, 100);
  item.name = 'Newsmark';
  item.command = COMMANDS.showActions;
  const draw = () => {
    const document = vscode.window.activeTextEditor?.document;
    if (document && isCommentBox(document)) return;
    const article = document && articles.get(document.uri);
    const canTurnOn = document !== undefined && !article && choice.isCandidate(document);
    setContext(log, CONTEXT_KEYS.active, article !== undefined);
    setContext(log, CONTEXT_KEYS.hasArticle, articles.active !== undefined);
    setContext(log, CONTEXT_KEYS.canTurnOn, canTurnOn);
    if (article) describeArticle(item, article);
    else if (canTurnOn) describeOther(item, reasonInWords(choice.of(document).reason));
    else item.hide();
  };
  draw();
  return vscode.Disposable.from(
    item,
    vscode.window.onDidChangeActiveTextEditor(draw),
    articles.onDidActivate(draw),
    whenStill(articles, { draw, gone: draw }),
    // Trouble with the sidecar is told at once, also while somebody types.
    articles.onDidChange(({ event }) => event === 'sidecar' && draw()),
    vscode.commands.registerCommand(COMMANDS.turnOn, () => turn(true)),
    vscode.commands.registerCommand(COMMANDS.turnOff, () => turn(false)),
    vscode.commands.registerCommand(COMMANDS.showActions, () => {
      const document = vscode.window.activeTextEditor?.document;
      return showActions(document !== undefined && articles.get(document.uri) !== undefined);
    }),
  );

  async function turn(isArticle: boolean): Promise<void> {
    const document = vscode.window.activeTextEditor?.document;
    if (!document) return;
    await choice.set(document.uri, isArticle);
    const { isArticle: isNow, reason } = choice.of(document);
    if (isArticle && !isNow)
      void vscode.window.showWarningMessage(t('This file can’t be annotated: {0}.', reasonInWords(reason)));
  }
}

function describeArticle(item: vscode.StatusBarItem, { session, isPartly }: OpenArticle): void {
  const undecided = session.counts.pressing;
  const decided = session.set.annotations.length;
  const { kind } = session.sidecarState;
  const trouble = troubleInWords(kind);
  item.text = isPartly
    ? `$(eye) ${t('{0} decided · recognized in sight only', decided)}`
    : session.isAnalyzed
      ? `$(tag) ${t('{0} decided · {1} open', decided, undecided)}`
      : `$(sync~spin) ${t('Reading')}`;
  if (trouble) item.text = `$(warning) ${trouble}`;
  item.backgroundColor = trouble ? new vscode.ThemeColor('statusBarItem.warningBackground') : undefined;
  const { published, publishedFrom, source } = session.metadata;
  item.tooltip = [
    t('Article: {0} decided, {1} open.', decided, undecided),
    ...(isPartly ? [partlyInWords()] : []),
    ...(published
      ? [
          publishedFrom
            ? t('Published {0}, {1}.', published, sourceInWords(publishedFrom))
            : t('Published {0}.', published),
        ]
      : [t('No publication date is known: relative dates stay relative.')]),
    ...(source ? [t('Source: {0}.', source)] : []),
  ].join('\n');
  const told = trouble ?? (isPartly ? partlyInWords() : t('{0} decided, {1} open', decided, undecided));
  item.accessibilityInformation = { label: `Newsmark: ${told}` };
  item.show();
}

function troubleInWords(kind: SidecarState['kind']): string | undefined {
  switch (kind) {
    case 'ready':
      return undefined;
    case 'broken':
      return t('Sidecar can’t be read');
    case 'newer':
      return t('Sidecar of a newer version');
    case 'unreadable':
      return t('Sidecar can’t be opened');
    case 'unsaved':
      return t('Decisions not written yet');
  }
}

function describeOther(item: vscode.StatusBarItem, reason: string): void {
  item.text = `$(tag) ${t('No article')}`;
  item.backgroundColor = undefined;
  item.tooltip = t('Newsmark leaves this file alone: {0}. Click to change that.', reason);
  item.accessibilityInformation = { label: t('Newsmark: no article, {0}', reason) };
  item.show();
}

type Action = vscode.QuickPickItem & { readonly command: string };

/** What the status bar item offers: the commands that fit where the person is. */
async function showActions(isArticle: boolean): Promise<void> {
  const inArticle: readonly Action[] = [
    { label: `$(close) ${t('Leave this file alone')}`, command: COMMANDS.turnOff },
    { label: `$(checklist) ${t('Review suggestions one by one')}`, command: COMMANDS.review },
    { label: `$(arrow-down) ${t('Go to the next undecided suggestion')}`, command: COMMANDS.nextUndecided },
    { label: `$(json) ${t('Open the sidecar')}`, command: COMMANDS.openSidecar },
  ];
  const actions: readonly Action[] = [
    ...(isArticle
      ? inArticle
      : [{ label: `$(check) ${t('Treat this file as an article')}`, command: COMMANDS.turnOn }]),
    { label: `$(eye) ${t('Choose which labels are highlighted…')}`, command: COMMANDS.chooseLabels },
    { label: `$(list-tree) ${t('Show the entity tree')}`, command: 'newsmark.entities.focus' },
  ];
  const picked = await vscode.window.showQuickPick(actions, { title: 'Newsmark' });
  if (picked) await vscode.commands.executeCommand(picked.command);
}
