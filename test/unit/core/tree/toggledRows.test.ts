import assert from 'node:assert/strict';
import { ToggledRows } from '../../../../src/core/tree/toggledRows';

describe('rows that keys are about', () => {
  let rows: ToggledRows<string>;
  beforeEach(() => {
    rows = new ToggledRows((row) => row);
  });

  /** Selections that are told one after the other, so many milliseconds apart. */
  function told(selections: readonly (readonly string[])[], at = 1_000, apart = 1): void {
    selections.forEach((selection, index) => {
      rows.hear(selection, at + index * apart);
    });
  }

  it('are the one with the focus', () => {
    told([['Putin'], []]);
    assert.deepEqual(rows.next(1_010), ['Putin']);
    assert.deepEqual(rows.next(1_020), [], 'and that once');
  });

  it('are the one with the focus alone, where others are selected', () => {
    told([['Xi', 'Sher']], 0);
    told([
      ['Xi', 'Sher', 'Putin'],
      ['Xi', 'Sher'],
    ]);
    assert.deepEqual(rows.next(1_010), ['Putin']);
  });

  it('are all that are selected, where the one with the focus is among them', () => {
    told([['Xi', 'Sher']], 0);
    told([['Xi'], ['Xi', 'Sher']]);
    assert.deepEqual(rows.next(1_010), ['Xi', 'Sher']);
  });

  it('wait for their commands in turn, where several come at once', () => {
    told([['Putin'], [], ['Xi'], [], ['Sher'], []]);
    assert.deepEqual(
      [1, 2, 3].map(() => rows.next(1_700)),
      [['Putin'], ['Xi'], ['Sher']],
    );
  });

  it('are not known where the tree does not know the row', () => {
    told([[], []]);
    assert.deepEqual(rows.next(1_010), []);
  });

  it('are not those that somebody selects: one after the other, more and more, on and off', () => {
    told([['Xi'], ['Sher']], 1_000, 300);
    told(
      [
        ['Sher', 'Putin'],
        ['Sher', 'Putin', 'Xi'],
        ['Sher', 'Putin', 'Xi', 'Kim'],
      ],
      2_000,
      30,
    );
    told([['Sher'], ['Sher', 'Xi'], ['Sher']], 3_000, 100);
    assert.deepEqual(rows.next(3_300), []);
  });

  it('are forgotten with keys whose commands never came, and where no key toggled them', () => {
    told([['Putin'], []]);
    assert.deepEqual(rows.next(9_000), []);
    told([['Putin'], []], 9_000);
    rows.forget();
    assert.deepEqual(rows.next(9_010), []);
  });
});
