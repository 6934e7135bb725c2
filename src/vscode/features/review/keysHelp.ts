import * as vscode from 'vscode';
import type { LabelSet } from '../../../core/annotation/labelSet';
import { LABEL_KEYS, REVIEW_KEYS, type ReviewKey } from '../../../core/review/reviewKeys';

/** Shows what each key of review mode does, those of an article's labels among them. @returns the one that the person picked from the list, to be done at once */
export async function showKeys(set: LabelSet): Promise<ReviewKey | undefined> {
  const keys = REVIEW_KEYS.map((key) => ({ label: key.shown, description: key.title, key }));
  const labels = set.labels
    .filter(({ key }) => LABEL_KEYS.includes(key))
    .map((label) => ({
      label: label.key.toUpperCase(),
      description: `$(${label.icon}) ${label.title} (with Shift: all mentions of the entity, or everywhere in the article)`,
      key: undefined,
    }));
  const separator = { label: 'Labels', kind: vscode.QuickPickItemKind.Separator, key: undefined };
  const picked = await vscode.window.showQuickPick([...keys, separator, ...labels], {
    title: 'Keys of review mode',
    placeHolder: 'What a key does',
    matchOnDescription: true,
  });
  return picked?.key;
}
