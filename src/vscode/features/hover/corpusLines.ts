import type * as vscode from 'vscode';
import { type EntityContext, entityContext } from '../../../core/corpus/entityContext';
import { indexIdentity } from '../../../core/corpus/indexArticle';
import { t } from '../../../core/l10n';
import type { Mention } from '../../../core/mentions/mention';
import { valueInWords } from '../../../core/values/valueInWords';
import type { OpenArticle } from '../../articles/openArticle';
import type { Services } from '../../services';
import { appendPlaces, quoted } from './elsewhere';

/** What the other articles of the workspace say of an entity: how many, since when, with whom, and where. */
export async function appendCorpus(
  card: vscode.MarkdownString,
  services: Services,
  { uri, session }: OpenArticle,
  mention: Mention,
): Promise<void> {
  const { index } = services.corpus;
  const context = entityContext(index, uri.toString(), indexIdentity(mention, session.set, session.labels));
  if (!context || context.entity.reason === 'article' || context.elsewhere.length === 0) return;
  card.appendMarkdown('\n\n$(library) ').appendText(counts(context));
  const { names } = context.entity;
  if (names.length > 1)
    card
      .appendMarkdown('  \n')
      .appendText(t('There also as {0}', names.filter((name) => name !== mention.name).join(', ')));
  if (context.with.length > 0) {
    const others = context.with.map(({ name, articles }) => `${name} (${articles})`).join(' · ');
    card.appendMarkdown('  \n').appendText(t('Together with: {0}', others));
  }
  appendPlaces(card, await quoted(services, context.elsewhere));
}

function counts({ entity: { articles, mentions, first, last, reason } }: EntityContext): string {
  const where =
    reason === 'link'
      ? t('In {0} articles of the workspace, {1} mentions, by the same link', articles, mentions)
      : t('In {0} articles of the workspace, {1} mentions, by the same name', articles, mentions);
  if (first === undefined || last === undefined) return where;
  const [from, to] = [day(first), day(last)];
  return from === to ? `${where}, ${from}` : `${where}, ${t('{0} to {1}', from, to)}`;
}

const day = (published: string) => valueInWords(published.slice(0, 10));
