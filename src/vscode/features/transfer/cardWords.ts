import * as vscode from 'vscode';
import type { CardWords } from '../../../core/corpus/dataCard';
import { t } from '../../../core/l10n';
import type { Services } from '../../services';
import type { ExportChoice } from './exportChoice';

/** What the page about an export says beside its counts; undefined where none is wanted. */
export function cardWords({ labels }: Services, { card, license }: ExportChoice): CardWords | undefined {
  if (card !== 'yes') return undefined;
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  const set = folder && labels.of(folder.uri);
  return {
    title: folder?.name ?? t('News corpus'),
    ...(license !== '' && { license }),
    ...(set && { guidelineOf: (label) => (set.has(label) ? set.of(label).guideline : undefined) }),
  };
}
