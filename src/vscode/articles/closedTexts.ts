import type * as vscode from 'vscode';
import { LONGEST_ARTICLE } from '../../core/article/isArticle';
import { Text } from '../../core/text/text';
import { filesInOrder } from '../adapt/filesInOrder';
import { statOf } from '../adapt/missing';
import type { Services } from '../services';

/** An article of the workspace that is not open. */
export interface ClosedText {
  readonly uri: vscode.Uri;
  readonly text: Text;
}

/** More bytes than any article's text has. */
const LARGEST = LONGEST_ARTICLE * 4;

/** What looking through the workspace takes. */
type Ports = Pick<Services, 'articles' | 'workspace'>;

/** The articles of the workspace in the order of their paths, but for open ones: of those the editor has a newer text. */
export async function* closedTexts(ports: Ports, cancellation: vscode.CancellationToken): AsyncGenerator<ClosedText> {
  const listed = await ports.workspace.list(true);
  const closed = listed.filter(({ uri }) => ports.articles.get(uri) === undefined);
  const read = ({ uri }: { readonly uri: vscode.Uri }) =>
    cancellation.isCancellationRequested ? undefined : closedText(ports, uri);
  for await (const article of filesInOrder(closed, read)) {
    if (cancellation.isCancellationRequested) return;
    if (article) yield article;
  }
}

/** @returns undefined for what is no article, can't be read, or is gone */
async function closedText({ workspace }: Ports, uri: vscode.Uri): Promise<ClosedText | undefined> {
  const stats = await statOf(uri);
  const raw = stats && stats.size <= LARGEST ? await workspace.raw(uri) : undefined;
  return raw === undefined ? undefined : { uri, text: Text.of(raw) };
}
