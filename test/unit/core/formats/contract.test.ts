import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fitArticle } from '../../../../src/core/formats/fit';
import type { AnnotatedArticle, Format, ReadArticle, TagScheme } from '../../../../src/core/formats/format';
import { FORMATS } from '../../../../src/core/formats/formats';
import { placeArticle } from '../../../../src/core/formats/place';
import { TOKENIZERS } from '../../../../src/core/formats/tokenizers';
import { anyArticle } from '../../../support/anyArticles';

const OPTIONS = { tokenizer: 'words', scheme: 'iob2' } as const;
const anyOptions = fc.record({
  tokenizer: fc.constantFrom(...TOKENIZERS),
  scheme: fc.constantFrom<TagScheme>('iob1', 'iob2', 'bioes'),
});

/** Writes an article that fits and reads it again. */
function outAndIn(format: Format, article: AnnotatedArticle, options: Parameters<Format['write']>[1]): ReadArticle[] {
  const parts = format.write(article, options);
  const main = parts.find(({ ending }) => ending === format.endings[0]) ?? assert.fail('no file');
  const { head, foot } = format.frame ?? { head: '', foot: '' };
  const { articles, problems } = format.read({
    name: `story${main.ending}`,
    content: head + main.content + foot,
    beside: (ending) => parts.find((part) => part.ending === ending)?.content,
  });
  assert.deepEqual(
    problems.filter(({ message }) => !message.includes('no .txt beside')),
    [],
  );
  return [...articles];
}

/** What two articles must have in common, whatever ids a format gives. */
function essence({ text, article, set }: AnnotatedArticle, holdsFacts: boolean): object {
  const order = new Map(set.annotations.map((annotation) => [annotation.id, keyOf(annotation)]));
  return {
    text,
    ...(holdsFacts && { article }),
    annotations: set.annotations.map(({ id: _, ...annotation }) => annotation),
    entities: [...set.entities].sort((a, b) => (a.id < b.id ? -1 : 1)),
    relations: set.relations.map(({ type, from, to }) => `${order.get(from)} ${type} ${order.get(to)}`).sort(),
  };
}

/** Formats that have offsets and no words: their unit shows only where annotations begin and end with words. */
const QUOTES_NOTHING = new Set(['doccano', 'doccano-relations']);

function onWholeWords(article: AnnotatedArticle): AnnotatedArticle {
  const { text, set } = article;
  const isWhole = ({ start, end }: { start: number; end: number }) =>
    /^(?:$|[^\p{L}\p{N}\p{M}])/u.test(text.slice(end)) &&
    /(?:^|[^\p{L}\p{N}\p{M}])$/u.test(text.slice(0, start)) &&
    text.slice(start, end).trim() === text.slice(start, end);
  return { ...article, set: { ...set, annotations: set.annotations.filter(isWhole) } };
}

const keyOf = ({ start, end, label }: { start: number; end: number; label: string }) => `${start}-${end}-${label}`;

for (const format of FORMATS) {
  describe(`the format ${format.id}`, () => {
    it('gives back what it can hold', () => {
      fc.assert(
        fc.property(anyArticle, anyOptions, (any, options) => {
          const given = QUOTES_NOTHING.has(format.id) ? onWholeWords(any) : any;
          const { article } = fitArticle(given, format, options);
          const read = outAndIn(format, article, options);
          if (read.length === 0) assert.equal(article.set.annotations.length, 0);
          else {
            assert.equal(read.length, 1);
            const [only] = read;
            const placed = only && placeArticle(only, given.text);
            assert.ok(placed);
            assert.deepEqual(
              essence(placed.article, format.holds.has('metadata')),
              essence(article, format.holds.has('metadata')),
            );
            assert.equal(placed.exact, article.set.annotations.length);
            if (only.text !== undefined && format.holds.has('whiteSpace')) assert.equal(only.text, given.text);
          }
        }),
        { numRuns: 200 },
      );
    });

    it('counts all that it leaves out', () => {
      fc.assert(
        fc.property(anyArticle, anyOptions, (given, options) => {
          const { article, losses } = fitArticle(given, format, options);
          const before = given.set.annotations.length;
          const gone = ['rejection', 'crossing', 'nested', 'partOfToken', 'outerSpace', 'acrossParagraphs'] as const;
          const dropped = gone.reduce((sum, kind) => sum + (losses.get(kind) ?? 0), 0);
          assert.equal(article.set.annotations.length, before - dropped);
          for (const kind of losses.keys())
            assert.ok(!format.holds.has(kind) || ['relation', 'entity', 'links', 'label'].includes(kind), kind);
        }),
        { numRuns: 100 },
      );
    });

    it('says what is wrong with a file, and never throws', () => {
      const broken = [
        '',
        '\uFEFF',
        '{',
        '[',
        'null',
        '[1]',
        '{"text": 1}',
        '\n\n',
        'T1\tX',
        '<a',
        '<a><b></a>',
        'x\ty\tz',
        '"',
        '\0',
        '#T_SP=',
        '1-1\tx',
      ];
      for (const content of broken) assert.doesNotThrow(() => format.read({ name: 'x', content }), content);
      fc.assert(
        fc.property(fc.string({ maxLength: 200 }), (content) => {
          format.read({ name: 'x', content });
        }),
      );
    });

    it('reads spoiled files as far as they go, and never throws', () => {
      const anySpoiling = fc.array(
        fc.record({
          at: fc.nat(),
          cut: fc.nat(20),
          put: fc.oneof(
            fc.string({ maxLength: 5 }),
            fc.constantFrom('"', '<', '&', '\\', '-1', '1e9', 'null', '[]', '{}'),
          ),
        }),
        { minLength: 1, maxLength: 4 },
      );
      fc.assert(
        fc.property(anyArticle, anySpoiling, (given, spoilings) => {
          const { article } = fitArticle(given, format, OPTIONS);
          const parts = format.write(article, OPTIONS);
          const main = parts.find(({ ending }) => ending === format.endings[0]);
          const { head, foot } = format.frame ?? { head: '', foot: '' };
          const content = spoilings.reduce((whole, { at, cut, put }) => {
            const from = at % (whole.length + 1);
            return whole.slice(0, from) + put + whole.slice(from + cut);
          }, `${head}${main?.content}${foot}`);
          const beside = (ending: string) => parts.find((part) => part.ending === ending)?.content;
          for (const read of format.read({ name: 'x', content, beside }).articles) {
            const placed = placeArticle(read, given.text);
            for (const { start, end } of placed?.article.set.annotations ?? [])
              assert.ok(0 <= start && start < end && end <= given.text.length);
          }
        }),
        { numRuns: 200 },
      );
    });

    it('takes line ends of any kind', () => {
      const text = 'Putin met Xi\nin Beijing.\n';
      const given: AnnotatedArticle = {
        name: 'story.txt',
        text,
        article: {},
        set: {
          entities: [],
          relations: [],
          annotations: [
            { id: 'a', start: 0, end: 5, quote: '', prefix: '', suffix: '', label: 'PERSON', status: 'accepted' },
            { id: 'b', start: 16, end: 23, quote: '', prefix: '', suffix: '', label: 'GPE', status: 'accepted' },
          ],
        },
      };
      const parts = format
        .write(given, OPTIONS)
        .map(({ ending, content }) => ({ ending, content: content.replaceAll('\n', '\r\n') }));
      const main = parts.find(({ ending }) => ending === format.endings[0]);
      const { head, foot } = format.frame ?? { head: '', foot: '' };
      const { articles } = format.read({
        name: `story${main?.ending}`,
        content: `${head.replaceAll('\n', '\r\n')}${main?.content}${foot}`,
        beside: (ending) => parts.find((part) => part.ending === ending)?.content,
      });
      const placed = articles[0] && placeArticle(articles[0], text);
      assert.deepEqual(
        placed?.article.set.annotations.map(({ start, end, label }) => [start, end, label]),
        [
          [0, 5, 'PERSON'],
          [16, 23, 'GPE'],
        ],
      );
    });
  });
}
