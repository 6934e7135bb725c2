import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Inconsistency } from '../../../../src/core/corpus/consistency';
import { FindingList, type ListChange } from '../../../../src/core/corpus/findingList';
import { MOST_LISTED, sortFindings } from '../../../../src/core/corpus/listedFindings';

const side = (says: string, count: number) => ({
  says,
  articles: Array.from({ length: count }, (_, number) => `article ${number}`),
  mentions: count,
  accepted: 1,
});

const twoLabels = (name: string, count = 2): Inconsistency => ({
  kind: 'two labels',
  name,
  folded: name.toLowerCase(),
  sides: [side('ORG', count), side('GPE', 1)],
});

const twoLinks = (name: string): Inconsistency => ({
  kind: 'two links',
  name,
  form: `PERSON|${name.toLowerCase()}`,
  sides: [side('Q1', 1), side('Q2', 1)],
});

const namesIn = (list: FindingList) =>
  list.headings.map(({ of, findings }) => [of, ...findings.map(({ finding }) => finding.name)].join(' '));

const sorted = (open: readonly Inconsistency[], dismissed: readonly Inconsistency[]) =>
  sortFindings([...open, ...dismissed], (finding) => dismissed.includes(finding));

const told = (change: ListChange) =>
  change === 'all' ? 'all' : change.map((row) => (row.kind === 'heading' ? row.of : row.finding.name));

describe('the list of findings', () => {
  it('has the kinds in their order, and what was dismissed last', () => {
    const list = new FindingList();
    assert.equal(list.show(sorted([twoLinks('Xi'), twoLabels('Altai')], [twoLabels('Gobi')]), false), 'all');
    assert.deepEqual(namesIn(list), ['two labels Altai', 'two links Xi', 'dismissed Gobi']);
  });

  it('draws nothing anew where nothing has changed', () => {
    const list = new FindingList();
    list.show(sorted([twoLabels('Altai')], []), false);
    assert.deepEqual(list.show(sorted([twoLabels('Altai')], []), false), []);
  });

  it('draws a finding alone anew where more articles say so, in the row that it has', () => {
    const list = new FindingList();
    list.show(sorted([twoLabels('Altai'), twoLabels('Gobi')], []), false);
    const [, row] = list.headings[0]?.findings ?? [];
    assert.deepEqual(told(list.show(sorted([twoLabels('Altai'), twoLabels('Gobi', 3)], []), false)), ['Gobi']);
    assert.equal(list.headings[0]?.findings[1], row);
    assert.deepEqual(row?.finding, twoLabels('Gobi', 3));
  });

  it('draws the findings of a kind anew where one comes, goes or moves, and leaves the other kinds alone', () => {
    const list = new FindingList();
    list.show(sorted([twoLabels('Altai'), twoLabels('Gobi'), twoLinks('Xi')], []), false);
    assert.deepEqual(told(list.show(sorted([twoLabels('Gobi'), twoLabels('Altai'), twoLinks('Xi')], []), false)), [
      'two labels',
    ]);
    assert.deepEqual(told(list.show(sorted([twoLabels('Gobi'), twoLinks('Xi'), twoLinks('Li')], []), false)), [
      'two labels',
      'two links',
    ]);
    assert.deepEqual(namesIn(list), ['two labels Gobi', 'two links Xi Li']);
  });

  it('draws the heading anew where there are more than it lists', () => {
    const list = new FindingList();
    const many = Array.from({ length: MOST_LISTED }, (_, number) => twoLabels(`Name ${number}`));
    list.show(sorted(many, []), false);
    assert.deepEqual(told(list.show(sorted([...many, twoLabels('One more')], []), false)), ['two labels']);
    assert.equal(list.headings[0]?.findings.length, MOST_LISTED);
    assert.equal(list.headings[0]?.total, MOST_LISTED + 1);
  });

  it('draws all of it anew where a kind comes or goes', () => {
    const list = new FindingList();
    list.show(sorted([twoLabels('Altai')], []), false);
    assert.equal(list.show(sorted([twoLabels('Altai'), twoLinks('Xi')], []), false), 'all');
    assert.equal(list.show(sorted([twoLinks('Xi')], []), false), 'all');
    assert.equal(list.show(sorted([], []), false), 'all');
    assert.deepEqual(list.headings, []);
  });

  it('leaves findings where they are while more articles are read, with new ones below, and sorts them then', () => {
    const list = new FindingList();
    list.show(sorted([twoLabels('Altai'), twoLabels('Gobi')], []), true);
    const ranked = [twoLabels('Tuva', 9), twoLabels('Gobi', 5), twoLabels('Altai')];
    assert.deepEqual(told(list.show(sorted(ranked, []), true)), ['two labels']);
    assert.deepEqual(namesIn(list), ['two labels Altai Gobi Tuva']);
    list.show(sorted(ranked, []), false);
    assert.deepEqual(namesIn(list), ['two labels Tuva Gobi Altai']);
  });

  it('shows what was found last, whatever came before, in rows that last', () => {
    const some = fc.uniqueArray(
      fc.record({ name: fc.constantFrom(...'ABCDE'), count: fc.integer({ min: 1, max: 3 }) }),
      {
        selector: ({ name }) => name,
      },
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(some, some, fc.boolean()), { minLength: 1 }), (shows) => {
        const list = new FindingList();
        const rows = new Map<string, unknown>();
        for (const [labels, links, staysInPlace] of shows) {
          const open = [
            ...labels.map(({ name, count }) => twoLabels(name, count)),
            ...links.map(({ name }) => twoLinks(name)),
          ];
          list.show(sorted(open, []), staysInPlace);
          const shown = list.headings.flatMap(({ findings }) => findings);
          assert.equal(shown.length, open.length);
          assert.deepEqual(new Set(shown.map(({ finding }) => finding)), new Set(open));
          if (!staysInPlace)
            assert.deepEqual(
              shown.map(({ finding }) => finding),
              open,
            );
          const now = new Map(shown.map((row) => [`${row.heading.of} ${row.finding.name}`, row] as const));
          for (const [key, row] of now) if (rows.has(key)) assert.equal(row, rows.get(key));
          rows.clear();
          // A kind without findings leaves the list, and its rows with it.
          for (const [key, row] of now) rows.set(key, row);
        }
      }),
    );
  });
});
