import assert from 'node:assert/strict';
import { readGazetteer } from '../../../../../src/core/recognize/entities/gazetteer';
import { createKernel } from '../../../../../src/core/recognize/entities/kernel/kernel';
import { OF } from '../../../../../src/core/recognize/entities/kernel/shape';
import { NO_CLASSES } from '../../../../../src/core/recognize/entities/tagger/lexicon';
import { createVocabulary } from '../../../../../src/core/recognize/entities/tagger/vocabulary';
import { createWordRows } from '../../../../../src/core/recognize/entities/tagger/wordRows';
import { assets } from '../../../../support/assets';

const SIZE = 4;
const HALF = 512;
const PASSAGE = 100;

describe('what scorers keep of words', () => {
  it('is right however many words come, and worked out once for a word that keeps coming', async () => {
    const gazetteer = readGazetteer(await assets.read('names.gazetteer'));
    const vocabulary = createVocabulary({ wordClass: () => NO_CLASSES, gazetteer });
    const kernel = createKernel();
    const filled: string[] = [];
    const rows = createWordRows(
      kernel,
      SIZE,
      (place, word) => {
        filled.push(word?.text ?? '');
        assert.deepEqual([...kernel.integers.subarray(place / OF, place / OF + SIZE)], [0, 0, 0, 0]);
        kernel.integers[place / OF] = Number(word?.text.slice(1) ?? -1);
      },
      HALF,
    );
    const wordsOf = (passage: number) =>
      ['w0', ...Array.from({ length: PASSAGE }, (_, index) => `w${passage * PASSAGE + index}`)].map(vocabulary.typeOf);
    for (const passage of [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 3, 2, 30, 31, 32, 33, 34, 35, 9]) {
      const words = wordsOf(passage);
      rows.reserve(words.length);
      const places = words.map((word) => rows.find(word));
      assert.deepEqual(
        places.map((place) => kernel.integers[place / OF]),
        words.map(({ text }) => Number(text.slice(1))),
      );
    }
    assert.equal(kernel.integers[rows.edge / OF], -1);
    assert.equal(filled.filter((text) => text === 'w0').length, 1);
    assert.ok(filled.filter((text) => text === 'w310').length > 1, 'what was long not met is forgotten');
  });
});
