import assert from 'node:assert/strict';
import { loadRecognizers } from '../../../../src/core/recognize';
import { dates } from '../../../../src/core/recognize/dates/dates';
import { figures } from '../../../../src/core/recognize/figures/figures';
import { assets } from '../../../support/assets';
import { refined, shown } from './marked';

const CONTEXT = { published: '2024-05-14' };

describe('figures and dates in bad input', () => {
  const NO_DATES = ['31 February', 'February 31, 2024', '2024-13-45', '2024-02-30', '13/32/2024', 'June 31, 2022'];
  for (const text of NO_DATES) {
    it(`has no day in "${text}"`, () => {
      const days = dates.run(text, CONTEXT).filter(({ value }) => /\d{4}-\d\d-\d\d/.test(value ?? ''));
      assert.deepEqual(days, []);
    });
  }

  it('gives no value to numbers of a thousand digits', () => {
    for (const text of ['9'.repeat(1000), `$${'1'.repeat(1000)}`, `${'1,'.repeat(500)}1`, `${'12.'.repeat(400)}`]) {
      for (const { value } of [...figures.run(text, CONTEXT), ...dates.run(text, CONTEXT)]) {
        assert.ok((value ?? '').length < 60 && !/Infinity|NaN/.test(value ?? ''), value);
      }
    }
  });

  it('gets past right-to-left marks and every space and dash', () => {
    const spaces = [...'\u00a0\u1680\u2000\u2003\u2009\u200a\u202f\u205f\u3000\u200f\u202e'];
    const dashes = [...'-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\uff0d'];
    for (const mark of [...spaces, ...dashes]) {
      const text = `about${mark}10${mark}20 May${mark}16${mark}2024 $5${mark}million 3${mark}pm`;
      for (const { start, end } of [...figures.run(text, CONTEXT), ...dates.run(text, CONTEXT)]) {
        assert.ok(start >= 0 && end > start && end <= text.length);
      }
    }
  });
});

/** What every object has, so that a table that is one would have an entry for it; and the places where words are looked up. */
const INHERITED = [...Object.getOwnPropertyNames(Object.prototype), 'prototype'];
const PLACES = [
  '* 5 * and five * of *',
  'a * liter, half * dollar, 75 USD * and $3 *',
  '5-*-old, 5 (*), two * dollars, a * and a half *',
  'two and a * years, one and * days, twenty-*s',
  'the day * today, in * 2024, last *, next * year, * year, 5 May * year',
  'early * morning, * evening, the last * of May, every *, Easter * year, in a * ago',
  'Ms. * said * that it is so, according to the *. “It is,” the * said.',
];

describe('words that are properties of every object', () => {
  it('are words like any others', async () => {
    for (const recognizer of await loadRecognizers(assets)) {
      const read = (word: string) => {
        const text = PLACES.map((place) => place.replaceAll('*', word)).join('\n');
        const found = recognizer.run(text, CONTEXT);
        return refined(recognizer, text, found).map((one) => shown(text, one).replaceAll(word, '*'));
      };
      // Another word of the same shape, which no object has.
      for (const word of INHERITED) assert.deepEqual(read(word), read(word.replace(/\p{L}/u, 'x')), word);
    }
  });
});
