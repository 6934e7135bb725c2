import * as vscode from 'vscode';
import type { LabelSet } from '../../../core/annotation/labelSet';
import type { Label } from '../../../core/annotation/labels';
import { t } from '../../../core/l10n';

interface LabelItem extends vscode.QuickPickItem {
  readonly id?: string;
}

/**
 * Asks for a label.
 * @param likeliest ids to offer first, the likeliest at the top
 * @returns the label's id; undefined where the person thought better of it
 */
export async function pickLabel(
  title: string,
  { labels }: LabelSet,
  likeliest: readonly string[],
): Promise<string | undefined> {
  const first = likeliest.flatMap((id) => labels.filter((label) => label.id === id));
  const others = labels.filter((label) => !likeliest.includes(label.id));
  const separator: LabelItem = { label: '', kind: vscode.QuickPickItemKind.Separator };
  const items = [...first.map(itemOf), ...(first.length > 0 ? [separator] : []), ...others.map(itemOf)];
  const picked = await vscode.window.showQuickPick(items, {
    title,
    placeHolder: t('Label'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return picked?.id;
}

function itemOf(label: Label): LabelItem {
  return {
    id: label.id,
    label: `$(${label.icon}) ${label.title}`,
    description: label.key ? `${label.id} · ${t('key {0}', label.key)}` : label.id,
    detail: firstSentence(label.guideline),
  };
}

/** A guideline's first line as a list can show it: Markdown's own marks left out. */
function firstSentence(guideline: string): string {
  const line = guideline.split('\n').find((words) => words.trim() !== '') ?? '';
  return line.replace(/^[#>\s-]+/, '').replace(/[*_`]+|!?\[|\]\([^)]*\)/g, '');
}
