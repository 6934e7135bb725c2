import type { CorpusIndex } from '../corpus/corpusIndex';
import type { Collector, Corpus } from './collector';
import { DatedCollector } from './dated';
import { figuresView } from './figuresView';
import { FrequencyCount } from './frequent';
import { frequentView } from './frequentView';
import { MeasuredCollector } from './measured';
import { ProfileCollector } from './profile';
import { type Description, profileView } from './profileView';
import type { InsightState } from './state';
import { timelineView } from './timelineView';
import type { ViewContext } from './viewContext';
import type { ViewModel } from './viewModel';

/** A view in the making: first its collector is shown the articles, then it can be had. */
export interface ViewMaker {
  readonly collector: Collector;
  /** @param description what is known of the entity whose profile it is */
  view(context: ViewContext, description?: Description): ViewModel;
}

/** What makes the view that a state wants. */
export function viewMaker(corpus: Corpus, { view, entity, label }: InsightState): ViewMaker {
  switch (view) {
    case 'profile': {
      const collector = new ProfileCollector(corpus, entity?.key ?? '');
      return { collector, view: (context, description) => profileView(collector, context, description) };
    }
    case 'timeline': {
      const collector = new DatedCollector(corpus);
      return { collector, view: (context) => timelineView(collector, context) };
    }
    case 'figures': {
      const collector = new MeasuredCollector(corpus, (mention) => label === undefined || mention.label === label);
      return { collector, view: (context) => figuresView(collector, context) };
    }
    case 'frequent': {
      const collector = new FrequencyCount(corpus);
      return { collector, view: (context) => frequentView(collector.frequencies, context) };
    }
  }
}

/** Keys of entities over an index; folding a name takes long enough to be remembered. */
export function keysOver(index: CorpusIndex): Corpus['keyOf'] {
  const known = new Map<string, string>();
  return ({ path }, mention) => {
    const { label, kind = '', name, link = '', guess = '', record } = mention;
    const id = `${label}\n${kind}\n${name}\n${link}\n${guess}`;
    // What somebody has told from others of its name may be of its article alone.
    if (record !== undefined) return index.keyOf(path, mention) ?? id;
    const key = known.get(id) ?? index.keyOf('', mention) ?? id;
    known.set(id, key);
    // A bare surname means somebody in its article alone.
    return key.endsWith('@') ? `${key}${path}` : key;
  };
}
