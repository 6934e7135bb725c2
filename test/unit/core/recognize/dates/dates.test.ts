import assert from 'node:assert/strict';
import { dates } from '../../../../../src/core/recognize/dates/dates';
import { found } from '../marked';

/** A Tuesday. */
const PUBLISHED = '2024-05-14';

const CASES: readonly (readonly [text: string, ...expected: string[]])[] = [
  ['The May 16-17 visit', 'DATE May 16-17 = 2024-05-16/2024-05-17'],
  ['as defense minister on 12 May.', 'DATE 12 May = 2024-05-12'],
  ['on Feb. 24, 2022,', 'DATE Feb. 24, 2022 = 2022-02-24'],
  ['since the invasion in February. 2022.', 'DATE February. 2022 = 2022-02'],
  ['in February 2022, when', 'DATE February 2022 = 2022-02'],
  ['on 2024-05-14 and 14 May 2023', 'DATE 2024-05-14 = 2024-05-14', 'DATE 14 May 2023 = 2023-05-14'],
  ['by 26% in 2023 to', 'DATE 2023 = 2023'],
  ['from 2014 to 2018', 'DATE 2014 to 2018 = 2014/2018'],
  ['in the 1990s', 'DATE the 1990s = 199X'],
  ['the first quarter of 2023', 'DATE the first quarter of 2023 = 2023-01-01/2023-03-31'],
  ['sworn in a week ago', 'DATE a week ago = 2024-05-07'],
  ['a few days later, the countries', 'DATE a few days later'],
  ['last year and next month', 'DATE last year = 2023', 'DATE next month = 2024-06'],
  ['last week', 'DATE last week = 2024-05-06/2024-05-12'],
  ['in recent months about', 'DATE recent months = PAST_REF'],
  ['positions over the past decade', 'DATE the past decade = 2014-05-14/2024-05-14'],
  ['died on Monday', 'DATE Monday = 2024-05-13'],
  ['will meet on Friday', 'DATE Friday = 2024-05-17'],
  [
    'yesterday, today and tomorrow',
    'DATE yesterday = 2024-05-13',
    'DATE today = 2024-05-14',
    'DATE tomorrow = 2024-05-15',
  ],
  ['in March and April, following', 'DATE March = 2024-03', 'DATE April = 2024-04'],
  ['to North Korea in January after', 'DATE January = 2024-01'],
  ['warning in May, Russia', 'DATE May = 2024-05'],
  ['Every month, China exports', 'DATE Every month = R/P1M'],
  ['for a two-day state visit', 'DATE two-day = P2D'],
  ['for a year-long campaign', 'DATE year-long = P1Y'],
  ['for more than two years', 'DATE two years = >P2Y'],
  ['at 3 p.m. on', 'TIME 3 p.m. = T15:00'],
  ['by 15:00 GMT', 'TIME 15:00 GMT = T15:00'],
  ['lasted 90 minutes', 'TIME 90 minutes = PT90M'],
  ['on Monday at 3 p.m. and', 'TIME Monday at 3 p.m. = 2024-05-13T15:00'],
  ['from May 30 to June 2', 'DATE May 30 to June 2 = 2024-05-30/2024-06-02'],
  ['late last year', 'DATE late last year = 2023-09-01/2023-12-31'],
  ['since 2014', 'DATE 2014 = 2014/..'],
  ['in march they came, and from may to june', 'DATE march = 2024-03', 'DATE may to june = 2024-05/2024-06'],
  ["on Presidents' Day 2024", "DATE Presidents' Day 2024 = 2024-02-19"],
  ['cost $20 billion over 10 years', 'DATE 10 years = P10Y'],
  ['led it for over 10 years', 'DATE 10 years = >P10Y'],
  ['to raise more over the next decade', 'DATE the next decade = 2024-05-14/2034-05-14'],
  ['during the 80’s', 'DATE the 80’s = 198X'],
  ['in the last two quarters of 2021', 'DATE the last two quarters of 2021 = 2021-07-01/2021-12-31'],
  ['over the past two quarters', 'DATE the past two quarters = 2023-10-01/2024-03-31'],
  ['unlikely before the end of the year', 'DATE the end of the year = ../2024-12-31'],
  ['I have decided that on Election Day, I will vote', 'DATE Election Day = 2024-11-05'],
  ['if she were to win in November', 'DATE November = 2024-11'],
  ['The Sept. 11 attacks', 'DATE Sept. 11 = 2001-09-11'],
  ['They opened on Sept. 11', 'DATE Sept. 11 = 2023-09-11'],
  ['It came on Friday, July 18', 'DATE Friday, July 18 = 2025-07-18'],
  ['Every morning he ran', 'TIME Every morning = R/TMO'],
  ['below 1990 levels', 'DATE 1990 = 1990'],
  ['They ruled from 1526 to 1857.', 'DATE 1526 to 1857 = 1526/1857'],
  ["Monday's vote", 'DATE Monday = 2024-05-13'],
];

describe('dates', () => {
  for (const [text, ...expected] of CASES) {
    it(`reads "${text}"`, () => assert.deepEqual(found(dates, text, { published: PUBLISHED }), expected));
  }

  const SILENT = [
    'He may march on.',
    'May I ask',
    'Theresa May said',
    'about 2000 people came',
    'a 45-year-old woman',
    'in the second half',
    'Sat down. The sun rose.',
    'The employer may, at its discretion, and then may not.',
    'the land he came from may be lost',
    'each may contain it, and the last may be the first',
    'They plan to march on.',
    'see https://example.org/2024/05/14/3am or ask 2024-05-14@example.org',
    'line 32 - 2015',
    'He worked for Russia Today, the network, and Nicaragua Today wrote so.',
    'a survey of 1709 schoolchildren',
    'a man in his 70s and a woman in her early 30s',
    'less than half of 1 percent',
  ];
  for (const text of SILENT) {
    it(`sees no date in "${text}"`, () => assert.deepEqual(found(dates, text, { published: PUBLISHED }), []));
  }

  it('leaves open what only the publication date could tell', () => {
    assert.deepEqual(found(dates, 'On May 16, a week ago, and last year'), [
      'DATE May 16 = XXXX-05-16',
      'DATE a week ago = PAST_REF',
      'DATE last year = PAST_REF',
    ]);
  });
});
