import assert from 'node:assert/strict';
import { converted } from '../../../../src/core/values/conversions';
import { fromPublication } from '../../../../src/core/values/fromPublication';

describe('a figure in the other system of measures', () => {
  it('has as many digits as are worth saying', () => {
    const cases: readonly (readonly [string, string | undefined])[] = [
      ['100 km', '62 [mi_i]'],
      ['320 km', '200 [mi_i]'],
      ['26.2 [mi_i]', '42.2 km'],
      ['~5 [ft_i]', '~1.5 m'],
      ['10..20 kg', '22..44 [lb_av]'],
      ['37 Cel', '99 [degF]'],
      ['212 [degF]', '100 Cel'],
      ['-40 Cel', '-40 [degF]'],
      ['5 [bbl_us]', '790 L'],
      ['3 [in_i]', '7.6 cm'],
      ['300 USD', undefined],
      ['12 %', undefined],
      ['2024-05-14', undefined],
    ];
    for (const [value, wanted] of cases) assert.equal(converted(value), wanted, value);
  });
});

describe('how far a date is from the publication', () => {
  it('is as exact as the date is', () => {
    const cases: readonly (readonly [string, string | undefined])[] = [
      ['2024-05-14', 'the day of publication'],
      ['2024-05-13', 'the day before publication'],
      ['2024-05-16T15:00', '2 days after publication'],
      ['2024-02-29', '75 days before publication'],
      ['2023-05-14', '12 months before publication'],
      ['2012-11-06', '11 years before publication'],
      ['2024-04', 'the month before publication'],
      ['2025-01', '8 months after publication'],
      ['2021-01', '3 years before publication'],
      ['2023', 'the year before publication'],
      ['1991', '33 years before publication'],
      ['199X', undefined],
      ['XXXX-05-16', undefined],
      ['2024-05-01/2024-05-03', undefined],
      ['P3D', undefined],
      ['T15:00', undefined],
    ];
    for (const [value, wanted] of cases) assert.equal(fromPublication(value, '2024-05-14T10:00:00Z'), wanted, value);
    assert.equal(fromPublication('2024-05-11~', '2024-05-14'), 'about 3 days before publication');
    assert.equal(fromPublication('2024-05-14', 'one day'), undefined);
  });
});
