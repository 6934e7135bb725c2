import * as vscode from 'vscode';
import type { Label } from '../../../core/annotation/labels';
import { t } from '../../../core/l10n';
import type { Mention } from '../../../core/mentions/mention';
import { valueInWords } from '../../../core/values/valueInWords';
import { COMMANDS } from '../../contributions';
import { drawnIcon } from './drawnIcon';
import {
  type EntityRow,
  type LabelRow,
  type MentionRow,
  type OrphanRow,
  type Row,
  type SectionRow,
  undecidedIn,
} from './rows';

/** How a row looks. */
export function treeItemOf(row: Row): vscode.TreeItem {
  const item = lookOf(row);
  item.id = `${row.article.uri.toString()} ${row.id}`;
  return item;
}

function lookOf(row: Row): vscode.TreeItem {
  switch (row.kind) {
    case 'label':
      return labelItem(row);
    case 'entity':
      return entityItem(row);
    case 'mention':
      return mentionItem(row);
    case 'section':
      return sectionItem(row);
    case 'orphan':
      return orphanItem(row);
  }
}

const { Collapsed, Expanded, None } = vscode.TreeItemCollapsibleState;

function labelItem(row: LabelRow): vscode.TreeItem {
  const item = new vscode.TreeItem(row.label.plural, row.label.group === 'entity' ? Expanded : Collapsed);
  const undecided = undecidedIn(row);
  item.iconPath = iconOf(row.label.icon, row.label);
  item.description =
    undecided > 0 ? `${row.mentions.length} · ${t('{0} undecided', undecided)}` : `${row.mentions.length}`;
  item.tooltip = `${row.label.title} (${row.label.id}): ${row.label.guideline}`;
  item.contextValue = 'label';
  item.accessibilityInformation = {
    label: [row.label.plural, mentionsOf(row.mentions.length), t('{0} undecided', undecided)].join(', '),
  };
  return item;
}

function entityItem(row: EntityRow): vscode.TreeItem {
  const item = new vscode.TreeItem(row.name, Collapsed);
  const undecided = undecidedIn(row);
  const value = row.mentions[0]?.value;
  item.iconPath = iconOf(undecided > 0 ? 'circle-outline' : 'pass-filled', row.label);
  item.description = [`${row.mentions.length}`, ...(value === undefined ? [] : [valueInWords(value)])].join(' · ');
  item.contextValue = undecided > 0 ? 'entity.suggested' : 'entity.decided';
  const [first] = row.mentions;
  if (first) item.command = goTo(row, first);
  item.accessibilityInformation = {
    label: [
      `${row.label.title} ${row.name}`,
      mentionsOf(row.mentions.length),
      undecided > 0 ? t('{0} undecided', undecided) : t('decided'),
    ].join(', '),
  };
  return item;
}

function mentionItem(row: MentionRow): vscode.TreeItem {
  const { mention, article } = row;
  const { text } = article.session;
  const { line } = text.positionAt(mention.start);
  const isUnderEntity = row.parent?.kind === 'entity';
  const item = new vscode.TreeItem(
    (isUnderEntity && !mention.quotation) || mention.status === 'rejected'
      ? contextOf(row)
      : mention.text.replace(/\s+/g, ' '),
    None,
  );
  const label = article.session.labels.of(mention.label);
  item.iconPath = iconOf(STATUS_ICONS[mention.status], label);
  const value = isUnderEntity || mention.value === undefined ? [] : [valueInWords(mention.value)];
  item.description = [...value, t('line {0}', line + 1)].join(' · ');
  item.tooltip = tooltipOf(mention, label, text.line(line));
  item.contextValue = `mention.${mention.status}`;
  item.command = goTo(row, mention);
  item.accessibilityInformation = {
    label: [
      `${label.title} ${mention.text}`,
      ...value,
      STATUS_WORDS[mention.status](),
      t('line {0}', line + 1),
      text.line(line).slice(0, 200),
    ].join(', '),
  };
  return item;
}

const STATUS_WORDS = Object.freeze({
  accepted: () => t('accepted'),
  suggested: () => t('undecided'),
  rejected: () => t('rejected'),
});
const STATUS_ICONS = Object.freeze({ accepted: 'pass-filled', suggested: 'circle-outline', rejected: 'circle-slash' });

/** How much of the line stands before the mention: little, so that a narrow side bar still shows the mention. */
const LEAD = 12;

/** The mention among the words around it, its own words lit up. */
function contextOf({ mention, article }: MentionRow): vscode.TreeItemLabel {
  const { text } = article.session;
  const line = text.positionAt(mention.start).line;
  const lineStart = text.offsetAt({ line, character: 0 });
  const lineEnd = lineStart + text.line(line).length;
  const before = startOfWords(
    text.value.slice(Math.max(lineStart, mention.start - LEAD), mention.start),
    mention.start - LEAD > lineStart,
  );
  const words = mention.text.replace(/\s+/g, ' ');
  const after = text.value.slice(mention.end, Math.max(mention.end, Math.min(lineEnd, mention.end + 60)));
  return { label: `${before}${words}${after}`, highlights: [[before.length, before.length + words.length]] };
}

/** Cuts a beginning that was torn out of a longer line at a word's start. */
function startOfWords(words: string, isTorn: boolean): string {
  return isTorn ? `…${words.slice(words.indexOf(' ') + 1)}` : words;
}

function tooltipOf(mention: Mention, label: Label, line: string): vscode.MarkdownString {
  const tooltip = new vscode.MarkdownString();
  tooltip.appendText(`${label.title}: ${mention.text}`);
  if (mention.value !== undefined) tooltip.appendMarkdown('\n\n').appendText(valueInWords(mention.value));
  if (mention.speaker) tooltip.appendMarkdown('\n\n').appendText(t('Said by {0}', mention.speaker.name));
  if (mention.annotation?.note) tooltip.appendMarkdown('\n\n').appendText(mention.annotation.note);
  return tooltip.appendMarkdown('\n\n').appendText(line.length > 400 ? `${line.slice(0, 400)}…` : line);
}

function sectionItem(row: SectionRow): vscode.TreeItem {
  const isRejected = row.section === 'rejected';
  const title = isRejected ? t('Rejected') : t('Not in the text');
  const item = new vscode.TreeItem(title, Collapsed);
  item.iconPath = new vscode.ThemeIcon(isRejected ? 'circle-slash' : 'debug-disconnect');
  item.description = `${row.children.length}`;
  item.tooltip = isRejected
    ? t('Suggestions that were rejected; they do not come back by themselves.')
    : t('Annotations whose words are no longer in the article. They are kept in the sidecar.');
  item.contextValue = 'section';
  item.accessibilityInformation = { label: `${title}, ${row.children.length}` };
  return item;
}

function orphanItem({ annotation, article }: OrphanRow): vscode.TreeItem {
  const item = new vscode.TreeItem(annotation.quote.replace(/\s+/g, ' '), None);
  const label = article.session.labels.of(annotation.label);
  item.iconPath = iconOf('debug-disconnect', label);
  item.description = label.title;
  item.contextValue = 'orphan';
  item.accessibilityInformation = { label: `${label.title} ${annotation.quote}, ${t('not in the text')}` };
  return item;
}

function goTo(row: Row, mention: Mention): vscode.Command {
  return {
    command: COMMANDS.goToMention,
    title: t('Go to mention'),
    arguments: [{ uri: row.article.uri.toString(), keys: [mention.key] }],
  };
}

/** An icon in the label's color. The editor colors icons by theme colors alone, so own colors are drawn. */
function iconOf(icon: string, { color, colors }: Label): vscode.TreeItem['iconPath'] & object {
  if (!colors) return new vscode.ThemeIcon(icon, new vscode.ThemeColor(`newsmark.${color}`));
  return { light: drawnIcon(icon, colors.light), dark: drawnIcon(icon, colors.dark) };
}

function mentionsOf(count: number): string {
  return count === 1 ? t('1 mention') : t('{0} mentions', count);
}
