import * as vscode from 'vscode';
import type { LabelSet } from '../../../core/annotation/labelSet';
import type { IndexedArticle } from '../../../core/corpus/indexedArticle';
import type { Corpus } from '../../../core/insights/collector';
import { DatedCollector } from '../../../core/insights/dated';
import { figuresView } from '../../../core/insights/figuresView';
import { FrequencyCount } from '../../../core/insights/frequent';
import { frequentView } from '../../../core/insights/frequentView';
import { MeasuredCollector } from '../../../core/insights/measured';
import { ProfileCollector } from '../../../core/insights/profile';
import { profileView } from '../../../core/insights/profileView';
import { pathsOfSentences, withSentences } from '../../../core/insights/rows';
import type { InsightState } from '../../../core/insights/state';
import { timelineView } from '../../../core/insights/timelineView';
import type { ViewContext } from '../../../core/insights/viewContext';
import type { ViewModel } from '../../../core/insights/viewModel';
import { fileNameOf } from '../../adapt/fileName';
import { collect } from './collect';
import type { InsightSource } from './insightSource';

/** What a view is made for. */
export interface Wanted {
  readonly state: InsightState;
  readonly labels: LabelSet;
  readonly canGoBack: boolean;
  /** Whether the answer is still wanted. */
  readonly isWanted: () => boolean;
}

/**
 * What a state shows, with the sentences.
 * @returns undefined where it is not wanted any more
 */
export async function viewOf(source: InsightSource, wanted: Wanted): Promise<ViewModel | undefined> {
  const { state, labels, canGoBack, isWanted } = wanted;
  const articles = await articlesOf(source, state);
  const corpus: Corpus = { labels, keyOf: keysOf(source) };
  const article = state.article === undefined ? undefined : fileNameOf(vscode.Uri.parse(state.article));
  const context: ViewContext = {
    state,
    labels,
    canGoBack,
    read: state.scope === 'corpus' ? source.read : 1,
    ...(article !== undefined && { article }),
  };
  const model = await modelOf(corpus, articles, context, isWanted);
  if (!model || !isWanted()) return undefined;
  const texts = new Map<string, string | undefined>();
  for (const path of pathsOfSentences(model)) {
    texts.set(path, await source.textOf(path));
    if (!isWanted()) return undefined;
  }
  return withSentences(model, (path) => texts.get(path));
}

async function articlesOf(source: InsightSource, { scope, article, view, entity }: InsightState) {
  if (scope === 'article') {
    const found = article === undefined ? undefined : await source.article(article);
    return found ? [found] : [];
  }
  source.takeOpen();
  source.readAll();
  const { index } = source;
  if (view !== 'profile' || !entity) return index.articles();
  return index.articlesOf(entity.key).flatMap(({ path }) => index.article(path) ?? []);
}

/** Keys of entities over the corpus; folding a name takes long enough to be remembered. */
function keysOf({ index }: InsightSource): Corpus['keyOf'] {
  const known = new Map<string, string>();
  return (article: IndexedArticle, mention) => {
    const { label, kind = '', name, link = '' } = mention;
    const id = `${label}\n${kind}\n${name}\n${link}`;
    const key = known.get(id) ?? index.keyOf('', mention) ?? id;
    known.set(id, key);
    // A bare surname means somebody in its article alone.
    return key.endsWith('@') ? `${key}${article.path}` : key;
  };
}

async function modelOf(
  corpus: Corpus,
  articles: Iterable<IndexedArticle>,
  context: ViewContext,
  isWanted: () => boolean,
): Promise<ViewModel | undefined> {
  const { view, entity, label } = context.state;
  switch (view) {
    case 'profile': {
      const profile = new ProfileCollector(corpus, entity?.key ?? '');
      return (await collect(profile, articles, isWanted)) ? profileView(profile, context) : undefined;
    }
    case 'timeline': {
      const dated = new DatedCollector(corpus);
      return (await collect(dated, articles, isWanted)) ? timelineView(dated, context) : undefined;
    }
    case 'figures': {
      const measured = new MeasuredCollector(corpus, (mention) => label === undefined || mention.label === label);
      return (await collect(measured, articles, isWanted)) ? figuresView(measured, context) : undefined;
    }
    case 'frequent': {
      const count = new FrequencyCount(corpus);
      return (await collect(count, articles, isWanted)) ? frequentView(count.frequencies, context) : undefined;
    }
  }
}
