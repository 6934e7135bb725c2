import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Resizing, resized, type Side, snapped, wordAt } from '../../../../src/core/marking/words';

const TEXT =
  'Lately China’s “U.S.-led” trade of $1,200.5 million fell, said\nNathaniel O’Neill.The rest did not.\n\nNext.';

function span(words: string) {
  const start = TEXT.indexOf(words);
  assert.ok(start >= 0, words);
  return { start, end: start + words.length };
}

function words({ start, end }: { start: number; end: number }): string {
  return TEXT.slice(start, end);
}

describe('words around an edge', () => {
  const step = (from: string, side: Side, how: Resizing, signs = false) =>
    words(resized(TEXT, span(from), side, how, signs));

  it('are taken in and left out one by one', () => {
    assert.equal(step('trade', 'end', 'wider'), 'trade of');
    assert.equal(step('trade', 'start', 'wider'), 'led” trade');
    assert.equal(step('trade of', 'end', 'narrower'), 'trade');
    assert.equal(step('trade of', 'start', 'narrower'), 'of');
  });

  it('leave the possessive out, and keep initials, numbers and inner apostrophes whole', () => {
    assert.equal(step('China’s', 'end', 'narrower'), 'China');
    assert.equal(step('China', 'end', 'wider'), 'China’s');
    assert.equal(step('led', 'start', 'wider'), 'U.S.-led');
    assert.equal(step('million', 'start', 'wider'), '1,200.5 million');
    assert.equal(step('1,200.5 million', 'start', 'wider'), '$1,200.5 million');
    assert.equal(step('Nathaniel', 'end', 'wider'), 'Nathaniel O’Neill');
  });

  it('do not run into the next sentence’s where a space is missing', () => {
    assert.equal(step('Nathaniel O’Neill.The', 'end', 'narrower'), 'Nathaniel O’Neill');
  });

  it('reach over a line’s end, but not into another paragraph', () => {
    assert.equal(step('said', 'end', 'wider'), 'said\nNathaniel');
    assert.equal(step('not', 'end', 'wider'), 'not');
  });

  it('count signs where a quotation is meant', () => {
    assert.equal(step('U.S.-led', 'end', 'wider', true), 'U.S.-led”');
    assert.equal(step('not', 'end', 'wider', true), 'not.');
  });

  it('leave at least one word', () => {
    assert.equal(step('trade', 'end', 'narrower'), 'trade');
    assert.equal(step('trade', 'start', 'narrower'), 'trade');
  });

  it('are given up when only a part of one is in', () => {
    assert.equal(step('trade o', 'end', 'narrower'), 'trade');
    assert.equal(step('hina’s “U.S.', 'start', 'narrower'), '’s “U.S.');
  });

  it('keep a span within the text and not empty, whatever the text', () => {
    const sides = fc.constantFrom<Side>('start', 'end');
    const hows = fc.constantFrom<Resizing>('wider', 'narrower');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(), fc.nat(), sides, hows, (text, a, b, side, how) => {
        fc.pre(text.length > 1);
        const start = a % (text.length - 1);
        const end = start + 1 + (b % (text.length - start));
        const { start: from, end: to } = resized(text, { start, end: Math.min(end, text.length) }, side, how);
        assert.ok(from >= 0 && from < to && to <= text.length);
      }),
    );
  });
});

describe('the word at a place', () => {
  const at = (offset: number) => {
    const found = wordAt(TEXT, offset);
    return found && words(found);
  };

  it('is the one it is in, or touches', () => {
    assert.equal(at(span('trade').start + 2), 'trade');
    assert.equal(at(span('trade').start), 'trade');
    assert.equal(at(span('fell').end), 'fell');
    assert.equal(at(span(' \u201cU.S.').start), 'China');
  });

  it('is the name before a possessive', () => {
    assert.equal(at(span('’s').start), 'China');
    assert.equal(at(span('’s').start + 1), 'China');
  });

  it('is none between signs', () => {
    assert.equal(at(TEXT.indexOf('\n\n') + 1), undefined);
  });
});

describe('a selection', () => {
  it('snaps outward to the words it cuts', () => {
    assert.equal(words(snapped(TEXT, span('thaniel O’Nei'))), 'Nathaniel O’Neill');
    assert.equal(words(snapped(TEXT, span('trade of'))), 'trade of');
    assert.equal(words(snapped(TEXT, span('hin'))), 'China');
  });
});
