import * as vscode from 'vscode';
import type { LabelSet } from '../../../core/annotation/labelSet';
import { invertOperation, type Operation } from '../../../core/annotation/operation';
import { readStructure } from '../../../core/article/structure';
import type { ClosedArticle } from '../../../core/closedArticle';
import { markPlaces, type Place, placesOf } from '../../../core/marking/everywhere';
import { shortened } from '../../../core/mentions/decide';
import { ArticleSession } from '../../../core/session';
import { SidecarStore } from '../../../core/sidecar/store';
import type { Text } from '../../../core/text/text';
import { cancellationOf } from '../../adapt/cancellation';
import { fileNameOf } from '../../adapt/fileName';
import { say } from '../../adapt/say';
import { settingsFor } from '../../adapt/settings';
import { deciderIn } from '../../articles/deciding';
import type { OpenArticle } from '../../articles/openArticle';
import { sidecarOf } from '../../articles/openArticle';
import type { Services } from '../../services';
import { type Wanted, wantedIn } from './everywhere';
import { type ListedPlace, listed, pickPlaces } from './placePick';

/** How many places a list can be looked through. */
const MOST_PLACES = 2_000;

/** One article's places, and the text that they are in. */
interface Found {
  readonly uri: vscode.Uri;
  readonly text: Text;
  readonly labels: LabelSet;
  readonly places: readonly Place[];
}

/** What was done in an article, for taking it back. */
interface Done {
  readonly uri: vscode.Uri;
  readonly text: Text;
  readonly operation: Operation;
}

interface WorkspacePlace extends vscode.QuickPickItem {
  /** Absent for the line with a file's name. */
  readonly listed?: ListedPlace;
  readonly found: Found;
}

/** Marks the words under the cursor in every article of the workspace, open or not, after showing where that is. */
export async function markInWorkspace(services: Services, label: string | undefined): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const article = editor && services.articles.get(editor.document.uri);
  if (!editor || !article) return say('Marking works in an open article.');
  const wanted = await wantedIn(editor, article, label);
  if (!wanted) return;
  const found = await search(services, wanted);
  const words = `“${shortened(wanted.words)}”`;
  const { title } = article.session.labels.of(wanted.label);
  if (!found) return;
  if (found.length === 0) return say(`${words} is marked as ${title} everywhere already.`);
  const picked = await choose(`Mark ${words} as ${title}`, found);
  if (!picked || picked.length === 0) return;
  const outcome = await markAll(services, picked, wanted);
  await tell(services, `${words} as ${title}`, outcome);
}

/** @returns undefined where the person canceled the search */
async function search(services: Services, wanted: Wanted): Promise<readonly Found[] | undefined> {
  const { articles, labels, workspace } = services;
  return vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: `Looking for “${shortened(wanted.words)}”`,
      cancellable: true,
    },
    async (progress, cancellation) => {
      const found = articles.all.map(({ uri, session }) => foundIn(uri, session, session.labels, wanted));
      let count = 0;
      for await (const { uri, article } of workspace.allClosed(cancellationOf(cancellation))) {
        progress.report({ message: `${++count} articles read` });
        if (article.text.value.includes(wanted.words)) found.push(foundIn(uri, article, labels.of(uri), wanted));
      }
      return cancellation.isCancellationRequested ? undefined : found.filter(({ places }) => places.length > 0);
    },
  );
}

function foundIn(
  uri: vscode.Uri,
  { text, mentions }: ArticleSession | ClosedArticle,
  labels: LabelSet,
  { words, label }: Wanted,
): Found {
  const { body } = readStructure(text.value);
  return { uri, text, labels, places: placesOf({ text: text.value, body, mentions, labels }, words, label) };
}

/**
 * An article's decisions without the article being open: read from its sidecar.
 * @returns undefined where there is no such article any more
 */
async function closedSession(
  { files, labels, workspace }: Services,
  uri: vscode.Uri,
): Promise<ArticleSession | undefined> {
  const article = await workspace.closed(uri);
  if (!article) return undefined;
  const store = new SidecarStore(sidecarOf(uri).toString(), { files });
  const session = new ArticleSession(article.text, fileNameOf(uri), store, settingsFor(uri).published);
  session.useLabels(labels.of(uri));
  await session.sync();
  return session;
}

async function choose(title: string, found: readonly Found[]): Promise<readonly WorkspacePlace[] | undefined> {
  const items = found.flatMap((one): WorkspacePlace[] => [
    { label: vscode.workspace.asRelativePath(one.uri), kind: vscode.QuickPickItemKind.Separator, found: one },
    ...one.places.map((place) => {
      const item = listed(one.text, place, one.labels);
      return {
        label: item.label,
        picked: !place.isInside,
        ...(item.description && { description: item.description }),
        listed: item,
        found: one,
      };
    }),
  ]);
  const places = found.reduce((sum, one) => sum + one.places.length, 0);
  const where = `${places} ${places === 1 ? 'place' : 'places'} in ${found.length} ${found.length === 1 ? 'article' : 'articles'}`;
  const limit = places > MOST_PLACES ? `, of which the first ${MOST_PLACES} are shown` : '';
  return pickPlaces(`${title}: ${where}${limit}`, items.slice(0, MOST_PLACES + found.length), () => undefined);
}

interface Outcome {
  readonly done: readonly Done[];
  readonly failed: readonly vscode.Uri[];
}

async function markAll(services: Services, picked: readonly WorkspacePlace[], { label }: Wanted): Promise<Outcome> {
  const done: Done[] = [];
  const failed: vscode.Uri[] = [];
  for (const found of new Set(picked.map((item) => item.found))) {
    const places = picked.flatMap((item) => (item.found === found && item.listed ? [item.listed.place] : []));
    const { uri, text } = found;
    const operation = await changeArticle(services, found, (session) => {
      const ground = { text: session.text.value, set: session.set, labels: session.labels };
      return markPlaces(ground, places, label, session.mentions, deciderIn(uri, session.set));
    });
    if (operation) done.push({ uri, text, operation });
    else failed.push(uri);
  }
  return { done, failed };
}

/**
 * Changes an article's decisions, be it open or not.
 * @returns what was done; undefined where the article has changed since it was read, or its sidecar can't be written
 */
async function changeArticle(
  services: Services,
  { uri, text }: Pick<Found, 'uri' | 'text'>,
  change: (session: ArticleSession) => Operation,
): Promise<Operation | undefined> {
  const open: OpenArticle | undefined = services.articles.get(uri);
  const session = open?.session ?? (await closedSession(services, uri));
  if (session?.text.value !== text.value || session.sidecarState.kind !== 'ready') return undefined;
  const operation = change(session);
  session.apply(operation);
  const { state } = await session.sync();
  return open || state.kind === 'ready' ? operation : undefined;
}

async function tell(services: Services, what: string, { done, failed }: Outcome): Promise<void> {
  const articles = done.length === 1 ? '1 article' : `${done.length} articles`;
  const places = done.reduce((sum, { operation }) => sum + operation.edits.length, 0);
  const names = failed.map((uri) => vscode.workspace.asRelativePath(uri)).join(', ');
  const trouble = failed.length > 0 ? ` It could not be written for ${names}.` : '';
  const message = `Marked ${what}: ${places === 1 ? '1 place' : `${places} places`} in ${articles}.${trouble}`;
  const show = trouble ? vscode.window.showWarningMessage : vscode.window.showInformationMessage;
  if ((await show(message, ...(done.length > 0 ? ['Undo'] : []))) !== 'Undo') return;
  const kept: vscode.Uri[] = [];
  for (const { operation, ...one } of done) {
    if (!(await changeArticle(services, one, () => invertOperation(operation)))) kept.push(one.uri);
  }
  if (kept.length === 0) return say(`Undone: ${what} in ${articles}`);
  const left = kept.map((uri) => vscode.workspace.asRelativePath(uri)).join(', ');
  void vscode.window.showWarningMessage(`It could not be taken back in ${left}: the text has changed since.`);
}
