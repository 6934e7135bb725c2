import { type LabelSet, ONTONOTES } from '../annotation/labelSet';
import type { Mention } from '../mentions/mention';
import { overlaps, type Span, sameSpan } from '../text/span';

/** How many labels are worth a place above the others. */
const MOST = 3;

/**
 * The labels that some words may well get, the likeliest first: what they have here, what the same words have elsewhere
 * in the article, what names that share a word with them have, and what stands around them; then what they look like.
 * @param mentions those of the article, rejected ones included
 * @param span the words' place
 * @param labels those to choose from
 */
export function likelyLabels(
  mentions: readonly Mention[],
  span: Span,
  words: string,
  labels: LabelSet = ONTONOTES,
): readonly string[] {
  const shown = mentions.filter((mention) => mention.status !== 'rejected');
  const lower = words.toLowerCase();
  const here = mentions.filter((mention) => sameSpan(mention, span));
  const alike = mostFrequent(shown.filter((mention) => mention.text.toLowerCase() === lower));
  const parts = new Set(namesIn(words));
  const related = mostFrequent(
    shown.filter(
      (mention) => labels.of(mention.label).group === 'entity' && namesIn(mention.text).some((part) => parts.has(part)),
    ),
  );
  const touching = shown.filter((mention) => overlaps(mention, span) && !sameSpan(mention, span));
  const found = [
    ...here.filter(({ status }) => status !== 'rejected').map(({ label }) => label),
    ...alike,
    ...related,
    ...touching.map(({ label }) => label),
    ...looksLike(words, labels),
    ...here.map(({ label }) => label),
  ];
  return [...new Set(found)].slice(0, MOST);
}

/** The labels of some mentions, the one that most of them have first. */
function mostFrequent(mentions: readonly Mention[]): string[] {
  const counts = new Map<string, number>();
  for (const { label } of mentions) counts.set(label, (counts.get(label) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a).map(([label]) => label);
}

/** The words of a name that tell something: those with a capital. */
function namesIn(words: string): string[] {
  return words.match(/\p{Lu}[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

const SHAPES: readonly (readonly [RegExp, string])[] = [
  [/^["“«„]/u, 'QUOTATION'],
  [/\p{Sc}|\b(?:dollars?|euros?|pounds?|yuan|rubles?)\b/iu, 'MONEY'],
  [/%|\bper ?cent\b/i, 'PERCENT'],
  [/\b(?:19|20)\d\d\b|\b(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sep|Oct|Nov|Dec)[a-z]*\b|day\b/, 'DATE'],
  [/^\d+(?:st|nd|rd|th)$/i, 'ORDINAL'],
  [/^[\d.,]+$/, 'CARDINAL'],
  [/^[\d.,]+[\s-]\p{L}/u, 'QUANTITY'],
  [/\b(?:University|Institute|Ministry|Party|Bank|Council|Inc|Corp|Group|Agency|Committee|Center|Centre)\b/, 'ORG'],
  [/^\p{Lu}{2,}$/u, 'ORG'],
  [/^\p{Lu}[\p{L}’'-]+ \p{Lu}[\p{L}’'-]+$/u, 'PERSON'],
];

/** What words are, by their looks alone, as far as there is a label for it. */
function looksLike(words: string, labels: LabelSet): string[] {
  return SHAPES.flatMap(([shape, kind]) => (shape.test(words) ? (labels.suggestedAs(kind) ?? []) : []));
}
