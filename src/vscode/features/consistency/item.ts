import * as vscode from 'vscode';
import type { Inconsistency } from '../../../core/corpus/consistency';
import type { CorpusIndex } from '../../../core/corpus/corpusIndex';
import { headingOf } from '../../../core/corpus/entityContext';
import type { FindingRow, HeadingRow } from '../../../core/corpus/findingList';
import { t } from '../../../core/l10n';
import { COMMANDS } from '../../contributions';
import { type ArticleRow, idOf, isDismissed, type MentionRow, type Row, type SideRow } from './row';
import { countsInWords, saidBy, sidesInWords, titleOf } from './words';

const { Collapsed, Expanded, None } = vscode.TreeItemCollapsibleState;

/** How a row looks. */
export function itemOf(row: Row, index: CorpusIndex): vscode.TreeItem {
  const item = lookOf(row, index);
  item.id = idOf(row);
  item.accessibilityInformation ??= { label: [item.label, item.description].filter(Boolean).join(', ') };
  return item;
}

function lookOf(row: Row, index: CorpusIndex): vscode.TreeItem {
  switch (row.kind) {
    case 'heading':
      return headingItem(row);
    case 'finding':
      return findingItem(row);
    case 'side':
      return sideItem(row);
    case 'article':
      return articleItem(row, index);
    case 'mention':
      return mentionItem(row, index);
  }
}

function headingItem({ of, findings, total }: HeadingRow): vscode.TreeItem {
  const isAside = of === 'dismissed';
  const item = new vscode.TreeItem(isAside ? t('Dismissed') : titleOf(of), isAside ? Collapsed : Expanded);
  item.description = findings.length < total ? t('{0} of {1}', findings.length, total) : String(total);
  item.contextValue = 'heading';
  return item;
}

const ICONS: Readonly<Record<Inconsistency['kind'], string>> = Object.freeze({
  'two labels': 'tag',
  'two links': 'link',
  'alike names': 'whole-word',
  'alike articles': 'files',
});

function findingItem(row: FindingRow): vscode.TreeItem {
  const { finding } = row;
  const item = new vscode.TreeItem(finding.name, Collapsed);
  item.description = sidesInWords(finding);
  item.tooltip = [finding.name, titleOf(finding.kind), item.description].join('\n');
  item.iconPath = new vscode.ThemeIcon(isDismissed(row) ? 'pass' : ICONS[finding.kind]);
  item.contextValue = isDismissed(row) ? 'dismissed' : finding.kind === 'alike articles' ? 'alike' : 'finding';
  return item;
}

function sideItem({ parent, finding, side }: SideRow): vscode.TreeItem {
  const item = new vscode.TreeItem(saidBy(finding, side), Collapsed);
  item.description = countsInWords(side);
  item.contextValue = isDismissed(parent) ? 'dismissedSide' : 'side';
  return item;
}

function articleItem(row: ArticleRow, index: CorpusIndex): vscode.TreeItem {
  const { path, mentions } = row;
  const uri = vscode.Uri.parse(path, true);
  const entry = index.entry(path);
  const file = vscode.workspace.asRelativePath(uri);
  const item = new vscode.TreeItem(entry ? headingOf(entry) : file, mentions.length > 1 ? Collapsed : None);
  item.description = mentions.length > 1 ? `${mentions.length} · ${file}` : file;
  item.tooltip = file;
  item.iconPath = vscode.ThemeIcon.File;
  item.contextValue = 'place';
  item.command = { command: COMMANDS.goToFinding, title: t('Go to it'), arguments: [row] };
  return item;
}

function mentionItem(row: MentionRow, index: CorpusIndex): vscode.TreeItem {
  const { mention, parent } = row;
  const item = new vscode.TreeItem(mention.text, None);
  const line = index.positionAt(parent.path, mention.start).line + 1;
  item.description = mention.status === 'accepted' ? t('line {0}, accepted', line) : t('line {0}', line);
  item.contextValue = 'place';
  item.command = { command: COMMANDS.goToFinding, title: t('Go to it'), arguments: [row] };
  return item;
}
