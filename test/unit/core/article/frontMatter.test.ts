import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readFrontMatter } from '../../../../src/core/article/frontMatter';

const read = (yaml: string) => readFrontMatter(`---\n${yaml}\n---\nText.\n`);

describe('front matter', () => {
  it('is read between two marker lines', () => {
    const text = '---\ntitle: Putin in China\npublished: 2024-05-14\nsource: RFE/RL\n---\nText.';
    const { span, metadata, problems } = readFrontMatter(text);
    assert.equal(span && text.slice(span.end), '\nText.');
    assert.deepEqual(metadata, {
      title: 'Putin in China',
      published: '2024-05-14',
      publishedFrom: 'front matter',
      source: 'RFE/RL',
    });
    assert.deepEqual(problems, []);
  });

  it('may end with dots, or with the file', () => {
    assert.equal(readFrontMatter('---\ntitle: x\n...\nText.').span?.end, 16);
    assert.deepEqual(readFrontMatter('---\ntitle: x\n---').span, { start: 0, end: 16 });
    assert.deepEqual(readFrontMatter('---\n---').span, { start: 0, end: 7 });
    assert.deepEqual(readFrontMatter('---\n# nothing\n---\n').span, { start: 0, end: 17 });
  });

  it('knows other names of the fields', () => {
    const { metadata } = read(
      'Headline: A\ndate_published: 14 May 2024\npublisher: B\nlink: https://example.org/a\nlang: zh_Hans\nbyline: By C',
    );
    assert.deepEqual(metadata, {
      title: 'A',
      published: '2024-05-14',
      publishedFrom: 'front matter',
      source: 'B',
      url: 'https://example.org/a',
      language: 'zh-Hans',
      author: 'C',
    });
  });

  it('keeps scalars as they were written and joins lists', () => {
    const { metadata } = read('title: 2024\nauthors:\n  - Jane Doe\n  - name: John Roe\nsource: {name: AFP}\nurl:');
    assert.deepEqual(metadata, { title: '2024', author: 'Jane Doe, John Roe', source: 'AFP' });
  });

  it('prefers the surer key', () => {
    assert.equal(read('date: 2024-05-15\npublished: 2024-05-14').metadata.published, '2024-05-14');
  });

  it('tells where a value is not what it should be', () => {
    const text = '---\ntitle: x\ndate: soon\nurl: javascript:alert(1)\n---\n';
    const { metadata, problems } = readFrontMatter(text);
    assert.deepEqual(metadata, { title: 'x' });
    assert.deepEqual(
      problems.map(({ start, end }) => text.slice(start, end)),
      ['date: soon', 'url: javascript:alert(1)'],
    );
  });

  it('is skipped although it is broken, and says where', () => {
    const text = '---\ntitle: Putin: I want peace\ndate: 2024-05-14\n---\nText.';
    const { span, metadata, problems } = readFrontMatter(text);
    assert.equal(span && text.slice(span.end), '\nText.');
    assert.deepEqual(metadata, {});
    assert.equal(problems.length, 1);
    assert.ok(problems[0] && problems[0].start >= 4 && problems[0].end <= text.length);
    assert.match(problems[0].message, /not valid YAML/);
  });

  it('is no code', () => {
    const { span, problems } = read('title: !!js/function "function () {}"');
    assert.ok(span);
    assert.equal(problems.length, 1);
  });

  it('is none where nobody closed it', () => {
    for (const text of ['---\ntitle: x\n\nText.\n', '---\ntitle: x\n\nText of it.\n\n---\n\nMore.']) {
      const { span, problems } = readFrontMatter(text);
      assert.equal(span, undefined, text);
      assert.match(problems[0]?.message ?? '', /not closed/);
    }
  });

  it('is not made by horizontal rules', () => {
    for (const text of [
      'Text.\n\n---\ntitle: x\n---\n',
      '---\n\nText.\n\n---\n\nMore.',
      '---\n- a\n---\n',
      '----\na: b\n---\n',
      '---',
      '',
    ]) {
      assert.deepEqual(readFrontMatter(text), { metadata: {}, problems: [] }, text);
    }
  });

  it('never throws, and its places are in the text', () => {
    const line = fc.constantFrom(
      '---',
      '...',
      'title: x',
      'date: x',
      'a: [',
      '- "',
      '&a *a',
      '# c',
      '',
      '\t',
      'Text.',
      ' : ',
      '? x',
      '|',
    );
    const block = fc.array(fc.oneof(line, fc.string({ unit: 'binary' }))).map((lines) => `---\n${lines.join('\n')}`);
    fc.assert(
      fc.property(fc.oneof(block, fc.string({ unit: 'binary' })), (text) => {
        const { span, problems } = readFrontMatter(text);
        for (const { start, end } of span ? [span, ...problems] : problems) {
          assert.ok(0 <= start && start < end && end <= text.length);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
