import assert from 'node:assert/strict';
import { NO_ANNOTATIONS } from '../../../../src/core/annotation/annotation';
import { applyOperation } from '../../../../src/core/annotation/operation';
import { markPlaces, placesOf } from '../../../../src/core/marking/everywhere';
import { inLine } from '../../../../src/core/marking/inLine';
import { likelyLabels } from '../../../../src/core/marking/likelyLabels';
import { occurrences } from '../../../../src/core/marking/occurrences';
import { layerMentions } from '../../../../src/core/mentions/layerMentions';
import type { Suggestion } from '../../../../src/core/recognize/suggestion';

const TEXT = 'Acme sued. Lawyers for Acme Bank said Acmes and ACME were no Acme.';
const ALL = { start: 0, end: TEXT.length };
const decider = () => {
  let count = 0;
  return { at: '2024-05-15T09:12:44Z', newId: () => `a${++count}` };
};

function suggestion(words: string, label: string, from = 0): Suggestion {
  const start = TEXT.indexOf(words, from);
  return { start, end: start + words.length, label, recognizer: 'names' };
}

describe('the places of some words', () => {
  it('are where they stand whole, with their capitals', () => {
    assert.deepEqual(
      occurrences(TEXT, 'Acme').map(({ start }) => start),
      [0, 23, 61],
    );
    assert.deepEqual(occurrences(TEXT, ' '), []);
    assert.deepEqual(occurrences('𝔸b 𝔸', '𝔸'), [{ start: 4, end: 6 }]);
    assert.deepEqual(occurrences(TEXT, 'Acme', { start: 1, end: 30 }), [{ start: 23, end: 27 }]);
  });

  it('tell which are part of a longer name, and leave out what has the label already', () => {
    const suggestions = [suggestion('Acme', 'PERSON', 61)];
    const bank = { id: 'b', start: 23, end: 32, quote: 'Acme Bank', prefix: '', suffix: '', label: 'ORG' };
    const first = { id: 'f', start: 0, end: 4, quote: 'Acme', prefix: '', suffix: '', label: 'ORG' };
    const annotations = [bank, first].map((annotation) => ({ ...annotation, status: 'accepted' as const }));
    const set = { ...NO_ANNOTATIONS, annotations };
    const mentions = layerMentions(TEXT, suggestions, set);
    const places = placesOf(TEXT, ALL, mentions, 'Acme', 'ORG');
    assert.deepEqual(
      places.map(({ start, isInside, standing }) => [start, isInside, standing?.label]),
      [
        [23, true, undefined],
        [61, false, 'PERSON'],
      ],
    );
  });

  it('are marked in one act', () => {
    const places = occurrences(TEXT, 'Acme');
    const ground = { text: TEXT, set: NO_ANNOTATIONS };
    const operation = markPlaces(ground, places, 'ORG', [], decider());
    assert.equal(operation.title, 'Mark “Acme” as Organization in 3 places');
    assert.deepEqual(
      applyOperation(NO_ANNOTATIONS, operation).annotations.map(({ start, label }) => `${start} ${label}`),
      ['0 ORG', '23 ORG', '61 ORG'],
    );
  });

  it('are shown in their lines', () => {
    const text = `First line.\n${'word '.repeat(20)}Acme ${'more '.repeat(20)}\nLast.`;
    const start = text.indexOf('Acme');
    const { before, words, after } = inLine(text, { start, end: start + 4 });
    assert.equal(words, 'Acme');
    assert.match(before, /^…(?:word )+$/);
    assert.match(after, /^(?: more)+…$/);
    assert.deepEqual(inLine('Acme', { start: 0, end: 4 }), { before: '', words: 'Acme', after: '' });
  });
});

describe('likely labels', () => {
  const mentions = layerMentions(TEXT, [suggestion('Acme Bank', 'ORG'), suggestion('Lawyers', 'NORP')], NO_ANNOTATIONS);

  it('begin with what stands there, then what the same or related names are', () => {
    assert.equal(likelyLabels(mentions, { start: 23, end: 32 }, 'Acme Bank')[0], 'ORG');
    assert.deepEqual(likelyLabels(mentions, { start: 0, end: 4 }, 'Acme'), ['ORG']);
    assert.equal(likelyLabels(mentions, { start: 11, end: 18 }, 'Lawyers')[0], 'NORP');
  });

  it('go by the looks of words that nobody has seen', () => {
    const looks = (words: string) => likelyLabels([], { start: 0, end: words.length }, words)[0];
    assert.equal(looks('$300 million'), 'MONEY');
    assert.equal(looks('12 percent'), 'PERCENT');
    assert.equal(looks('May 16'), 'DATE');
    assert.equal(looks('3rd'), 'ORDINAL');
    assert.equal(looks('42'), 'CARDINAL');
    assert.equal(looks('Ruritania University'), 'ORG');
    assert.equal(looks('Nathaniel Sher'), 'PERSON');
    assert.equal(looks('“No comment'), 'QUOTATION');
    assert.deepEqual(likelyLabels([], { start: 0, end: 3 }, 'the'), []);
  });
});
