/** How often each pair, or each one, of some categories came. */
export type Counts = ReadonlyMap<string, number>;

const SEPARATOR = '\u0000';

/** A key for two categories. */
export function pairKey(a: string, b: string): string {
  return `${a}${SEPARATOR}${b}`;
}

/** How often two raters gave which categories to the same item. */
export function confusion(a: readonly string[], b: readonly string[]): Counts {
  const counts = new Map<string, number>();
  for (const [index, category] of a.entries()) increase(counts, pairKey(category, b[index] ?? ''), 1);
  return counts;
}

/** Sums of counts, key by key. */
export function summed(all: readonly Counts[]): Counts {
  const counts = new Map<string, number>();
  for (const each of all) for (const [key, count] of each) increase(counts, key, count);
  return counts;
}

function increase(counts: Map<string, number>, key: string, by: number): void {
  counts.set(key, (counts.get(key) ?? 0) + by);
}

/**
 * Cohen's kappa of two raters (Cohen 1960): agreement beyond what their own frequencies of categories bring by chance.
 * @param pairs how often which categories met, by `pairKey`
 * @returns NaN where both use one and the same category throughout, or there is nothing
 */
export function cohensKappa(pairs: Counts): number {
  const [first, second] = [new Map<string, number>(), new Map<string, number>()];
  let total = 0;
  let same = 0;
  for (const [key, count] of pairs) {
    const [a = '', b = ''] = key.split(SEPARATOR);
    increase(first, a, count);
    increase(second, b, count);
    total += count;
    if (a === b) same += count;
  }
  let chance = 0;
  for (const [category, count] of first) chance += count * (second.get(category) ?? 0);
  const expected = chance / total ** 2;
  return (same / total - expected) / (1 - expected);
}

/** What Fleiss' kappa needs to know of some items; sums of it are what it needs of all of them. */
export interface FleissTally {
  readonly items: number;
  readonly raters: number;
  /** Sum over items of the share of agreeing pairs of raters. */
  readonly agreement: number;
  readonly categories: Counts;
}

/** @param ratings for each item, the categories that its raters gave; as many for every item, and two at least */
export function fleissTally(ratings: readonly (readonly string[])[]): FleissTally {
  const categories = new Map<string, number>();
  let agreement = 0;
  const raters = ratings[0]?.length ?? 0;
  for (const item of ratings) {
    const own = new Map<string, number>();
    for (const category of item) increase(own, category, 1);
    let pairs = 0;
    for (const [category, count] of own) {
      pairs += count * (count - 1);
      increase(categories, category, count);
    }
    agreement += pairs / (raters * (raters - 1));
  }
  return { items: ratings.length, raters, agreement, categories };
}

/**
 * Fleiss' kappa of any number of raters (Fleiss 1971), all of whom have rated each item.
 * @returns NaN where one category is all there is, or there is nothing
 */
export function fleissKappa(tallies: readonly FleissTally[]): number {
  const items = tallies.reduce((sum, tally) => sum + tally.items, 0);
  const agreement = tallies.reduce((sum, tally) => sum + tally.agreement, 0) / items;
  const categories = summed(tallies.map((tally) => tally.categories));
  const total = [...categories.values()].reduce((sum, count) => sum + count, 0);
  const expected = [...categories.values()].reduce((sum, count) => sum + (count / total) ** 2, 0);
  return (agreement - expected) / (1 - expected);
}

/** The coincidences of categories within items, as Krippendorff counts them: each item weighs as its number of ratings. */
export function coincidences(ratings: readonly (readonly string[])[]): Counts {
  const counts = new Map<string, number>();
  for (const item of ratings) {
    if (item.length < 2) continue;
    const own = new Map<string, number>();
    for (const category of item) increase(own, category, 1);
    for (const [a, many] of own)
      for (const [b, others] of own) {
        const pairs = a === b ? many * (many - 1) : many * others;
        if (pairs > 0) increase(counts, pairKey(a, b), pairs / (item.length - 1));
      }
  }
  return counts;
}

/**
 * Krippendorff's alpha for nominal data (Krippendorff 2011, “Computing Krippendorff's Alpha-Reliability”); ratings may be
 * missing.
 * @param pairs coincidences, by `pairKey`
 * @returns NaN where one category is all there is, or there is nothing
 */
export function nominalAlpha(pairs: Counts): number {
  const categories = new Map<string, number>();
  let total = 0;
  let same = 0;
  for (const [key, count] of pairs) {
    const [a = '', b = ''] = key.split(SEPARATOR);
    increase(categories, a, count);
    total += count;
    if (a === b) same += count;
  }
  const expected = [...categories.values()].reduce((sum, count) => sum + count * (count - 1), 0);
  return ((total - 1) * same - expected) / (total * (total - 1) - expected);
}
