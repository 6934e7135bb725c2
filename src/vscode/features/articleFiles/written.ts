import type * as vscode from 'vscode';
import { withinPatience } from '../../adapt/patience';
import type { OpenArticles } from '../../articles/openArticles';

/** How long a sidecar that is being written is waited for, in milliseconds. */
const PATIENCE = 3_000;

/**
 * Waits until decisions just made are in their sidecars: the first one makes a file, which has to go where its article
 * goes.
 * @param files articles, or folders of some
 */
export async function written(articles: OpenArticles, files: readonly vscode.Uri[]): Promise<void> {
  const meant = articles.all.filter(({ uri }) => files.some((file) => `${uri}/`.startsWith(`${file}/`)));
  await withinPatience(Promise.all(meant.map(({ session }) => session.sync())), PATIENCE);
}
