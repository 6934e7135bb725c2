import * as vscode from 'vscode';
import { articleFacts } from '../../core/article/articleFacts';
import { annotatedArticle, withSuggestions } from '../../core/corpus/annotatedArticle';
import type { AnnotatedArticle } from '../../core/formats/format';
import { suggestedAnnotations } from '../../core/mentions/suggestedAnnotations';
import { EMPTY_SIDECAR, type FiledSidecar } from '../../core/sidecar/filed';
import { annotatorSlug, sidecarEnding, sidecarName } from '../../core/sidecar/paths';
import { readSidecar } from '../../core/sidecar/read';
import { fileNameOf } from '../adapt/fileName';
import { filesInOrder } from '../adapt/filesInOrder';
import { statOf } from '../adapt/missing';
import { settingsFor } from '../adapt/settings';
import { isUnreadable } from '../adapt/unreadable';
import type { Services } from '../services';
import type { ArticleFile } from './workspaceArticles';

/** Which of the workspace's articles, and what of them. */
export interface WantedArticles {
  /** Files and folders; all of the workspace where there are none. */
  readonly places: readonly vscode.Uri[];
  /** Whose sidecars; '' for those without a name, and undefined for those of whoever decides in each folder. */
  readonly annotator: string | undefined;
  /** With what recognizers propose and nobody has decided on; articles without a sidecar count then too. */
  readonly isWhole: boolean;
}

/** What can't be read is told, and left out. */
export interface AnnotatedArticles {
  readonly articles: readonly AnnotatedArticle[];
  readonly troubles: readonly string[];
}

/** The articles in some places with their decisions, while a message counts them; undefined where the person stops it. */
export async function annotatedArticles(
  services: Services,
  choice: WantedArticles,
  title: string,
): Promise<AnnotatedArticles | undefined> {
  return vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title, cancellable: true },
    async (progress, cancellation) => {
      const uris = await articlesIn(services, choice, cancellation);
      if (cancellation.isCancellationRequested) return undefined;
      const articles: AnnotatedArticle[] = [];
      const troubles: string[] = [];
      const read = async (uri: vscode.Uri) =>
        cancellation.isCancellationRequested ? undefined : { uri, read: await articleAt(services, uri, choice) };
      for await (const one of filesInOrder(uris, read)) {
        if (!one) return undefined;
        progress.report({ increment: 100 / uris.length, message: vscode.workspace.asRelativePath(one.uri) });
        if (typeof one.read === 'string') troubles.push(one.read);
        else if (one.read) articles.push(one.read);
      }
      return { articles, troubles };
    },
  );
}

/** The annotators whose sidecars are beside articles of the workspace; '' for those without a name. */
export async function annotatorsIn({ workspace }: Services): Promise<string[]> {
  const articles = await workspace.list();
  const byFolder = new Map<string, vscode.Uri>();
  for (const { uri } of articles)
    byFolder.set(vscode.Uri.joinPath(uri, '..').toString(), vscode.Uri.joinPath(uri, '..'));
  const names = new Set(articles.map(({ uri }) => uri.toString()));
  const found = new Set<string>();
  for (const folder of byFolder.values()) {
    for (const [file] of await entriesOf(folder)) {
      const [, article, who = ''] = /^(.+?)(?:\.([\p{L}\p{N}_-]+))?\.newsmark\.json$/u.exec(file) ?? [];
      if (article === undefined) continue;
      const isOfNamed = who !== '' && names.has(vscode.Uri.joinPath(folder, article).toString());
      found.add(isOfNamed && sidecarEnding(file, article) !== undefined ? who : '');
    }
  }
  return [...found].sort();
}

/** The articles in the places: those named themselves, else those that have the wanted sidecar, or may be without. */
async function articlesIn(
  { workspace }: Services,
  { places, annotator, isWhole }: WantedArticles,
  cancellation: vscode.CancellationToken,
): Promise<vscode.Uri[]> {
  const listed = await workspace.list();
  const named = new Set(places.map((place) => place.toString()));
  const isWithin = (uri: vscode.Uri) =>
    places.length === 0 ||
    places.some(({ scheme, authority, path }) => {
      const folder = path.endsWith('/') ? path : `${path}/`;
      return uri.scheme === scheme && uri.authority === authority && uri.path.startsWith(folder);
    });
  const found = listed.filter(({ uri }) => named.has(uri.toString()) || isWithin(uri));
  const has = async ({ uri, hasSidecar }: ArticleFile) =>
    isUsual(uri, annotator) ? hasSidecar : (await statOf(sidecarAt(uri, annotator))) !== undefined;
  const asked = async (file: ArticleFile) => {
    const isEither = isWhole || named.has(file.uri.toString());
    return { uri: file.uri, isWanted: isEither || (!cancellation.isCancellationRequested && (await has(file))) };
  };
  const wanted: vscode.Uri[] = [];
  for await (const { uri, isWanted } of filesInOrder(found, asked)) if (isWanted) wanted.push(uri);
  return wanted;
}

async function articleAt(
  { articles, analyzer, files, choice }: Services,
  uri: vscode.Uri,
  { annotator, isWhole }: WantedArticles,
): Promise<AnnotatedArticle | string | undefined> {
  const name = vscode.workspace.asRelativePath(uri);
  const open = articles.get(uri);
  if (open && isUsual(uri, annotator)) {
    const { text, set, mentions, metadata } = open.session;
    const suggested = isWhole ? suggestedAnnotations(text.value, mentions) : [];
    const annotations = [...set.annotations, ...suggested];
    return { name, text: text.value, article: articleFacts(metadata), set: { ...set, annotations } };
  }
  try {
    const raw = open ? open.session.text.value : await files.read(uri.toString());
    if (raw === undefined || !choice.ofFile(uri, raw).isArticle) return undefined;
    const sidecar = sidecarIn(await files.read(sidecarAt(uri, annotator).toString()));
    if (typeof sidecar === 'string') return `${name}: ${sidecar}`;
    const fileName = fileNameOf(uri);
    const article = annotatedArticle({ name, fileName, raw, sidecar });
    return isWhole ? withSuggestions(article, fileName, analyzer) : article;
  } catch (error) {
    if (isUnreadable(error)) return `${name}: ${error.message}`;
    throw error;
  }
}

/** A sidecar's content, or what is wrong with it. */
function sidecarIn(raw: string | undefined): FiledSidecar | string {
  if (raw === undefined) return EMPTY_SIDECAR;
  const reading = readSidecar(raw);
  if (reading.kind === 'broken') return reading.problems[0].message;
  return reading.sidecar;
}

/** Whether an article's decisions are wanted of the one who decides about it here. */
function isUsual(article: vscode.Uri, annotator: string | undefined): boolean {
  return annotator === undefined || annotatorSlug(annotator) === annotatorSlug(settingsFor(article).annotator);
}

function sidecarAt(article: vscode.Uri, annotator = settingsFor(article).annotator): vscode.Uri {
  return vscode.Uri.joinPath(article, '..', sidecarName(fileNameOf(article), annotator));
}

/** A folder that can't be read has nothing to list. */
function entriesOf(folder: vscode.Uri): Thenable<readonly (readonly [string, vscode.FileType])[]> {
  return vscode.workspace.fs.readDirectory(folder).then(undefined, () => []);
}
