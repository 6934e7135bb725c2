import * as vscode from 'vscode';
import { isShown, isUndecided, type Mention } from '../../../core/mentions/mention';
import type { OpenArticle } from '../../articles/openArticle';
import type { MentionLink } from '../../articles/target';
import { COMMANDS } from '../../contributions';
import { commandUri } from './commandUri';
import { appendQuotation } from './quotationLines';
import { appendValue } from './valueLines';

/** How many of the other mentions get a link of their own. */
const MOST_LINKS = 8;

/** What a hover says of a mention. Words of the article are escaped; only the commands named here can be run from it. */
export function describeMention(article: OpenArticle, mention: Mention): vscode.MarkdownString {
  const card = new vscode.MarkdownString('', true);
  card.isTrusted = { enabledCommands: LINKED };
  const label = article.session.labels.of(mention.label);
  const title = mention.quotation ? shortened(mention.text) : oneLine(mention.name);
  card.appendMarkdown(`$(${label.icon}) **`).appendText(title).appendMarkdown('** — ').appendText(label.title);
  if (mention.value !== undefined) appendValue(card, article, mention, mention.value);
  if (mention.quotation) appendQuotation(card, article, mention, mention.quotation);
  card.appendMarkdown('\n\n').appendText(statusOf(mention));
  if (mention.annotation?.note) card.appendMarkdown('\n\n$(note) ').appendText(mention.annotation.note);
  if (!mention.quotation) appendOccurrences(card, article, mention);
  card.appendMarkdown(`\n\n${actions(article, mention).join(' · ')}`);
  return card;
}

const LINKED = [
  COMMANDS.accept,
  COMMANDS.acceptEntity,
  COMMANDS.reject,
  COMMANDS.rejectEntity,
  COMMANDS.relabel,
  COMMANDS.note,
  COMMANDS.remove,
  COMMANDS.showInTree,
  COMMANDS.goToMention,
];

function appendOccurrences(card: vscode.MarkdownString, { session, uri }: OpenArticle, mention: Mention): void {
  const all = session.mentions.filter((other) => isShown(other) && other.entity === mention.entity);
  const [first] = all;
  if (!first || all.length < 2) {
    card.appendMarkdown('\n\nOnce in this article.');
    return;
  }
  const lineOf = ({ start }: Mention) => session.text.positionAt(start).line + 1;
  card.appendMarkdown(`\n\n${all.length} times in this article, first in line ${lineOf(first)}: `);
  const others = all.filter((other) => other.key !== mention.key);
  others.slice(0, MOST_LINKS).forEach((other, index) => {
    const link: MentionLink = { uri: uri.toString(), keys: [other.key] };
    // The words are worth saying only where they are others: "Sher" for "Nathaniel Sher".
    const words = other.text === mention.text ? '' : `${oneLine(other.text)}, `;
    if (index > 0) card.appendMarkdown(' · ');
    card
      .appendMarkdown('[')
      .appendText(`${words}line ${lineOf(other)}`)
      .appendMarkdown(`](${commandUri(COMMANDS.goToMention, link)})`);
  });
  if (others.length > MOST_LINKS) card.appendMarkdown(`, and ${others.length - MOST_LINKS} more`);
}

function actions({ uri, session }: OpenArticle, mention: Mention): string[] {
  const link: MentionLink = { uri: uri.toString(), keys: [mention.key] };
  const action = (icon: string, title: string, command: string) =>
    `[$(${icon}) ${title}](${commandUri(command, link)})`;
  const all = session.mentions.filter((other) => isShown(other) && other.entity === mention.entity).length;
  const canSettle = isUndecided(mention);
  return [
    ...(canSettle ? [action('check', 'Accept', COMMANDS.accept)] : []),
    ...(canSettle && all > 1 ? [action('check-all', `Accept all ${all}`, COMMANDS.acceptEntity)] : []),
    action('close', 'Reject', COMMANDS.reject),
    action('tag', 'Change label', COMMANDS.relabel),
    action('note', 'Note', COMMANDS.note),
    ...(mention.annotation ? [action('discard', 'Remove decision', COMMANDS.remove)] : []),
    action('list-tree', 'Show in tree', COMMANDS.showInTree),
  ];
}

function statusOf({ annotation, suggestion, status }: Mention): string {
  if (!annotation)
    return `Suggested by ${suggestion?.recognizer ?? 'a recognizer'}${certainty(suggestion?.confidence)}`;
  const verb = status === 'suggested' ? 'Suggested' : annotation.source ? 'Accepted' : 'Added';
  const by = annotation.by ? ` by ${annotation.by}` : '';
  const at = annotation.at ? ` on ${annotation.at.slice(0, 10)}` : '';
  const from = annotation.source ? ` (proposed by ${annotation.source})` : '';
  return `${verb}${by}${at}${from}`;
}

function certainty(confidence: number | undefined): string {
  return confidence === undefined ? '' : `, ${Math.round(confidence * 100)} % sure`;
}

function oneLine(words: string): string {
  return words.replace(/\s+/g, ' ');
}

/** A long quotation by its beginning. */
function shortened(words: string): string {
  const line = oneLine(words);
  return line.length <= 80 ? line : `${line.slice(0, line.lastIndexOf(' ', 80))} …`;
}
