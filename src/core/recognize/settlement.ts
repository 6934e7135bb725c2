import { labelOf } from '../annotation/labels';
import { bySpan, type Span } from '../text/span';
import { resolveConflicts } from './conflicts';
import type { Place } from './placing';
import type { Suggestion } from './suggestion';

/** A paragraph of an article; `Key` is an object that stands for its words. */
export interface KnownParagraph<Key> {
  readonly span: Span;
  readonly results: Key;
}

/** What was settled in a paragraph the last time. */
interface Settled {
  readonly lists: readonly (readonly Suggestion[])[];
  /** Offsets from the paragraph's start. */
  readonly kept: readonly Suggestion[];
}

/**
 * Makes one list of what recognizers suggest, without conflicts, and remembers what it settled in each paragraph.
 * @param within for each recognizer whose suggestions stay within their paragraphs, its list for each paragraph, with offsets
 * from the paragraph's start; the same list where nothing has changed
 * @param across suggestions of the others, with offsets in the article
 * @returns suggestions sorted by place, with offsets in the article
 */
export type Settle<Key> = (
  paragraphs: readonly KnownParagraph<Key>[],
  within: readonly (readonly (readonly Suggestion[])[])[],
  across: readonly Suggestion[],
) => Suggestion[];

export function createSettlement<Key extends object>(place: Place): Settle<Key> {
  const known = new WeakMap<Key, Settled>();

  function keptIn(results: Key, lists: readonly (readonly Suggestion[])[]): readonly Suggestion[] {
    const before = known.get(results);
    if (before && lists.every((list, index) => list === before.lists[index])) return before.kept;
    const kept = resolveConflicts(lists.flat());
    known.set(results, { lists, kept });
    return kept;
  }

  return (paragraphs, within, across) => {
    const inParagraphs: Suggestion[] = [];
    paragraphs.forEach(({ span, results }, index) => {
      const kept = keptIn(
        results,
        within.map((lists) => lists[index] ?? []),
      );
      for (const suggestion of place(kept, span.start)) inParagraphs.push(suggestion);
    });
    // Quotations hold other mentions and are in conflict with none of them; anything else may be.
    const isApart = across.every(isQuotation) && !inParagraphs.some(isQuotation);
    return isApart ? merged(resolveConflicts(across), inParagraphs) : resolveConflicts([...inParagraphs, ...across]);
  };
}

const isQuotation = ({ label }: Suggestion) => labelOf(label).group === 'quotation';

/** One sorted list of two. */
function merged(some: readonly Suggestion[], others: readonly Suggestion[]): Suggestion[] {
  const all: Suggestion[] = [];
  let next = 0;
  for (const suggestion of some) {
    for (let other = others[next]; other && bySpan(other, suggestion) < 0; other = others[++next]) all.push(other);
    all.push(suggestion);
  }
  for (let other = others[next]; other; other = others[++next]) all.push(other);
  return all;
}
