import type * as vscode from 'vscode';
import { alikeTo } from '../../../core/curation/alike';
import { entityGroups, groupOf } from '../../../core/curation/entityGroup';
import { addressed } from '../../../core/curation/links';
import { t } from '../../../core/l10n';
import type { Mention } from '../../../core/mentions/mention';
import { likenessInWords } from '../../articles/likeness';
import type { OpenArticle } from '../../articles/openArticle';
import { COMMANDS } from '../../contributions';
import { appendLink } from './appendLink';
import { commandUri } from './commandUri';

/** How many entities that may be the same one are offered. */
const MOST_ALIKE = 2;

/** What the sidecar knows of the entity: links, aliases, a note; and which others may be the same. */
export function appendEntity(card: vscode.MarkdownString, { session, uri }: OpenArticle, mention: Mention): void {
  const record = session.set.entities.find(({ id }) => id === mention.entity);
  const links = addressed(record?.links);
  if (links.length > 0) card.appendMarkdown('\n\n$(link) ');
  links.forEach(({ base, id, address }, index) => {
    if (index > 0) card.appendMarkdown(' · ');
    appendLink(card, base === 'wikidata' || base === 'wikipedia' ? `${base} ${id}` : base, address);
  });
  const others = (record?.aliases ?? []).filter((alias) => alias !== mention.name);
  if (others.length > 0) card.appendMarkdown('  \n').appendText(t('Also called {0}', others.join(', ')));
  if (record?.note) card.appendMarkdown('\n\n$(note) ').appendText(record.note);
  if (session.labels.of(mention.label).group !== 'entity') return;
  const groups = entityGroups(session.mentions);
  const alike = alikeTo(groupOf(session.mentions, mention), groups, session.set.entities, session.labels).slice(
    0,
    MOST_ALIKE,
  );
  for (const { group, likeness } of alike) {
    const link = { uri: uri.toString(), keys: [mention.key], into: group.entity };
    card
      .appendMarkdown('\n\n$(git-merge) ')
      .appendText(
        t('May be {0} ({1}, {2}):', group.name, session.labels.of(group.label).title, likenessInWords(likeness)),
      )
      .appendMarkdown(
        ` [${t('merge')}](${commandUri(COMMANDS.mergeEntity, link)}) · [${t('not the same')}](${commandUri(COMMANDS.notSame, link)})`,
      );
  }
}
