import { bestAssignment } from './assignment';

/** Precision, recall and their harmonic mean, as fractions. */
export interface Rates {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** Clusters of one document: the key of each mention's, in the same order twice. */
export interface Clustering {
  readonly gold: readonly string[];
  readonly found: readonly string[];
}

/**
 * B-cubed (Bagga and Baldwin 1998): for each mention, how much of its found cluster is of its gold cluster, and the other
 * way round; the means over all mentions of all documents.
 */
export function bCubed(documents: readonly Clustering[]): Rates {
  let precision = 0;
  let recall = 0;
  let mentions = 0;
  for (const { gold, found } of documents) {
    const golds = membersOf(gold);
    const founds = membersOf(found);
    gold.forEach((key, index) => {
      const ours = founds.get(found[index] ?? '') ?? new Set();
      const theirs = golds.get(key) ?? new Set();
      const shared = sharedCount(ours, theirs);
      precision += shared / ours.size;
      recall += shared / theirs.size;
    });
    mentions += gold.length;
  }
  return rates(precision / mentions, recall / mentions);
}

/** Entity-based CEAF (Luo 2005) with the similarity 2|A∩B| / (|A|+|B|) under the best one-to-one assignment. */
export function ceafE(documents: readonly Clustering[]): Rates {
  let similarity = 0;
  let golds = 0;
  let founds = 0;
  for (const { gold, found } of documents) {
    const theirs = [...membersOf(gold).values()];
    const ours = [...membersOf(found).values()];
    similarity += bestAssignment(
      ours.map((own) => theirs.map((other) => (2 * sharedCount(own, other)) / (own.size + other.size))),
    );
    golds += theirs.length;
    founds += ours.length;
  }
  return rates(similarity / founds, similarity / golds);
}

function rates(precision: number, recall: number): Rates {
  return { precision, recall, f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}

function membersOf(keys: readonly string[]): Map<string, Set<number>> {
  const members = new Map<string, Set<number>>();
  keys.forEach((key, index) => {
    const own = members.get(key) ?? new Set();
    members.set(key, own.add(index));
  });
  return members;
}

function sharedCount(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  let count = 0;
  for (const member of small) if (large.has(member)) count++;
  return count;
}
