import * as vscode from 'vscode';
import type { LabelSet } from '../../../core/annotation/labelSet';
import type { Description } from '../../../core/insights/profileView';
import { pathsOfSentences, withSentences } from '../../../core/insights/rows';
import type { InsightState } from '../../../core/insights/state';
import type { ViewContext } from '../../../core/insights/viewContext';
import { keysOver, viewMaker } from '../../../core/insights/viewMaker';
import type { ViewModel } from '../../../core/insights/viewModel';
import { t } from '../../../core/l10n';
import { fileNameOf } from '../../adapt/fileName';
import { collect } from './collect';
import type { InsightSource } from './insightSource';

/** What a view is made for. */
export interface Wanted {
  readonly state: InsightState;
  readonly labels: LabelSet;
  /** What is known of the entity whose profile it is. */
  readonly description: Description;
  readonly canGoBack: boolean;
  /** Whether the answer is still wanted. */
  readonly isWanted: () => boolean;
}

/**
 * What a state shows, with the sentences.
 * @returns undefined where it is not wanted any more
 */
export async function viewOf(source: InsightSource, wanted: Wanted): Promise<ViewModel | undefined> {
  const { state, labels, description, canGoBack, isWanted } = wanted;
  const articles = source.articlesFor(state);
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
  const maker = viewMaker({ labels, keyOf: keysOver(source.index) }, state);
  if (!(await collect(maker.collector, articles, isWanted))) return undefined;
  const model = maker.view(context, description);
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
