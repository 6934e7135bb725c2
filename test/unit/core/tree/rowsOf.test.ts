import assert from 'node:assert/strict';
import { relate } from '../../../../src/core/curation/relate';
import { accept, reject } from '../../../../src/core/mentions/decide';
import type { ArticleSession } from '../../../../src/core/session';
import type { Row } from '../../../../src/core/tree/row';
import { mentionFinder, rowsOf, undecidedIn } from '../../../../src/core/tree/rowsOf';
import { type TreeChoice, USUAL_TREE } from '../../../../src/core/tree/treeChoice';
import { decider, ground, mention, opened } from '../curation/opened';

const STORY = 'Xi met Putin. Putin spoke of São Paulo and 3 men. Abe left.';
const LABELS = { Xi: 'PERSON', Putin: 'PERSON', 'São Paulo': 'GPE', '3': 'CARDINAL', Abe: 'PERSON' };

function rows(session: ArticleSession, choice: Partial<TreeChoice> = {}): readonly Row<string>[] {
  return rowsOf('story', session, { ...USUAL_TREE, ...choice });
}

/** The tree as an indented list. */
function shown(list: readonly Row<string>[], depth = 0): string[] {
  return list.flatMap((row) => {
    const below = 'children' in row ? shown(row.children, depth + 1) : [];
    return [`${'  '.repeat(depth)}${titleOf(row)}`, ...below];
  });
}

function titleOf(row: Row<string>): string {
  switch (row.kind) {
    case 'label':
      return row.label.plural;
    case 'group':
      return `${row.group} ${row.name}`.trim();
    case 'entity':
      return `${row.name} ${row.mentions.length}`;
    case 'mention':
      return `- ${row.mention.text}`;
    case 'relation':
      return `${row.end.isOutgoing ? '→' : '←'} ${row.end.relation.type} ${row.end.other.text}`;
    case 'section':
      return `[${row.section}]`;
    case 'orphan':
      return `! ${row.annotation.quote}`;
  }
}

const open = () => opened(STORY, LABELS);
const entities = (list: readonly Row<string>[]) => shown(list).filter((line) => /^ {2}[^ ]/.test(line));

describe('the rows of the tree', () => {
  it('are labels, entities and mentions', () => {
    assert.deepEqual(shown(rows(open())), [
      'People',
      '  Putin 2',
      '    - Putin',
      '    - Putin',
      '  Abe 1',
      '    - Abe',
      '  Xi 1',
      '    - Xi',
      'Places',
      '  São Paulo 1',
      '    - São Paulo',
      'Counts',
      '  - 3',
    ]);
  });

  it('come as in the text, by how often they occur, or by name', () => {
    const people = (order: TreeChoice['order']) =>
      entities(rows(open(), { order }))
        .slice(0, 3)
        .map((line) => line.trim());
    assert.deepEqual(people('text'), ['Xi 1', 'Putin 2', 'Abe 1']);
    assert.deepEqual(people('frequency'), ['Putin 2', 'Abe 1', 'Xi 1']);
    assert.deepEqual(people('name'), ['Abe 1', 'Putin 2', 'Xi 1']);
  });

  it('are grouped by status', () => {
    const session = open();
    session.apply(accept(ground(session), [mention(session, 'Xi')], decider));
    session.apply(reject(ground(session), [mention(session, 'Abe')], decider));
    const list = shown(rows(session, { groupBy: 'status' }));
    assert.deepEqual(
      list.filter((line) => !line.startsWith(' ')),
      ['undecided', 'accepted', '[rejected]'],
    );
    assert.ok(list.indexOf('  Xi 1') > list.indexOf('accepted'));
  });

  it('are grouped by who decided', () => {
    const session = open();
    session.apply(accept(ground(session), [mention(session, 'Xi')], { ...decider, by: 'zoe' }));
    session.apply(accept(ground(session), [mention(session, 'Abe')], { ...decider, by: 'alice' }));
    session.apply(accept(ground(session), [mention(session, '3')], decider));
    const list = shown(rows(session, { groupBy: 'annotator' }));
    assert.deepEqual(
      list.filter((line) => !line.startsWith(' ')),
      ['undecided', 'annotator', 'annotator alice', 'annotator zoe'],
    );
  });

  it('are filtered by words, whatever their case and accents', () => {
    assert.deepEqual(shown(rows(open(), { filter: ' PAULO sao' })), ['Places', '  São Paulo 1', '    - São Paulo']);
    assert.deepEqual(rows(open(), { filter: 'nobody' }), []);
  });

  it('leave hidden labels out', () => {
    assert.deepEqual(
      shown(rows(open(), { hidden: new Set(['PERSON', 'CARDINAL']) })).filter((line) => !line.startsWith(' ')),
      ['Places'],
    );
  });

  it('show relations below both mentions', () => {
    const session = open();
    session.apply(relate(ground(session), mention(session, 'Xi'), mention(session, 'São Paulo'), 'visits', decider));
    const list = shown(rows(session)).filter((line) => /[→←]/.test(line));
    assert.deepEqual(
      list.map((line) => line.trim()),
      ['→ visits São Paulo', '← visits Xi'],
    );
  });

  it('have ids of their own that last, and parents', () => {
    for (const groupBy of ['label', 'status', 'annotator'] as const) {
      const session = open();
      session.apply(relate(ground(session), mention(session, 'Xi'), mention(session, 'São Paulo'), 'visits', decider));
      const ids = (list: readonly Row<string>[], parent?: Row<string>): string[] =>
        list.flatMap((row) => {
          assert.equal(row.parent, parent);
          return [row.id, ...('children' in row ? ids(row.children, row) : [])];
        });
      const all = ids(rows(session, { groupBy }));
      assert.equal(new Set(all).size, all.length, all.join('\n'));
      assert.deepEqual(ids(rows(session, { groupBy })), all);
    }
  });

  it('are found by their mention', () => {
    const session = open();
    const list = rows(session);
    const { key } = mention(session, 'Putin', 1);
    const row = mentionFinder(list)(key);
    assert.equal(row?.mention.key, key);
    assert.equal(undecidedIn(row?.parent ?? list[0] ?? assert.fail()), 2);
  });
});
