import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { readStructure } from '../../../../src/core/article/structure';
import type { Span } from '../../../../src/core/text/span';

const BODY = 'The first paragraph is long enough to be read as running text, and it ends as a sentence does.';

/** The structure with words in place of spans. */
function partsOf(text: string) {
  const { headline, byline, dateline, subheads } = readStructure(text);
  const words = (span: Span | undefined) => span && text.slice(span.start, span.end);
  return { headline: words(headline), byline: words(byline), dateline: words(dateline), subheads: subheads.map(words) };
}

describe('the structure of an article', () => {
  it('finds the parts of the sample', () => {
    const text = readFileSync(join(__dirname, '../../../../samples/putin-china-visit.article'), 'utf8');
    assert.deepEqual(partsOf(text), {
      headline: undefined,
      byline: 'By RFE/RL',
      dateline: undefined,
      subheads: ['Meeting an “old friend”', 'Test a “limitless” partnership'],
    });
    const { body, frontMatter } = readStructure(text);
    assert.equal(frontMatter?.metadata.source, 'RFE/RL');
    assert.ok(text.slice(body.start, body.end).startsWith('Russian President'));
    assert.equal(body.end, text.length);
  });

  it('finds all parts of an agency report', () => {
    const text = `Xi ends tour\nBy Jane Doe\n\nBUDAPEST, May 10 (AFP) — ${BODY}\n\nWhat comes next?\n\n${BODY}\n`;
    assert.deepEqual(partsOf(text), {
      headline: 'Xi ends tour',
      byline: 'By Jane Doe',
      dateline: 'BUDAPEST, May 10 (AFP) —',
      subheads: ['What comes next?'],
    });
  });

  it('takes a short first line without a stop for the headline', () => {
    for (const line of [
      'Xi ends tour',
      'U.S. Slaps New Sanctions on Russia',
      'Will Putin win?',
      'Xi: “We are friends”',
      '习近平结束访问',
    ]) {
      assert.equal(partsOf(`${line}\n\n${BODY}`).headline, line);
      assert.equal(partsOf(`\n\n${line}\n${BODY}`).headline, line);
    }
    assert.equal(partsOf(`# Xi ends tour.\n\n${BODY}`).headline, 'Xi ends tour.');
  });

  it('takes no sentence, wrapped line, byline or dateline for the headline', () => {
    const wrapped = 'The first line of a paragraph that is wrapped\nat a width goes on here.';
    for (const text of [
      BODY,
      'Only this',
      `Putin left. Xi came\n\n${BODY}`,
      wrapped,
      `By Jane Doe\n\n${BODY}`,
      `KYIV, Ukraine — Putin left\n\n${BODY}`,
    ]) {
      assert.equal(partsOf(text).headline, undefined, text);
    }
  });

  it('takes short lines between paragraphs for subheads', () => {
    assert.deepEqual(partsOf(`${BODY}\n\nOld friends\n\n${BODY}`).subheads, ['Old friends']);
    assert.deepEqual(partsOf(`${BODY}\nOld friends\n${BODY}`).subheads, ['Old friends']);
    assert.deepEqual(partsOf(`${BODY}\n\n### Old friends\n\n${BODY}`).subheads, ['Old friends']);
  });

  it('takes no list, lead-in, date or last line for a subhead', () => {
    for (const line of [
      '- One thing',
      '1. One thing',
      'They said:',
      '“I left.”',
      'Putin left.',
      '***',
      '2024',
      'and so on',
    ]) {
      assert.deepEqual(partsOf(`${BODY}\n\n${line}\n\n${BODY}`).subheads, [], line);
    }
    assert.deepEqual(partsOf(`${BODY}\n\nOne\nTwo\nThree\n`).subheads, []);
    assert.deepEqual(partsOf(`${BODY}\n\nContact us`).subheads, []);
  });

  it('reads a hard-wrapped article', () => {
    const text = readFileSync(join(__dirname, '../../../../samples/2019-12-02-power-of-siberia.txt'), 'utf8');
    const { headline, subheads } = partsOf(text);
    assert.equal(headline, 'Russia and China open Power of Siberia gas pipeline');
    assert.deepEqual(subheads, ['A second customer']);
  });

  it('never throws, and its spans are in the text and in the body', () => {
    const line = fc.constantFrom(
      '---',
      'a: b',
      'By Jane Doe',
      'MOSCOW (AP) — x',
      'Old friends',
      BODY,
      '# H',
      '',
      '中文',
      '\u{1F600}',
    );
    const lines = fc.array(fc.oneof(line, fc.string({ unit: 'binary' }))).map((all) => all.join('\n'));
    fc.assert(
      fc.property(fc.oneof(lines, fc.string({ unit: 'binary' })), (text) => {
        const { headline, byline, dateline, subheads, frontMatter, body, problems } = readStructure(text);
        const spans = [headline, byline, dateline, ...subheads].filter((span) => span !== undefined);
        for (const { start, end } of spans) assert.ok(body.start <= start && start < end && end <= body.end);
        for (const { start, end } of problems) assert.ok(0 <= start && start < end && end <= text.length);
        assert.ok((frontMatter?.end ?? 0) <= body.start && body.start <= body.end && body.end === text.length);
      }),
      { numRuns: 500 },
    );
  });

  it('takes time in proportion to the text', () => {
    const hard = [
      '- '.repeat(50_000),
      '#'.repeat(100_000),
      'By A '.repeat(20_000),
      `---\n${'a: b\n'.repeat(20_000)}`,
      `${'"'.repeat(100_000)}x`,
      ' '.repeat(100_000),
    ];
    const begun = performance.now();
    for (const text of hard) readStructure(`${text}\n\n${text}`);
    assert.ok(performance.now() - begun < 2000);
  });
});
