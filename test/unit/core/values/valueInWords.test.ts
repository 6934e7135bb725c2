import assert from 'node:assert/strict';
import fc from 'fast-check';
import { valueInWords } from '../../../../src/core/values/valueInWords';

const CASES: readonly (readonly [value: string, words: string])[] = [
  ['>300000000 USD', 'more than 300 million US dollars'],
  ['5000000000..7000000000 USD', '5 to 7 billion US dollars'],
  ['1 EUR', '1 euro'],
  ['1234567 XXX', '1,234,567 units of a currency not named'],
  ['60 %', '60 percent'],
  ['60 %{pt}', '60 percentage points'],
  ['1 %{pt}', '1 percentage point'],
  ['20..30 %', '20 to 30 percent'],
  ['2 {artillery shell}', '2 artillery shells'],
  ['>=43 {person}', 'at least 43 people'],
  ['~2000 {policeman}', 'about 2,000 policemen'],
  ['1850 {grandchild}', '1,850 grandchildren'],
  ['2400000', '2.4 million'],
  ['-2.5', '-2.5'],
  ['45 a', '45 years old'],
  ['30 Cel', '30 degrees Celsius'],
  ['6 [ft_i]', '6 feet'],
  ['1 [ft_i]', '1 foot'],
  ['43 #', '43rd'],
  ['112 #', '112th'],
  ['end-1 #rel', 'the last but 1'],
  ['current+1 #rel', 'the next'],
  ['current-1 #rel', 'the previous'],
  ['45 deg{angle}', '45 degrees of angle'],
  ['5 furlong', '5 furlong'],
  ['2024-05-16', 'Thursday, 16 May 2024'],
  ['2024-05-16T15:00', 'Thursday, 16 May 2024, 15:00'],
  ['2024-05-16/2024-05-17', 'Thursday, 16 May 2024 to Friday, 17 May 2024'],
  ['2024-04', 'April 2024'],
  ['2023', '2023'],
  ['2014/..', 'from 2014 on'],
  ['../2024-05', 'until May 2024'],
  ['2022-02~', 'about February 2022'],
  ['199X', 'the 1990s'],
  ['20XX', 'the 21st century'],
  ['XXXX-05-16', '16 May, year unknown'],
  ['-0345-08-10', '10 August 345 BC'],
  ['T15:00', '15:00'],
  ['T15:00/T18:00', '15:00 to 18:00'],
  ['2024-05-08T20:00/2024-05-08T23:59:59', 'Wednesday, 8 May 2024, 20:00 to midnight'],
  ['2024-05-08T20:00/2024-05-09T02:00', 'Wednesday, 8 May 2024, 20:00 to Thursday, 9 May 2024, 02:00'],
  ['T20:00/T23:59:59', '20:00 to midnight'],
  ['XXXX-WXX-2', 'a Tuesday, week unknown'],
  ['XXXX-WXX-1T20:00/XXXX-WXX-1T23:59:59', 'a Monday, week unknown, 20:00 to midnight'],
  ['XXXX-07-14/XXXX-07-24', '14 July to 24 July, year unknown'],
  ['0.666666666667', '2/3'],
  ['0.25', '0.25'],
  ['P1W', '1 week'],
  ['P3D~', 'about 3 days'],
  ['>P2Y', 'more than 2 years'],
  ['PT1H30M', '1 hour and 30 minutes'],
  ['P1Y2M3D', '1 year, 2 months and 3 days'],
  ['R/P1M', 'every month'],
  ['R/P2W', 'every 2 weeks'],
  ['R/XXXX-WXX-1', 'every Monday'],
  ['R/XXXX-WXX-5TMO', 'every Friday morning'],
  ['R/T19:13', 'every day at 19:13'],
  ['PRESENT_REF', 'now'],
  ['PAST_REF', 'in the past'],
  ['FUTURE_REF', 'in the future'],
];

describe('a value in words', () => {
  for (const [value, words] of CASES) it(`says ${value}`, () => assert.equal(valueInWords(value), words));

  it('gives back what it does not know', () => {
    for (const value of ['', '/', '../..', 'P', 'R/', '1.2.3', 'four', '2024-05-16/x', '__proto__', 'constructor']) {
      assert.equal(valueInWords(value), value);
    }
  });

  it('says something about any text, and never nonsense', () => {
    const pieces = fc.array(
      fc.constantFrom('>', '<=', '~', '12', '-', '.', '..', '/', 'P', 'T', 'R/', 'X', ' ', 'USD', '{', '}', '#', ':'),
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          pieces.map((list) => list.join('')),
        ),
        (value) => {
          assert.ok(!/undefined|NaN/.test(valueInWords(value)) || /undefined|NaN/.test(value), value);
        },
      ),
    );
  });
});
