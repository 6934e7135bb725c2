import type { Inconsistency } from './consistency';

/** How many of a kind are listed: nobody reads more, and a list of all of them is slow to draw. */
export const MOST_LISTED = 1_000;

/** What is listed under one heading. */
export interface ListedFindings {
  /** Those that concern most articles. */
  readonly shown: readonly Inconsistency[];
  /** How many there are. */
  readonly total: number;
}

/** What is inconsistent, as it is listed. */
export interface SortedFindings {
  /** What nobody has dismissed, by kind; kinds of which there is nothing are absent. */
  readonly open: ReadonlyMap<Inconsistency['kind'], ListedFindings>;
  readonly dismissed: ListedFindings;
}

/** @param found those of each kind in the order in which they are listed */
export function sortFindings(
  found: readonly Inconsistency[],
  isDismissed: (finding: Inconsistency) => boolean,
): SortedFindings {
  const open = new Map<Inconsistency['kind'], Inconsistency[]>();
  const dismissed: Inconsistency[] = [];
  for (const finding of found) {
    if (isDismissed(finding)) {
      dismissed.push(finding);
      continue;
    }
    const own = open.get(finding.kind);
    if (own) own.push(finding);
    else open.set(finding.kind, [finding]);
  }
  return { open: new Map([...open].map(([kind, own]) => [kind, listed(own)])), dismissed: listed(dismissed) };
}

function listed(found: readonly Inconsistency[]): ListedFindings {
  return { shown: found.slice(0, MOST_LISTED), total: found.length };
}
