import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isKnownLabel } from '../../../../src/core/annotation/labels';
import type { QuotationParts } from '../../../../src/core/annotation/quotationParts';
import { createPipeline, loadRecognizers, type Recognizer, type Suggestion } from '../../../../src/core/recognize';
import type { Span } from '../../../../src/core/text/span';
import { assets } from '../../../support/assets';
import { refined } from './marked';

/** Whoever joins the list is held to what every recognizer promises. */
describe('every recognizer', function () {
  this.timeout(30_000);
  let recognizers: readonly Recognizer[] = [];
  before(async () => {
    recognizers = await loadRecognizers(assets);
  });

  const PIECES = [
    ...[
      'Vladimir Putin',
      "China's",
      'U.S.',
      'the',
      'Bank of',
      'and',
      'said',
      'that',
      'told',
      'according to',
      'who',
      '[Korean]',
      'al-Shabab',
      'O’Brien',
      'Mr.',
      'I',
    ],
    ...[
      '$5',
      '-7',
      '3.5',
      'million',
      'half a',
      'two',
      '-year-old',
      '%',
      '60 per cent',
      'a few',
      'days',
      'ago',
      'more than',
    ],
    ...[
      'May',
      '16',
      ',',
      '2024',
      '-05-',
      '3 p.m.',
      'last',
      'Monday',
      'every',
      'since',
      '’90s',
      'first',
      'quarter',
      '"',
      '“',
      '”',
      '‘',
      '’',
      "''",
      '«',
      ':',
      '…',
    ],
    ...[
      '\n',
      '\n\n',
      '\u{1f600}',
      'é',
      '\u0301',
      '\ud800',
      '\u200b',
      '.',
      '(',
      ')',
      '½',
      '1,234,567.89',
      '12:30',
      '5/14/2024',
    ],
  ];
  const texts = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((pieces) => pieces.join(' ')),
    fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((pieces) => pieces.join('')),
  );
  const contexts = fc.constantFrom(
    {},
    { published: '2024-05-14' },
    { published: 'nonsense' },
    { published: '2024-02-29' },
  );

  function checkSuggestions(recognizer: Recognizer, text: string, suggestions: readonly Suggestion[]): void {
    let last = 0;
    for (const { start, end, label, recognizer: by, full, confidence, value, quotation } of suggestions) {
      assert.ok(start >= last && end > start && end <= text.length, `${start}-${end} in order and within the text`);
      last = start;
      assert.equal(text.slice(start, end), text.slice(start, end).trim(), 'no white space around a mention');
      assert.equal(by, recognizer.id);
      assert.ok(isKnownLabel(label) && recognizer.labels.includes(label), `${label} is announced`);
      assert.ok(confidence === undefined || (confidence >= 0 && confidence <= 1));
      assert.ok(
        full === undefined || (full.start <= start && full.end >= end && full.start >= 0 && full.end <= text.length),
      );
      assert.ok(value === undefined || !/NaN|undefined|Infinity/.test(value), `value ${value}`);
      if (quotation) checkParts(text, quotation, { start, end });
    }
  }

  function checkParts(text: string, { content, speaker, cue }: QuotationParts, span: Span): void {
    let last = span.start;
    assert.ok(content.length > 0, 'something is quoted');
    for (const piece of content) {
      assert.ok(piece.start >= last && piece.end > piece.start && piece.end <= span.end, 'pieces in order and within');
      last = piece.end;
    }
    for (const part of [speaker, cue]) {
      assert.ok(
        !part || (part.start >= 0 && part.end > part.start && part.end <= text.length),
        'parts within the text',
      );
    }
  }

  it('gives exact, sorted suggestions with labels it announced, twice the same, on any text', () => {
    fc.assert(
      fc.property(texts, contexts, (text, context) => {
        for (const recognizer of recognizers) {
          const once = recognizer.run(text, context);
          checkSuggestions(recognizer, text, once);
          assert.deepEqual(recognizer.run(text, context), once);
          checkSuggestions(recognizer, text, refined(recognizer, text, once));
        }
      }),
      { numRuns: 300 },
    );
  });

  const LONG = 20_000;
  const HARD = [
    'a',
    'A',
    'A ',
    'A.',
    "'",
    '1',
    '1,',
    '1.',
    '1-',
    '$',
    'of ',
    'the ',
    'May ',
    'hundred ',
    'a@',
    '-',
    '[',
    'x’',
    ' ',
  ];
  for (const piece of [
    ...HARD,
    'Al-',
    'twenty ',
    'and a half ',
    'Putin and ',
    '1 to ',
    'Bank of ',
    'A, ',
    '12:',
    'half of ',
    '"A',
    '"',
    '“',
    '”',
    "''",
    '« »',
    '“a ‘b „c ',
    '“Yes,” he said. ',
    'he said that ',
    'said, ',
    'Smith, a doctor, ',
    'according to ',
    'who said, (',
    '"I did, he said. ',
    'told ',
    'a and ',
    'said 1 ',
    ': “',
  ]) {
    it(`gets through a line of nothing but ${JSON.stringify(piece)}`, () => {
      const text = piece.repeat(Math.ceil(LONG / piece.length)).slice(0, LONG);
      for (const recognizer of recognizers) {
        const suggestions = recognizer.run(text, { published: '2024-05-14' });
        refined(recognizer, text, suggestions);
      }
    });
  }

  for (const piece of ['a', 'A', ')', '\u0000', '\ud800', 'Mr', '-', '\u{1f600}']) {
    it(`gets through a million of ${JSON.stringify(piece)} without a space`, () => {
      const text = piece.repeat(1_000_000 / piece.length);
      for (const recognizer of recognizers) checkSuggestions(recognizer, text, recognizer.run(text, {}));
    });
  }

  it('has an id of its own', () => {
    assert.equal(new Set(recognizers.map((recognizer) => recognizer.id)).size, recognizers.length);
  });

  it('leaves no two suggestions on the same words, all together, but those that quotations hold', async () => {
    const pipeline = createPipeline(recognizers);
    await fc.assert(
      fc.asyncProperty(texts, contexts, async (text, context) => {
        const suggestions = (await pipeline.analyze(text, context)) ?? assert.fail('not aborted');
        const isQuotation = ({ label }: Suggestion) => label === 'QUOTATION';
        for (const kind of [suggestions.filter(isQuotation), suggestions.filter((each) => !isQuotation(each))]) {
          kind.forEach((suggestion, index) => {
            const before = kind[index - 1];
            assert.ok(suggestion.end <= text.length && (!before || before.end <= suggestion.start));
          });
        }
      }),
      { numRuns: 100 },
    );
  });
});
