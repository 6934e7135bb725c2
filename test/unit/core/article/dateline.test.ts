import assert from 'node:assert/strict';
import { readDateline } from '../../../../src/core/article/dateline';

describe('datelines', () => {
  const may14 = { month: 5, day: 14 };
  const cases: readonly [string, object][] = [
    ['HARBIN, China, May 14 (Xinhua) —', { place: 'HARBIN', region: 'China', agency: 'Xinhua', date: may14 }],
    ['MOSCOW (AP) —', { place: 'MOSCOW', agency: 'AP' }],
    ['BEIJING, May 12, 2024 —', { place: 'BEIJING', date: { year: 2024, month: 5, day: 12 } }],
    ['LONDON, 14 May 2024 (AFP) –', { place: 'LONDON', agency: 'AFP', date: { year: 2024, ...may14 } }],
    ['UNITED NATIONS, May 14 (Xinhua) --', { place: 'UNITED NATIONS', agency: 'Xinhua', date: may14 }],
    ['BEIJING, Tuesday (Reuters) -', { place: 'BEIJING', agency: 'Reuters' }],
    ['St. Petersburg, Russia (AP) —', { place: 'St. Petersburg', region: 'Russia', agency: 'AP' }],
    ['MOSCOW, May 14. /TASS/.', { place: 'MOSCOW', agency: 'TASS', date: may14 }],
    ['WASHINGTON, D.C. —', { place: 'WASHINGTON', region: 'D.C.' }],
    ['KYIV —', { place: 'KYIV' }],
    ['(Reuters) -', { agency: 'Reuters' }],
  ];
  for (const [words, expected] of cases) {
    it(`reads “${words}”`, () => {
      assert.deepEqual(readDateline(`${words} Putin left.`, 5), { start: 5, end: 5 + words.length, ...expected });
    });
  }

  it('reads a day in a line of its own', () => {
    const date = { year: 2017, month: 7, day: 21 };
    for (const words of ['Friday, July 21, 2017', '21 July 2017', 'Published: July 21, 2017', 'Posted on 2017-07-21'])
      assert.deepEqual(readDateline(words, 5), { start: 5, end: 5 + words.length, date }, words);
    for (const words of ['July 21', 'Friday', '2017', 'July 21, 2017, was a Friday.', 'Harbin, July 21, 2017'])
      assert.equal(readDateline(words), undefined, words);
  });

  it('leaves other beginnings alone', () => {
    const beginnings = [
      'NATO — the alliance',
      'Putin — he left',
      'I think - no',
      '(sic) - no',
      'U.S. — no',
      'HARBIN, China',
      'A — B',
      '',
      '—',
    ];
    for (const beginning of beginnings) assert.equal(readDateline(beginning), undefined, beginning);
  });
});
