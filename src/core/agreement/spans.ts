import { overlaps, sameSpan } from '../text/span';
import type { LabelSpan } from './rated';

/**
 * How two people's spans meet, as SemEval-2013 task 9.1 counts for entities: `strict`, same words and label; `partial`, the
 * words alone, half where they only overlap; `type`, the label alone, where the words overlap.
 */
export interface SpanTally {
  readonly first: number;
  readonly second: number;
  readonly strict: number;
  readonly partial: number;
  readonly type: number;
}

/** A span of one and the span of the other that it is held against; one may have none. */
export interface SpanPair {
  readonly first?: LabelSpan;
  readonly second?: LabelSpan;
}

/**
 * Pairs spans of two people, each with one at most: the same words and label first, then the same words, then those that
 * overlap, of the same label first and in reading order.
 */
export function pairSpans(first: readonly LabelSpan[], second: readonly LabelSpan[]): SpanPair[] {
  const taken = new Set<LabelSpan>();
  const partner = new Map<LabelSpan, LabelSpan>();
  const rules: readonly ((a: LabelSpan, b: LabelSpan) => boolean)[] = [
    (a, b) => sameSpan(a, b) && a.label === b.label,
    sameSpan,
    (a, b) => a.label === b.label,
    () => true,
  ];
  const near = neighbors(first, second);
  for (const fits of rules)
    for (const [index, span] of first.entries()) {
      if (partner.has(span)) continue;
      const other = near[index]?.find((each) => !taken.has(each) && fits(span, each));
      if (!other) continue;
      partner.set(span, other);
      taken.add(other);
    }
  const pairs = first.map((span): SpanPair => ({ first: span, ...optional(partner.get(span)) }));
  return [...pairs, ...second.filter((span) => !taken.has(span)).map((span) => ({ second: span }))];
}

function optional(second: LabelSpan | undefined): Pick<SpanPair, 'second'> {
  return second ? { second } : {};
}

/** For each span of the first, those of the second that overlap it. Both are in reading order. */
function neighbors(first: readonly LabelSpan[], second: readonly LabelSpan[]): LabelSpan[][] {
  // The furthest end so far tells where to begin looking.
  const reach: number[] = [];
  for (const { end } of second) reach.push(Math.max(end, reach.at(-1) ?? 0));
  let from = 0;
  return first.map((span) => {
    while (from < second.length && (reach[from] ?? 0) <= span.start) from++;
    const found: LabelSpan[] = [];
    for (let at = from; (second[at]?.start ?? span.end) < span.end; at++) {
      const other = second[at];
      if (other && overlaps(span, other)) found.push(other);
    }
    return found;
  });
}

export function spanTally(first: readonly LabelSpan[], second: readonly LabelSpan[]): SpanTally {
  const tally = { first: first.length, second: second.length, strict: 0, partial: 0, type: 0 };
  for (const { first: a, second: b } of pairSpans(first, second)) {
    if (!a || !b) continue;
    if (a.label === b.label) tally.type++;
    if (sameSpan(a, b) && a.label === b.label) tally.strict++;
    tally.partial += sameSpan(a, b) ? 1 : 0.5;
  }
  return tally;
}

/** The F1 of some tallies together: the same whoever is taken for right. @returns NaN where neither marked anything */
export function spanF1(tallies: readonly SpanTally[], way: 'strict' | 'partial' | 'type'): number {
  const total = tallies.reduce((sum, { first, second }) => sum + first + second, 0);
  const agreed = tallies.reduce((sum, tally) => sum + tally[way], 0);
  return total === 0 ? Number.NaN : (2 * agreed) / total;
}
