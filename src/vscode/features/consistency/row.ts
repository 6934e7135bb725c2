import type { Side } from '../../../core/corpus/consistency';
import { findingKey } from '../../../core/corpus/dismissals';
import type { FindingRow, HeadingRow } from '../../../core/corpus/findingList';
import type { Choosable } from '../../../core/corpus/findingPlaces';
import type { IndexedMention } from '../../../core/corpus/indexedArticle';

/** What the list shows: headings, findings below them, their sides, and the places that say so. */
export type Row = HeadingRow | FindingRow | SideRow | ArticleRow | MentionRow;

export interface SideRow {
  readonly kind: 'side';
  readonly parent: FindingRow;
  readonly finding: Choosable;
  readonly side: Side;
}

export interface ArticleRow {
  readonly kind: 'article';
  readonly parent: SideRow | FindingRow;
  readonly path: string;
  /** The mentions that are meant, in reading order; none where the whole article is. */
  readonly mentions: readonly IndexedMention[];
}

export interface MentionRow {
  readonly kind: 'mention';
  readonly parent: ArticleRow;
  readonly mention: IndexedMention;
}

/** What tells a row from all others, and lasts while it is about the same. */
export function idOf(row: Row): string {
  switch (row.kind) {
    case 'heading':
      return row.of;
    case 'finding':
      return `${isDismissed(row) ? 'dismissed' : 'open'}\n${findingKey(row.finding)}`;
    case 'side':
      return `${idOf(row.parent)}\n${row.side.says}`;
    case 'article':
      return `${idOf(row.parent)}\n${row.path}`;
    case 'mention':
      return `${idOf(row.parent)}\n${row.mention.start}`;
  }
}

export function isDismissed({ heading }: FindingRow): boolean {
  return heading.of === 'dismissed';
}

/** The finding that a row is of; none of a heading. */
export function findingOf(row: Row): FindingRow | undefined {
  if (row.kind === 'heading') return undefined;
  return row.kind === 'finding' ? row : findingOf(row.parent);
}

/** The side that a row is on, where it is on one, as it was when the row was made. */
export function sideOf(row: Row): SideRow | undefined {
  if (row.kind === 'heading' || row.kind === 'finding') return undefined;
  return row.kind === 'side' ? row : sideOf(row.parent);
}
