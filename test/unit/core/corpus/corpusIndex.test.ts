import assert from 'node:assert/strict';
import fc from 'fast-check';
import { CorpusIndex } from '../../../../src/core/corpus/corpusIndex';
import type { IndexedArticle, IndexedMention } from '../../../../src/core/corpus/indexedArticle';
import { packArticle, unpackArticle } from '../../../../src/core/corpus/packedArticle';
import { atOnce, type Steps } from '../../../../src/core/slices';

type Fields = Partial<IndexedMention>;

/** A mention as an article has it, ten units wide. */
const mention = (start: number, label: string, name: string, fields: Fields = {}): IndexedMention => ({
  start,
  end: start + 10,
  text: name,
  label,
  status: 'suggested',
  name,
  sentence: { start, end: start + 40 },
  ...fields,
});

const article = (path: string, published: string, mentions: readonly IndexedMention[]): IndexedArticle => ({
  path,
  title: `About ${path}`,
  published,
  length: 1000,
  words: 150,
  lineStarts: [0, 20, 50],
  mentions,
});

function indexOf(...articles: readonly IndexedArticle[]): CorpusIndex {
  const index = new CorpusIndex();
  for (const one of articles) index.put(one);
  return index;
}

const PUTIN = mention(0, 'PERSON', 'Vladimir Putin');
const BEIJING = mention(20, 'GPE', 'Beijing');

describe('the index over articles', () => {
  it('does not join by name what somebody has told from others of its name', () => {
    const georgia = (start: number, fields: Fields = {}) => mention(start, 'GPE', 'Georgia', fields);
    const state = georgia(100, { record: 'state' });
    const index = indexOf(
      { ...article('a', '2024-05-16', [georgia(0, { record: 'country' }), state]), notSame: [['state', 'country']] },
      article('b', '2024-05-17', [georgia(5)]),
      article('c', '2024-05-18', [georgia(5)]),
    );
    const of = (path: string, one: IndexedMention) => {
      const key = index.keyOf(path, one) ?? '';
      const entity = index.entity(key);
      return [entity?.articles, entity?.mentions, entity?.reason, [...index.mentionsOf(key)].length];
    };
    assert.deepEqual(of('b', georgia(5)), [3, 3, 'name', 3]);
    assert.deepEqual(of('a', state), [1, 1, 'article', 1]);
    const linked = { ...state, link: 'wikidata Q1428' };
    index.put({
      ...article('a', '2024-05-16', [georgia(0, { record: 'country' }), linked]),
      notSame: [['state', 'country']],
    });
    assert.deepEqual(of('b', georgia(5)), [3, 3, 'name', 3], 'its link is not theirs');
    assert.deepEqual(of('a', linked), [1, 1, 'link', 1]);
    assert.deepEqual(index.article('a')?.notSame, [['state', 'country']]);
  });

  it('joins full names over articles, and says since when and with whom', () => {
    const index = indexOf(
      article('a', '2024-05-16', [PUTIN, BEIJING, mention(60, 'PERSON', 'Vladimir Putin')]),
      article('b', '2023-03-01', [mention(5, 'PERSON', 'VLADIMIR PUTIN'), mention(40, 'LOC', 'Beijing')]),
      article('c', '2022-01-01', [mention(5, 'PERSON', 'Xi Jinping')]),
    );
    const key = index.keyOf('a', PUTIN) ?? '';
    const putin = index.entity(key);
    assert.deepEqual(putin && [putin.articles, putin.mentions, putin.first, putin.last, putin.reason], [
      2,
      3,
      '2023-03-01',
      '2024-05-16',
      'name',
    ]);
    assert.deepEqual(
      index.articlesOf(key).map(({ path, mentions }) => [path, mentions]),
      [
        ['a', 2],
        ['b', 1],
      ],
    );
    assert.deepEqual(
      index.mentionedWith(key, 5).map(({ name, articles }) => [name, articles]),
      [['Beijing', 2]],
    );
  });

  it('keeps a bare surname within its article', () => {
    const smith = mention(0, 'PERSON', 'Smith');
    const index = indexOf(article('a', '2024-01-01', [smith]), article('b', '2024-01-02', [smith]));
    const key = index.keyOf('a', smith) ?? '';
    assert.deepEqual(index.entity(key)?.articles, 1);
    assert.equal(index.entity(key)?.reason, 'article');
    assert.deepEqual(
      [...index.mentionsOf(key)].map((found) => found.article.path),
      ['a'],
    );
  });

  it('keeps a person and a place of one name apart', () => {
    const index = indexOf(
      article('a', '2024-01-01', [mention(0, 'PERSON', 'Paris Hilton'), mention(20, 'FAC', 'Paris Hilton')]),
    );
    assert.equal(index.search('paris', 5).length, 2);
  });

  it('follows a link over different names, and takes unlinked ones of a name that has one link along', () => {
    const link = 'wikidata Q7747';
    const index = indexOf(
      article('a', '2024-01-01', [mention(0, 'PERSON', 'Vladimir Putin', { link })]),
      article('b', '2024-01-02', [mention(0, 'PERSON', 'V. V. Putin', { link })]),
      article('c', '2024-01-03', [PUTIN]),
    );
    const key = index.keyOf('c', PUTIN) ?? '';
    assert.equal(key, `=${link}`);
    assert.deepEqual([index.entity(key)?.articles, index.entity(key)?.reason], [3, 'link']);
    index.put(article('d', '2024-01-04', [mention(0, 'PERSON', 'Vladimir Putin', { link: 'wikidata Q1' })]));
    assert.equal(
      index.entity(index.keyOf('c', PUTIN) ?? '')?.articles,
      1,
      'with two links the name alone says nothing',
    );
    index.remove('d');
    assert.equal(index.entity(index.keyOf('c', PUTIN) ?? '')?.articles, 3);
  });

  it('joins by what the knowledge base takes names for, and by what people say before it', () => {
    const guess = 'wikidata Q30';
    const us = mention(0, 'GPE', 'US', { guess });
    const index = indexOf(
      article('a', '2024-01-01', [us]),
      article('b', '2024-01-02', [mention(0, 'GPE', 'United States', { guess })]),
      article('c', '2024-01-03', [mention(0, 'GPE', 'United States')]),
    );
    const key = index.keyOf('a', us) ?? '';
    assert.deepEqual([index.entity(key)?.articles, index.entity(key)?.reason], [3, 'base']);
    index.put(article('d', '2024-01-04', [mention(0, 'GPE', 'United States', { link: 'wikidata Q1' })]));
    assert.deepEqual(index.pathsWith([key]), ['b', 'a'], 'a person says of the bare name what it is');
    index.put(article('d', '2024-01-04', [mention(0, 'GPE', 'United States', { link: guess })]));
    assert.deepEqual([index.entity(key)?.articles, index.entity(key)?.reason], [4, 'link']);
  });

  it('does not join bare surnames by a guess', () => {
    const putin = mention(0, 'PERSON', 'Putin', { guess: 'wikidata Q7747' });
    const index = indexOf(article('a', '2024-01-01', [putin]), article('b', '2024-01-02', [putin]));
    assert.equal(index.entity(index.keyOf('a', putin) ?? '')?.articles, 1);
  });

  it('finds a speaker’s quotations', () => {
    const quotation = mention(30, 'QUOTATION', 'We will come', { speaker: 'Vladimir Putin' });
    const index = indexOf(article('a', '2024-01-01', [PUTIN, quotation]), article('b', '2024-01-02', [PUTIN]));
    assert.deepEqual(
      [...index.quotationsOf(index.keyOf('a', PUTIN) ?? '')].map((found) => found.mention.text),
      ['We will come'],
    );
  });

  it('knows the place of an offset', () => {
    const index = indexOf(article('a', '2024-01-01', [PUTIN]));
    assert.deepEqual(index.positionAt('a', 25), { line: 1, character: 5 });
    assert.deepEqual(index.positionAt('a', 20), { line: 1, character: 0 });
  });

  it('forgets what is removed, also when it clears up', () => {
    const index = indexOf();
    for (let round = 0; round < 30; round++)
      for (let at = 0; at < 100; at++) index.put(article(`a${at}`, '2024-01-01', [PUTIN, BEIJING]));
    for (let at = 10; at < 100; at++) index.remove(`a${at}`);
    assert.ok(index.isUntidy);
    atOnce(index.tidying());
    assert.ok(!index.isUntidy);
    const key = index.keyOf('a1', PUTIN) ?? '';
    assert.deepEqual([index.size, index.entity(key)?.articles, index.articlesOf(key).length], [10, 10, 10]);
    for (let at = 0; at < 10; at++) index.remove(`a${at}`);
    assert.equal(index.entity(key), undefined);
    assert.deepEqual(index.search('putin', 5), []);
  });

  it('clears up in small steps, and heeds what is put, removed and forgotten between them', () => {
    const full = () => {
      const index = indexOf();
      for (let at = 0; at < 400; at++) index.put(article(`a${at}`, '2024-01-01', [PUTIN]));
      return index;
    };
    const key = full().keyOf('a1', PUTIN) ?? '';
    const changed = full();
    let steps = 0;
    for (const _ of changed.tidying()) {
      steps++;
      changed.remove(`a${steps}`);
      changed.remove(`a${399 - steps}`);
      changed.put(article(`a${200 + steps}`, '2024-01-01', [BEIJING]));
    }
    assert.ok(steps >= 7);
    const names = [...changed.articles()].map(({ mentions }) => mentions[0]?.name);
    assert.equal(changed.size, 400 - 2 * steps);
    assert.equal(changed.entity(key)?.articles, names.filter((name) => name === 'Vladimir Putin').length);
    assert.equal(names.filter((name) => name === 'Beijing').length, steps);
    const forgotten = full();
    for (const _ of forgotten.tidying()) {
      if (forgotten.size < 400) continue;
      forgotten.clear();
      forgotten.put(article('b', '2024-01-01', [PUTIN]));
    }
    assert.deepEqual([...forgotten.paths()], ['b']);
    assert.equal(forgotten.entity(key)?.articles, 1);
  });
});

describe('the index after any changes', () => {
  const NAMES = ['US', 'United States', 'Georgia', 'Atlanta'];
  const anyMention = fc.record({
    name: fc.constantFrom(...NAMES),
    id: fc.constantFrom({}, {}, { guess: 'base 1' }, { guess: 'base 2' }, { link: 'base 1' }, { link: 'base 2' }),
  });
  const anyChange = fc.record({
    path: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    day: fc.constantFrom('2024', '2024-05', '2024-05-16', '2024-05-16T10:00', '2024-05-16T09:00', '2023-12-31'),
    mentions: fc.option(fc.array(anyMention, { maxLength: 6 })),
  });

  it('is as if it were made anew', () => {
    fc.assert(
      fc.property(fc.array(anyChange, { maxLength: 20 }), (changes) => {
        const index = new CorpusIndex();
        const last = new Map<string, IndexedArticle>();
        let tidying: Steps<void> | undefined;
        for (const [round, { path, day, mentions }] of changes.entries()) {
          if (round % 4 === 2) tidying = index.tidying();
          tidying?.next();
          last.delete(path);
          if (!mentions) index.remove(path);
          else {
            const placed = mentions.map(({ name, id }, at) => mention(at * 20, 'GPE', name, id));
            const one = article(path, day, placed);
            last.set(path, one);
            index.put(one);
          }
        }
        const anew = indexOf(...last.values());
        for (const name of NAMES)
          for (const id of [{}, { link: 'base 1' }, { guess: 'base 2' }]) {
            const key = anew.keyOf('', mention(0, 'GPE', name, id)) ?? '';
            assert.equal(index.keyOf('', mention(0, 'GPE', name, id)), key);
            assert.deepEqual(index.pathsWith([key]), anew.pathsWith([key]));
            assert.deepEqual(index.pathsWith([key], 2), anew.pathsWith([key]).slice(0, 2));
            const told = (of: CorpusIndex) => {
              const { articles, mentions, first, last: latest, reason, link } = of.entity(key) ?? {};
              return { articles, mentions, first, latest, reason, link };
            };
            assert.deepEqual(told(index), told(anew));
            const withOthers = (of: CorpusIndex) =>
              new Map(of.mentionedWith(key, 9).map((other) => [other.key, other.articles]));
            assert.deepEqual(withOthers(index), withOthers(anew));
            for (const path of index.pathsWith([key])) {
              const spans = [...index.mentionsOf(key, [path])].map(({ mention: { start, end } }) => [start, end]);
              const [starts, ends] = [0, 1].map((at) =>
                index.positionsAt(
                  path,
                  spans.map((span) => span[at] ?? 0),
                ),
              );
              assert.deepEqual(
                index.rangesOf(key, path),
                spans.map((_, at) => ({ start: starts?.[at], end: ends?.[at] })),
              );
            }
          }
      }),
    );
  });
});

describe('a packed article', () => {
  const anyString = fc.string({ unit: 'binary', maxLength: 30 });
  const anyMention = fc
    .record(
      {
        start: fc.nat(100_000),
        length: fc.nat(200),
        label: fc.constantFrom('PERSON', 'GPE', 'MONEY', 'QUOTATION', 'Own'),
        text: anyString,
        name: anyString,
        status: fc.constantFrom('accepted' as const, 'suggested' as const),
        kind: fc.constantFrom('PERSON', 'ORG'),
        link: anyString,
        guess: anyString,
        record: anyString,
        value: anyString,
        speaker: anyString,
        measure: anyString,
        from: fc.nat(100_000),
      },
      { requiredKeys: ['start', 'length', 'label', 'text', 'name', 'status', 'from'] },
    )
    .map(
      ({ length, from, ...rest }): IndexedMention => ({
        ...rest,
        end: rest.start + length,
        sentence: { start: from, end: from + length },
      }),
    );
  const anyArticle = fc
    .record({
      path: anyString,
      title: anyString,
      length: fc.nat(),
      words: fc.nat(),
      mentions: fc.array(anyMention, { maxLength: 20 }),
    })
    .map((one): IndexedArticle => ({ ...one, mentions: one.mentions.toSorted((a, b) => a.start - b.start) }));

  it('is the same unpacked', () => {
    fc.assert(
      fc.property(anyArticle, (one) => {
        const back = unpackArticle(one.path, packArticle(one));
        const mentions = back.mentions.map(({ entity, speaking, ...rest }) => rest);
        assert.deepEqual({ ...back, mentions }, one);
      }),
    );
  });

  it('says so where its bytes are damaged', () => {
    fc.assert(
      fc.property(anyArticle, fc.nat(), fc.nat(255), (one, at, byte) => {
        const packed = packArticle(one);
        packed[at % packed.length] = byte;
        try {
          unpackArticle('x', packed);
        } catch (error) {
          assert.equal((error as Error).name, 'DamagedBytesError');
        }
      }),
    );
  });
});
