import { sameItems } from '../sameItems';
import type { Row } from './row';

/** Rows that were brought up to date. */
export interface KeptRows<A> {
  readonly rows: readonly Row<A>[];
  /** Rows below which others came, went or moved; `all` where that is so at the top. */
  readonly moved: 'all' | readonly Row<A>[];
}

/**
 * Makes of rows those that there are now: who stays is the same object as before, with what is known of it now. A tree
 * view knows rows by their identity, and rows that are new to it take no key until they are drawn. Linear time.
 * @param before rows of the same article; they are changed
 * @param now rows made for it anew; they are used up
 */
export function keepRows<A>(before: readonly Row<A>[], now: readonly Row<A>[]): KeptRows<A> {
  const moved: Row<A>[] = [];
  const rows = kept(before, now, undefined, moved);
  return { rows, moved: sameItems(rows, before) ? moved : 'all' };
}

function kept<A>(
  before: readonly Row<A>[],
  now: readonly Row<A>[],
  parent: Row<A> | undefined,
  moved: Row<A>[],
): readonly Row<A>[] {
  const known = new Map(before.map((row) => [row.id, row]));
  return now.map((row) => {
    const old = known.get(row.id);
    const one = old?.kind === row.kind ? old : row;
    const childrenBefore = childrenOf(one);
    const children = one === row ? childrenBefore : kept(childrenBefore, childrenOf(row), one, moved);
    if (one !== row && !sameItems(children, childrenBefore)) moved.push(one);
    return Object.assign(one, row, parent && { parent }, 'children' in row && { children });
  });
}

function childrenOf<A>(row: Row<A>): readonly Row<A>[] {
  return 'children' in row ? row.children : [];
}
