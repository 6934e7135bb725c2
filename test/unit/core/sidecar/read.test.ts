import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readSidecar } from '../../../../src/core/sidecar/read';
import { writeSidecar } from '../../../../src/core/sidecar/write';
import { Text } from '../../../../src/core/text/text';

const MARK = '{ "id": "a", "start": 3, "end": 8, "quote": "Putin", "label": "PERSON", "status": "accepted" }';
const withMarks = (...marks: string[]) => `{\n  "newsmark": 1,\n  "annotations": [\n${marks.join(',\n')}\n  ]\n}\n`;

/** All problems, as a person reads them: line, column, the piece of the file, the message. */
function problemsOf(raw: string): string[] {
  const reading = readSidecar(raw);
  if (reading.kind !== 'broken') assert.fail(`it is ${reading.kind}`);
  const text = Text.of(raw);
  return reading.problems.map(({ message, start, end }) => {
    const { line, character } = text.positionAt(start);
    return `${line + 1}:${character + 1} ${text.slice(start, end)} – ${message}`;
  });
}

describe('the problems of a sidecar', () => {
  it('are told each with its place, not the first alone', () => {
    const raw = withMarks(
      MARK.replace('3', '"3"'),
      MARK.replace('"accepted"', '"yes"'),
      MARK.replace('"end": 8', '"end": -1'),
    );
    assert.deepEqual(problemsOf(raw), [
      '4:23 "3" – annotations.0.start: expected number, found "3".',
      '5:83 "yes" – annotations.1.status: expected ("accepted" | "rejected" | "suggested"), found "yes".',
      '6:33 -1 – annotations.2.end: expected >=0, found -1.',
    ]);
  });

  it('take a list for no object, and objects for no list', () => {
    assert.deepEqual(problemsOf('{ "newsmark": 1, "article": [[]] }'), [
      '1:29 [[]] – article: expected an object, found Array.',
    ]);
    assert.deepEqual(problemsOf('{ "newsmark": 1, "annotations": {} }'), [
      '1:33 {} – annotations: expected Array, found Object.',
    ]);
  });

  it('tell of parts of a quotation that would get lost', () => {
    const quoted = (parts: string) =>
      `{ "newsmark": 1, "annotations": [${MARK.replace(' }', `, "quotation": { "kind": "direct", ${parts} } }`)}] }`;
    const messages = (parts: string) => problemsOf(quoted(parts)).map((problem) => problem.replace(/^\d+:\d+ /, ''));
    assert.deepEqual(messages('"content": [[3, 8, 9]]'), [
      '9 – annotations.0.quotation.content.0.2: expected nothing more, found 9.',
    ]);
    assert.deepEqual(messages('"content": [[8, 3]], "speaker": [4, 2], "cue": [7, 6]'), [
      '3 – annotations.0.quotation.content.0.1: 3 is before the start, 8.',
      '2 – annotations.0.quotation.speaker.1: 2 is before the start, 4.',
      '6 – annotations.0.quotation.cue.1: 6 is before the start, 7.',
    ]);
    assert.equal(readSidecar(quoted('"content": [[3, 8]], "cue": [3, 3]')).kind, 'ok');
  });

  it('stand on the same line and column whatever the line ends, and with a byte-order mark', () => {
    const raw = withMarks(MARK.replace('3', '"3"'));
    assert.deepEqual(problemsOf(`\uFEFF${raw.replace(/\n/g, '\r\n')}`), problemsOf(raw));
  });

  it('stay inside the file', () => {
    for (const raw of ['{ "newsmark": 1 /', '{ "newsmark": 1 /*', '{ "newsmark": "1', '[']) {
      const reading = readSidecar(raw);
      if (reading.kind !== 'broken') assert.fail(reading.kind);
      assert.ok(
        reading.problems.every(({ start, end }) => start <= end && end <= raw.length),
        raw,
      );
    }
  });

  it('name every error of the syntax', () => {
    const raw = withMarks(MARK.replace(': 3', ' 3'), MARK, MARK.replace('8,', '8'));
    assert.deepEqual(
      problemsOf(raw).map((line) => line.split(' ')[0]),
      ['4:22', '6:35'],
    );
  });

  it('name every field and every id that is there twice, however it is spelled', () => {
    const twice = MARK.replace('"start": 3', '"start": 3, "st\\u0061rt": 4');
    assert.deepEqual(problemsOf(withMarks(twice, twice)), [
      '4:26 "st\\u0061rt" – The field "start" is there twice; only one of the two could be kept.',
      '5:26 "st\\u0061rt" – The field "start" is there twice; only one of the two could be kept.',
    ]);
    assert.deepEqual(problemsOf(withMarks(MARK, MARK, MARK)), [
      '5:9 "a" – annotations.1.id: the id "a" is there twice.',
      '6:9 "a" – annotations.2.id: the id "a" is there twice.',
    ]);
  });

  it('name numbers that would not come out as they went in', () => {
    const marked = (number: string) => withMarks(MARK.replace(' }', `, "x": ${number} }`));
    for (const number of ['1e999', '-1e999', '1e-999', '9007199254740993', '123456789012345678901'])
      assert.match(problemsOf(marked(number)).join(), /can't be kept exactly; write it as text/, number);
    for (const number of ['-0', '0.0', '0e999', '1.50', '1E3', '0.1000000000000000055', '9007199254740992', '1e+300'])
      assert.equal(readSidecar(marked(number)).kind, 'ok', number);
  });

  it('are spans that end before they begin, and offsets no text can have', () => {
    assert.match(
      problemsOf(withMarks(MARK.replace('8', '2'))).join(),
      /^4:33 2 – annotations\.0\.end: 2 is before the start, 3/,
    );
    assert.match(problemsOf(withMarks(MARK.replace('8', '1e308'))).join(), /annotations\.0\.end/);
  });

  it('are nesting that is too deep, in sound JSON and in broken', () => {
    const deep = (depth: number) => withMarks(MARK.replace(' }', `, "x": ${'['.repeat(depth)}${']'.repeat(depth)} }`));
    assert.equal(readSidecar(deep(90)).kind, 'ok');
    assert.match(problemsOf(deep(98)).join(), /nested too deeply/);
    assert.match(problemsOf(deep(1_000_000)).join(), /nested too deeply/);
    assert.match(problemsOf('[{"a":'.repeat(300_000)).join(), /nested too deeply/);
  });

  it('are names of the language where an object has something else', () => {
    const raw = withMarks(MARK).replace(
      '"newsmark": 1',
      '"newsmark": 1, "entities": [{ "id": "e", "label": "X", "name": "Y", "links": { "constructor": 5 } }]',
    );
    assert.match(problemsOf(raw).join(), /entities\.0\.links/);
    assert.match(problemsOf('{ "__proto__": { "newsmark": 1 } }').join(), /newsmark/);
  });
});

describe('a sidecar of a newer version', () => {
  it('is shown as far as it can be made out, and is not broken whatever its shape', () => {
    const reading = readSidecar(
      withMarks(MARK, '{ "id": "b", "spans": [[1, 2]] }').replace(
        '"newsmark": 1',
        '"newsmark": 3, "entities": "elsewhere"',
      ),
    );
    if (reading.kind !== 'newer') assert.fail(reading.kind);
    assert.equal(reading.version, 3);
    assert.deepEqual(
      reading.sidecar.annotations.map(({ id }) => id),
      ['a'],
    );
  });
});

describe('any sidecar in our form', () => {
  it('comes out of reading and writing byte for byte', () => {
    const fields = fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 5 }), { maxKeys: 4 });
    const offset = fc.nat(1e9);
    const annotation = fc
      .record({
        id: fc.string(),
        span: fc.tuple(offset, offset),
        quote: fc.string(),
        label: fc.string(),
        extra: fields,
      })
      .map(({ id, span: [one, other], extra, ...rest }) => ({
        ...extra,
        ...rest,
        id,
        start: Math.min(one, other),
        end: Math.max(one, other),
        status: 'accepted' as const,
      }));
    fc.assert(
      fc.property(fc.uniqueArray(annotation, { selector: ({ id }) => id }), fields, (annotations, extra) => {
        const { article: _, entities: _e, relations: _r, conflicts: _c, ...unknown } = extra;
        const clean = annotations.map(({ conflicts: _, ...rest }: Record<string, unknown>) => rest);
        const raw = writeSidecar({
          ...unknown,
          newsmark: 1,
          article: {},
          entities: [],
          annotations: clean as never,
          relations: [],
        });
        const reading = readSidecar(raw);
        if (reading.kind !== 'ok') {
          // A field of ours with something of another type in it is no sidecar.
          assert.equal(reading.kind, 'broken');
          return;
        }
        assert.equal(writeSidecar(reading.sidecar), raw);
      }),
      { numRuns: 300 },
    );
  });
});
