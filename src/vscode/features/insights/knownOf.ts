import * as vscode from 'vscode';
import { indexIdentity } from '../../../core/corpus/indexArticle';
import type { Description } from '../../../core/insights/profileView';
import type { EntityRef, InsightState } from '../../../core/insights/state';
import { idsOf } from '../../../core/knowledge/entityIds';
import { factsInWords } from '../../../core/knowledge/factsInWords';
import type { KnownEntity } from '../../../core/knowledge/knowledgeBase';
import { isShown } from '../../../core/mentions/mention';
import type { OpenArticle } from '../../articles/openArticle';
import type { Services } from '../../services';

/** How many facts are told. */
const MOST_FACTS = 8;

/** What the knowledge bases say of the entity whose profile is shown, where it is known which one it is. */
export async function knownOf(services: Services, { entity, article }: InsightState): Promise<Description> {
  if (!entity) return [];
  await services.knowledge.load();
  const entry = linkedEntry(services, entity, article) ?? sureEntry(services, entity);
  if (!entry) return [];
  const facts = factsInWords(entry, MOST_FACTS).map(({ title, value }) => `${title}: ${value}`);
  const what = [entry.name, entry.description].filter((words) => words !== '').join(' — ');
  return [what, ...(facts.length > 0 ? [facts.join(' · ')] : [])];
}

/** The entry of the identifier that somebody gave to the entity. */
function linkedEntry(
  { corpus, knowledge, extension }: Services,
  { key }: EntityRef,
  article: string | undefined,
): KnownEntity | undefined {
  const [base, id] = /^(\S+) (.+)$/.exec(corpus.index.entity(key)?.link ?? '')?.slice(1) ?? [];
  if (base === undefined || id === undefined) return undefined;
  const from = article === undefined ? vscode.workspace.workspaceFolders?.[0]?.uri : vscode.Uri.parse(article);
  const known = knowledge.baseFor(from ?? extension);
  return idsOf({ [base]: id })
    .map((each) => known.get(each))
    .find((entry) => entry !== undefined);
}

/** The entry that an open article is surely about where it names the entity. */
function sureEntry({ articles, corpus, knowledge }: Services, { key }: EntityRef): KnownEntity | undefined {
  const named = (article: OpenArticle) => {
    const { uri, session } = article;
    const guesses = knowledge.linksOf(article);
    const { mentions, set, labels } = session;
    const keyOf = (mention: (typeof mentions)[number]) =>
      corpus.index.keyOf(uri.toString(), indexIdentity(mention, set, labels, guesses));
    return mentions.find((mention) => isShown(mention) && !mention.quotation && keyOf(mention) === key);
  };
  for (const article of articles.all) {
    const mention = named(article);
    const entry = mention && knowledge.entryOf(article, mention);
    if (entry) return entry;
  }
  return undefined;
}
