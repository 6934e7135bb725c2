import type * as vscode from 'vscode';
import { addressed } from '../../../core/curation/links';
import { placeOfDemonym } from '../../../core/knowledge/demonyms';
import { linksTo } from '../../../core/knowledge/entityIds';
import { factsInWords } from '../../../core/knowledge/factsInWords';
import { t } from '../../../core/l10n';
import { joinedInWords } from '../../../core/mentions/joinedInWords';
import type { Mention } from '../../../core/mentions/mention';
import type { Knowledge } from '../../articles/knowledge';
import type { OpenArticle } from '../../articles/openArticle';
import { COMMANDS } from '../../contributions';
import { appendLink } from './appendLink';
import { commandUri } from './commandUri';

/** How many facts are told; the entry itself has them all. */
const MOST_FACTS = 5;

/** What the knowledge base says of a mention's entity, where it is known which one it is; else, which ones it may be. */
export function appendKnowledge(
  card: vscode.MarkdownString,
  article: OpenArticle,
  mention: Mention,
  knowledge: Knowledge,
): void {
  const joined = joinedInWords(mention);
  if (joined !== undefined) card.appendMarkdown('\n\n$(link) ').appendText(joined);
  appendDemonym(card, article, mention, knowledge);
  const guess = knowledge.linksOf(article).get(mention.entity);
  if (!guess) return;
  const link = { uri: article.uri.toString(), keys: [mention.key] };
  const choose = `[${t('which one?')}](${commandUri(COMMANDS.chooseLink, link)})`;
  if (!guess.isSure) {
    card.appendMarkdown('\n\n$(book) ').appendText(calledSo(guess.candidates.length)).appendMarkdown(` ${choose}`);
    return;
  }
  const { entry } = guess.candidates[0];
  card.appendMarkdown('\n\n$(book) **').appendText(entry.name).appendMarkdown('**');
  if (entry.description !== '') card.appendText(` — ${entry.description}`);
  const facts = factsInWords(entry, MOST_FACTS).map(({ title, value }) => `${title}: ${value}`);
  if (facts.length > 0) card.appendMarkdown('  \n').appendText(facts.join(' · '));
  card.appendMarkdown('  \n');
  if (!guess.isDecided) card.appendText(`${t('Suggested link')}: `);
  card.appendMarkdown(`[${t('entry')}](${commandUri(COMMANDS.openEntry, { entry: entry.id })})`);
  if (guess.isDecided) return;
  const [page] = addressed(linksTo(entry));
  // What a person linked stands with the entity's other links.
  if (page) appendLink(card.appendMarkdown(' · '), `${page.base} ${page.id}`, page.address);
  const accept = commandUri(COMMANDS.chooseLink, { ...link, entry: entry.id });
  card.appendMarkdown(` · [${t('accept this link')}](${accept}) · ${choose}`);
}

function calledSo(count: number): string {
  return count === 1
    ? t('One entry of the knowledge base is called so, but may not be meant:')
    : t('{0} entries of the knowledge base are called so:', count);
}

/** "Chinese" is no place, but of one. */
function appendDemonym(
  card: vscode.MarkdownString,
  { session, uri }: OpenArticle,
  { label, name }: Mention,
  knowledge: Knowledge,
): void {
  if (!session.labels.covers(label, 'NORP')) return;
  const place = placeOfDemonym(knowledge.baseFor(uri), name);
  if (!place) return;
  card
    .appendMarkdown('\n\n$(globe) ')
    .appendText(t('Of {0}: {1}', place.name, place.description))
    .appendMarkdown(` · [${t('entry')}](${commandUri(COMMANDS.openEntry, { entry: place.id })})`);
}
