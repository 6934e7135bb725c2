import assert from 'node:assert/strict';
import { NearDuplicates } from '../../../../src/core/corpus/nearDuplicates';
import { seeded } from '../../../bench/support/random';

const WORDS = Array.from({ length: 3000 }, (_, index) => `word${index}`);

describe('near-duplicates', () => {
  const random = seeded(5);
  const story = (length: number) => Array.from({ length }, () => random.pick(WORDS));
  /** The story with some words others, as an editor leaves it. */
  const edited = (words: readonly string[], changes: number) => {
    const copy = [...words];
    for (let change = 0; change < changes; change++) copy[random.below(copy.length)] = random.pick(WORDS);
    return copy;
  };

  it('finds lightly edited stories and no others', () => {
    const found = new NearDuplicates();
    const stories = Array.from({ length: 200 }, () => story(300));
    for (const [index, words] of stories.entries()) found.add(`a${String(index).padStart(3, '0')}`, words.join(' '));
    for (const [index, words] of stories.slice(0, 50).entries())
      found.add(`b${String(index).padStart(3, '0')}`, edited(words, 6).join(' '));
    const groups = found.groups();
    const together = stories.slice(0, 50).filter((_, index) => {
      const own = `${String(index).padStart(3, '0')}`;
      return groups.get(`b${own}`) === `a${own}`;
    });
    assert.ok(together.length >= 49, String(together.length));
    const apart = [...groups].filter(([key, group]) => key.startsWith('a') && key !== group);
    assert.deepEqual(apart, []);
  });

  it('does not mind white space, case and signs, and takes short texts and empty ones', () => {
    const found = new NearDuplicates();
    found.add('a', 'Putin met Xi in Beijing on Thursday, officials said.');
    found.add('b', 'PUTIN met Xi\nin Beijing — on Thursday officials said');
    found.add('c', 'Something else altogether was said there.');
    found.add('d', '');
    assert.deepEqual(Object.fromEntries(found.groups()), { a: 'a', b: 'a', c: 'c', d: 'd' });
  });
});
