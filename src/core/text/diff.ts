import type { Change, Replacement } from './change';
import type { Span } from './span';

/** From this length on, on both sides, a replacement is looked into for what it leaves as it was. UTF-16 code units. */
const LARGE = 40;

/** Up to this product of tokens, a gap is compared token by token; larger ones only by what stands once in each. */
const COMPARED = 40_000;

/** How often each token may be looked at; texts made to be slow to compare get a coarser answer. */
const LOOKS = 40;

/**
 * The same change in smaller steps: a replacement of a long stretch by another long one (a file read anew from the
 * disk, a format command, a paste over everything) becomes replacements of only those words that differ.
 *
 * Words that stand once on either side are matched first, in the longest order they share (patience diff, by Bram
 * Cohen); what lies between is looked into in turn, short gaps by their longest common subsequence. Time is about
 * linear in the length; it is no minimal difference, and need not be one.
 * @param before the text that the change starts from
 */
export function refined(change: Change, before: string): Change {
  return change.flatMap((replacement) => {
    const { start, end, insert } = replacement;
    if (end - start < LARGE || insert.length < LARGE) return replacement;
    return differences(before.slice(start, end), insert).map((step) => ({
      start: step.start + start,
      end: step.end + start,
      insert: step.insert,
    }));
  });
}

function differences(before: string, after: string): Replacement[] {
  const [old, now] = [tokens(before), tokens(after)];
  const matched = matches(before, old, after, now);
  const steps: Replacement[] = [];
  let [from, to] = [0, 0];
  const step = (oldEnd: number, newEnd: number) => {
    if (oldEnd > from || newEnd > to) steps.push({ start: from, end: oldEnd, insert: after.slice(to, newEnd) });
  };
  for (const [oldIndex, newIndex] of matched) {
    const [oldToken, newToken] = [old[oldIndex], now[newIndex]];
    if (!oldToken || !newToken) continue;
    step(oldToken.start, newToken.start);
    [from, to] = [oldToken.end, newToken.end];
  }
  step(before.length, after.length);
  return steps;
}

/** Words, line breaks, and what stands between; together they are the whole text. */
function tokens(text: string): Span[] {
  return [...text.matchAll(/[\p{L}\p{N}\p{M}]+|\n|[^\p{L}\p{N}\p{M}\n]/gu)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

type Pair = readonly [old: number, now: number];

interface Gap {
  readonly old: Span;
  readonly now: Span;
}

/** Tokens that are the same on both sides, rising on both. */
function matches(before: string, old: readonly Span[], after: string, now: readonly Span[]): Pair[] {
  const ids = new Map<string, number>();
  const idOf = (words: string): number => {
    const id = ids.get(words) ?? ids.size;
    ids.set(words, id);
    return id;
  };
  const a = Int32Array.from(old, ({ start, end }) => idOf(before.slice(start, end)));
  const b = Int32Array.from(now, ({ start, end }) => idOf(after.slice(start, end)));
  const found: Pair[] = [];
  const gaps: Gap[] = [{ old: { start: 0, end: a.length }, now: { start: 0, end: b.length } }];
  let budget = LOOKS * (a.length + b.length);
  for (let gap = gaps.pop(); gap && budget > 0; gap = gaps.pop()) {
    budget -= gap.old.end - gap.old.start + (gap.now.end - gap.now.start);
    const inner = trimmed(a, b, gap, found);
    const width = inner.old.end - inner.old.start;
    const height = inner.now.end - inner.now.start;
    if (width === 0 || height === 0) continue;
    const unique = longestRising(uniquePairs(a, b, inner));
    if (unique.length > 0) {
      found.push(...unique);
      gaps.push(...between(inner, unique));
    } else if (width * height <= COMPARED) found.push(...commonSubsequence(a, b, inner));
  }
  return found.sort((one, other) => one[0] - other[0]);
}

/** Matches the gap's common beginning and end; returns what is left of it. */
function trimmed(a: Int32Array, b: Int32Array, { old, now }: Gap, found: Pair[]): Gap {
  let { start, end } = old;
  let { start: from, end: to } = now;
  while (start < end && from < to && a[start] === b[from]) found.push([start++, from++]);
  while (start < end && from < to && a[end - 1] === b[to - 1]) found.push([--end, --to]);
  return { old: { start, end }, now: { start: from, end: to } };
}

/** Runs of three tokens, or where none is unique single ones, that stand once on either side of a gap. */
function uniquePairs(a: Int32Array, b: Int32Array, gap: Gap): Pair[] {
  for (const width of [3, 1]) {
    const olds = onceIn(a, gap.old, width);
    const news = onceIn(b, gap.now, width);
    const pairs: Pair[] = [];
    for (const [key, old] of olds) {
      const now = news.get(key);
      if (old >= 0 && now !== undefined && now >= 0) pairs.push([old, now]);
    }
    if (pairs.length > 0) return pairs.sort((one, other) => one[0] - other[0]);
  }
  return [];
}

/** Where runs of so many tokens stand, for those that stand once; -1 for others. */
function onceIn(ids: Int32Array, { start, end }: Span, width: number): Map<string, number> {
  const places = new Map<string, number>();
  for (let at = start; at + width <= end; at++) {
    const key = ids.subarray(at, at + width).join(' ');
    places.set(key, places.has(key) ? -1 : at);
  }
  return places;
}

/** The longest choice of pairs that rises on both sides; they come sorted by the first (patience sorting). */
function longestRising(pairs: readonly Pair[]): Pair[] {
  const tails: number[] = [];
  const previous: number[] = [];
  for (const [index, [, now]] of pairs.entries()) {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((pairs[tails[middle] ?? 0]?.[1] ?? 0) < now) low = middle + 1;
      else high = middle;
    }
    previous[index] = low > 0 ? (tails[low - 1] ?? -1) : -1;
    tails[low] = index;
  }
  const rising: Pair[] = [];
  for (let index = tails.at(-1) ?? -1; index >= 0; index = previous[index] ?? -1) {
    const pair = pairs[index];
    if (pair) rising.push(pair);
  }
  return rising.reverse();
}

function between(gap: Gap, pairs: readonly Pair[]): Gap[] {
  const gaps: Gap[] = [];
  let [old, now] = [gap.old.start, gap.now.start];
  for (const [nextOld, nextNow] of [...pairs, [gap.old.end, gap.now.end] as const]) {
    gaps.push({ old: { start: old, end: nextOld }, now: { start: now, end: nextNow } });
    [old, now] = [nextOld + 1, nextNow + 1];
  }
  return gaps;
}

/** Longest common subsequence of a small gap, by dynamic programming. */
function commonSubsequence(a: Int32Array, b: Int32Array, { old, now }: Gap): Pair[] {
  const width = now.end - now.start + 1;
  const lengths = new Uint16Array((old.end - old.start + 1) * width);
  const at = (i: number, j: number) => (i - old.start) * width + (j - now.start);
  for (let i = old.end - 1; i >= old.start; i--) {
    for (let j = now.end - 1; j >= now.start; j--) {
      const skipped = Math.max(lengths[at(i + 1, j)] ?? 0, lengths[at(i, j + 1)] ?? 0);
      lengths[at(i, j)] = a[i] === b[j] ? (lengths[at(i + 1, j + 1)] ?? 0) + 1 : skipped;
    }
  }
  const pairs: Pair[] = [];
  for (let i = old.start, j = now.start; i < old.end && j < now.end; ) {
    if (a[i] === b[j]) pairs.push([i++, j++]);
    else if ((lengths[at(i + 1, j)] ?? 0) >= (lengths[at(i, j + 1)] ?? 0)) i++;
    else j++;
  }
  return pairs;
}
