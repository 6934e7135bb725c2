import * as vscode from 'vscode';
import { t } from '../../../core/l10n';
import { fileNameOf } from '../../adapt/fileName';
import { say } from '../../adapt/say';
import type { Services } from '../../services';

/** A file that somebody asked for. */
export interface Saved {
  /** Its name without an ending. */
  readonly name: string;
  readonly ending: 'csv' | 'md' | 'svg';
  readonly content: string;
}

const KINDS = { csv: 'CSV', md: 'Markdown', svg: 'SVG' };

/** Asks where to, and writes it. */
export async function save({ files, log }: Services, { name, ending, content }: Saved): Promise<void> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  const fileName = `${name.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '') || 'newsmark'}.${ending}`;
  const target = await vscode.window.showSaveDialog({
    title: t('Save'),
    filters: { [KINDS[ending]]: [ending] },
    ...(folder && { defaultUri: vscode.Uri.joinPath(folder.uri, fileName) }),
  });
  if (!target) return;
  try {
    await files.replace(target.toString(), content);
  } catch (error) {
    log.error(`Writing ${target.toString()}:`, error);
    const reason = error instanceof Error ? error.message : String(error);
    vscode.window.showErrorMessage(t('Newsmark could not write {0}: {1}', fileNameOf(target), reason));
    return;
  }
  say(t('{0} is written.', fileNameOf(target)));
}
