import * as vscode from 'vscode';
import type { LabelSet } from '../../../core/annotation/labelSet';
import { t, tabled } from '../../../core/l10n';
import { LABEL_KEYS, REVIEW_KEYS, type ReviewKey } from '../../../core/review/reviewKeys';

/** Shows what each key of review mode does. @returns the one that the person picked from the list, to be done at once */
export async function showKeys({ labels }: LabelSet): Promise<ReviewKey | undefined> {
  const keys = REVIEW_KEYS.map((key) => ({ label: key.shown, description: tabled(key.title), key }));
  const letters = labels
    .filter(({ key }) => LABEL_KEYS.includes(key))
    .map((label) => ({
      label: label.key.toUpperCase(),
      description: t(
        '{0} (with Shift: for the whole entity, or everywhere in the article)',
        `$(${label.icon}) ${label.title}`,
      ),
      key: undefined,
    }));
  const separator = { label: t('Labels'), kind: vscode.QuickPickItemKind.Separator, key: undefined };
  const picked = await vscode.window.showQuickPick([...keys, separator, ...letters], {
    title: t('Keys of review mode'),
    placeHolder: t('What a key does'),
    matchOnDescription: true,
  });
  return picked?.key;
}
