import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stretches, tokenize } from './tokenize';

const root = join(__dirname, '..', '..', '..');
const read = (...path: string[]) => readFileSync(join(root, ...path), 'utf8');

const HEADLINE = 'markup.heading.1.headline.article';
const SUBHEAD = 'markup.heading.2.subhead.article';
const QUOTE = 'string.quoted';
const BODY = 'The first paragraph is long enough to be read as running text and ends as a sentence does.';

describe('the article grammar', () => {
  describe('headline', () => {
    it('is a short first line without a final stop', async () => {
      assert.deepEqual(await stretches(`Xi ends tour in Hungary\n\n${BODY}`, HEADLINE), ['Xi ends tour in Hungary']);
    });

    it('is a Markdown heading on the first line', async () => {
      assert.deepEqual(await stretches(`# Xi ends tour.\n\n${BODY}`, HEADLINE), ['# Xi ends tour.']);
    });

    it('is found below front matter and blank lines', async () => {
      const text = `---\ntitle: x\n---\n\nXi ends tour\n\n${BODY}`;
      assert.deepEqual(await stretches(text, HEADLINE), ['Xi ends tour']);
    });

    it('is only at the top', async () => {
      const text = `Xi ends tour\n\n${BODY}\n\nWhat comes next\n\n${BODY}`;
      assert.deepEqual(await stretches(text, HEADLINE), ['Xi ends tour']);
      assert.deepEqual(await stretches(`${BODY}\nXi ends tour`, HEADLINE), []);
    });

    it('is neither a sentence nor a byline nor a dateline', async () => {
      for (const line of [BODY, 'By Jane Doe', 'MOSCOW (AP) — Putin left', 'A first. A second']) {
        assert.deepEqual(await stretches(`${line}\n\n${BODY}`, HEADLINE), [], line);
      }
    });
  });

  describe('front matter', () => {
    it('is YAML between two marker lines at the top', async () => {
      const text = `---\ntitle: x\n---\n${BODY}`;
      assert.deepEqual(await stretches(text, 'meta.front-matter'), ['---', 'title: x', '---']);
      assert.deepEqual(await stretches(text, 'entity.name.tag.yaml'), ['title']);
    });

    it('ends at the first line of prose if nobody closed it', async () => {
      assert.deepEqual(await stretches(`---\ntitle: x\n\n${BODY}\n\nMore.`, 'meta.front-matter'), [
        '---',
        'title: x',
        '',
      ]);
    });

    it('is not made by a rule further down', async () => {
      assert.deepEqual(await stretches(`${BODY}\n\n---\na: b\n---\n`, 'meta.front-matter'), []);
    });
  });

  describe('byline and dateline', () => {
    it('finds a byline at the beginning and at the end', async () => {
      assert.deepEqual(await stretches(`Xi ends tour\nBy Jane Doe and John Roe\n\n${BODY}`, 'entity.name.author'), [
        'Jane Doe and John Roe',
      ]);
      assert.deepEqual(await stretches(`${BODY}\n\nBy RFE/RL\n`, 'entity.name.author'), ['RFE/RL']);
    });

    it('leaves sentences that begin with “By” alone', async () => {
      assert.deepEqual(await stretches(`${BODY}\n\nBy Monday, the army had left the city.`, 'meta.byline'), []);
    });

    for (const line of [
      'HARBIN, China, May 14 (Xinhua) —',
      'MOSCOW (AP) —',
      'BEIJING, May 12, 2024 —',
      'KYIV, Ukraine –',
    ]) {
      it(`finds ${line}`, async () => {
        assert.deepEqual(await stretches(`${line} Putin left.`, 'meta.dateline'), [line]);
        assert.deepEqual(await stretches(`Xi ends tour\n\n${line} Putin left.`, 'meta.dateline'), [line]);
      });
    }

    it('colors the dateline’s parts', async () => {
      const text = 'HARBIN, China, May 14 (Xinhua) — Putin left.';
      assert.deepEqual(await stretches(text, 'entity.name.agency'), ['(Xinhua)']);
      assert.deepEqual(await stretches(text, 'constant.numeric.date'), ['May 14']);
    });
  });

  describe('subheads', () => {
    it('are short lines after a blank one', async () => {
      const text = `${BODY}\n\nMeeting an “old friend”\n\n${BODY}\n\n## Cars for oil\n\n${BODY}`;
      assert.deepEqual(await stretches(text, SUBHEAD), ['Meeting an “old friend”', '## Cars for oil']);
    });

    it('are not sentences, list items or wrapped lines', async () => {
      const text = `${BODY}\n\nPutin left.\n\n- One thing\n\n1. Another\n\n${BODY}\nand the last line of it`;
      assert.deepEqual(await stretches(text, SUBHEAD), []);
    });
  });

  describe('quotations', () => {
    for (const words of ['“old friend”', '"old friend"', '„alter Freund“', '« vieil ami »', '「老朋友」']) {
      it(`finds ${words}`, async () => {
        assert.deepEqual(await stretches(`${BODY} He met an ${words}, he said.`, QUOTE), [words]);
      });
    }

    it('may run over lines of a paragraph', async () => {
      assert.deepEqual(await stretches(`${BODY} “One\ntwo” three.`, QUOTE), ['“One', 'two”']);
    });

    it('ends at the paragraph’s end if it is not closed', async () => {
      const text = `${BODY} “He never came back.\n\n${BODY}`;
      assert.deepEqual(await stretches(text, QUOTE), ['“He never came back.']);
      assert.deepEqual(await stretches(text.replace('“', '"'), QUOTE), ['"He never came back.']);
    });

    it('is not begun by an inch mark or an apostrophe', async () => {
      assert.deepEqual(await stretches(`${BODY} A 5" pipe and China’s ‘90s, they said.`, QUOTE), []);
    });
  });

  describe('figures', () => {
    const cases: readonly [string, string, readonly string[]][] = [
      ['money', 'It sold $300 million, US$5, €1.5bn and 70 yuan.', ['$300 million', 'US$5', '€1.5bn', '70 yuan']],
      ['percent', 'Up 60%, 7.4 percent or 2 percentage points.', ['60%', '7.4 percent', '2 percentage points']],
      [
        'date',
        'On May 16-17, 12 May 2024, Sept. 3, in February 2022 and 2024-05-14.',
        ['May 16-17', '12 May 2024', 'Sept. 3', 'February 2022', '2024-05-14'],
      ],
      ['ordinal', 'The 43rd time and the 75th anniversary.', ['43rd', '75th']],
      ['number', 'In 2023, 10,000 of 3 million left; F-16s, G20 and Siberia-2 not.', ['2023', '10,000', '3 million']],
    ];
    for (const [kind, text, expected] of cases) {
      it(`finds ${kind}`, async () => assert.deepEqual(await stretches(text, `constant.numeric.${kind}`), expected));
    }

    it('finds them in quotations', async () => {
      assert.deepEqual(await stretches(`${BODY} “Up 26%,” he said.`, 'constant.numeric.percent'), ['26%']);
    });
  });

  it('colors the sample article', async () => {
    const text = read('samples', 'putin-china-visit.article');
    assert.deepEqual(await stretches(text, HEADLINE), []);
    assert.deepEqual(await stretches(text, SUBHEAD), ['Meeting an “old friend”', 'Test a “limitless” partnership']);
    assert.deepEqual(await stretches(text, 'entity.name.author'), ['RFE/RL']);
    assert.deepEqual(await stretches(text, 'constant.numeric.money'), ['$300 million', '$240 billion']);
    assert.deepEqual(await stretches(text, 'constant.numeric.percent'), ['60%', '90%', '26%']);
  });

  it('colors a report as the fixture says', async () => {
    const tokens = await tokenize(read('test', 'fixtures', 'grammar', 'wire.article'));
    const named = tokens.filter(({ scopes }) => scopes.length > 1);
    const lines = named.map(
      ({ line, words, scopes }) => `${line + 1}\t${JSON.stringify(words)}\t${scopes.slice(1).join(' ')}`,
    );
    assert.equal(`${lines.join('\n')}\n`, read('test', 'fixtures', 'grammar', 'wire.tokens.txt'));
  });

  it('stays quick on long lines', async () => {
    const lines = [
      'A '.repeat(20_000),
      'A, '.repeat(20_000),
      '"'.repeat(20_000),
      '1,'.repeat(20_000),
      'By A '.repeat(10_000),
    ];
    const begun = performance.now();
    for (const line of lines) await tokenize(`${line}\n\n${line}`);
    assert.ok(performance.now() - begun < 10_000);
  }).timeout(20_000);
});
