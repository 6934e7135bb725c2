import * as vscode from 'vscode';
import type { AnnotationSet } from '../../../core/annotation/annotation';
import { t } from '../../../core/l10n';
import { restored } from '../../../core/mentions/restored';
import { type Files, NotTextError } from '../../../core/ports';
import type { MergeConflict } from '../../../core/sidecar/merge';
import { Text } from '../../../core/text/text';
import { fileNameOf } from '../../adapt/fileName';
import { toRange } from '../../adapt/position';
import { say } from '../../adapt/say';
import { pause } from '../../adapt/slices';
import { carryOut } from '../../articles/deciding';
import type { OpenArticle } from '../../articles/openArticle';
import type { OpenArticles } from '../../articles/openArticles';
import { offerHelp, troubleOf } from '../../articles/sidecarTrouble';
import { COMMANDS } from '../../contributions';
import type { Services } from '../../services';

/** Tells when a sidecar is in trouble, in Problems and in words, and offers what can be done about it. */
export function registerSidecar({ articles, files, log }: Services): vscode.Disposable {
  const problems = vscode.languages.createDiagnosticCollection('newsmark');
  const told: Told = new Map();
  // A message may be answered long after its article was closed: then no other one is meant by that.
  const find = (uri: unknown) => (uri instanceof vscode.Uri ? articles.get(uri) : articles.active);
  return vscode.Disposable.from(
    problems,
    articles.onDidChange(({ article, event }) => {
      if (event === 'sidecar') {
        list(problems, files, article).catch((error: unknown) => log.error('Problems of the sidecar:', error));
        tellOnce(told, article);
      }
      if (event === 'closed') {
        problems.delete(article.sidecar);
        told.delete(article.uri.toString());
      }
    }),
    articles.onDidSync(({ article, synced }) => {
      if (synced.conflicts.length > 0) tellConflicts(article, synced.conflicts);
      if (!synced.vanished) return;
      offerRestore(articles, article, synced.vanished).catch((error: unknown) =>
        log.error('The removed sidecar:', error),
      );
    }),
    vscode.commands.registerCommand(COMMANDS.openSidecar, (uri?: unknown) => onOpen(find(uri), openSidecar)),
    vscode.commands.registerCommand(COMMANDS.setSidecarAside, (uri?: unknown) => onOpen(find(uri), setAside)),
  );
}

async function list(problems: vscode.DiagnosticCollection, files: Files, article: OpenArticle): Promise<void> {
  const { sidecarState: state } = article.session;
  if (state.kind !== 'broken') {
    problems.delete(article.sidecar);
    return;
  }
  const text = Text.of((await textIn(files, article.sidecar)) ?? '');
  problems.set(
    article.sidecar,
    state.problems.map((problem) => {
      const diagnostic = new vscode.Diagnostic(toRange(text, problem), problem.message);
      diagnostic.source = 'Newsmark';
      return diagnostic;
    }),
  );
}

/** A file's text; of one that holds no text there is nothing to show a place in. */
function textIn(files: Files, uri: vscode.Uri): Promise<string | undefined> {
  return files.read(uri.toString()).catch((error: unknown) => {
    if (error instanceof NotTextError) return undefined;
    throw error;
  });
}

/** By article: what its person was told, and whether decisions were waiting then. */
type Told = Map<string, { readonly message: string; readonly wasWaiting: boolean }>;

/** Says what is wrong once, and again only when it is something else; and when waiting decisions are written at last. */
function tellOnce(told: Told, article: OpenArticle): void {
  const key = article.uri.toString();
  const message = troubleOf(article);
  const before = told.get(key);
  if (before?.message === message) return;
  const { hasUnsaved } = article.session;
  if (message) {
    told.set(key, { message, wasWaiting: hasUnsaved });
    void offerHelp(article, message);
    return;
  }
  told.delete(key);
  if (before?.wasWaiting && !hasUnsaved)
    void vscode.window.showInformationMessage(t('Your decisions are written to {0} now.', fileNameOf(article.sidecar)));
}

/** Does something about the sidecar of an article, which has to be open for it. */
async function onOpen(article: OpenArticle | undefined, act: (article: OpenArticle) => Promise<void>): Promise<void> {
  if (article) await act(article);
  else say(t('Its article is not open. Open it, and try again.'));
}

async function openSidecar(article: OpenArticle): Promise<void> {
  try {
    await vscode.window.showTextDocument(article.sidecar, { viewColumn: vscode.ViewColumn.Beside });
  } catch {
    void vscode.window.showInformationMessage(t('There is no sidecar yet: it is made with the first decision.'));
  }
}

/** Gives a sidecar that can't be read another name, so that work can go on; the file itself is not touched. */
async function setAside(article: OpenArticle): Promise<void> {
  const name = fileNameOf(article.sidecar);
  // It may have been mended since the person was told.
  const { state } = await article.session.sync();
  if (state.kind !== 'broken') return say(t('{0} is not broken, and stays where it is.', name));
  const stamp = new Date().toISOString().replace(/[:.]/g, '-');
  const aside = article.sidecar.with({
    path: article.sidecar.path.replace(/\.newsmark\.json$/, `.newsmark.broken-${stamp}.json`),
  });
  try {
    await vscode.workspace.fs.rename(article.sidecar, aside, { overwrite: false });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    void vscode.window.showErrorMessage(t('{0} could not be set aside: {1}', name, reason));
    return;
  }
  article.sync();
  void vscode.window.showInformationMessage(t('The old sidecar is now {0}.', fileNameOf(aside)));
}

/** Somebody else decided otherwise at the same time: both decisions are in the sidecar, for a person to settle. */
function tellConflicts(article: OpenArticle, conflicts: readonly MergeConflict[]): void {
  const { annotations } = article.session.set;
  const words = conflicts.flatMap(({ ours }) =>
    annotations.filter(({ id }) => id === ours).map(({ quote }) => `“${quote}”`),
  );
  const about = `${[...new Set(words)].slice(0, 3).join(', ')}${words.length > 3 ? ' …' : ''}`;
  const name = fileNameOf(article.sidecar);
  const message =
    about === ''
      ? t('Somebody else decided otherwise in {0}. Both decisions are kept there.', name)
      : t('Somebody else decided otherwise in {0} about {1}. Both decisions are kept there.', name, about);
  void vscode.window.showWarningMessage(message, t('Open It')).then((action) => {
    if (action) void openSidecar(article);
  });
}

/** How long a sidecar may be away while another program puts a new one in its place, in milliseconds. */
const AWAY = 2_000;

/** The sidecar of an open article was removed by somebody else: that may have been meant, or not. */
async function offerRestore(articles: OpenArticles, article: OpenArticle, vanished: AnnotationSet): Promise<void> {
  const lost = { text: article.session.text.value, set: vanished };
  await pause(AWAY);
  const isBack = article.session.set.annotations.length > 0;
  if (isBack || !(await isThere(article.uri))) return;
  const count = vanished.annotations.length;
  const restore = t('Restore It');
  const name = fileNameOf(article.sidecar);
  const message =
    count === 1
      ? t('{0} was removed outside the editor, and with it 1 decision.', name)
      : t('{0} was removed outside the editor, and with it {1} decisions.', name, count);
  if ((await vscode.window.showWarningMessage(message, restore)) !== restore) return;
  // The person may have gone on writing, or have closed the article and opened it again.
  const present = articles.get(article.uri) ?? article;
  const { text, set } = present.session;
  carryOut(present, restored(lost, { text: text.value, set }, t('Restore {0} decisions', count)));
}

async function isThere(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}
