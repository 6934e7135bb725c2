import assert from 'node:assert/strict';
import fc from 'fast-check';
import { exportFiles } from '../../../../src/core/corpus/exportFiles';
import { FORMATS, formatOf } from '../../../../src/core/formats/formats';
import { placeArticle } from '../../../../src/core/formats/place';
import { anyArticle } from '../../../support/anyArticles';

const OPTIONS = { tokenizer: 'words', scheme: 'iob2' } as const;
const whole = { shares: [], seed: '1' };
const shares = [
  { name: 'train', weight: 8 },
  { name: 'test', weight: 2 },
];

describe('the files of an export', () => {
  it('hold every article once, in the part that its text and the seed say', () => {
    const articles = fc
      .sample(anyArticle, { seed: 1, numRuns: 40 })
      .map((article, index) => ({ ...article, text: `${article.text} ${index}`, name: `folder/a${index}.txt` }));
    for (const format of FORMATS.filter((each) => each.id === 'jsonl' || each.id === 'brat')) {
      const { files, parts, annotations } = exportFiles(articles, format, OPTIONS, { shares, seed: '7' });
      assert.equal(
        [...parts.values()].reduce((sum, count) => sum + count, 0),
        40,
      );
      assert.deepEqual([...parts.keys()], ['train', 'test']);
      const read = [...files].flatMap(([name, content]) =>
        name.endsWith(format.endings[0])
          ? format.read({ name, content, beside: (ending) => files.get(name.replace(/\.[^.]*$/, ending)) }).articles
          : [],
      );
      const back = read.map((article) => placeArticle(article)?.article);
      assert.equal(back.length, 40, format.id);
      assert.equal(
        back.reduce((sum, article) => sum + (article?.set.annotations.length ?? 0), 0),
        annotations,
      );
    }
  });

  it('are one without a name of its own where one holds all', () => {
    const [article] = fc.sample(anyArticle, { seed: 1, numRuns: 1 });
    const jsonl = formatOf('jsonl');
    assert.ok(article && jsonl);
    assert.deepEqual([...exportFiles([article], jsonl, OPTIONS, whole).files.keys()], ['.jsonl']);
    assert.deepEqual(
      [...exportFiles([], jsonl, OPTIONS, { shares, seed: '1' }).files],
      [
        ['train.jsonl', ''],
        ['test.jsonl', ''],
      ],
    );
  });

  it('never write over each other', () => {
    const [article] = fc.sample(anyArticle, { seed: 1, numRuns: 1 });
    const brat = formatOf('brat');
    assert.ok(article && brat);
    const twice = [
      { ...article, name: 'a.txt' },
      { ...article, name: '../a.md' },
    ];
    const { files, collisions, parts } = exportFiles(twice, brat, OPTIONS, whole);
    assert.deepEqual([...files.keys()].sort(), ['a.ann', 'a.txt']);
    assert.deepEqual(collisions, ['../a.md']);
    assert.deepEqual([...parts], [['', 1]]);
  });
});
