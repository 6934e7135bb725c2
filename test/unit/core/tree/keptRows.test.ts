import assert from 'node:assert/strict';
import fc from 'fast-check';
import { accept, reject } from '../../../../src/core/mentions/decide';
import type { ArticleSession } from '../../../../src/core/session';
import { keepRows } from '../../../../src/core/tree/keptRows';
import type { Row } from '../../../../src/core/tree/row';
import { rowsOf } from '../../../../src/core/tree/rowsOf';
import { TREE_GROUPINGS, type TreeChoice, USUAL_TREE } from '../../../../src/core/tree/treeChoice';
import { decider, ground, mention, opened } from '../curation/opened';

const STORY = 'Xi met Putin. Putin spoke of São Paulo and 3 men. Abe left.';
const LABELS = { Xi: 'PERSON', Putin: 'PERSON', 'São Paulo': 'GPE', '3': 'CARDINAL', Abe: 'PERSON' };

const rows = (session: ArticleSession, choice: Partial<TreeChoice> = {}) =>
  rowsOf('story', session, { ...USUAL_TREE, ...choice });

const all = (list: readonly Row<string>[]): Row<string>[] =>
  list.flatMap((row) => [row, ...('children' in row ? all(row.children) : [])]);

const ids = (list: readonly Row<string>[]) => list.map(({ id }) => id);

function find(list: readonly Row<string>[], id: string): Row<string> {
  return all(list).find((row) => row.id.includes(id)) ?? assert.fail(`no row ${id}`);
}

/** What of a row can be seen, those below it by their ids. */
const look = (row: Row<string>) => ({
  ...row,
  parent: row.parent?.id,
  children: 'children' in row ? ids(row.children) : [],
});

describe('rows of the tree that are kept', () => {
  it('are the same objects, with what is known of them now', () => {
    const session = opened(STORY, LABELS);
    const before = rows(session);
    const putin = find(before, 'putin');
    session.apply(accept(ground(session), [mention(session, 'Putin')], decider));
    const { rows: after, moved } = keepRows(before, rows(session));
    assert.deepEqual(moved, []);
    assert.equal(find(after, 'putin'), putin);
    assert.equal('mentions' in putin && putin.mentions[0]?.status, 'accepted');
  });

  it('say below which of them rows went and came', () => {
    const session = opened(STORY, LABELS);
    const before = rows(session);
    session.apply(reject(ground(session), [mention(session, 'Abe')], decider));
    const first = keepRows(before, rows(session));
    assert.equal(first.moved, 'all', 'there is a section of rejections now');
    session.apply(reject(ground(session), [mention(session, 'Xi')], decider));
    const { moved } = keepRows(first.rows, rows(session));
    assert.deepEqual(moved !== 'all' && ids(moved), ['label PERSON', 'section rejected']);
  });

  it('are what rows made anew would be, whatever is decided', () => {
    const acts = fc.array(
      fc.tuple(fc.constantFrom(...Object.keys(LABELS)), fc.boolean(), fc.constantFrom(...TREE_GROUPINGS)),
    );
    fc.assert(
      fc.property(acts, (decisions) => {
        const session = opened(STORY, LABELS);
        let shown = rows(session);
        for (const [words, isAccepted, groupBy] of decisions) {
          const decide = isAccepted ? accept : reject;
          session.apply(decide(ground(session), [mention(session, words)], decider));
          const before = new Map(all(shown).map((row) => [row.id, [row, look(row).children] as const]));
          const kept = keepRows(shown, rows(session, { groupBy }));
          shown = kept.rows;
          assert.deepEqual(all(shown).map(look), all(rows(session, { groupBy })).map(look));
          for (const row of all(shown)) {
            const [same, children] = before.get(row.id) ?? [];
            if (same?.kind === row.kind && same.parent === row.parent) assert.equal(row, same);
            for (const child of 'children' in row ? row.children : []) assert.equal(child.parent, row);
            const isTold = kept.moved === 'all' || kept.moved.includes(row);
            if (same === row && !isTold) assert.deepEqual(look(row).children, children);
          }
        }
      }),
    );
  });
});
