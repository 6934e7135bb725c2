import type { IndexedArticle } from '../corpus/indexedArticle';
import { type Collector, type Corpus, type Finding, headingOf, kindsOf, MOST_FINDINGS, placeOf } from './collector';
import { type Day, readDay } from './day';
import { type OverTime, TimeCount } from './timeCount';

/** So much of the dates is on the axis: an article names a few years of long ago beside what it is about. */
const MOST = 0.8;

/** A date that something happened on, or will. */
export interface DatedFinding extends Finding {
  readonly day: Day;
}

/** Gathers the dates of a corpus that have a place in the calendar. */
export class DatedCollector implements Collector {
  readonly #corpus: Corpus;
  readonly #time = new TimeCount();
  readonly #found: DatedFinding[] = [];
  #total = 0;

  constructor(corpus: Corpus) {
    this.#corpus = corpus;
  }

  add(article: IndexedArticle): void {
    const { isDate } = kindsOf(this.#corpus.labels);
    const heading = headingOf(article);
    for (const mention of article.mentions) {
      const day = mention.value !== undefined && isDate(mention.label) ? readDay(mention.value) : undefined;
      if (!day) continue;
      this.#total++;
      this.#time.add(day, placeOf(article, mention));
      if (this.#found.length < MOST_FINDINGS) this.#found.push({ article: heading, mention, day });
    }
  }

  get found(): readonly DatedFinding[] {
    return this.#found;
  }

  get total(): number {
    return this.#total;
  }

  get overTime(): OverTime {
    return this.#time.overTime(MOST);
  }
}
