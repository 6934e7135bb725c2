import assert from 'node:assert/strict';
import { CorpusIndex } from '../../../../src/core/corpus/corpusIndex';
import { entityContext, headingOf, quotationsElsewhere } from '../../../../src/core/corpus/entityContext';
import { figureContext } from '../../../../src/core/corpus/figureContext';
import type { IndexedMention } from '../../../../src/core/corpus/indexedArticle';
import { measureOf, measuresIn } from '../../../../src/core/corpus/measures';
import { NO_KNOWLEDGE } from '../../../../src/core/knowledge/knowledgeBase';
import { readShippedBase } from '../../../../src/core/knowledge/shippedBase';
import { assets } from '../../../support/assets';

const PUTIN = { label: 'PERSON', name: 'Vladimir Putin' };

/** Mentions of one sentence, one behind the other. */
function sentence(start: number, ...parts: readonly (readonly [string, string, Partial<IndexedMention>?])[]) {
  return parts.map(([label, text, fields], index): IndexedMention => {
    const from = start + index * 40;
    const around = { start, end: start + parts.length * 40 };
    return { start: from, end: from + 30, text, name: text, label, status: 'suggested', sentence: around, ...fields };
  });
}

function indexOf(articles: Readonly<Record<string, readonly [string, readonly IndexedMention[]]>>): CorpusIndex {
  const index = new CorpusIndex();
  for (const [path, [published, mentions]] of Object.entries(articles))
    index.put({ path, title: `Title ${path}`, published, length: 900, words: 99, lineStarts: [0, 100], mentions });
  return index;
}

describe('what a corpus tells of an entity', () => {
  const index = indexOf({
    a: ['2024-01-01', sentence(0, ['PERSON', 'Vladimir Putin'], ['GPE', 'China'])],
    b: ['2024-03-01', sentence(120, ['PERSON', 'Vladimir Putin'], ['QUOTATION', 'Yes', { speaker: 'Vladimir Putin' }])],
    c: ['2024-02-01', sentence(0, ['PERSON', 'Vladimir Putin'], ['GPE', 'China'])],
    d: ['2024-02-01', sentence(0, ['GPE', 'China'])],
  });

  it('is other articles, the newest first, with the place of the first mention there', () => {
    const context = entityContext(index, 'a', PUTIN);
    assert.deepEqual(
      context?.elsewhere.map(({ article, position }) => [headingOf(article), position.line, position.character]),
      [
        ['2024-03-01 · Title b', 1, 20],
        ['2024-02-01 · Title c', 0, 0],
      ],
    );
    assert.deepEqual(
      context?.with.map(({ name, articles }) => [name, articles]),
      [['China', 2]],
    );
  });

  it('is what a speaker says elsewhere', () => {
    assert.deepEqual(
      quotationsElsewhere(index, 'a', PUTIN).map(({ mention }) => mention.text),
      ['Yes'],
    );
    assert.deepEqual(quotationsElsewhere(index, 'b', PUTIN), []);
  });

  it('is nothing where no article has it', () => {
    assert.equal(entityContext(index, 'a', { label: 'PERSON', name: 'Nobody Else' }), undefined);
  });
});

describe('what a corpus tells of a figure', () => {
  const trade = (value: string, year: string, ...of: string[]) =>
    sentence(
      0,
      ...of.map((name) => ['GPE', name] as const),
      ['MONEY', value, { value, measure: 'trade' }],
      ['DATE', year, { value: year }],
    );
  const index = indexOf({
    here: ['2024-01-12', trade('240100000000 USD', '2023', 'China', 'Russia')],
    same: ['2024-02-01', trade('~240000000000 USD', '2023', 'Russia', 'China')],
    other: ['2024-03-01', trade('190000000000 USD', '2023', 'China', 'Russia')],
    before: ['2023-03-01', trade('190000000000 USD', '2022', 'China', 'Russia')],
    more: ['2024-03-02', trade('>200000000000 USD', '2023', 'China', 'Russia')],
    'other pair': ['2024-03-03', trade('664000000000 USD', '2023', 'China', 'United States')],
    'other unit': ['2024-03-03', trade('26.3 %', '2023', 'China', 'Russia')],
  });

  it('is the same measure of the same, and whether it can be right', () => {
    const context = figureContext(index, NO_KNOWLEDGE, 'here', 80);
    assert.deepEqual([context?.measure, context?.subjects, context?.period], ['trade', ['China', 'Russia'], '2023']);
    assert.deepEqual(
      context?.others.map(({ article, period, isConflicting }) => [article.path, period, isConflicting]),
      [
        ['more', '2023', false],
        ['other', '2023', true],
        ['same', '2023', false],
        ['before', '2022', false],
      ],
    );
  });

  it('holds no amounts of one sentence against each other', () => {
    const tariffs = sentence(
      0,
      ['GPE', 'China'],
      ['PERCENT', '5 percent', { value: '5 %', measure: 'tariff' }],
      ['PERCENT', '25 percent', { value: '25 %', measure: 'tariff' }],
      ['DATE', '2023', { value: '2023' }],
    );
    const { others = [] } = figureContext(indexOf({ here: ['2024-01-12', tariffs] }), NO_KNOWLEDGE, 'here', 40) ?? {};
    assert.deepEqual(
      others.map(({ mention, isConflicting }) => [mention.text, isConflicting]),
      [['25 percent', false]],
    );
  });

  it('is of a country where its people are named, unless others are called so too', async () => {
    const base = readShippedBase(new TextDecoder().decode(await assets.read('knowledge.base')));
    const exports = (value: string, ...of: readonly (readonly [string, string, Partial<IndexedMention>?])[]) =>
      sentence(0, ...of, ['MONEY', value, { value, measure: 'exports' }], ['DATE', '2023', { value: '2023' }]);
    const china = ['GPE', 'China', { guess: 'wikidata Q148' }] as const;
    const russia = ['GPE', 'Russia'] as const;
    const people = indexOf({
      country: ['2024-01-12', exports('100000000000 USD', china, russia)],
      people: ['2024-02-01', exports('200000000000 USD', ['NORP', 'Chinese'], russia)],
      both: ['2024-03-01', exports('100000000000 USD', ['NORP', 'Chinese'], china, ['NORP', 'Russians'])],
      others: ['2024-03-02', exports('100000000000 USD', ['NORP', 'Japanese'], russia)],
      congo: ['2024-03-03', exports('100000000000 USD', ['NORP', 'Congolese'])],
      'other congo': ['2024-03-04', exports('200000000000 USD', ['GPE', 'Republic of the Congo'])],
    });
    const found = (path: string, start: number) => {
      const { subjects, others = [] } = figureContext(people, base, path, start) ?? {};
      return [subjects, others.map(({ article, isConflicting }) => [article.path, isConflicting])];
    };
    assert.deepEqual(found('country', 80), [
      ['China', 'Russia'],
      [
        ['both', false],
        ['people', true],
      ],
    ]);
    assert.deepEqual(found('people', 80), [
      ['China', 'Russia'],
      [
        ['both', true],
        ['country', true],
      ],
    ]);
    assert.deepEqual(found('congo', 40), [['Congolese'], []]);
  });

  it('is nothing for what measures nothing', () => {
    assert.equal(figureContext(index, NO_KNOWLEDGE, 'here', 0), undefined);
    assert.equal(figureContext(index, NO_KNOWLEDGE, 'nowhere', 80), undefined);
  });
});

describe('what a figure measures', () => {
  const measured = (text: string, figure: string) => {
    const start = text.indexOf(figure);
    const measures = measuresIn(text, { start: 0, end: text.length });
    const kind = {
      isBare: /^[a-z]+$|^\d+$/i.test(figure),
      isPercent: /%|percent/.test(figure),
      isQuantity: /kilometers|tons|millimeters/.test(figure),
    };
    return measureOf(text, { start, end: start + figure.length, ...kind }, measures);
  };

  it('is the measure before it, or right behind it', () => {
    assert.equal(measured('Trade between the two reached $240 billion in 2023.', '$240 billion'), 'trade');
    assert.equal(measured('The flood has killed at least 12 people.', '12 people'), 'death toll');
    assert.equal(measured('They did $240 billion in trade last year.', '$240 billion'), 'trade');
    assert.equal(measured('Inflation stood at 5 percent.', '5 percent'), 'inflation');
    assert.equal(measured('It rained 5 millimeters, and prices rose.', '5 millimeters'), undefined);
  });

  it('is told in bare numbers of what is counted alone', () => {
    assert.equal(measured('Trade was the topic when the two met.', 'two'), undefined);
    assert.equal(measured('He is to open two bilateral trade events.', 'two'), undefined);
    assert.equal(measured('The bomb killed three journalists.', 'three'), 'death toll');
    assert.equal(measured('The five must now register their staff.', 'five'), undefined);
  });

  it('tells what was before from what is, and a share from the whole', () => {
    const inflation = 'Inflation stood at 6.4 percent in March, down from 9 percent a year before.';
    assert.equal(measured(inflation, '6.4 percent'), 'inflation');
    assert.equal(measured(inflation, '9 percent'), 'inflation, before');
    assert.equal(
      measured('The military took 7.4% of the gross domestic product.', '7.4%'),
      'share of gross domestic product',
    );
  });

  it('is no length or weight of other things, and no figure beside another that is nearer', () => {
    const flood = 'The flood killed 12 people in a village 70 kilometers south of the capital.';
    assert.equal(measured(flood, '12'), 'death toll');
    assert.equal(measured(flood, '70 kilometers'), undefined);
    assert.equal(measured('Exports of rice reached 2 million tons.', '2 million tons'), 'exports');
    assert.equal(measured('The college has 90 pupils and 12 staff members.', '90'), undefined);
    assert.equal(measured('The death toll rose from 20 to 35.', '35'), 'death toll');
  });

  it('is a share of what is somebody’s', () => {
    assert.equal(measured('About 27% of Africa’s population was hungry.', '27%'), 'share of population');
    assert.equal(measured('It is 2 percent of the country’s total exports.', '2 percent'), 'share of exports');
  });

  it('is told once of a range', () => {
    const tariffs = 'They set tariffs ranging from 5 percent to 25 percent.';
    assert.equal(measured(tariffs, '5 percent'), 'tariff');
  });

  it('tells a change from a level', () => {
    const imports = 'Imports fell 22.5% from $52 billion to $40 billion.';
    assert.equal(measured(imports, '22.5%'), 'imports, change');
    assert.equal(measured(imports, '$52 billion'), 'imports, before');
    assert.equal(measured('Sales are up more than 3 percent.', '3 percent'), 'sales, change');
    assert.equal(
      measured('Exports rose by almost 47 percent, to about $111 billion.', '47 percent'),
      'exports, change',
    );
    assert.equal(measured('Exports rose by almost 47 percent, to about $111 billion.', '$111 billion'), 'exports');
  });
});
