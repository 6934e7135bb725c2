import * as vscode from 'vscode';
import { t } from '../../../core/l10n';
import { isShown, isUndecided, type Mark, type Mention } from '../../../core/mentions/mention';
import { sameSpan } from '../../../core/text/span';
import { toOffset, toSpan } from '../../adapt/position';
import type { OpenArticle } from '../../articles/openArticle';
import type { OpenArticles } from '../../articles/openArticles';
import { type MentionLink, mentionAt } from '../../articles/target';
import { COMMANDS } from '../../contributions';

const { QuickFix, Refactor } = vscode.CodeActionKind;

/** The light bulb: what can be done about the mention at the cursor, or with the words that are selected. */
export class MentionActions implements vscode.CodeActionProvider {
  static readonly kinds = [QuickFix, Refactor];
  readonly #articles: OpenArticles;

  constructor(articles: OpenArticles) {
    this.#articles = articles;
  }

  provideCodeActions(
    document: vscode.TextDocument,
    range: vscode.Range | vscode.Selection,
    { triggerKind }: vscode.CodeActionContext,
  ): vscode.CodeAction[] {
    const article = this.#articles.get(document.uri);
    if (!article) return [];
    const { text } = article.session;
    const span = toSpan(text, range);
    const marks = article.session.marksIn(span);
    const exact = marks.find((mark) => isShown(mark) && sameSpan(mark, span));
    const cursor = range instanceof vscode.Selection ? range.active : range.start;
    const mark = exact ?? (range.isEmpty ? mentionAt(marks, toOffset(text, cursor)) : undefined);
    if (!mark) return range.isEmpty ? [] : [action(t('Mark the selected words…'), Refactor, COMMANDS.mark)];
    // The light bulb follows the cursor: it must not wait for all that a long article mentions.
    const isAsked = triggerKind === vscode.CodeActionTriggerKind.Invoke;
    return actionsFor(article, mark, isAsked ? article.session.mentions : article.session.mentionsAtHand);
  }
}

/** @param mentions all of the article; undefined where they are not known now */
function actionsFor(
  { uri, session }: OpenArticle,
  mark: Mark,
  mentions: readonly Mention[] | undefined,
): vscode.CodeAction[] {
  const link: MentionLink = { uri: uri.toString(), keys: [mark.key] };
  const words = `“${mark.text.replace(/\s+/g, ' ').slice(0, 40)}”`;
  const isNamed = !mark.quotation;
  const mention = isNamed ? mentions?.find(({ key }) => key === mark.key) : undefined;
  const isSame = (other: Mention) => isShown(other) && other.entity === mention?.entity;
  const all = mention ? (mentions?.filter(isSame).length ?? 1) : 1;
  const { title } = session.labels.of(mark.label);
  const decide = isUndecided(mark)
    ? [
        action(t('Accept {0} as {1}', words, title), QuickFix, COMMANDS.accept, link),
        ...(mention && all > 1
          ? [action(t('Accept all {0} of {1}', all, mention.name), QuickFix, COMMANDS.acceptEntity, link)]
          : []),
        ...(isNamed && !mentions
          ? [action(t('Accept all mentions of {0}', words), QuickFix, COMMANDS.acceptEntity, link)]
          : []),
        action(t('Reject {0}', words), QuickFix, COMMANDS.reject, link),
      ]
    : [action(t('Remove the decision on {0}', words), Refactor, COMMANDS.remove, link)];
  return [
    ...decide,
    action(t('Change label…'), Refactor, COMMANDS.relabel, link),
    ...(isNamed ? [action(t('Merge entity into…'), Refactor, COMMANDS.mergeEntity, link)] : []),
    ...(isNamed && all > 1 ? [action(t('Split off its entity'), Refactor, COMMANDS.splitMention, link)] : []),
    action(t('Relate to another mention'), Refactor, COMMANDS.relate, link),
    action(t('Write a note…'), Refactor, COMMANDS.note, link),
  ];
}

function action(title: string, kind: vscode.CodeActionKind, command: string, link?: MentionLink): vscode.CodeAction {
  const made = new vscode.CodeAction(title, kind);
  made.command = { command, title, ...(link && { arguments: [link] }) };
  return made;
}
