import type { AnnotationSet } from '../annotation/annotation';
import { tokensOf } from '../formats/tokenizers';
import { bySpan, type Span } from '../text/span';

/** A stretch of text with its label. */
export interface LabelSpan extends Span {
  readonly label: string;
}

/** An article as several people annotated it. */
export interface RatedArticle {
  readonly name: string;
  /** Length of the text in UTF-16 code units. */
  readonly length: number;
  readonly tokens: readonly Span[];
  /** What each of them marked, in reading order; undefined for one who has not seen the article. */
  readonly raters: readonly (readonly LabelSpan[] | undefined)[];
}

/** The article's text with each one's accepted annotations. */
export function ratedArticle(name: string, text: string, sets: readonly (AnnotationSet | undefined)[]): RatedArticle {
  const raters = sets.map((set) =>
    set?.annotations
      .filter(({ status, orphan, start, end }) => status === 'accepted' && !orphan && start < end)
      .map(({ start, end, label }) => ({ start, end, label }))
      .sort((a, b) => bySpan(a, b) || (a.label < b.label ? -1 : 1)),
  );
  return { name, length: text.length, tokens: tokensOf(text, 'words'), raters };
}

/** What is outside all annotations. */
export const OUTSIDE = 'O';

/** The label of each token: that of the longest annotation that touches it, or `O`. */
export function tokenLabels(tokens: readonly Span[], spans: readonly LabelSpan[]): string[] {
  const labels = new Array<string>(tokens.length).fill(OUTSIDE);
  const lengths = new Array<number>(tokens.length).fill(0);
  let first = 0;
  for (const { start, end, label } of spans) {
    while ((tokens[first]?.end ?? Number.POSITIVE_INFINITY) <= start) first++;
    for (let at = first; (tokens[at]?.start ?? end) < end; at++) {
      if (end - start <= (lengths[at] ?? 0)) continue;
      labels[at] = label;
      lengths[at] = end - start;
    }
  }
  return labels;
}
