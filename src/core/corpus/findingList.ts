import type { Inconsistency } from './consistency';
import { findingKey } from './dismissals';

/** A kind of finding, or those that were dismissed, with the findings below it in their order. */
export interface FindingHeading {
  readonly kind: 'heading';
  readonly of: Inconsistency['kind'] | 'dismissed';
  findings: readonly ListedFinding[];
}

/** A finding in its place: the same object as long as it is about the same, with what is known of it now. */
export interface ListedFinding {
  readonly kind: 'finding';
  readonly heading: FindingHeading;
  finding: Inconsistency;
}

/** What is to be drawn anew: all of it, or headings with all that is below them, and findings with their sides. */
export type ListChange = 'all' | readonly (FindingHeading | ListedFinding)[];

/** The kinds in the order of the list. */
const KINDS: readonly Inconsistency['kind'][] = ['two labels', 'two links', 'alike names', 'alike articles'];

/**
 * What is inconsistent as a list that somebody works in while it changes: rows last, and as little as can be is drawn
 * anew, because a row that is drawn takes no key and no click at that moment.
 */
export class FindingList {
  #headings: readonly FindingHeading[] = [];

  /** Those that have findings below them. */
  get headings(): readonly FindingHeading[] {
    return this.#headings;
  }

  /**
   * Takes what has been found now.
   * @param staysInPlace whether findings stay where they are and new ones come last: as long as more is still being read,
   *   their order by the number of articles would change under somebody's hands
   */
  show(open: readonly Inconsistency[], dismissed: readonly Inconsistency[], staysInPlace: boolean): ListChange {
    const before = new Map(this.#headings.map((heading) => [heading.of, heading]));
    const changed: (FindingHeading | ListedFinding)[] = [];
    const headings: FindingHeading[] = [];
    for (const of of [...KINDS, 'dismissed' as const]) {
      const found = of === 'dismissed' ? dismissed : open.filter(({ kind }) => kind === of);
      if (found.length === 0) continue;
      const heading = before.get(of) ?? { kind: 'heading', of, findings: [] };
      changed.push(...fill(heading, found, staysInPlace));
      headings.push(heading);
    }
    const isSame = isEqual(headings, this.#headings);
    this.#headings = headings;
    return isSame ? changed : 'all';
  }
}

/** Puts findings below a heading. @returns what of it has changed */
function fill(
  heading: FindingHeading,
  found: readonly Inconsistency[],
  staysInPlace: boolean,
): readonly (FindingHeading | ListedFinding)[] {
  const before = heading.findings;
  const known = new Map(before.map((row) => [findingKey(row.finding), row]));
  const changed: ListedFinding[] = [];
  const ranked = found.map((finding): ListedFinding => {
    const row = known.get(findingKey(finding));
    if (!row) return { kind: 'finding', heading, finding };
    if (JSON.stringify(row.finding) !== JSON.stringify(finding)) changed.push(row);
    row.finding = finding;
    return row;
  });
  const rows = staysInPlace ? inPlace(before, ranked) : ranked;
  if (isEqual(rows, before)) return changed;
  heading.findings = rows;
  return [heading];
}

function inPlace(before: readonly ListedFinding[], ranked: readonly ListedFinding[]): readonly ListedFinding[] {
  const there = new Set(ranked);
  const known = new Set(before);
  return [...before.filter((row) => there.has(row)), ...ranked.filter((row) => !known.has(row))];
}

function isEqual<T>(one: readonly T[], other: readonly T[]): boolean {
  return one.length === other.length && one.every((value, index) => value === other[index]);
}
