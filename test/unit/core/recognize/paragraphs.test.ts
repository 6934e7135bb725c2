import assert from 'node:assert/strict';
import fc from 'fast-check';
import { paragraphs } from '../../../../src/core/text/paragraphs';

const split = (text: string) => paragraphs(text).map(({ start, end }) => text.slice(start, end));

describe('paragraphs', () => {
  it('takes each line for one, white space and blank lines left out', () => {
    assert.deepEqual(split('Headline\nFirst sentence.\n\n  Second one. \n'), [
      'Headline',
      'First sentence.',
      'Second one.',
    ]);
  });

  it('joins lines that were broken at a width', () => {
    const wrapped =
      'The president said on Monday that he would travel to the\nUnited States in the coming weeks to meet with its leaders\nand others.';
    assert.deepEqual(split(`${wrapped}\n\nNext.`), [wrapped, 'Next.']);
  });

  it('leaves out white space only, and keeps the order, on any text', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', ' ', '\n', '.', 'word '), { maxLength: 80 }), (pieces) => {
        const text = pieces.join('');
        assert.equal(split(text).join('').replace(/\s/g, ''), text.replace(/\s/g, ''));
      }),
    );
  });
});
