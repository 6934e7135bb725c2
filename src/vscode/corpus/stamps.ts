import * as vscode from 'vscode';
import { type LabelSet, ONTONOTES } from '../../core/annotation/labelSet';
import { settingsFor } from '../adapt/settings';
import type { LabelSets } from '../articles/labelSets';
import { sidecarOf } from '../articles/openArticle';

const known = new WeakMap<LabelSet, string>();

/** What tells one set of labels from another in a stamp. */
function signatureOf(labels: LabelSet): string {
  if (labels === ONTONOTES) return '';
  const before = known.get(labels);
  if (before !== undefined) return before;
  const signature = labels.labels.map(({ id, group, covers }) => `${id}:${group}:${covers.join('+')}`).join();
  known.set(labels, signature);
  return signature;
}

/**
 * The state that an index entry of an article is made from: its files, and the settings that count for it.
 * @param hasSidecar whether there is one, where that is known
 * @param version of the program: another one may recognize other things
 * @returns undefined where there is no such file
 */
export async function stampOf(
  uri: vscode.Uri,
  labels: LabelSets,
  version: string,
  hasSidecar = true,
): Promise<string | undefined> {
  const article = await stat(uri);
  if (!article) return undefined;
  const sidecar = hasSidecar ? await stat(sidecarOf(uri)) : undefined;
  const { published } = settingsFor(uri);
  const files = `${article.mtime} ${article.size} ${sidecar ? `${sidecar.mtime} ${sidecar.size}` : '-'}`;
  return `${files} ${version} ${published} ${signatureOf(labels.of(uri))}`;
}

async function stat(uri: vscode.Uri): Promise<vscode.FileStat | undefined> {
  return vscode.workspace.fs.stat(uri).then(undefined, () => undefined);
}
