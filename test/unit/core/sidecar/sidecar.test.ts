import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { EMPTY_SIDECAR, type FiledAnnotation, type FiledSidecar, KEY_ORDER } from '../../../../src/core/sidecar/filed';
import { mergeSidecars } from '../../../../src/core/sidecar/merge';
import { annotatorSlug, isSidecarName, sidecarEnding, sidecarName } from '../../../../src/core/sidecar/paths';
import { EMPTY_FRAME, fileSidecar, placeSidecar, textDigest } from '../../../../src/core/sidecar/place';
import { readSidecar } from '../../../../src/core/sidecar/read';
import { writeSidecar } from '../../../../src/core/sidecar/write';

const schema = JSON.parse(readFileSync('media/sidecar.schema.json', 'utf8'));
const fitsSchema = new Ajv({ strict: false }).compile(schema);

const EXAMPLE = `{
  "newsmark": 1,
  "article": { "file": "story.txt", "length": 60, "published": "2024-05-14" },
  "entities": [
    { "id": "putin", "label": "PERSON", "name": "Vladimir Putin", "links": { "wikidata": "Q7747" }, "mood": "calm" }
  ],
  "annotations": [
    { "id": "a", "start": 18, "end": 32, "quote": "Vladimir Putin", "prefix": "Russian President ", "suffix": " travels", "label": "PERSON", "status": "accepted", "entity": "putin", "by": "alice", "at": "2024-05-15T09:12:44Z" },
    { "id": "b", "start": 40, "end": 52, "quote": "$300 million", "label": "MONEY", "status": "accepted", "value": { "amount": "300000000", "currency": "USD" }, "x": [1, 2] }
  ],
  "relations": [
    { "id": "r7", "type": "speaker", "from": "a", "to": "b" }
  ],
  "project": { "name": "trial" }
}
`;

function read(raw: string): FiledSidecar {
  const reading = readSidecar(raw);
  if (reading.kind === 'broken') assert.fail(reading.problems[0].message);
  return reading.sidecar;
}

function annotation(id: string, fields: Partial<FiledAnnotation> = {}): FiledAnnotation {
  return { id, start: 0, end: 3, quote: 'one', label: 'PERSON', status: 'accepted', ...fields };
}

function sidecar(...annotations: FiledAnnotation[]): FiledSidecar {
  return { ...EMPTY_SIDECAR, annotations };
}

describe('reading and writing a sidecar', () => {
  it('gives the same bytes, unknown fields included', () => {
    assert.equal(writeSidecar(read(EXAMPLE)), EXAMPLE);
    assert.ok(fitsSchema(JSON.parse(EXAMPLE)));
  });

  it('puts hand-made order and spacing into the one form, and keeps it then', () => {
    const form = writeSidecar(read(JSON.stringify(JSON.parse(EXAMPLE))));
    assert.equal(form, EXAMPLE);
    assert.equal(writeSidecar(read(form)), form);
  });

  it('makes one decision one changed line', () => {
    const before = writeSidecar(sidecar(annotation('a'), annotation('b', { start: 5, end: 8 })));
    const after = writeSidecar(sidecar(annotation('a'), annotation('b', { start: 5, end: 8, status: 'rejected' })));
    const lines = after.split('\n');
    assert.equal(before.split('\n').filter((line, index) => line !== lines[index]).length, 1);
  });

  it('survives any JSON in unknown fields', () => {
    const unknown = fc.string().filter((name) => !KEY_ORDER.annotation.includes(name));
    fc.assert(
      fc.property(fc.dictionary(unknown, fc.jsonValue()), (extra) => {
        const filed = sidecar({ ...extra, ...annotation('a') });
        const text = 'one two';
        const set = placeSidecar(read(writeSidecar(filed)), text);
        const again = fileSidecar(set, text, EMPTY_FRAME).annotations;
        assert.deepEqual(again, [{ ...JSON.parse(JSON.stringify(filed.annotations[0])), prefix: '', suffix: ' two' }]);
      }),
    );
  });
});

describe('a sidecar that is not right', () => {
  const cases: [name: string, raw: string, place: string, message: RegExp][] = [
    ['a missing comma', '{\n "newsmark": 1\n "annotations": []\n}', '"annotations"', /comma expected/],
    ['an empty file', '', '', /empty/],
    ['something else than JSON', 'hello', 'hello', /not JSON/],
    ['a wrong type', '{ "newsmark": 1, "annotations": [{ "id": 7 }] }', '7', /annotations\.0\.id: expected string/],
    ['a missing field', '{ "newsmark": 1, "annotations": [{ "id": "a" }] }', '{ "id": "a" }', /annotations\.0\.start/],
    ['a status that is none', EXAMPLE.replace('"accepted"', '"maybe"'), '"maybe"', /status/],
    ['no version', '{ "annotations": [] }', '{ "annotations": [] }', /newsmark/],
    ['an id used twice', EXAMPLE.replace('"id": "b"', '"id": "a"'), '"a"', /twice/],
  ];
  for (const [name, raw, place, message] of cases) {
    it(`names the place: ${name}`, () => {
      const reading = readSidecar(raw);
      if (reading.kind !== 'broken') assert.fail('it was read');
      const [problem] = reading.problems;
      assert.match(problem.message, message);
      assert.equal(raw.slice(problem.start, problem.end), place);
    });
  }

  it('tells a newer version from a broken file', () => {
    const reading = readSidecar(EXAMPLE.replace('"newsmark": 1', '"newsmark": 2'));
    assert.equal(reading.kind, 'newer');
  });

  it('never throws, whatever is in the file', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (raw) => void readSidecar(raw)));
  });
});

describe('placing decisions on the text', () => {
  const text = '😀 Putin met Xi. Later Putin left.\nالرئيس بوتين\n';
  const set = () =>
    placeSidecar(
      sidecar(
        annotation('a', { start: 2, end: 7, quote: 'Putin', prefix: '😀 ', suffix: ' met' }),
        annotation('b', { start: 22, end: 27, quote: 'Putin', prefix: 'Later ', suffix: ' left' }),
        annotation('c', { start: 41, end: 46, quote: 'بوتين', prefix: 'الرئيس ', suffix: '\n' }),
      ),
      text,
    );

  it('counts code points in the file and UTF-16 inside', () => {
    const spans = set().annotations.map(({ start, end }) => text.slice(start, end));
    assert.deepEqual(spans, ['Putin', 'Putin', 'بوتين']);
    const filed = fileSidecar(set(), text, EMPTY_FRAME);
    const points = [...text];
    for (const { start, end, quote } of filed.annotations) assert.equal(points.slice(start, end).join(''), quote);
    assert.equal(filed.article.length, points.length);
    assert.equal(filed.article.sha256, textDigest(text));
  });

  it('finds the words again in a text that was edited elsewhere', () => {
    const filed = fileSidecar(set(), text, EMPTY_FRAME);
    const edited = `New first line.\n${text.replace('Later', 'Much later')}`;
    const placed = placeSidecar(filed, edited).annotations;
    const found = placed.map(({ start, end }) => [edited.slice(start - 3, start), edited.slice(start, end)]);
    assert.deepEqual(found, [
      ['😀 ', 'Putin'],
      ['er ', 'Putin'],
      ['يس ', 'بوتين'],
    ]);
  });

  it('keeps what it can not place, as it was', () => {
    const filed = fileSidecar(set(), text, EMPTY_FRAME);
    const placed = placeSidecar(filed, 'Nothing of it is left.');
    assert.ok(placed.annotations.every(({ orphan }) => orphan));
    const again = fileSidecar(placed, 'Nothing of it is left.', EMPTY_FRAME);
    assert.deepEqual(again.annotations, filed.annotations);
  });

  it('gives up a word that stands in many places with nothing of its context', () => {
    const placed = placeSidecar(
      sidecar(annotation('a', { start: 90, end: 95, quote: 'Putin', prefix: 'Z', suffix: 'Z' })),
      text,
    );
    assert.ok(placed.annotations[0]?.orphan);
  });
});

describe('merging sidecars', () => {
  const base = sidecar(annotation('a'), annotation('b', { start: 5, end: 8 }), annotation('c', { start: 9, end: 12 }));
  const ids = (merged: FiledSidecar) => merged.annotations.map(({ id }) => id).sort();

  it('keeps what either side added and drops what either removed', () => {
    const ours = sidecar(
      annotation('a'),
      annotation('c', { start: 9, end: 12 }),
      annotation('d', { start: 20, end: 23 }),
    );
    const theirs = sidecar(
      annotation('a'),
      annotation('b', { start: 5, end: 8 }),
      annotation('e', { start: 30, end: 33 }),
    );
    const { sidecar: merged, conflicts } = mergeSidecars(base, ours, theirs);
    assert.deepEqual(ids(merged), ['a', 'd', 'e']);
    assert.deepEqual(conflicts, []);
  });

  it('does not let a removal undo a change', () => {
    const ours = sidecar(annotation('b', { start: 5, end: 8 }), annotation('c', { start: 9, end: 12 }));
    const theirs = sidecar(annotation('a', { status: 'rejected' }), annotation('b', { start: 5, end: 8 }));
    assert.deepEqual(ids(mergeSidecars(base, ours, theirs).sidecar), ['a', 'b']);
  });

  it('puts different fields of one annotation together', () => {
    const ours = sidecar(annotation('a', { note: 'sure' }));
    const theirs = sidecar(annotation('a', { label: 'ORG' }));
    const { sidecar: merged, conflicts } = mergeSidecars(sidecar(annotation('a')), ours, theirs);
    assert.deepEqual(merged.annotations, [annotation('a', { label: 'ORG', note: 'sure' })]);
    assert.deepEqual(conflicts, []);
  });

  it('keeps both where they contradict each other, and says so', () => {
    const ours = sidecar(annotation('a', { label: 'ORG' }));
    const theirs = sidecar(annotation('a', { label: 'GPE' }));
    const { sidecar: merged, conflicts } = mergeSidecars(sidecar(annotation('a')), ours, theirs);
    assert.deepEqual(merged.annotations.map(({ label }) => label).sort(), ['GPE', 'ORG']);
    assert.deepEqual(conflicts, [{ list: 'annotations', ours: 'a', theirs: 'a-2' }]);
  });

  it('makes one decision of two equal ones', () => {
    const { sidecar: merged } = mergeSidecars(EMPTY_SIDECAR, sidecar(annotation('a')), sidecar(annotation('z')));
    assert.deepEqual(ids(merged), ['a']);
  });

  it('gives back either side where the other did nothing', () => {
    const anyAnnotation = fc.record({
      id: fc.constantFrom('a', 'b', 'c', 'd'),
      start: fc.nat(9),
      label: fc.constantFrom('ORG', 'GPE'),
      status: fc.constantFrom('accepted' as const, 'rejected' as const),
    });
    const anySidecar = fc
      .uniqueArray(anyAnnotation, { selector: ({ id }) => id })
      .map((list) =>
        sidecar(...list.map(({ id, ...fields }, index) => annotation(id, { ...fields, end: 10 + index }))),
      );
    fc.assert(
      fc.property(anySidecar, anySidecar, (one, other) => {
        assert.equal(writeSidecar(mergeSidecars(one, one, other).sidecar), writeSidecar(other));
        assert.equal(writeSidecar(mergeSidecars(one, other, one).sidecar), writeSidecar(other));
      }),
    );
  });
});

describe('names of sidecars', () => {
  it('stand beside the article, one for each annotator', () => {
    assert.equal(sidecarName('story.txt'), 'story.txt.newsmark.json');
    assert.equal(sidecarName('story.txt', 'alice'), 'story.txt.alice.newsmark.json');
    assert.ok(isSidecarName(sidecarName('story.txt', 'alice')));
  });

  it('are told from those of articles with a longer name', () => {
    assert.equal(sidecarEnding('story.txt.newsmark.json', 'story.txt'), '.newsmark.json');
    assert.equal(sidecarEnding('story.txt.alice.newsmark.json', 'story.txt'), '.alice.newsmark.json');
    assert.equal(sidecarEnding('story.txt.old.txt.newsmark.json', 'story.txt'), undefined);
    assert.equal(sidecarEnding('story.txt', 'story.txt'), undefined);
  });

  it('never lead out of the folder', () => {
    assert.equal(annotatorSlug('../../x y/é'), 'x-y-é');
  });
});
