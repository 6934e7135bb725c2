import type * as vscode from 'vscode';
import { labelOf } from '../../../core/annotation/labels';
import { type EntityContext, entityContext } from '../../../core/corpus/entityContext';
import type { SameReason } from '../../../core/corpus/entityKey';
import { indexIdentity } from '../../../core/corpus/indexArticle';
import { t } from '../../../core/l10n';
import type { Mention } from '../../../core/mentions/mention';
import { valueInWords } from '../../../core/values/valueInWords';
import type { OpenArticle } from '../../articles/openArticle';
import type { Services } from '../../services';
import { appendWords } from './appendWords';
import { appendPlaces, quoted } from './elsewhere';

/** What the other articles of the workspace say of an entity: how many, since when, with whom, and where. */
export async function appendCorpus(
  card: vscode.MarkdownString,
  services: Services,
  article: OpenArticle,
  mention: Mention,
): Promise<void> {
  const { uri, session } = article;
  const { index } = services.corpus;
  const identity = indexIdentity(mention, session.set, session.labels, services.knowledge.linksOf(article));
  const context = entityContext(index, uri.toString(), identity);
  if (!context || context.entity.reason === 'article' || context.elsewhere.length === 0) return;
  appendWords(card.appendMarkdown('\n\n$(library) '), counts(context));
  const others = context.entity.names.filter((name) => name !== mention.name);
  if (others.length > 0) appendWords(card.appendMarkdown('  \n'), t('There also as {0}', others.join(', ')));
  if (context.with.length > 0) appendWords(card.appendMarkdown('  \n'), t('Together with: {0}', inWords(context.with)));
  appendPlaces(card, await quoted(services, context.elsewhere));
}

/** Who else is named, and in how many articles; of one name under two labels, those are told too. */
function inWords(companions: EntityContext['with']): string {
  const isTwice = (name: string) => companions.filter((other) => other.name === name).length > 1;
  return companions
    .map(({ name, label, articles }) => `${isTwice(name) ? `${name}, ${labelOf(label).title}` : name} (${articles})`)
    .join(' · ');
}

function counts({ entity: { articles, mentions, first, last, reason } }: EntityContext): string {
  const where = whereOf(reason, articles, mentions);
  if (first === undefined || last === undefined) return where;
  const [from, to] = [day(first), day(last)];
  return from === to ? `${where}, ${from}` : `${where}, ${t('{0} to {1}', from, to)}`;
}

function whereOf(reason: SameReason, articles: number, mentions: number): string {
  switch (reason) {
    case 'link':
      return t('In {0} articles of the workspace, {1} mentions, by the same link', articles, mentions);
    case 'base':
      return t('In {0} articles of the workspace, {1} mentions, by the knowledge base', articles, mentions);
    default:
      return t('In {0} articles of the workspace, {1} mentions, by the same name', articles, mentions);
  }
}

/** Without its weekday, which nobody asks of years of articles. */
const day = (published: string) => valueInWords(published.slice(0, 10)).replace(/^\p{L}+, /u, '');
