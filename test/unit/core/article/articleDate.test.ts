import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fileNameDate, readDate, readIsoMoment, withYearNear } from '../../../../src/core/article/articleDate';

describe('dates of articles', () => {
  it('reads the forms that articles print', () => {
    const day = { year: 2024, month: 5, day: 14 };
    for (const words of ['2024-05-14', '2024/5/14', 'May 14, 2024', '14 May 2024', 'May 14th 2024', '14 May, 2024']) {
      assert.deepEqual(readDate(words), day, words);
    }
    assert.deepEqual(readDate('May 14'), { month: 5, day: 14 });
    assert.deepEqual(readDate('Sept. 3'), { month: 9, day: 3 });
  });

  it('knows the calendar', () => {
    for (const words of ['2024-02-30', '2023-02-29', 'June 31', '2024-13-01', 'May 0', '2024-05', 'soon']) {
      assert.equal(readDate(words), undefined, words);
    }
    assert.deepEqual(readDate('February 29'), { month: 2, day: 29 });
  });

  it('reads a date with time as ISO 8601', () => {
    assert.equal(readIsoMoment('2024-05-14T10:00:00Z'), '2024-05-14T10:00:00Z');
    assert.equal(readIsoMoment('2024-05-14 10:00:00 +0200'), '2024-05-14T10:00:00+02:00');
    assert.equal(readIsoMoment('2024-05-14 10:00'), '2024-05-14T10:00');
    assert.equal(readIsoMoment('May 14, 2024'), '2024-05-14');
    for (const words of ['May 14', '2024-05-14T25:00', '2024-02-30T10:00', '', 'yesterday']) {
      assert.equal(readIsoMoment(words), undefined, words);
    }
  });

  it('finds the date in a file name', () => {
    for (const name of ['2024-05-14-visit.txt', 'visit_20240514.md', 'news/2024.05.14.txt', 'a\\2024_05_14 b.txt']) {
      assert.deepEqual(fileNameDate(name), { year: 2024, month: 5, day: 14 }, name);
    }
    assert.deepEqual(fileNameDate('visit-2024.txt'), { year: 2024 });
    for (const name of ['visit.txt', '120240514.txt', 'room2024a.txt', '2024-05-14/visit.txt']) {
      assert.equal(fileNameDate(name), undefined, name);
    }
  });

  it('completes a year from a date nearby', () => {
    assert.equal(withYearNear({ month: 12, day: 31 }, { year: 2024, month: 1, day: 2 }).year, 2023);
    assert.equal(withYearNear({ month: 1, day: 2 }, { year: 2023, month: 12, day: 31 }).year, 2024);
    assert.equal(withYearNear({ month: 5, day: 14 }, { year: 2024 }).year, 2024);
    assert.equal(withYearNear({ month: 5, day: 14, year: 2020 }, { year: 2024 }).year, 2020);
    assert.equal(withYearNear({ month: 5, day: 14 }, undefined).year, undefined);
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (words) => {
        readIsoMoment(words);
        fileNameDate(words);
      }),
    );
  });
});
