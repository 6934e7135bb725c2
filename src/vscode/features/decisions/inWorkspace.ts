import * as vscode from 'vscode';
import type { LabelSet } from '../../../core/annotation/labelSet';
import { t } from '../../../core/l10n';
import { markPlaces, type Place, placesOf } from '../../../core/marking/everywhere';
import { occurrences } from '../../../core/marking/occurrences';
import { shortened } from '../../../core/mentions/decide';
import type { ArticleSession } from '../../../core/session';
import type { Text } from '../../../core/text/text';
import { filesInOrder } from '../../adapt/filesInOrder';
import { say } from '../../adapt/say';
import { changeArticles, closedSession, type Outcome, tellDone } from '../../articles/changeArticle';
import { type ClosedText, closedTexts } from '../../articles/closedTexts';
import { deciderIn } from '../../articles/deciding';
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

interface WorkspacePlace extends vscode.QuickPickItem {
  /** Absent for the line with a file's name. */
  readonly listed?: ListedPlace;
  readonly found: Found;
}

/** Marks the words under the cursor in every article of the workspace, open or not, after showing where that is. */
export async function markInWorkspace(services: Services, label: string | undefined): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const article = editor && services.articles.get(editor.document.uri);
  if (!editor || !article) return say(t('Marking works in an open article.'));
  const wanted = await wantedIn(editor, article, label);
  if (!wanted) return;
  const found = await search(services, wanted);
  const words = shortened(wanted.words);
  const { title } = article.session.labels.of(wanted.label);
  if (!found) return;
  if (found.length === 0) return say(t('“{0}” is marked as {1} everywhere already.', words, title));
  const picked = await choose(words, title, found);
  if (!picked || picked.length === 0) return;
  const outcome = await markAll(services, picked, wanted);
  await tell(services, t('“{0}” as {1}', words, title), outcome);
}

/** @returns undefined where the person canceled the search */
async function search(services: Services, { words, label }: Wanted): Promise<readonly Found[] | undefined> {
  const { articles } = services;
  return vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: t('Looking for “{0}”', shortened(words)),
      cancellable: true,
    },
    async (progress, cancellation) => {
      const found = articles.all.map((article) => ({ uri: article.uri, ...foundIn(article.session, words, label) }));
      let count = 0;
      const look = async ({ uri, text }: ClosedText): Promise<Found | undefined> => {
        if (occurrences(text.value, words).length === 0) return undefined;
        const session = await closedSession(services, { uri, text });
        return session.sidecarState.kind === 'ready' ? { uri, ...foundIn(session, words, label) } : undefined;
      };
      for await (const one of filesInOrder(closedTexts(services, cancellation), look)) {
        progress.report({ message: t('{0} articles read', ++count) });
        if (one) found.push(one);
      }
      return cancellation.isCancellationRequested ? undefined : found.filter(({ places }) => places.length > 0);
    },
  );
}

function foundIn(session: ArticleSession, words: string, label: string): Omit<Found, 'uri'> {
  const { text, structure, mentions, labels } = session;
  return { text, labels, places: placesOf(text.value, structure.body, mentions, words, label, labels) };
}

async function choose(
  words: string,
  title: string,
  found: readonly Found[],
): Promise<readonly WorkspacePlace[] | undefined> {
  const items = itemsOf(found);
  const places = found.reduce((sum, one) => sum + one.places.length, 0);
  const shown = Math.min(places, MOST_PLACES);
  const heading =
    places === 1
      ? t('Mark “{0}” as {1}: 1 place in the workspace', words, title)
      : found.length === 1
        ? t('Mark “{0}” as {1}: {2} places in 1 article', words, title, places)
        : t('Mark “{0}” as {1}: {2} places in {3} articles', words, title, places, found.length);
  const limited = shown < places ? t('{0} (the first {1} are listed)', heading, shown) : heading;
  return pickPlaces(limited, items, () => undefined);
}

/** The first places that there are, below the names of their files: as many as can be looked through. */
function itemsOf(found: readonly Found[]): readonly WorkspacePlace[] {
  let left = MOST_PLACES;
  return found.flatMap((one): WorkspacePlace[] => {
    const places = one.places.slice(0, left);
    left -= places.length;
    if (places.length === 0) return [];
    const name = vscode.workspace.asRelativePath(one.uri);
    return [
      { label: name, kind: vscode.QuickPickItemKind.Separator, found: one },
      ...places.map((place) => {
        const item = listed(one.text, place, one.labels);
        return {
          label: item.label,
          picked: !place.isInside,
          ...(item.description && { description: item.description }),
          listed: item,
          found: one,
        };
      }),
    ];
  });
}

function markAll(services: Services, picked: readonly WorkspacePlace[], { label }: Wanted): Promise<Outcome> {
  const places = new Map<Found, Place[]>();
  for (const { found, listed } of picked) {
    if (listed) places.set(found, [...(places.get(found) ?? []), listed.place]);
  }
  return changeArticles(services, places.keys(), (session, found) => {
    const ground = { text: session.text.value, set: session.set, labels: session.labels };
    const decider = deciderIn(found.uri, session.set);
    return markPlaces(ground, places.get(found) ?? [], label, session.mentions, decider);
  });
}

async function tell(services: Services, what: string, { done, failed }: Outcome): Promise<void> {
  const places = done.reduce((sum, { operation }) => sum + operation.edits.length, 0);
  const marked = t('Marked {0}: places {1}, articles {2}.', what, places, done.length);
  await tellDone(services, marked, what, { done, failed });
}
