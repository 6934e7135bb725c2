import assert from 'node:assert/strict';
import { CorpusIndex } from '../../../../src/core/corpus/corpusIndex';
import type { IndexedMention } from '../../../../src/core/corpus/indexedArticle';
import { seeded } from '../../../bench/support/random';

const place = (name: string, at: number, guess?: string): IndexedMention => ({
  start: at * 20,
  end: at * 20 + 10,
  text: name,
  label: 'GPE',
  status: 'suggested',
  name,
  ...(guess !== undefined && { guess }),
  sentence: { start: at * 20, end: at * 20 + 15 },
});

/** The first places are in most articles; one of them goes by two names, sometimes by both in one article. */
function corpus(count: number): readonly { readonly path: string; readonly names: readonly string[] }[] {
  const random = seeded(3);
  return Array.from({ length: count }, (_, number) => {
    const names = new Set(Array.from({ length: 8 }, () => `Place${Math.floor(random.next() ** 3 * 60)}`));
    if (random.below(2) === 0) names.add('Home');
    if (random.below(3) === 0) names.add('Homeland');
    names.add(`Rare${number}`);
    return { path: `a${number}`, names: [...names] };
  });
}

const GUESSES: Readonly<Record<string, string>> = { Home: 'wikidata Q1', Homeland: 'wikidata Q1' };
const entityOf = (name: string) => GUESSES[name] ?? name;

describe('who an entity is mentioned with', () => {
  const articles = corpus(3_000);
  const index = new CorpusIndex();
  const put = ({ path, names }: (typeof articles)[number]) =>
    index.put({
      path,
      title: path,
      length: 900,
      words: 100,
      mentions: names.map((name, at) => place(name, at, GUESSES[name])),
    });
  for (const article of articles) put(article);

  /** Counted article by article: the numbers of articles of the first ones, which may be in any order where they are equal. */
  function expected(name: string, most: number, within = articles): readonly number[] {
    const counts = new Map<string, number>();
    for (const { names } of within) {
      const entities = new Set(names.map(entityOf));
      if (!entities.delete(entityOf(name))) continue;
      for (const entity of entities) counts.set(entity, (counts.get(entity) ?? 0) + 1);
    }
    return [...counts.values()].sort((a, b) => b - a).slice(0, most);
  }

  const found = (name: string, most: number) => {
    const key = index.keyOf('a0', place(name, 0, GUESSES[name])) ?? '';
    return index.mentionedWith(key, most).map(({ articles: count }) => count);
  };

  it('is counted by articles, whether the entity is in nearly all of them or in one', () => {
    for (const name of ['Place0', 'Place1', 'Place9', 'Place40', 'Home', 'Rare7'])
      assert.deepEqual(found(name, 5), expected(name, 5), name);
  });

  it('is told in any number', () => {
    assert.deepEqual(found('Place0', 2_000), expected('Place0', 2_000));
  });

  it('is right again after articles have changed', () => {
    const changed = articles.map((article, number) =>
      number % 3 === 0 ? { ...article, names: article.names.filter((name) => name !== 'Place0') } : article,
    );
    for (const [number, article] of changed.entries()) if (number % 3 === 0) put(article);
    for (const name of ['Place1', 'Home']) assert.deepEqual(found(name, 5), expected(name, 5, changed), name);
  });
});
