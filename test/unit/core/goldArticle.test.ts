import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { ONTONOTES } from '../../../src/core/annotation/labelSet';
import type { FiledAnnotation, FiledSidecar } from '../../../src/core/sidecar/filed';
import { readSidecar } from '../../../src/core/sidecar/read';
import { validateSidecar } from '../../../src/core/sidecar/validate';
import { writeSidecar } from '../../../src/core/sidecar/write';
import { Text } from '../../../src/core/text/text';
import { parseValue } from '../../../src/core/values/parseValue';

const raw = readFileSync('test/fixtures/article/putin-china-visit.article.gold.newsmark.json', 'utf8');
// The article has no characters beyond the basic plane: code points and UTF-16 code units are the same there.
const text = Text.of(readFileSync('samples/putin-china-visit.article', 'utf8')).value;

function gold(): FiledSidecar {
  const reading = readSidecar(raw);
  return reading.kind === 'ok' ? reading.sidecar : assert.fail(`it is ${reading.kind}`);
}

const escaped = (words: string) => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const groupOf = ({ label }: FiledAnnotation) => ONTONOTES.of(label).group;
const ofGroup = (group: string) => gold().annotations.filter((annotation) => groupOf(annotation) === group);

describe('the sample article, annotated by hand', () => {
  it('is right, and in the form that is written', () => {
    assert.deepEqual(validateSidecar(raw, { text }), []);
    assert.equal(writeSidecar(gold()), raw);
    assert.ok(gold().annotations.every(({ status }) => status === 'accepted'));
  });

  it('has a value that can be read for every figure and date', () => {
    for (const { quote, value } of ofGroup('figure')) assert.ok(parseValue(String(value)), quote);
  });

  it('has its names wherever they stand', () => {
    const marked = [...ofGroup('entity'), ...ofGroup('figure')];
    const isMarked = (start: number, end: number) => marked.some((mark) => mark.start <= start && end <= mark.end);
    const names = new Set(ofGroup('entity').map(({ quote }) => quote));
    const left = [...names].flatMap((name) =>
      [...text.matchAll(new RegExp(`(?<!\\w)${escaped(name)}(?!\\w)`, 'g'))]
        .filter(({ index }) => index > text.indexOf('\n---\n') && !isMarked(index, index + name.length))
        .map(({ index }) => text.slice(index - 20, index + name.length + 20)),
    );
    assert.deepEqual(left, []);
  });

  it('leaves out no number that is written in digits', () => {
    const marked = ofGroup('figure');
    const names = ofGroup('entity');
    const left = [...text.matchAll(/\d+/g)].filter(
      ({ index }) =>
        index > text.indexOf('\n---\n') &&
        ![...marked, ...names].some(({ start, end }) => start <= index && index < end),
    );
    assert.deepEqual(left, []);
  });

  it('has quotations whose parts are apart and in their paragraph', () => {
    for (const { quote, quotation, start, end } of ofGroup('quotation')) {
      assert.ok(quotation, quote);
      const [first] = quotation.content;
      assert.ok(first && first[0] >= start && (quotation.content.at(-1)?.[1] ?? 0) <= end, quote);
      const parts = [
        ...quotation.content,
        ...(quotation.speaker ? [quotation.speaker] : []),
        ...(quotation.cue ? [quotation.cue] : []),
      ];
      const sorted = [...parts].sort(([a], [b]) => a - b);
      sorted.forEach(([from], index) => {
        assert.ok(index === 0 || (sorted[index - 1]?.[1] ?? 0) <= from, quote);
      });
      assert.ok(!text.slice(sorted[0]?.[0], sorted.at(-1)?.[1]).includes('\n'), quote);
    }
  });

  it('does not overlap but with quotations', () => {
    const marks = [...ofGroup('entity'), ...ofGroup('figure')].sort((a, b) => a.start - b.start);
    marks.forEach(({ start, quote }, index) => {
      assert.ok(index === 0 || (marks[index - 1]?.end ?? 0) <= start, quote);
    });
  });
});
