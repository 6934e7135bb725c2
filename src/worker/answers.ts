import { type Suggestion, type SuggestionRuns, suggestionRuns } from '../core/recognize/suggestion';
import type { Likeness } from '../core/text/spanRuns';
import type { FromWorker } from './protocol';

/**
 * Answers between two threads. What is sent is copied, and copying the suggestions of a long article takes as long as the
 * editor may be deaf several times over: so an article's next answer says only what differs from the one before, and what
 * is long goes in slices.
 */

/** An answer that both sides know: the worker by its list, the other side by runs, which the next answer shares. */
export interface Answer<Suggestions = readonly Suggestion[]> {
  readonly id: number;
  readonly suggestions: Suggestions;
}

/** So many suggestions are in a slice: some milliseconds of copying. */
const SLICE = 1_500;

/** The latest answers about some articles, those used last. */
export class LatestAnswers<Suggestions> {
  readonly #answers = new Map<string, Answer<Suggestions>>();

  get(article: string | undefined): Answer<Suggestions> | undefined {
    return article === undefined ? undefined : this.#answers.get(article);
  }

  keep(article: string | undefined, answer: Answer<Suggestions>): void {
    if (article === undefined) return;
    this.#answers.delete(article);
    this.#answers.set(article, answer);
    const [oldest] = this.#answers.keys();
    if (this.#answers.size > KEPT && oldest !== undefined) this.#answers.delete(oldest);
  }
}

/** About so many articles; a person writes in one or two at a time. */
const KEPT = 6;

/** The messages that tell an answer, in their order. @param before an answer that the other side has */
export function* messagesOf({ id, suggestions }: Answer, before: Answer | undefined): Generator<FromWorker> {
  const likeness = before && likenessOf(before.suggestions, suggestions);
  const news = likeness ? suggestions.slice(likeness.head, suggestions.length - likeness.tail) : suggestions;
  let from = 0;
  for (; news.length - from > SLICE; from += SLICE)
    yield { kind: 'part', id, suggestions: news.slice(from, from + SLICE) };
  yield { kind: 'done', id, suggestions: news.slice(from), ...(likeness && { likeness }) };
}

/** The whole of an answer that was told by its difference. */
export function wholeAnswer(
  news: SuggestionRuns,
  likeness: Likeness | undefined,
  before: Answer<SuggestionRuns> | undefined,
): SuggestionRuns {
  if (!likeness) return news;
  if (!before) throw new Error('An answer builds on one that nobody knows.');
  return before.suggestions.changed(likeness, news);
}

/** No suggestions, for more to follow. */
export const NOTHING = suggestionRuns([]);

function likenessOf(before: readonly Suggestion[], after: readonly Suggestion[]): Likeness | undefined {
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && isShifted(before[head], after[head], 0)) head++;
  const [lastBefore, lastAfter] = [before.at(-1), after.at(-1)];
  const by = lastBefore && lastAfter ? lastAfter.start - lastBefore.start : 0;
  let tail = 0;
  while (tail < most - head && isShifted(before.at(-1 - tail), after.at(-1 - tail), by)) tail++;
  return head + tail > 0 ? { head, tail, by } : undefined;
}

/** Whether two suggestions differ in nothing but in that all offsets of the second are so much further on. */
function isShifted(before: unknown, after: unknown, by: number, name?: string): boolean {
  if (typeof before === 'number' && typeof after === 'number')
    return after - before === (name === 'start' || name === 'end' ? by : 0);
  if (typeof before !== 'object' || typeof after !== 'object' || before === null || after === null)
    return before === after;
  const names = Object.keys(before);
  return (
    names.length === Object.keys(after).length &&
    names.every(
      (each) => Object.hasOwn(after, each) && isShifted(Reflect.get(before, each), Reflect.get(after, each), by, each),
    )
  );
}
