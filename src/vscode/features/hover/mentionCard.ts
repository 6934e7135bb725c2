import * as vscode from 'vscode';
import { t } from '../../../core/l10n';
import { isDisputed } from '../../../core/mentions/decide';
import { saidInWords } from '../../../core/mentions/disputes';
import { isShown, isUndecided, type Mention } from '../../../core/mentions/mention';
import type { OpenArticle } from '../../articles/openArticle';
import type { MentionLink } from '../../articles/target';
import { COMMANDS } from '../../contributions';
import type { Services } from '../../services';
import { commandUri } from './commandUri';
import { appendCorpus } from './corpusLines';
import { appendEntity } from './entityLines';
import { appendDerived, appendFigure } from './figureLines';
import { appendKnowledge } from './knowledgeLines';
import { appendQuotation, appendQuotationsElsewhere } from './quotationLines';
import { appendRelations } from './relationLines';
import { appendValue } from './valueLines';

/** How many of the other mentions get a link of their own. */
const MOST_LINKS = 8;

/**
 * What a hover says of a mention. Words of articles are escaped; only the commands named here can be run from it.
 * @param isFirst whether it is what the mouse is on, which other articles are asked about
 */
export async function describeMention(
  services: Services,
  article: OpenArticle,
  mention: Mention,
  isFirst: boolean,
): Promise<vscode.MarkdownString> {
  const card = new vscode.MarkdownString('', true);
  card.isTrusted = { enabledCommands: LINKED };
  const label = article.session.labels.of(mention.label);
  const title = mention.quotation ? shortened(mention.text) : oneLine(mention.name);
  card.appendMarkdown(`$(${label.icon}) **`).appendText(title).appendMarkdown('** — ').appendText(label.title);
  if (mention.value !== undefined) {
    appendValue(card, article, mention, mention.value);
    appendDerived(card, article, mention, mention.value);
  }
  if (mention.quotation) appendQuotation(card, article, mention, mention.quotation);
  card.appendMarkdown('\n\n').appendText(statusOf(mention));
  for (const said of mention.annotation?.conflicts ?? [])
    card.appendMarkdown('\n\n$(warning) ').appendText(saidInWords(said, article.session.set));
  if (mention.annotation?.note) card.appendMarkdown('\n\n$(note) ').appendText(mention.annotation.note);
  appendRelations(card, article, mention);
  if (!mention.quotation) {
    appendOccurrences(card, article, mention);
    appendKnowledge(card, article, mention, services.knowledge);
    appendEntity(card, article, mention);
  }
  if (isFirst) await appendOthers(card, services, article, mention);
  card.appendMarkdown(`\n\n${actions(article, mention).join(' · ')}`);
  return card;
}

/** What other articles have of the same. */
async function appendOthers(
  card: vscode.MarkdownString,
  services: Services,
  article: OpenArticle,
  mention: Mention,
): Promise<void> {
  const { group } = article.session.labels.of(mention.label);
  if (group === 'entity') await appendCorpus(card, services, article, mention);
  if (group === 'figure') appendFigure(card, services, article, mention);
  if (mention.quotation) await appendQuotationsElsewhere(card, services, article, mention);
}

const LINKED = [
  COMMANDS.accept,
  COMMANDS.acceptEntity,
  COMMANDS.reject,
  COMMANDS.rejectEntity,
  COMMANDS.relabel,
  COMMANDS.note,
  COMMANDS.mergeEntity,
  COMMANDS.notSame,
  COMMANDS.removeRelation,
  COMMANDS.remove,
  COMMANDS.showInTree,
  COMMANDS.showProfile,
  COMMANDS.goToMention,
  COMMANDS.settleDispute,
  COMMANDS.chooseLink,
  COMMANDS.openEntry,
];

function appendOccurrences(card: vscode.MarkdownString, { session, uri }: OpenArticle, mention: Mention): void {
  const all = session.mentions.filter((other) => isShown(other) && other.entity === mention.entity);
  const [first] = all;
  if (!first || all.length < 2) {
    card.appendMarkdown(`\n\n${t('Once in this article.')}`);
    return;
  }
  const lineOf = ({ start }: Mention) => session.text.positionAt(start).line + 1;
  card.appendMarkdown(`\n\n${t('{0} times in this article, first in line {1}:', all.length, lineOf(first))} `);
  const others = all.filter((other) => other.key !== mention.key);
  others.slice(0, MOST_LINKS).forEach((other, index) => {
    const link: MentionLink = { uri: uri.toString(), keys: [other.key] };
    // The words are worth saying only where they are others: "Sher" for "Nathaniel Sher".
    const words = other.text === mention.text ? '' : `${oneLine(other.text)}, `;
    if (index > 0) card.appendMarkdown(' · ');
    card
      .appendMarkdown('[')
      .appendText(`${words}${t('line {0}', lineOf(other))}`)
      .appendMarkdown(`](${commandUri(COMMANDS.goToMention, link)})`);
  });
  if (others.length > MOST_LINKS) card.appendMarkdown(t(', and {0} more', others.length - MOST_LINKS));
}

function actions({ uri, session }: OpenArticle, mention: Mention): string[] {
  const link: MentionLink = { uri: uri.toString(), keys: [mention.key] };
  const action = (icon: string, title: string, command: string) =>
    `[$(${icon}) ${title}](${commandUri(command, link)})`;
  const all = session.mentions.filter((other) => isShown(other) && other.entity === mention.entity).length;
  const canSettle = isUndecided(mention);
  const isName = session.labels.of(mention.label).group === 'entity';
  const isOpen = mention.annotation !== undefined && isDisputed(mention.annotation);
  return [
    ...(isOpen ? [action('git-compare', t('Settle…'), COMMANDS.settleDispute)] : []),
    ...(canSettle ? [action('check', t('Accept'), COMMANDS.accept)] : []),
    ...(canSettle && all > 1 ? [action('check-all', t('Accept all {0}', all), COMMANDS.acceptEntity)] : []),
    action('close', t('Reject'), COMMANDS.reject),
    action('tag', t('Change label'), COMMANDS.relabel),
    action('note', t('Note'), COMMANDS.note),
    ...(mention.annotation ? [action('discard', t('Remove decision'), COMMANDS.remove)] : []),
    action('list-tree', t('Show in tree'), COMMANDS.showInTree),
    ...(isName ? [action('graph', t('Profile'), COMMANDS.showProfile)] : []),
  ];
}

function statusOf({ annotation, suggestion, status }: Mention): string {
  if (!annotation) {
    const by = suggestion?.recognizer ?? '?';
    const { confidence } = suggestion ?? {};
    return confidence === undefined
      ? t('Suggested by {0}', by)
      : t('Suggested by {0}, {1} % sure', by, Math.round(confidence * 100));
  }
  return [
    status === 'suggested' ? t('Suggested') : annotation.source ? t('Accepted') : t('Added'),
    ...(annotation.by ? [t('by {0}', annotation.by)] : []),
    ...(annotation.at ? [t('on {0}', annotation.at.slice(0, 10))] : []),
    ...(annotation.source ? [t('(proposed by {0})', annotation.source)] : []),
  ].join(' ');
}

function oneLine(words: string): string {
  return words.replace(/\s+/g, ' ');
}

/** A long quotation by its beginning. */
function shortened(words: string): string {
  const line = oneLine(words);
  return line.length <= 80 ? line : `${line.slice(0, line.lastIndexOf(' ', 80))} …`;
}
