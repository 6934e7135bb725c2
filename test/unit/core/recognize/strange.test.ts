import assert from 'node:assert/strict';
import { createPipeline, loadRecognizers, type Recognizer } from '../../../../src/core/recognize';
import { assets } from '../../../support/assets';

/** What goes on where an end is looked for, in one paragraph or in many. */
const PIECES = [
  'A ',
  '7',
  '1,',
  ' ',
  '   \n',
  '-',
  'a-',
  'A.',
  "x'",
  '“a ‘b „c «d ',
  '”',
  '([',
  'a@b.',
  'he said that ',
  'according to ',
  'two hundred thousand and ',
  'May 2024 and ',
  'Bank of the Bank of ',
  'SMITH: Yes.\n',
  'a few days later, in 2016, ',
  'e\u0301',
  '\ud800',
  'John Smith of Paris paid $5 million on May 3.\n',
];

/** Long enough for everything that is worked through in pieces to need several of them. */
const LENGTH = 12_000;

describe('strange texts', function () {
  this.timeout(60_000);
  let recognizers: readonly Recognizer[];
  before(async () => {
    recognizers = await loadRecognizers(assets);
  });

  for (const piece of PIECES) {
    it(`of nothing but ${JSON.stringify(piece)} are gone through without trouble, all recognizers together`, async () => {
      const text = piece.repeat(Math.ceil(LENGTH / piece.length));
      const troubles: unknown[] = [];
      const pipeline = createPipeline(recognizers, { onError: (_, error) => troubles.push(error) });
      const found = (await pipeline.analyze(text, { published: '2024-05-14' })) ?? assert.fail('not aborted');
      assert.deepEqual(troubles, []);
      for (const { start, end } of found) assert.ok(start >= 0 && end > start && end <= text.length);
    });
  }

  it('of one paragraph are read to their end, however long', async () => {
    const sentence = 'Vladimir Putin flew from Moscow to Beijing to meet Xi Jinping on May 16. ';
    const text = sentence.repeat(400).trim();
    const found = (await createPipeline(recognizers).analyze(text, {})) ?? assert.fail('not aborted');
    const people = found.filter(({ label }) => label === 'PERSON');
    assert.equal(people.length, 800);
  });
});
