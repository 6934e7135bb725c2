import * as vscode from 'vscode';
import { t } from '../../core/l10n';
import { settingsFor } from '../adapt/settings';

/** Whether there is an index over all articles here, or will be. */
export function isIndexed(): boolean {
  return settingsFor().corpus && (vscode.workspace.workspaceFolders ?? []).length > 0;
}

/** Why there is none, and what to do. */
export function notIndexedInWords(): string {
  return t('There is no index of articles here: open a folder, and leave the setting newsmark.corpus.enabled on.');
}
