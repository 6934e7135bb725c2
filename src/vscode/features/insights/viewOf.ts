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
import { t } from '../../../core/l10n';
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
  const articles = source.articlesFor(state);
  const corpus: Corpus = { labels, keyOf: keysOf(source) };
  const article = state.article === undefined ? undefined : fileNameOf(vscode.Uri.parse(state.article));
  const context: ViewContext = {
    state,
    labels,
    canGoBack,
    read: state.scope === 'corpus' ? source.read : 1,
    remarks:
      state.scope === 'corpus' && source.isOff ? [t('The index of articles is off: these are the open ones.')] : [],
    ...(article !== undefined && { article }),
  };
  const model = await modelOf(corpus, articles, context, isWanted);
  if (!model || !isWanted()) return undefined;
  const texts = await textsOf(source, pathsOfSentences(model), isWanted);
  return texts && withSentences(model, (path) => texts.get(path));
}

/** How many articles are read side by side. */
const SIDE_BY_SIDE = 16;

async function textsOf(source: InsightSource, paths: readonly string[], isWanted: () => boolean) {
  const texts = new Map<string, string | undefined>();
  for (let at = 0; at < paths.length; at += SIDE_BY_SIDE) {
    const some = paths.slice(at, at + SIDE_BY_SIDE);
    await Promise.all(some.map(async (path) => texts.set(path, await source.textOf(path))));
    if (!isWanted()) return undefined;
  }
  return texts;
}

/** Keys of entities over the corpus; folding a name takes long enough to be remembered. */
export function keysOf({ index }: InsightSource): Corpus['keyOf'] {
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
