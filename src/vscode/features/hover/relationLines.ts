import type * as vscode from 'vscode';
import { relationEnds } from '../../../core/curation/relate';
import { t } from '../../../core/l10n';
import type { Mention } from '../../../core/mentions/mention';
import type { OpenArticle } from '../../articles/openArticle';
import { COMMANDS } from '../../contributions';
import { commandUri } from './commandUri';

/** How many relations are told of. */
const MOST_RELATIONS = 8;

/** The arrows that begin or end at a mention, with links to their other ends. */
export function appendRelations(card: vscode.MarkdownString, { session, uri }: OpenArticle, mention: Mention): void {
  const ends = relationEnds(session.mentions, session.set.relations)(mention);
  ends.slice(0, MOST_RELATIONS).forEach(({ relation, isOutgoing, other }, index) => {
    const words = other.text.replace(/\s+/g, ' ');
    card
      .appendMarkdown(index === 0 ? '\n\n' : '  \n')
      .appendMarkdown(isOutgoing ? '$(arrow-right) ' : '$(arrow-left) ')
      .appendText(`${relation.type}: `)
      .appendMarkdown('[')
      .appendText(words.length <= 60 ? words : `${[...words].slice(0, 59).join('')}…`)
      .appendMarkdown(`](${commandUri(COMMANDS.goToMention, { uri: uri.toString(), keys: [other.key] })}) · `)
      .appendMarkdown(
        `[${t('remove')}](${commandUri(COMMANDS.removeRelation, { uri: uri.toString(), relations: [relation.id] })})`,
      );
  });
  if (ends.length > MOST_RELATIONS)
    card.appendMarkdown(`  \n${t('and {0} more relations', ends.length - MOST_RELATIONS)}`);
}
