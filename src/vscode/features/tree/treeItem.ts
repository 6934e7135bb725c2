import * as vscode from 'vscode';
import type { Entity } from '../../../core/annotation/annotation';
import type { Label } from '../../../core/annotation/labels';
import { linksInWords } from '../../../core/curation/links';
import { t } from '../../../core/l10n';
import { isDisputed } from '../../../core/mentions/decide';
import { joinedInWords } from '../../../core/mentions/joinedInWords';
import type { Mention } from '../../../core/mentions/mention';
import type { EntityRow, GroupRow, LabelRow, OrphanRow, RelationRow, SectionRow } from '../../../core/tree/row';
import { undecidedIn } from '../../../core/tree/rowsOf';
import { valueInWords } from '../../../core/values/valueInWords';
import { toRange } from '../../adapt/position';
import type { OpenArticles } from '../../articles/openArticles';
import { COMMANDS } from '../../contributions';
import { drawnIcon } from './drawnIcon';
import type { ArticleRow, MentionRow, Row, TreeArticle } from './treeRow';

/** What tells a row from all others, and lasts through refreshes. */
export function idOf(row: Row): string {
  return row.kind === 'article' ? row.id : `${row.article.uri.toString()} ${row.id}`;
}

/** How a row looks. Rows of articles that are not open can't be decided on. */
export function treeItemOf(row: Row, articles: OpenArticles): vscode.TreeItem {
  const item = lookOf(row);
  if (row.kind === 'article' || articles.get(row.article.uri)) return item;
  item.contextValue = 'closed';
  if (row.kind === 'mention') item.command = openAt(row);
  else delete item.command;
  return item;
}

function lookOf(row: Row): vscode.TreeItem {
  switch (row.kind) {
    case 'article':
      return articleItem(row);
    case 'label':
      return labelItem(row);
    case 'group':
      return groupItem(row);
    case 'entity':
      return entityItem(row);
    case 'mention':
      return mentionItem(row);
    case 'relation':
      return relationItem(row);
    case 'section':
      return sectionItem(row);
    case 'orphan':
      return orphanItem(row);
  }
}

const { Collapsed, Expanded, None } = vscode.TreeItemCollapsibleState;

function labelItem(row: LabelRow<TreeArticle>): vscode.TreeItem {
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

function articleItem({ uri, open, isFilled }: ArticleRow): vscode.TreeItem {
  const item = new vscode.TreeItem(uri, isFilled ? Collapsed : None);
  // The Explorer's own icon, name and badge.
  item.iconPath = vscode.ThemeIcon.File;
  const undecided = open?.session.counts.pressing ?? 0;
  const folder = vscode.workspace.asRelativePath(uri).split('/').slice(0, -1).join('/');
  const parts = [folder, undecided > 0 ? t('{0} undecided', undecided) : ''];
  item.description = parts.filter((part) => part !== '').join(' · ');
  item.contextValue = 'article';
  item.command = { command: 'vscode.open', title: t('Open article'), arguments: [uri] };
  return item;
}

function groupItem(row: GroupRow<TreeArticle>): vscode.TreeItem {
  const titles = {
    undecided: t('Undecided'),
    accepted: t('Accepted'),
    annotator: row.name || t('Decided without a name'),
  };
  const icons = { undecided: 'circle-outline', accepted: 'pass-filled', annotator: 'account' };
  const item = new vscode.TreeItem(titles[row.group], Expanded);
  item.iconPath = new vscode.ThemeIcon(icons[row.group]);
  item.description = `${row.mentions.length}`;
  item.contextValue = 'label';
  item.accessibilityInformation = { label: `${titles[row.group]}, ${mentionsOf(row.mentions.length)}` };
  return item;
}

function entityItem(row: EntityRow<TreeArticle>): vscode.TreeItem {
  const name = row.name || t('Speaker not named');
  const item = new vscode.TreeItem(name, Collapsed);
  const undecided = undecidedIn(row);
  const record = row.article.session.set.entities.find(({ id }) => id === row.mentions[0]?.entity);
  const value = row.mentions[0]?.value;
  item.iconPath = iconOf(undecided > 0 ? 'circle-outline' : 'pass-filled', row.label);
  item.description = [`${row.mentions.length}`, ...(value === undefined ? [] : [valueInWords(value)])].join(' · ');
  item.contextValue = undecided > 0 ? 'entity.suggested' : 'entity.decided';
  const [first] = row.mentions;
  if (first) item.command = goTo(row, first);
  if (record) item.tooltip = knownOf(record);
  item.accessibilityInformation = {
    label: [
      `${row.label.title} ${name}`,
      mentionsOf(row.mentions.length),
      undecided > 0 ? t('{0} undecided', undecided) : t('decided'),
      ...(record?.note ? [t('Note: {0}', record.note)] : []),
    ].join(', '),
  };
  return item;
}

/** What the sidecar knows of an entity; its words are shown as they are. */
function knownOf({ name, aliases = [], links, note }: Entity): vscode.MarkdownString {
  const tooltip = new vscode.MarkdownString().appendText(name);
  const others = aliases.filter((alias) => alias !== name);
  if (others.length > 0) tooltip.appendMarkdown('\n\n').appendText(t('Also called {0}', others.join(', ')));
  if (links) tooltip.appendMarkdown('\n\n').appendText(linksInWords(links));
  if (note) tooltip.appendMarkdown('\n\n').appendText(note);
  return tooltip;
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
    row.children.length > 0 ? Collapsed : None,
  );
  const label = article.session.labels.of(mention.label);
  const isOpen = mention.annotation !== undefined && isDisputed(mention.annotation);
  item.iconPath = iconOf(isOpen ? 'warning' : STATUS_ICONS[mention.status], label);
  const value = isUnderEntity || mention.value === undefined ? [] : [valueInWords(mention.value)];
  const note = mention.annotation?.note ? [t('Note: {0}', mention.annotation.note.replace(/\s+/g, ' '))] : [];
  const doubt = isOpen ? [t('disputed')] : [];
  item.description = [...doubt, ...value, t('line {0}', line + 1), ...note].join(' · ');
  item.tooltip = tooltipOf(mention, label, text.line(line));
  item.contextValue = `mention.${mention.status}`;
  item.command = goTo(row, mention);
  item.accessibilityInformation = {
    label: [
      `${label.title} ${mention.text}`,
      ...value,
      STATUS_WORDS[mention.status](),
      ...doubt,
      t('line {0}', line + 1),
      ...note,
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
  const joined = joinedInWords(mention);
  if (joined !== undefined) tooltip.appendMarkdown('\n\n').appendText(joined);
  if (mention.value !== undefined) tooltip.appendMarkdown('\n\n').appendText(valueInWords(mention.value));
  if (mention.speaker) tooltip.appendMarkdown('\n\n').appendText(t('Said by {0}', mention.speaker.name));
  if (mention.annotation?.note) tooltip.appendMarkdown('\n\n').appendText(mention.annotation.note);
  return tooltip.appendMarkdown('\n\n').appendText(line.length > 400 ? `${line.slice(0, 400)}…` : line);
}

function relationItem(row: RelationRow<TreeArticle>): vscode.TreeItem {
  const { relation, isOutgoing, other } = row.end;
  const words = other.text.replace(/\s+/g, ' ');
  const item = new vscode.TreeItem(`${relation.type}: ${words}`, None);
  item.iconPath = new vscode.ThemeIcon(isOutgoing ? 'arrow-right' : 'arrow-left');
  item.contextValue = 'relation';
  item.command = goTo(row, other);
  item.accessibilityInformation = {
    label: isOutgoing
      ? t('Relation {0} to {1}', relation.type, words)
      : t('Relation {0} from {1}', relation.type, words),
  };
  return item;
}

function sectionItem(row: SectionRow<TreeArticle>): vscode.TreeItem {
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

function orphanItem({ annotation, article }: OrphanRow<TreeArticle>): vscode.TreeItem {
  const item = new vscode.TreeItem(annotation.quote.replace(/\s+/g, ' '), None);
  const label = article.session.labels.of(annotation.label);
  const doubt = isDisputed(annotation) ? [t('disputed')] : [];
  item.iconPath = iconOf('debug-disconnect', label);
  item.description = [...doubt, label.title].join(' · ');
  item.contextValue = 'orphan';
  item.accessibilityInformation = {
    label: [`${label.title} ${annotation.quote}`, ...doubt, t('not in the text')].join(', '),
  };
  return item;
}

function goTo(row: { readonly article: TreeArticle }, mention: Mention): vscode.Command {
  return {
    command: COMMANDS.goToMention,
    title: t('Go to mention'),
    arguments: [{ uri: row.article.uri.toString(), keys: [mention.key] }],
  };
}

/** The mention's words in an article that has to be opened first. */
function openAt({ article, mention }: MentionRow): vscode.Command {
  const selection = toRange(article.session.text, mention);
  return { command: 'vscode.open', title: t('Open article'), arguments: [article.uri, { selection }] };
}

/** An icon in the label's color. The editor colors icons by theme colors alone, so own colors are drawn. */
function iconOf(icon: string, { color, colors }: Label): vscode.TreeItem['iconPath'] & object {
  if (!colors) return new vscode.ThemeIcon(icon, new vscode.ThemeColor(`newsmark.${color}`));
  return { light: drawnIcon(icon, colors.light), dark: drawnIcon(icon, colors.dark) };
}

function mentionsOf(count: number): string {
  return count === 1 ? t('1 mention') : t('{0} mentions', count);
}
