import * as vscode from 'vscode';
import { ONTONOTES } from '../../core/annotation/labelSet';
import { t } from '../../core/l10n';
import { settingsFor } from '../adapt/settings';
import { COMMANDS } from '../contributions';
import type { Services } from '../services';

/** The command that shows or hides labels; the choice is a setting, so it lasts and can be shared. */
export function registerLabelChoice({ articles, labels }: Services): vscode.Disposable {
  return vscode.commands.registerCommand(COMMANDS.chooseLabels, async () => {
    const resource = vscode.window.activeTextEditor?.document.uri ?? articles.active?.uri;
    const set = resource ? labels.of(resource) : ONTONOTES;
    const hidden = new Set(settingsFor(resource).hiddenLabels);
    const items = set.labels.map((label) => ({
      id: label.id,
      label: `$(${label.icon}) ${label.plural}`,
      description: label.id,
      picked: !hidden.has(label.id),
    }));
    const picked = await vscode.window.showQuickPick(items, { title: t('Highlighted labels'), canPickMany: true });
    if (!picked) return;
    const shown = new Set(picked.map((item) => item.id));
    const unlisted = [...hidden].filter((id) => !set.has(id));
    const value = [...set.labels.filter((label) => !shown.has(label.id)).map((label) => label.id), ...unlisted];
    const section = vscode.workspace.getConfiguration('newsmark', resource ?? null);
    await section.update('hiddenLabels', value, targetOf(section.inspect('hiddenLabels')));
  });
}

/** Where a choice counts: with the folder, where that says otherwise than the workspace, else with the workspace. */
function targetOf(present: { readonly workspaceFolderValue?: unknown } | undefined): vscode.ConfigurationTarget {
  const { Global, Workspace, WorkspaceFolder } = vscode.ConfigurationTarget;
  if (present?.workspaceFolderValue !== undefined) return WorkspaceFolder;
  return vscode.workspace.workspaceFolders === undefined ? Global : Workspace;
}
