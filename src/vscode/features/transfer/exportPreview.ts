import * as vscode from 'vscode';
import type { ExportedFiles } from '../../../core/corpus/exportFiles';
import type { Format } from '../../../core/formats/format';
import { lossInWords } from '../../../core/formats/kinds';
import { t } from '../../../core/l10n';

/** What a preview tells beside what is written. */
export interface PreviewWords {
  readonly question: string;
  readonly go: string;
  /** Lines of their own, before what the format can't hold. */
  readonly remarks: readonly string[];
  readonly troubles: readonly string[];
}

/** Says what would be written. @returns whether the person wants that */
export async function previewExport(
  format: Format,
  { parts, annotations, losses, collisions, files }: ExportedFiles,
  { question, go, remarks, troubles }: PreviewWords,
): Promise<boolean> {
  const lost = [...losses].map(([kind, number]) => lossInWords(kind, number));
  const detail = [
    t('{0} annotations, {1} files', annotations, files.size),
    ...(parts.size > 1 ? [[...parts].map(([part, own]) => `${part}: ${own}`).join(', ')] : []),
    ...remarks,
    ...(lost.length > 0 ? [t('{0} can’t hold {1}.', format.title, lost.join('; '))] : []),
    ...(collisions.length > 0 ? [t('Left out, as others have their names: {0}', shortList(collisions))] : []),
    ...(troubles.length > 0 ? [t('Can’t be read: {0}', shortList(troubles))] : []),
  ];
  return (await vscode.window.showInformationMessage(question, { modal: true, detail: detail.join('\n') }, go)) === go;
}

/** How many articles an export has. */
export function articlesIn({ parts }: ExportedFiles): number {
  return [...parts.values()].reduce((sum, own) => sum + own, 0);
}

export function shortList(items: readonly string[]): string {
  return items.slice(0, 5).join(', ') + (items.length > 5 ? ' …' : '');
}
