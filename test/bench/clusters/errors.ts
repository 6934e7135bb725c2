import type { GoldMention } from './gold';
import type { Clustering } from './scores';

/** Prints the pairs of different names that are wrongly together or apart, the most frequent first. */
export function printErrors(
  documents: readonly (Clustering & { readonly mentions: readonly GoldMention[] })[],
  most: number,
): void {
  const pairs = new Map<string, number>();
  for (const { gold, found, mentions } of documents) {
    const seen = new Set<string>();
    for (let one = 0; one < mentions.length; one++) {
      for (let other = one + 1; other < mentions.length; other++) {
        const isSame = gold[one] === gold[other];
        if (isSame === (found[one] === found[other])) continue;
        const [a, b] = [mentions[one], mentions[other]].map((mention) => `${mention?.text} (${mention?.type})`).sort();
        const pair = `${isSame ? 'apart   ' : 'together'}  ${a}  |  ${b}`;
        if (!seen.has(pair)) pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
        seen.add(pair);
      }
    }
  }
  for (const [pair, count] of [...pairs].sort((a, b) => b[1] - a[1]).slice(0, most)) console.log(`${count}  ${pair}`);
}
