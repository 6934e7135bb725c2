import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyChange, type Change, changeBetween, mapSpan } from '../../../../src/core/text/change';
import { codePoints } from '../../../../src/core/text/codePoints';
import { Text } from '../../../../src/core/text/text';

const anyText = fc.string({ unit: 'grapheme-composite', maxLength: 60 });
const anyRaw = fc.string({ unit: fc.constantFrom('a', 'é', '😀', '\r\n', '\n', '\r', ' ', '\u2028') });

describe('Text', () => {
  it('reads line ends and a byte-order mark away', () => {
    assert.equal(Text.of('\ufeffa\r\nb\rc\nd').value, 'a\nb\nc\nd');
  });

  it('finds the line and character of an offset, and back', () => {
    fc.assert(
      fc.property(anyRaw, fc.nat(80), (raw, at) => {
        const text = Text.of(raw);
        const offset = Math.min(at, text.length);
        const position = text.positionAt(offset);
        assert.equal(text.offsetAt(position), offset);
        assert.equal(position.line, text.value.slice(0, offset).split('\n').length - 1);
      }),
    );
  });

  it('knows its lines after an edit as if it were read anew', () => {
    const anyEdit = fc.tuple(fc.nat(60), fc.nat(8), fc.constantFrom('', 'x', '\n', 'a\n\nb', '😀\n'));
    fc.assert(
      fc.property(anyRaw, fc.array(fc.array(anyEdit, { maxLength: 3 }), { maxLength: 4 }), (raw, steps) => {
        let text = Text.of(raw);
        for (const edits of steps) {
          assert.ok(text.lineCount > 0);
          const sorted = edits
            .map(([at, length, insert]) => {
              const start = Math.min(at, text.length);
              return { start, end: Math.min(text.length, start + length), insert };
            })
            .sort((a, b) => a.start - b.start);
          const change = sorted.filter(({ start }, index) => start > (sorted[index - 1]?.end ?? -1));
          const anew = Text.of(applyChange(text.value, change));
          text = text.edited(change);
          assert.equal(text.value, anew.value);
          assert.equal(text.lineCount, anew.lineCount);
          for (let at = 0; at <= text.length; at++) assert.deepEqual(text.positionAt(at), anew.positionAt(at));
        }
      }),
    );
  });

  it('clamps places that are not there', () => {
    const text = Text.of('one\ntwo');
    assert.equal(text.offsetAt({ line: 0, character: 99 }), 3);
    assert.equal(text.offsetAt({ line: 9, character: 0 }), 7);
    assert.equal(text.offsetAt({ line: -1, character: 5 }), 0);
    assert.deepEqual(text.positionAt(99), { line: 1, character: 3 });
    assert.equal(text.line(1), 'two');
    assert.equal(text.line(5), '');
  });
});

describe('codePoints', () => {
  it('counts as Python does', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const points = codePoints(text);
        const units = [...text];
        assert.equal(points.length, units.length);
        for (let count = 0; count <= units.length; count++) {
          const offset = units.slice(0, count).join('').length;
          assert.equal(points.toUtf16(count), offset);
          assert.equal(points.fromUtf16(offset), count);
        }
      }),
    );
  });

  it('takes half a pair for none', () => {
    assert.equal(codePoints('😀').fromUtf16(1), 0);
    assert.equal(codePoints('\ud83d!').length, 2);
  });
});

describe('mapSpan', () => {
  const span = { start: 5, end: 10 };
  const cases: [name: string, change: Change, expected: { start: number; end: number } | undefined][] = [
    ['typing before moves it', [{ start: 0, end: 0, insert: 'ab' }], { start: 7, end: 12 }],
    ['typing at its start does not join it', [{ start: 5, end: 5, insert: 'ab' }], { start: 7, end: 12 }],
    ['typing at its end does not join it', [{ start: 10, end: 10, insert: 'ab' }], { start: 5, end: 10 }],
    ['typing inside joins it', [{ start: 7, end: 7, insert: 'ab' }], { start: 5, end: 12 }],
    ['replacing its first letter keeps it whole', [{ start: 5, end: 6, insert: 'P' }], { start: 5, end: 10 }],
    ['replacing its last letter keeps it whole', [{ start: 9, end: 10, insert: 'xy' }], { start: 5, end: 11 }],
    ['deleting over its start cuts it', [{ start: 3, end: 7, insert: '' }], { start: 3, end: 6 }],
    ['deleting over its end cuts it', [{ start: 8, end: 12, insert: '' }], { start: 5, end: 8 }],
    ['deleting all of it leaves nothing', [{ start: 5, end: 10, insert: '' }], undefined],
    [
      'two deletions that take all of it leave nothing',
      [
        { start: 4, end: 7, insert: '' },
        { start: 7, end: 11, insert: '' },
      ],
      undefined,
    ],
    [
      'several cursors',
      [
        { start: 0, end: 1, insert: 'xx' },
        { start: 6, end: 7, insert: 'xx' },
        { start: 9, end: 11, insert: 'xx' },
      ],
      { start: 6, end: 11 },
    ],
  ];
  for (const [name, change, expected] of cases) it(name, () => assert.deepEqual(mapSpan(span, change), expected));

  it('keeps a span on its words while nothing touches them', () => {
    const around = fc.tuple(anyText, anyText, anyText, anyText);
    fc.assert(
      fc.property(around, fc.string({ minLength: 1 }), ([before, newBefore, after, newAfter], words) => {
        const text = before + words + after;
        const from = { start: before.length, end: before.length + words.length };
        const change = [
          { start: 0, end: before.length, insert: newBefore },
          { start: from.end, end: text.length, insert: newAfter },
        ];
        const mapped = mapSpan(from, change);
        assert.equal(mapped && applyChange(text, change).slice(mapped.start, mapped.end), words);
      }),
    );
  });
});

describe('changeBetween', () => {
  it('turns the one text into the other', () => {
    fc.assert(
      fc.property(anyText, anyText, anyText, (shared, a, b) => {
        const before = shared + a + shared;
        const after = shared + b + shared;
        assert.equal(applyChange(before, changeBetween(before, after)), after);
      }),
    );
  });
});
