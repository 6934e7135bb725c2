import assert from 'node:assert/strict';
import type { ReadArticle } from '../../../../src/core/formats/format';
import { articlesMeant, OwnArticles } from '../../../../src/core/formats/ownArticles';

describe('the articles that another tool’s file means', () => {
  const own = new OwnArticles<string>();
  for (const path of ['news/a/story.txt', 'news/b/story.txt', 'news/b/other.txt', 'story-2.md']) own.add(path, path);
  const read = (name: string): ReadArticle => ({ name, spans: [], entities: [], relations: [], units: ['utf16'] });

  it('are those of its name, in the folders that it names', () => {
    assert.deepEqual(own.named(read('other')), ['news/b/other.txt']);
    assert.deepEqual(own.named(read('story.txt')), ['news/a/story.txt', 'news/b/story.txt']);
    assert.deepEqual(own.named(read('a/story.txt')), ['news/a/story.txt']);
    assert.deepEqual(own.named(read('/elsewhere/news/b/story')), ['news/b/story.txt']);
    assert.deepEqual(own.named(read('b\\story.txt')), ['news/b/story.txt']);
    assert.deepEqual(own.named(read('c/story.txt')), ['news/a/story.txt', 'news/b/story.txt']);
    assert.deepEqual(own.named(read('third.txt')), []);
  });

  it('are not those of a name that only counts', () => {
    assert.deepEqual(own.named(read('story-2')), ['story-2.md']);
    assert.deepEqual(own.named({ ...read('story-2'), isNumbered: true }), []);
  });

  it('are those of its words rather than of its name', () => {
    assert.deepEqual(articlesMeant(['a'], ['b']), ['b']);
    assert.deepEqual(articlesMeant(['a', 'b'], ['b', 'c']), ['b']);
    assert.deepEqual(articlesMeant(['a'], ['b', 'c']), ['b', 'c']);
    assert.deepEqual(articlesMeant(['a'], []), ['a']);
  });
});
