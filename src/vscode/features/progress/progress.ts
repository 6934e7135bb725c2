import * as vscode from 'vscode';
import { t } from '../../../core/l10n';
import type { Progress } from '../../../core/navigation/progress';
import { cancellationOf } from '../../adapt/cancellation';
import { filesInOrder } from '../../adapt/filesInOrder';
import { say } from '../../adapt/say';
import { settingsFor } from '../../adapt/settings';
import type { WorkspaceArticles } from '../../articles/workspaceArticles';
import { COMMANDS, SETTINGS } from '../../contributions';
import type { Services } from '../../services';

/** How far people are with each article: badges in the Explorer, and the way to the next one. */
export function registerProgress({ articles, labels, workspace }: Services): vscode.Disposable {
  const changed = new vscode.EventEmitter<vscode.Uri | vscode.Uri[] | undefined>();
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let search = new vscode.CancellationTokenSource();
  const changedUris = new Map<string, vscode.Uri>();
  const tellSoon = (uris: readonly vscode.Uri[]) => {
    for (const uri of uris) changedUris.set(uri.toString(), uri);
    waiting ??= setTimeout(() => {
      waiting = undefined;
      changed.fire([...changedUris.values()]);
      changedUris.clear();
    }, GATHER);
  };
  return vscode.Disposable.from(
    changed,
    new vscode.Disposable(() => {
      clearTimeout(waiting);
      search.cancel();
    }),
    vscode.window.registerFileDecorationProvider({
      onDidChangeFileDecorations: changed.event,
      provideFileDecoration: (uri, token) => badgeOf(workspace, uri, token),
    }),
    articles.onDidChange(({ article, event }) => {
      if (!['text', 'sidecar', 'glance'].includes(event)) tellSoon([article.uri]);
    }),
    workspace.onDidChange(tellSoon),
    labels.onDidChange(() => changed.fire(undefined)),
    vscode.workspace.onDidChangeConfiguration((change) => {
      const ids = [
        SETTINGS.explorerBadges,
        SETTINGS.hiddenLabels,
        SETTINGS.annotator,
        SETTINGS.include,
        SETTINGS.exclude,
      ];
      if (ids.some((id) => change.affectsConfiguration(id))) changed.fire(undefined);
    }),
    vscode.commands.registerCommand(COMMANDS.nextArticle, () => {
      // Who asks again is not to be taken to two articles.
      search.cancel();
      search = new vscode.CancellationTokenSource();
      return openNext(workspace, articles.active?.uri, search.token);
    }),
  );
}

/** How long changes are gathered before badges are drawn again, in milliseconds. */
const GATHER = 300;

const BADGES: Readonly<Record<Progress, string>> = Object.freeze({ 'to do': '○', 'in progress': '◐', done: '●' });

function inWords(progress: Progress): string {
  switch (progress) {
    case 'to do':
      return t('to do');
    case 'in progress':
      return t('in progress');
    case 'done':
      return t('done');
  }
}

async function badgeOf(
  workspace: WorkspaceArticles,
  uri: vscode.Uri,
  token: vscode.CancellationToken,
): Promise<vscode.FileDecoration | undefined> {
  const isWanted = vscode.workspace.getWorkspaceFolder(uri) !== undefined && settingsFor(uri).explorerBadges;
  const progress = isWanted ? await workspace.progress(uri, cancellationOf(token)) : undefined;
  return progress && new vscode.FileDecoration(BADGES[progress], `Newsmark: ${inWords(progress)}`);
}

/** Opens the next article of the workspace that is not done, after the one that the person is in, and around the end. */
async function openNext(
  workspace: WorkspaceArticles,
  active: vscode.Uri | undefined,
  token: vscode.CancellationToken,
): Promise<void> {
  await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Window, title: t('Newsmark: looking for the next article to do') },
    async () => {
      const files = (await workspace.list()).map(({ uri }) => uri);
      const here = files.findIndex((uri) => uri.toString() === active?.toString());
      const others = [...files.slice(here + 1), ...files.slice(0, Math.max(0, here))];
      const cancellation = cancellationOf(token);
      const withProgress = async (uri: vscode.Uri) =>
        token.isCancellationRequested ? undefined : { uri, progress: await workspace.progress(uri, cancellation) };
      for await (const found of filesInOrder(others, withProgress)) {
        if (!found || token.isCancellationRequested) return;
        const { uri, progress } = found;
        if (progress !== 'to do' && progress !== 'in progress') continue;
        await vscode.window.showTextDocument(uri);
        return say(t('Next article: {0}.', inWords(progress)));
      }
      say(
        files.length > 0 ? t('Every other article of this workspace is done.') : t('No folder with articles is open.'),
      );
    },
  );
}
