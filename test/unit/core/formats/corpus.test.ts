import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type AnnotationSet, NO_ANNOTATIONS } from '../../../../src/core/annotation/annotation';
import { applyOperation, invertOperation } from '../../../../src/core/annotation/operation';
import { imported, importOperation } from '../../../../src/core/formats/importOperation';
import { joinSets } from '../../../../src/core/formats/join';
import { relabel, select } from '../../../../src/core/formats/select';
import { partOf, splitKey } from '../../../../src/core/formats/split';
import { sentencesOf, tokensOf } from '../../../../src/core/formats/tokenizers';
import { anyArticle } from '../../../support/anyArticles';

const places = ({ annotations }: AnnotationSet) =>
  annotations.map(({ start, end, label }) => `${start}-${end} ${label}`);

describe('importing into what is decided', () => {
  it('adds what is not there, changes nothing that is, and does so once', () => {
    fc.assert(
      fc.property(anyArticle, anyArticle, ({ set: own }, { set: other }) => {
        const { set, added, known } = joinSets(own, other);
        assert.equal(added + known, other.annotations.length);
        assert.deepEqual(set.annotations.slice(0, own.annotations.length), own.annotations);
        assert.deepEqual(new Set(places(set)), new Set([...places(own), ...places(other)]));
        assert.equal(new Set(set.annotations.map(({ id }) => id)).size, set.annotations.length);
        assert.equal(new Set(set.entities.map(({ id }) => id)).size, set.entities.length);
        const ids = new Set(set.annotations.map(({ id }) => id));
        for (const { from, to } of set.relations) assert.ok(ids.has(from) && ids.has(to));
        assert.equal(joinSets(set, other).added, 0);
        assert.deepEqual(joinSets(set, other).set.relations, set.relations);
      }),
    );
  });

  it('is one act, and undone as one', () => {
    fc.assert(
      fc.property(anyArticle, anyArticle, ({ set: own }, { set: other }) => {
        const operation = importOperation(own, imported(other, 'suggested'));
        const after = applyOperation(own, operation);
        const ids = new Set(own.annotations.map(({ id }) => id));
        for (const annotation of after.annotations)
          if (!ids.has(annotation.id)) assert.equal(annotation.status, 'suggested');
        assert.deepEqual(applyOperation(after, invertOperation(operation)), own);
      }),
    );
  });

  it('gives an imported entity an id of its own where the id means another', () => {
    const own = { ...NO_ANNOTATIONS, entities: [{ id: 'x', label: 'PERSON', name: 'Putin' }] };
    const mark = {
      id: 'a',
      start: 0,
      end: 2,
      quote: 'Xi',
      prefix: '',
      suffix: '',
      label: 'PERSON',
      status: 'accepted',
      entity: 'x',
    } as const;
    const { set } = joinSets(own, {
      ...NO_ANNOTATIONS,
      annotations: [mark],
      entities: [{ id: 'x', label: 'PERSON', name: 'Xi' }],
    });
    assert.deepEqual(
      set.entities.map(({ id, name }) => `${id} ${name}`),
      ['x Putin', 'x-2 Xi'],
    );
    assert.equal(set.annotations[0]?.entity, 'x-2');
  });
});

describe('choosing from a corpus', () => {
  it('takes the wanted annotations, with their relations and entities', () => {
    fc.assert(
      fc.property(anyArticle, (article) => {
        const { set } = select(article, { labels: new Set(['PERSON']), statuses: new Set(['accepted']) });
        const wanted = article.set.annotations.filter(
          ({ label, status }) => label === 'PERSON' && status === 'accepted',
        );
        assert.deepEqual(set.annotations, wanted);
        const ids = new Set(wanted.map(({ id }) => id));
        assert.ok(set.relations.every(({ from, to }) => ids.has(from) && ids.has(to)));
        assert.ok(
          !relabel(article, new Map([['PERSON', 'PER']])).set.annotations.some(({ label }) => label === 'PERSON'),
        );
      }),
    );
  });

  it('splits by the words and the seed alone, in about the shares asked for', () => {
    const shares = [
      { name: 'train', weight: 80 },
      { name: 'test', weight: 20 },
    ];
    const parts = Array.from({ length: 2000 }, (_, index) => partOf(splitKey(`Story number ${index}.`), shares, '1'));
    const test = parts.filter((part) => part === 'test').length;
    assert.ok(test > 330 && test < 470, String(test));
    assert.equal(splitKey('Story  NUMBER\n7.'), splitKey('story number 7.'));
  });
});

describe('tokens and sentences', () => {
  const words = (text: string, tokenizer: Parameters<typeof tokensOf>[1]) =>
    tokensOf(text, tokenizer).map(({ start, end }) => text.slice(start, end));

  it('cut a text as their tools do', () => {
    const text = 'Mr. Xi’s twenty-one U.S. friends don’t pay $4,200.50.';
    assert.deepEqual(words(text, 'words'), [
      'Mr',
      '.',
      'Xi',
      '’s',
      'twenty',
      '-',
      'one',
      'U.S.',
      'friends',
      'do',
      'n’t',
      'pay',
      '$',
      '4,200.50',
      '.',
    ]);
    assert.deepEqual(words(text, 'treebank').slice(4, 6), ['twenty-one', 'U.S.']);
    assert.deepEqual(words(text, 'white-space').slice(0, 4), ['Mr.', 'Xi’s', 'twenty-one', 'U.S.']);
  });

  it('leave out nothing but white space', () => {
    fc.assert(
      fc.property(anyArticle, fc.constantFrom('words', 'treebank', 'white-space'), ({ text }, tokenizer) => {
        assert.equal(words(text, tokenizer).join(''), text.replace(/\s+/gu, ''));
      }),
    );
  });

  it('end sentences at stops and line ends, never inside a mention', () => {
    const text = 'Mr. Xi left. “Yes.” He met U.S. envoys.\nThen he slept at 9. Later';
    const sentences = (together: { start: number; end: number }[]) =>
      sentencesOf(text, tokensOf(text, 'words'), together).map((tokens) =>
        text.slice(tokens[0]?.start, tokens.at(-1)?.end),
      );
    assert.deepEqual(sentences([]), ['Mr. Xi left.', '“Yes.”', 'He met U.S. envoys.', 'Then he slept at 9.', 'Later']);
    assert.equal(sentences([{ start: 4, end: 22 }]).length, 3);
  });
});
