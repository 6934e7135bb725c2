import { NumberList } from './numberList';
import { topOf } from './topOf';

/** When articles were published, by their numbers. */
export class ArticleDates {
  /** ISO 8601; empty where none is known. */
  readonly #dates: string[] = [];
  /** The days as numbers, 20240516, which are soon compared; 0 where none is known. */
  readonly #days = new NumberList();

  /** @param published the date of the article whose number comes next, ISO 8601 */
  push(published = ''): void {
    this.#dates.push(published);
    this.#days.push(dayOf(published));
  }

  /**
   * The newest of some articles first, those without a date last; of one date, those that came last first.
   * @param most how many are wanted: few of many cost no sorting
   */
  newest(articles: Uint32Array, most = Number.POSITIVE_INFINITY): readonly number[] {
    const inOrder = (a: number, b: number) => this.#compare(b, a) || b - a;
    if (most > 256) return topOf(articles, most, inOrder);
    const top: number[] = [];
    let oldest = 0;
    for (let at = 0; at < articles.length; at++) {
      const article = articles[at] ?? 0;
      // Nearly all are done with here.
      if (this.#days.at(article) < oldest) continue;
      top.splice(0, top.length, ...topOf([...top, article], most, inOrder));
      if (top.length === most) oldest = this.#days.at(top.at(-1) ?? 0);
    }
    return top;
  }

  /** The dates of the earliest and the latest of some articles, where they are known. */
  span(articles: Uint32Array): { readonly first?: string; readonly last?: string } {
    let first = -1;
    let last = -1;
    for (let at = 0; at < articles.length; at++) {
      const article = articles[at] ?? 0;
      if (this.#days.at(article) === 0) continue;
      if (first < 0 || this.#compare(article, first) < 0) first = article;
      if (last < 0 || this.#compare(article, last) > 0) last = article;
    }
    return first < 0 ? {} : { first: this.#dates[first] ?? '', last: this.#dates[last] ?? '' };
  }

  #compare(a: number, b: number): number {
    const days = this.#days.at(a) - this.#days.at(b);
    if (days !== 0) return days;
    const [one = '', other = ''] = [this.#dates[a], this.#dates[b]];
    return one === other ? 0 : one < other ? -1 : 1;
  }
}

/** The day of an ISO 8601 date as a number; 0 for none, and less where month or day is left open. */
function dayOf(date: string): number {
  const [, year, month = '00', day = '00'] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?/.exec(date) ?? [];
  return year === undefined ? 0 : Number(`${year}${month}${day}`);
}
