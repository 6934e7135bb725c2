import * as vscode from 'vscode';
import type { Inconsistency } from '../../../core/corpus/consistency';
import { addDismissal, DISMISSED_FILE, dismissalOf, removeDismissals } from '../../../core/corpus/dismissals';
import { t } from '../../../core/l10n';
import { say } from '../../adapt/say';
import { settingsFor } from '../../adapt/settings';
import { isUnsaved, readText } from '../../articles/folderFiles';
import type { Services } from '../../services';
import { withinFolder } from './findings';

/** Notes in the folder's file that findings are as they should be: everybody who shares the folder is spared them. */
export async function dismiss(services: Services, findings: readonly Inconsistency[]): Promise<void> {
  const at = new Date().toISOString().replace(/\.\d+Z$/, 'Z');
  for (const [folder, own] of byFolder(findings)) {
    const uri = vscode.Uri.parse(folder, true);
    const by = settingsFor(uri).annotator;
    const said = { at, ...(by !== '' && { by }) };
    const isWritten = await rewrite(services, uri, (raw) =>
      own.reduce((text, finding) => addDismissal(text, dismissalOf(finding, withinFolder(uri), said)), raw),
    );
    if (isWritten) say(own.length === 1 ? t('Dismissed: {0}', own[0]?.name ?? '') : t('{0} dismissed', own.length));
  }
}

/** Takes dismissals back, wherever they stand. */
export async function restore(services: Services, findings: readonly Inconsistency[]): Promise<void> {
  for (const { uri } of vscode.workspace.workspaceFolders ?? [])
    await rewrite(services, uri, (raw) =>
      findings.reduce((text, finding) => removeDismissals(text, finding, withinFolder(uri)), raw),
    );
}

/** Findings by the folder that they are noted in: that of their first article. */
function byFolder(findings: readonly Inconsistency[]): ReadonlyMap<string, readonly Inconsistency[]> {
  const folders = new Map<string, Inconsistency[]>();
  for (const finding of findings) {
    const [first] = finding.kind === 'alike articles' ? finding.articles : (finding.sides[0]?.articles ?? []);
    const folder = first === undefined ? undefined : vscode.workspace.getWorkspaceFolder(vscode.Uri.parse(first, true));
    if (!folder) continue;
    const key = folder.uri.toString();
    folders.set(key, [...(folders.get(key) ?? []), finding]);
  }
  return folders;
}

/** @returns whether the file says now what it should */
async function rewrite(
  { dismissals, files }: Services,
  folder: vscode.Uri,
  change: (raw: string) => string,
): Promise<boolean> {
  const uri = dismissals.uriIn(folder);
  const path = uri.toString();
  if (isUnsaved(uri)) {
    vscode.window.showWarningMessage(t('Save {0} first: it has changes that are not in the file.', DISMISSED_FILE));
    return false;
  }
  return files.exclusively(path, async () => {
    const raw = await readText(files, path);
    if (raw === '\0') {
      vscode.window.showErrorMessage(t('{0} can’t be read, so nothing is written to it.', DISMISSED_FILE));
      return false;
    }
    const text = change(raw);
    if (text !== raw) await files.replace(path, text);
    return true;
  });
}
