import assert from 'node:assert/strict';
import { figures } from '../../../../../src/core/recognize/figures/figures';
import { found } from '../marked';

const CASES: readonly (readonly [text: string, ...expected: string[]])[] = [
  ['China exports more than $300 million worth of goods.', 'MONEY $300 million = >300000000 USD'],
  ['to a record $240 billion', 'MONEY $240 billion = 240000000000 USD'],
  ['It cost €3.5bn and £20m.', 'MONEY €3.5bn = 3500000000 EUR', 'MONEY £20m = 20000000 GBP'],
  ['worth USD 200 or EUR 125', 'MONEY USD 200 = 200 USD', 'MONEY EUR 125 = 125 EUR'],
  ['A$5 million and HK$40', 'MONEY A$5 million = 5000000 AUD', 'MONEY HK$40 = 40 HKD'],
  ['500,000 Canadian dollars', 'MONEY 500,000 Canadian dollars = 500000 CAD'],
  ['100 billion yuan', 'MONEY 100 billion yuan = 100000000000 CNY'],
  ['a deal of $5-7 billion', 'MONEY $5-7 billion = 5000000000..7000000000 USD'],
  ['rose from $5 million to $7 million', 'MONEY $5 million = 5000000 USD', 'MONEY $7 million = 7000000 USD'],
  ['increased by more than 60% since', 'PERCENT 60% = >60 %'],
  ['around 90% of goods', 'PERCENT 90% = ~90 %'],
  [
    'ten per cent, and 2.5 percentage points',
    'PERCENT ten per cent = 10 %',
    'PERCENT 2.5 percentage points = 2.5 %{pt}',
  ],
  ['between 20 and 30 percent', 'PERCENT 20 and 30 percent = 20..30 %'],
  ['At least 43 people died.', 'CARDINAL 43 = >=43 {person}'],
  ['millions of artillery shells', 'CARDINAL millions = >=1000000 {artillery shell}'],
  ['tens of thousands of refugees', 'CARDINAL tens of thousands = >=10000 {refugee}'],
  ['two bilateral trade events', 'CARDINAL two = 2 {trade event}'],
  ['half a million', 'CARDINAL half a million = 500000'],
  ['two hundred and thirty-two', 'CARDINAL two hundred and thirty-two = 232'],
  ['2.4 million children', 'CARDINAL 2.4 million = 2400000 {child}'],
  ['10 to 20 soldiers', 'CARDINAL 10 to 20 = 10..20 {soldier}'],
  ['five constructor calls, 3 toString', 'CARDINAL five = 5 {constructor call}', 'CARDINAL 3 = 3'],
  ['a dozen aircraft', 'CARDINAL a dozen = 12 {aircraft}'],
  ['50,000 in 2020', 'CARDINAL 50,000 = 50000'],
  ['12 km and 30 degrees Celsius', 'QUANTITY 12 km = 12 km', 'QUANTITY 30 degrees Celsius = 30 Cel'],
  ['34,500 metric tons', 'QUANTITY 34,500 metric tons = 34500 t'],
  ['a 45-year-old woman', 'QUANTITY 45-year-old = 45 a'],
  ['Anna Meyer, 61, said', 'QUANTITY 61 = 61 a'],
  ['the 43rd time, a fifth presidential term', 'ORDINAL 43rd = 43 #', 'ORDINAL fifth = 5 #'],
  ['the twenty-first floor', 'ORDINAL twenty-first = 21 #'],
  ['They won 3-2 at home.', 'CARDINAL 3-2 = 3:2'],
  ['The Senate voted 52-48 to confirm her.', 'CARDINAL 52-48 = 52:48'],
  [
    'C$16.4 million, Rs 5 crore and €1.2bn',
    'MONEY C$16.4 million = 16400000 CAD',
    'MONEY Rs 5 crore = 50000000 INR',
    'MONEY €1.2bn = 1200000000 EUR',
  ],
  ['half a million dollars', 'MONEY half a million dollars = 500000 USD'],
  ['300 million yuan ($41 million)', 'MONEY 300 million yuan = 300000000 CNY', 'MONEY $41 million = 41000000 USD'],
  ['five feet two inches', 'QUANTITY five feet two inches = 62 [in_i]'],
  ['two pounds of meat', 'QUANTITY two pounds = 2 [lb_av]'],
  ['a 5-mile walk in 70-degree weather', 'QUANTITY 5-mile = 5 [mi_i]', 'QUANTITY 70-degree = 70 deg'],
  ['some 100 sq km', 'QUANTITY 100 sq km = ~100 km2'],
  ['One in five Americans', 'CARDINAL One in five = 0.2'],
  ['two-thirds of voters', 'CARDINAL two-thirds = 0.666666666667'],
  ['three-quarters of the crop', 'CARDINAL three-quarters = 0.75'],
  ['between 2.0 g and about 7.0 g', 'QUANTITY 2.0 g and about 7.0 g = 2..7 g'],
  ['more than 10 and fewer than 20 ships', 'CARDINAL 10 and fewer than 20 = 10..20 {ship}'],
  ['₹12,34,567 for 1,23,45,678 voters', 'MONEY ₹12,34,567 = 1234567 INR', 'CARDINAL 1,23,45,678 = 12345678 {voter}'],
  ['two hundred thousandths', 'CARDINAL two hundred thousandths = 0.2'],
  ['€1.111,50 and 1.234.567,8', 'MONEY €1.111,50 = 1111.5 EUR', 'CARDINAL 1.234.567,8 = 1234567.8'],
  ['10^6 cells', 'CARDINAL 10^6 = 1000000 {cell}'],
  ['about 1 in 5 voters, one in twenty-one', 'CARDINAL 1 in 5 = ~0.2', 'CARDINAL one in twenty-one = 0.047619047619'],
  ['scored 1 in 20 games', 'CARDINAL 1 = 1', 'CARDINAL 20 = 20 {game}'],
  ['one over one hundred and twenty', 'CARDINAL one over one hundred and twenty = 0.00833333333333'],
  ['one hundred thirty-fifths', 'CARDINAL one hundred thirty-fifths = 2.85714285714'],
  ['5,00 or 3,75, but €3,75', 'CARDINAL 5,00 = 5', 'MONEY €3,75 = 3.75 EUR'],
  ['three hundred Cr, one CR', 'CARDINAL three hundred Cr = 3000000000', 'CARDINAL one = 1'],
  [
    'turned 90 degrees to a 45-degree angle at 36° N',
    'QUANTITY 90 degrees = 90 deg{angle}',
    'QUANTITY 45-degree = 45 deg{angle}',
    'QUANTITY 36° = 36 deg{angle}',
  ],
  ['It turned 20 degrees colder.', 'QUANTITY 20 degrees = 20 deg'],
  ['the second last row, last but three', 'ORDINAL second last = end-1 #rel', 'ORDINAL last but three = end-3 #rel'],
  ['the second last week of May', 'ORDINAL second = 2 #'],
  ['He said, "We sold 500" and "we want 5,000" more.', 'CARDINAL 500 = 500', 'CARDINAL 5,000 = 5000'],
  ['a 12" pipe', 'QUANTITY 12" = 12 [in_i]'],
  ['a survey of 1709 schoolchildren', 'CARDINAL 1709 = 1709 {schoolchild}'],
  ['one of three bridges', 'CARDINAL one = 1 {bridge}', 'CARDINAL three = 3 {bridge}'],
  ['two million of those people, 12 such ships', 'CARDINAL two million = 2000000 {person}', 'CARDINAL 12 = 12 {ship}'],
  ['less than half of 1 percent', 'PERCENT half of 1 percent = <0.5 %'],
  ['half a percent', 'PERCENT half a percent = 0.5 %'],
  ['40 percent below 1990 levels', 'PERCENT 40 percent = 40 %'],
  ['plus or minus 3 percentage points', 'PERCENT 3 percentage points = 3 %{pt}'],
  ['since 2015 to nearly $20 million', 'MONEY $20 million = ~20000000 USD'],
  ['Park Ji-won, 34, and Chan Siu-ming, 42, came.', 'QUANTITY 34 = 34 a', 'QUANTITY 42 = 42 a'],
  ['with her sister, Clara Lindqvist, 39.', 'QUANTITY 39 = 39 a'],
  ['Later, in Michigan, 34.', 'CARDINAL 34 = 34'],
  ['boys aged between 16 and 21', 'QUANTITY 16 and 21 = 16..21 a'],
  ['those aged 5 to 12', 'QUANTITY 5 to 12 = 5..12 a'],
  ['pupils aged 8-10 years', 'QUANTITY 8-10 years = 8..10 a'],
  ['up by a third from last year', 'CARDINAL a third = 0.333333333333'],
  [
    'Dh1.2 billion, JD 40 million, N$3',
    'MONEY Dh1.2 billion = 1200000000 AED',
    'MONEY JD 40 million = 40000000 JOD',
    'MONEY N$3 = 3 NAD',
  ],
  ['1 234 567 visitors', 'CARDINAL 1 234 567 = 1234567 {visitor}'],
];

describe('figures', () => {
  for (const [text, ...expected] of CASES) {
    it(`reads "${text}"`, () => assert.deepEqual(found(figures, text), expected));
  }

  const SILENT = [
    'the Power of Siberia-2 pipeline',
    'a Boeing 737 landed',
    'leaders of the G7',
    'under Article 5 of the treaty',
    'since COVID-19 came',
    'told RFE/RL',
    'see https://example.org/2019/12/300 now',
    'nobody, not one of them. No one came.',
    'a 3-2 formation',
    'in 2023',
    'wait a second',
    'goals in the game’s latter half',
    'from 1445 to 1870, they',
  ];
  for (const text of SILENT) {
    it(`sees no figure in "${text}"`, () => {
      const seen = found(figures, text).filter((entry) => !entry.startsWith('CARDINAL one'));
      assert.deepEqual(seen, []);
    });
  }

  it('keeps the whole phrase beside the core, and the word that colors it apart from the value', () => {
    const text = 'increased to a record $240 billion, more than 60% of it';
    const [money, percent] = figures.run(text, {});
    assert.equal(money?.modifier, 'record');
    assert.equal(text.slice(money?.full?.start, money?.full?.end), 'a record $240 billion');
    assert.equal(text.slice(percent?.full?.start, percent?.full?.end), 'more than 60%');
  });

  it('tells "up" as a change from "up" that belongs to a verb', () => {
    const modifiers = (text: string) => figures.run(text, {}).map(({ modifier }) => modifier);
    assert.deepEqual(modifiers('The index is up 5 percent.'), ['up']);
    assert.deepEqual(modifiers('They want to sign up 500 members and shut down 12 plants.'), [undefined, undefined]);
    assert.deepEqual(
      modifiers('a margin of plus or minus 3 points, ±2 points, +/-4 points'),
      Array(3).fill('plus or minus'),
    );
  });
});
