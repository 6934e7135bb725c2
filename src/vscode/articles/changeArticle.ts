import * as vscode from 'vscode';
import { invertOperation, isIdle, type Operation } from '../../core/annotation/operation';
import { t } from '../../core/l10n';
import type { Lanes } from '../../core/lanes';
import type { Files } from '../../core/ports';
import { ArticleSession } from '../../core/session';
import { SidecarStore } from '../../core/sidecar/store';
import type { Text } from '../../core/text/text';
import { fileNameOf } from '../adapt/fileName';
import { filesInOrder } from '../adapt/filesInOrder';
import { say } from '../adapt/say';
import { settingsFor } from '../adapt/settings';
import type { LabelSets } from './labelSets';
import { sidecarOf } from './openArticle';
import type { OpenArticles } from './openArticles';

/** What changing articles that need not be open takes. */
export interface ChangePorts {
  readonly articles: OpenArticles;
  readonly files: Files;
  readonly labels: LabelSets;
  /** Two changes of one article that is not open are made one after the other: each reads its sidecar anew. */
  readonly lanes: Lanes;
}

/** An article, and the text that a change of its decisions was thought out for. */
export interface ChangedArticle {
  readonly uri: vscode.Uri;
  readonly text: Text;
}

/** What was done in an article, for taking it back. */
export interface Done extends ChangedArticle {
  readonly operation: Operation;
}

/** An article's decisions without the article being open: read from its sidecar. */
export async function closedSession(
  { files, labels }: ChangePorts,
  { uri, text }: ChangedArticle,
): Promise<ArticleSession> {
  const store = new SidecarStore(sidecarOf(uri).toString(), { files });
  const session = new ArticleSession(text, fileNameOf(uri), store, settingsFor(uri).published);
  session.useLabels(labels.of(uri));
  await session.sync();
  return session;
}

/**
 * Changes an article's decisions, be it open or not.
 * @returns what was done; undefined where the article has changed since it was read, or its sidecar can't be written
 */
export async function changeArticle(
  ports: ChangePorts,
  article: ChangedArticle,
  change: (session: ArticleSession) => Operation,
): Promise<Operation | undefined> {
  return ports.lanes.run(article.uri.toString(), async () => {
    const closed = ports.articles.get(article.uri) ? undefined : await closedSession(ports, article);
    const open = ports.articles.get(article.uri);
    // Somebody who opened it meanwhile has not read its sidecar yet.
    if (closed) await open?.session.sync();
    const session = open?.session ?? closed;
    if (!session) return undefined;
    if (session.text.value !== article.text.value || session.sidecarState.kind !== 'ready') return undefined;
    const operation = change(session);
    if (isIdle(operation)) return operation;
    session.apply(operation);
    const { state } = await session.sync();
    return open || state.kind === 'ready' ? operation : undefined;
  });
}

/** What was done in several articles, and where it could not be. */
export interface Outcome {
  readonly done: readonly Done[];
  /** Articles that could not be written. */
  readonly failed: readonly vscode.Uri[];
}

/**
 * Changes the decisions of several articles, each one once, be they open or not.
 * @param onDone told after each how many are done
 */
export async function changeArticles<A extends ChangedArticle>(
  ports: ChangePorts,
  articles: Iterable<A>,
  change: (session: ArticleSession, article: A) => Operation,
  onDone: (count: number) => void = () => undefined,
): Promise<Outcome> {
  const done: Done[] = [];
  const failed: vscode.Uri[] = [];
  const changed = async (article: A) => {
    const operation = await changeArticle(ports, article, (session) => change(session, article));
    return { uri: article.uri, text: article.text, operation };
  };
  for await (const { uri, text, operation } of filesInOrder(articles, changed)) {
    if (operation) done.push({ uri, text, operation });
    else failed.push(uri);
    onDone(done.length + failed.length);
  }
  return { done, failed };
}

/** Says what was done in several articles, and takes it back where the person wants that. @returns whether it is */
export async function tellDone(
  ports: ChangePorts,
  message: string,
  what: string,
  { done, failed }: Outcome,
): Promise<boolean> {
  const names = failed.map((uri) => vscode.workspace.asRelativePath(uri)).join(', ');
  const whole = names === '' ? message : `${message} ${t('It could not be written for {0}.', names)}`;
  const undo = t('Undo');
  const show = names === '' ? vscode.window.showInformationMessage : vscode.window.showWarningMessage;
  if ((await show(whole, ...(done.length > 0 ? [undo] : []))) !== undo) return false;
  await takeBack(ports, what, done);
  return true;
}

/** Takes back what was done in several articles, and says so; what has changed since stays. */
export async function takeBack(ports: ChangePorts, what: string, done: readonly Done[]): Promise<void> {
  const { failed } = await changeArticles(ports, done, (_, { operation }) => invertOperation(operation));
  if (failed.length === 0) return say(t('Undone: {0}', what));
  const left = failed.map((uri) => vscode.workspace.asRelativePath(uri)).join(', ');
  void vscode.window.showWarningMessage(t('It could not be taken back in {0}: the text has changed since.', left));
}
