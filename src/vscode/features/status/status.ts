import * as vscode from 'vscode';
import { isPressing } from '../../../core/mentions/mention';
import { setContext } from '../../adapt/contextKey';
import type { OpenArticle } from '../../articles/openArticle';
import { REASONS } from '../../articles/reasons';
import { COMMANDS, CONTEXT_KEYS } from '../../contributions';
import type { Services } from '../../services';

/** The status bar item, the context keys, and what can be done from the item. */
export function registerStatus({ articles, choice, log }: Services): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('newsmark.status', vscode.StatusBarAlignment.Right, 100);
  item.name = 'Newsmark';
  item.command = COMMANDS.showActions;
  const draw = () => {
    const document = vscode.window.activeTextEditor?.document;
    const article = document && articles.get(document.uri);
    const canTurnOn = document !== undefined && !article && choice.isCandidate(document);
    setContext(log, CONTEXT_KEYS.active, article !== undefined);
    setContext(log, CONTEXT_KEYS.hasArticle, articles.active !== undefined);
    setContext(log, CONTEXT_KEYS.canTurnOn, canTurnOn);
    if (article) describeArticle(item, article);
    else if (canTurnOn) describeOther(item, REASONS[choice.of(document).reason]);
    else item.hide();
  };
  draw();
  return vscode.Disposable.from(
    item,
    vscode.window.onDidChangeActiveTextEditor(draw),
    articles.onDidActivate(draw),
    articles.onDidChange(draw),
    vscode.commands.registerCommand(COMMANDS.turnOn, () => turn(true)),
    vscode.commands.registerCommand(COMMANDS.turnOff, () => turn(false)),
    vscode.commands.registerCommand(COMMANDS.showActions, showActions),
  );

  async function turn(isArticle: boolean): Promise<void> {
    const document = vscode.window.activeTextEditor?.document;
    if (!document) return;
    await choice.set(document.uri, isArticle);
    const { isArticle: isNow, reason } = choice.of(document);
    if (isArticle && !isNow) void vscode.window.showWarningMessage(`This file can't be annotated: ${REASONS[reason]}.`);
  }
}

function describeArticle(item: vscode.StatusBarItem, { session }: OpenArticle): void {
  const undecided = session.mentions.filter(isPressing).length;
  const decided = session.set.annotations.length;
  const { kind } = session.sidecarState;
  const trouble = TROUBLE[kind];
  item.text = session.isAnalyzed ? `$(tag) ${decided} decided · ${undecided} open` : '$(sync~spin) Reading';
  if (trouble) item.text = `$(warning) ${trouble}`;
  item.backgroundColor = trouble ? new vscode.ThemeColor('statusBarItem.warningBackground') : undefined;
  const { published, publishedFrom, source } = session.metadata;
  item.tooltip = [
    `Article: ${decided} decisions, ${undecided} undecided suggestions.`,
    ...(published
      ? [`Published ${published}${publishedFrom ? ` (from the ${publishedFrom})` : ''}.`]
      : ['No publication date is known: relative dates stay relative.']),
    ...(source ? [`Source: ${source}.`] : []),
  ].join('\n');
  item.accessibilityInformation = { label: `Newsmark: ${trouble ?? `${decided} decided, ${undecided} open`}` };
  item.show();
}

const TROUBLE: Readonly<Record<string, string>> = Object.freeze({
  broken: 'Sidecar can’t be read',
  newer: 'Sidecar of a newer version',
  unreadable: 'Sidecar can’t be opened',
  unsaved: 'Decisions not written yet',
});

function describeOther(item: vscode.StatusBarItem, reason: string): void {
  item.text = '$(tag) No article';
  item.backgroundColor = undefined;
  item.tooltip = `Newsmark leaves this file alone: ${reason}. Click to change that.`;
  item.accessibilityInformation = { label: `Newsmark: no article, ${reason}` };
  item.show();
}

/** What the status bar item offers: the commands that fit where the person is. */
async function showActions(): Promise<void> {
  const actions: (vscode.QuickPickItem & { command: string })[] = [
    { label: '$(check) Treat this file as an article', command: COMMANDS.turnOn },
    { label: '$(close) Leave this file alone', command: COMMANDS.turnOff },
    { label: '$(checklist) Review suggestions one by one', command: COMMANDS.review },
    { label: '$(arrow-down) Go to the next undecided suggestion', command: COMMANDS.nextUndecided },
    { label: '$(eye) Choose which labels are highlighted…', command: COMMANDS.chooseLabels },
    { label: '$(json) Open the sidecar', command: COMMANDS.openSidecar },
    { label: '$(list-tree) Show the entity tree', command: 'newsmark.entities.focus' },
  ];
  const picked = await vscode.window.showQuickPick(actions, { title: 'Newsmark' });
  if (picked) await vscode.commands.executeCommand(picked.command);
}
