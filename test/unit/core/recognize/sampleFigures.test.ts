import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createAnalyzer } from '../../../../src/core/analyzer';
import { labelOf } from '../../../../src/core/annotation/labels';
import { recognizeArticle } from '../../../../src/core/recognizeArticle';
import { assets } from '../../../support/assets';

/** Every figure and date of the sample article, as a careful reader marks them. */
const GOLD = [
  'DATE two-day = P2D',
  'DATE May 16-17 = 2024-05-16/2024-05-17',
  'ORDINAL first = 1 #',
  'ORDINAL fifth = 5 #',
  'DATE a week ago = 2024-05-07',
  'DATE recent months = PAST_REF',
  'DATE March = 2024-03',
  'DATE April = 2024-04',
  'DATE February. 2022 = 2022-02',
  'DATE April = 2024-04',
  'DATE Every month = R/P1M',
  'MONEY $300 million = >300000000 USD',
  'PERCENT 60% = >60 %',
  'DATE 2023 = 2023',
  'PERCENT 90% = ~90 %',
  'PERCENT 26% = 26 %',
  'DATE 2023 = 2023',
  'MONEY $240 billion = 240000000000 USD',
  'DATE 12 May = 2024-05-12',
  'DATE year-long = P1Y',
  'DATE the past decade = 2014-05-14/2024-05-14',
  'DATE 2023 = 2023',
  'DATE February 2022 = 2022-02',
  'DATE a few days later = 2022-02~',
  'CARDINAL two = 2 {leader}',
  'ORDINAL 75th = 75 #',
  'CARDINAL two = 2 {trade event}',
  'ORDINAL 43rd = 43 #',
  'DATE May 15 = 2024-05-15',
  'CARDINAL two = 2 {country}',
  'CARDINAL two = 2 {leader}',
  'CARDINAL two = 2 {country}',
  'DATE May = 2024-05',
  'CARDINAL two = 2 {country}',
  'ORDINAL third = 3 #',
  'CARDINAL millions = >=1000000 {artillery shell}',
  'DATE January = 2024-01',
];

describe('the sample article', () => {
  it('has all its figures and dates found with their values, and no other', async () => {
    const raw = readFileSync('samples/putin-china-visit.article', 'utf8');
    const { mentions } = await recognizeArticle(createAnalyzer({ assets }), { raw });
    const found = mentions.filter(({ label }) => labelOf(label).group === 'figure');
    assert.deepEqual(
      found.map(({ label, text, value }) => `${label} ${text} = ${value}`),
      GOLD,
    );
  });
});
