import assert from 'node:assert/strict';
import { createPipeline, loadRecognizers, type Recognizer } from '../../../../src/core/recognize';
import { assets } from '../../../support/assets';
import { shown } from './marked';

/** Suggests every word of a list wherever it stands, and counts how often it was asked. */
function wordFinder(id: string, label: string, words: readonly string[]): Recognizer & { asked: string[] } {
  const asked: string[] = [];
  return {
    id,
    labels: [label],
    asked,
    run(passage) {
      asked.push(passage);
      return words.flatMap((word) =>
        [...passage.matchAll(new RegExp(word, 'g'))].map(({ index }) => ({
          start: index,
          end: index + word.length,
          label,
          recognizer: id,
        })),
      );
    },
  };
}

const wordsOf = (text: string, suggestions: readonly { start: number; end: number }[] | undefined) =>
  (suggestions ?? []).map(({ start, end }) => text.slice(start, end));

describe('pipeline', () => {
  it('gives offsets of the article, sorted, whatever the order of recognizers', async () => {
    const text = 'China rose.\n\nIn 1999 China fell.';
    const pipeline = createPipeline([wordFinder('d', 'DATE', ['1999']), wordFinder('n', 'GPE', ['China'])]);
    assert.deepEqual(wordsOf(text, await pipeline.analyze(text, {})), ['China', '1999', 'China']);
  });

  it('looks only within the body', async () => {
    const text = '---\ntitle: China\n---\nChina rose.';
    const pipeline = createPipeline([wordFinder('n', 'GPE', ['China'])]);
    const suggestions = await pipeline.analyze(text, {}, { body: { start: 21, end: text.length } });
    assert.deepEqual(
      suggestions?.map(({ start }) => start),
      [21],
    );
  });

  it('asks again only about the paragraph that changed', async () => {
    const finder = wordFinder('n', 'GPE', ['China']);
    const pipeline = createPipeline([finder]);
    await pipeline.analyze('One China.\n\nTwo.\n\nThree.', {});
    finder.asked.length = 0;
    const text = 'One.\n\nTwo China.\n\nThree.';
    assert.deepEqual(wordsOf(text, await pipeline.analyze(text, {})), ['China']);
    assert.deepEqual(finder.asked, ['One.', 'Two China.']);
  });

  it('asks again when the publication date changed', async () => {
    const finder = wordFinder('n', 'GPE', ['China']);
    const pipeline = createPipeline([finder]);
    await pipeline.analyze('China.', { published: '2024-01-01' });
    await pipeline.analyze('China.', { published: '2025-01-01' });
    assert.equal(finder.asked.length, 2);
  });

  it('stops when nobody wants the result any more', async () => {
    const signal = { aborted: false };
    const pause = async () => {
      signal.aborted = true;
    };
    const finder = wordFinder('n', 'GPE', ['China']);
    const paragraph = `China ${'word '.repeat(2_000)}`;
    const text = Array.from({ length: 20 }, (_, index) => `${index} ${paragraph}`).join('\n\n');
    const pipeline = createPipeline([finder], { pause });
    assert.equal(await pipeline.analyze(text, {}, { signal }), undefined);
    assert.ok(finder.asked.length < 20);
  });

  it('tells of a recognizer that throws once, and goes on with the others', async () => {
    const told: string[] = [];
    const broken: Recognizer = {
      id: 'broken',
      labels: [],
      run: () => {
        throw new Error('broken');
      },
    };
    const pipeline = createPipeline([broken, wordFinder('n', 'GPE', ['China'])], { onError: (id) => told.push(id) });
    const text = 'China.\n\nChina.';
    assert.deepEqual(wordsOf(text, await pipeline.analyze(text, {})), ['China', 'China']);
    assert.deepEqual(told, ['broken']);
  });

  it('keeps a number out of a name, a name out of a date, and the longer of two names', async () => {
    const text = 'Siberia-2 was opened on May 16 by Xinhua News Agency.';
    const pipeline = createPipeline([
      wordFinder('n', 'ORG', ['Siberia-2', 'Xinhua News Agency']),
      wordFinder('p', 'PERSON', ['May', 'Xinhua']),
      wordFinder('f', 'CARDINAL', ['2', '16']),
      wordFinder('d', 'DATE', ['May 16']),
    ]);
    assert.deepEqual(wordsOf(text, await pipeline.analyze(text, {})), ['Siberia-2', 'May 16', 'Xinhua News Agency']);
  });

  it('lets quotations hold other mentions', async () => {
    const text = '“China rose”';
    const pipeline = createPipeline([wordFinder('q', 'QUOTATION', [text]), wordFinder('n', 'GPE', ['China'])]);
    assert.deepEqual(wordsOf(text, await pipeline.analyze(text, {})), [text, 'China']);
  });

  it('is frozen, and so is what it gives', async () => {
    const pipeline = createPipeline([]);
    assert.ok(Object.isFrozen(pipeline) && Object.isFrozen(await pipeline.analyze('', {})));
  });
});

describe('pipeline of all recognizers', () => {
  it('reads an article as a reader does', async () => {
    const text = [
      "The May 16-17 visit is Putin's first trip abroad since he was sworn in for a fifth presidential term a week ago.",
      'Russian President Vladimir Putin thanked Beijing. Every month, China exports more than $300 million worth of goods.',
      'Ukraine enters its third war. year. North Korea supplied Russia has supplied millions of artillery shells for the war.',
    ].join('\n\n');
    const pipeline = createPipeline(await loadRecognizers(assets));
    const suggestions = (await pipeline.analyze(text, { published: '2024-05-14' })) ?? [];
    assert.deepEqual(
      suggestions.map((suggestion) => shown(text, suggestion)),
      [
        'DATE May 16-17 = 2024-05-16/2024-05-17',
        'PERSON Putin',
        'ORDINAL first = 1 #',
        'ORDINAL fifth = 5 #',
        'DATE a week ago = 2024-05-07',
        'NORP Russian',
        'PERSON Vladimir Putin',
        'GPE Beijing',
        'DATE Every month = R/P1M',
        'GPE China',
        'MONEY $300 million = >300000000 USD',
        'GPE Ukraine',
        'ORDINAL third = 3 #',
        'GPE North Korea',
        'GPE Russia',
        'CARDINAL millions = >=1000000 {artillery shell}',
      ],
    );
  });
});
