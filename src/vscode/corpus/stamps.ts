import * as vscode from 'vscode';
import { type LabelSet, ONTONOTES } from '../../core/annotation/labelSet';
import type { ArticleStates } from '../../core/corpus/upkeep';
import { sidecarName } from '../../core/sidecar/paths';
import { fileNameOf } from '../adapt/fileName';
import { statOf } from '../adapt/missing';
import { settingsFor } from '../adapt/settings';
import type { LabelSets } from '../articles/labelSets';

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

/** What counts for all articles of a folder. */
interface FolderState {
  readonly annotator: string;
  readonly settings: string;
}

/**
 * Tells in which state articles are: their files, and the settings that count for them. Settings are read once for each
 * folder, so one of these is good for one look at files, and not for the next.
 */
export class Stamps implements ArticleStates {
  readonly #labels: LabelSets;
  readonly #version: string;
  readonly #folders = new Map<string, FolderState>();

  /** @param version of the program: another one may recognize other things */
  constructor(labels: LabelSets, version: string) {
    this.#labels = labels;
    this.#version = version;
  }

  /**
   * @param hasSidecar whether there is one, or may be
   * @returns undefined where there is no such file
   */
  async of(path: string, hasSidecar: boolean): Promise<string | undefined> {
    const uri = vscode.Uri.parse(path, true);
    const folder = vscode.Uri.joinPath(uri, '..');
    const { annotator, settings } = this.#stateOf(folder, uri);
    const sidecar = vscode.Uri.joinPath(folder, sidecarName(fileNameOf(uri), annotator));
    const [article, decisions] = await Promise.all([statOf(uri), hasSidecar ? statOf(sidecar) : undefined]);
    // A folder may be called as articles are.
    if (!article || (article.type & vscode.FileType.Directory) !== 0) return undefined;
    return `${article.mtime} ${article.size} ${decisions ? `${decisions.mtime} ${decisions.size}` : '-'} ${settings}`;
  }

  #stateOf(folder: vscode.Uri, uri: vscode.Uri): FolderState {
    const key = folder.toString();
    const before = this.#folders.get(key);
    if (before) return before;
    const { annotator, published } = settingsFor(uri);
    const settings = `${this.#version} ${published} ${signatureOf(this.#labels.of(uri))}`;
    const state = { annotator, settings };
    this.#folders.set(key, state);
    return state;
  }
}
