import { sameItems } from '../sameItems';
import type { Inconsistency } from './consistency';
import { findingKey } from './dismissals';
import type { ListedFindings, SortedFindings } from './listedFindings';

/** A kind of finding, or those that were dismissed, with the findings below it in their order. */
export interface HeadingRow {
  readonly kind: 'heading';
  readonly of: Inconsistency['kind'] | 'dismissed';
  findings: readonly FindingRow[];
  /** How many there are, listed or not. */
  total: number;
}

/** A finding in its place: the same object as long as it is about the same, with what is known of it now. */
export interface FindingRow {
  readonly kind: 'finding';
  readonly heading: HeadingRow;
  finding: Inconsistency;
}

/** What is to be drawn anew: all of it, or headings with all that is below them, and findings with their sides. */
export type ListChange = 'all' | readonly (HeadingRow | FindingRow)[];

/** The kinds in the order of the list. */
const KINDS: readonly Inconsistency['kind'][] = ['two labels', 'two links', 'alike names', 'alike articles'];

/**
 * What is inconsistent as a list that somebody works in while it changes: rows last, and as little as can be is drawn
 * anew, because a row that is drawn takes no key and no click at that moment.
 */
export class FindingList {
  #headings: readonly HeadingRow[] = [];

  /** Those that have findings below them. */
  get headings(): readonly HeadingRow[] {
    return this.#headings;
  }

  /**
   * Takes what has been found now.
   * @param staysInPlace whether findings stay where they are and new ones come last: as long as more is still being read,
   *   their order by the number of articles would change under somebody's hands
   */
  show({ open, dismissed }: SortedFindings, staysInPlace: boolean): ListChange {
    const before = new Map(this.#headings.map((heading) => [heading.of, heading]));
    const changed: (HeadingRow | FindingRow)[] = [];
    const headings: HeadingRow[] = [];
    for (const of of [...KINDS, 'dismissed' as const]) {
      const found = of === 'dismissed' ? dismissed : open.get(of);
      if (!found || found.total === 0) continue;
      const heading = before.get(of) ?? { kind: 'heading', of, findings: [], total: 0 };
      changed.push(...fill(heading, found, staysInPlace));
      headings.push(heading);
    }
    const isSame = sameItems(headings, this.#headings);
    this.#headings = headings;
    return isSame ? changed : 'all';
  }
}

/** Puts findings below a heading. @returns what of it has changed */
function fill(
  heading: HeadingRow,
  { shown, total }: ListedFindings,
  staysInPlace: boolean,
): readonly (HeadingRow | FindingRow)[] {
  const before = heading.findings;
  const known = new Map(before.map((row) => [findingKey(row.finding), row]));
  const changed: FindingRow[] = [];
  const ranked = shown.map((finding): FindingRow => {
    const row = known.get(findingKey(finding));
    if (!row) return { kind: 'finding', heading, finding };
    if (JSON.stringify(row.finding) !== JSON.stringify(finding)) changed.push(row);
    row.finding = finding;
    return row;
  });
  const rows = staysInPlace ? inPlace(before, ranked) : ranked;
  if (sameItems(rows, before) && heading.total === total) return changed;
  heading.findings = rows;
  heading.total = total;
  return [heading];
}

function inPlace(before: readonly FindingRow[], ranked: readonly FindingRow[]): readonly FindingRow[] {
  const there = new Set(ranked);
  const known = new Set(before);
  return [...before.filter((row) => there.has(row)), ...ranked.filter((row) => !known.has(row))];
}
