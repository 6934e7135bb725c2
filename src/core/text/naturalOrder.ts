let collator: { compare(a: string, b: string): number } | undefined;

/**
 * The order of names as people have it: numbers by their size, accents and case last. What it takes to compare in a
 * language is loaded with the first comparison, for that takes longer than many a start.
 */
export function naturalOrder(a: string, b: string): number {
  collator ??= new Intl.Collator(undefined, { numeric: true });
  return collator.compare(a, b);
}
