import * as vscode from 'vscode';
import type { LabelSet } from '../../../core/annotation/labelSet';
import { t } from '../../../core/l10n';
import { settingsFor } from '../../adapt/settings';
import { COMMANDS } from '../../contributions';

interface Choice extends vscode.QuickPickItem {
  readonly value: string;
}

const choice = (icon: string, label: string, value: string): Choice => ({ label: `$(${icon}) ${label}`, value });

/** The questions that lay the tree out, by their setting; the answers are settings, so they last and can be shared. */
const questions = () =>
  [
    {
      command: COMMANDS.treeScope,
      setting: 'tree.scope',
      title: t('The tree shows'),
      choices: [
        choice('file', t('This article'), 'article'),
        choice('files', t('Open articles'), 'open'),
        choice('root-folder', t('All articles of the workspace'), 'workspace'),
      ],
    },
    {
      command: COMMANDS.treeGroupBy,
      setting: 'tree.groupBy',
      title: t('Group the tree by'),
      choices: [
        choice('tag', t('Label'), 'label'),
        choice('pass', t('Status'), 'status'),
        choice('account', t('Annotator'), 'annotator'),
      ],
    },
    {
      command: COMMANDS.treeOrder,
      setting: 'tree.order',
      title: t('Order entities by'),
      choices: [
        choice('graph', t('How often they occur'), 'frequency'),
        choice('list-ordered', t('The text'), 'text'),
        choice('case-sensitive', t('Name'), 'name'),
      ],
    },
  ] as const;

/** The commands that lay the tree out: scope, grouping, order, and the labels in it. */
export function registerTreeOptions(labelsNow: () => LabelSet): vscode.Disposable {
  return vscode.Disposable.from(
    ...questions().map(({ command, setting, title, choices }) =>
      vscode.commands.registerCommand(command, async () => {
        const present = vscode.workspace.getConfiguration('newsmark').get(setting);
        const items = choices.map((each) => (each.value === present ? { ...each, description: t('now') } : each));
        const picked = await vscode.window.showQuickPick(items, { title });
        if (picked) await write(setting, picked.value);
      }),
    ),
    vscode.commands.registerCommand(COMMANDS.treeLabels, () => chooseLabels(labelsNow())),
  );
}

async function chooseLabels({ labels }: LabelSet): Promise<void> {
  const hidden = new Set(settingsFor().treeHiddenLabels);
  const items = labels.map(({ id, icon, plural }) => ({
    id,
    label: `$(${icon}) ${plural}`,
    description: id,
    picked: !hidden.has(id),
  }));
  const picked = await vscode.window.showQuickPick(items, { title: t('Labels in the tree'), canPickMany: true });
  if (!picked) return;
  const shown = new Set(picked.map(({ id }) => id));
  const listed = new Set(labels.map(({ id }) => id));
  const unlisted = [...hidden].filter((id) => !listed.has(id));
  await write('tree.hiddenLabels', [...labels.map(({ id }) => id).filter((id) => !shown.has(id)), ...unlisted]);
}

async function write(setting: string, value: unknown): Promise<void> {
  const { Workspace, Global } = vscode.ConfigurationTarget;
  const target = vscode.workspace.workspaceFolders === undefined ? Global : Workspace;
  await vscode.workspace.getConfiguration('newsmark').update(setting, value, target);
}

/**
 * Asks for the words that rows must have, and tells every letter, so that the tree follows.
 * @param told gets what was there before again, where the person thought better of it
 */
export function askFilter(present: string, told: (filter: string) => void): void {
  const input = vscode.window.createInputBox();
  input.title = t('Filter the entity tree');
  input.placeholder = t('Words of names, mentions or notes');
  input.value = present;
  let isAccepted = false;
  input.onDidChangeValue(told);
  input.onDidAccept(() => {
    isAccepted = true;
    input.hide();
  });
  input.onDidHide(() => {
    if (!isAccepted) told(present);
    input.dispose();
  });
  input.show();
}
