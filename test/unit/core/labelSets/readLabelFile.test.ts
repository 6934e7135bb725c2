import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { PRESETS } from '../../../../src/core/annotation/labelSet';
import { LABELS } from '../../../../src/core/annotation/labels';
import { readLabelFile } from '../../../../src/core/labelSets/readLabelFile';
import { Text } from '../../../../src/core/text/text';
import { newLabelFile } from '../../../../src/vscode/features/labelSet/newLabelFile';

const KEYS = new Set('abcdefghijlmnopqrtuvwx0123456789');

function setOf(file: unknown) {
  const reading = readLabelFile(JSON.stringify(file), KEYS);
  return reading.kind === 'ok' ? reading.set : assert.fail(reading.problems.map(({ message }) => message).join('\n'));
}

/** All problems, as a person reads them: line, column, the piece of the file, the message. */
function problemsOf(raw: string): string[] {
  const reading = readLabelFile(raw, KEYS);
  if (reading.kind !== 'broken') assert.fail('it is right');
  const text = Text.of(raw);
  return reading.problems.map(({ message, start, end }) => {
    const { line, character } = text.positionAt(start);
    return `${line + 1}:${character + 1} ${text.slice(start, end)} – ${message}`;
  });
}

const inLines = (...labels: string[]) => `{ "labels": [\n${labels.join(',\n')}\n] }`;

describe('a file of labels', () => {
  it('gives labels with all that it says of them', () => {
    const set = setOf({
      title: 'Shipping news',
      labels: [
        {
          name: 'SHIP',
          title: 'Ship',
          plural: 'Ships',
          key: 'b',
          group: 'entity',
          color: { light: '#0b6e75', dark: '#5cc8d0' },
          icon: 'rocket',
          guideline: ['Named **ships**.', 'No tankers in general.'],
          covers: ['PRODUCT'],
          relations: [{ type: 'owner', to: ['LINE'] }],
        },
        { name: 'LINE', color: '#AA0000' },
      ],
    });
    const [ship, line] = set.labels;
    assert.equal(set.title, 'Shipping news');
    assert.deepEqual(ship, {
      id: 'SHIP',
      title: 'Ship',
      plural: 'Ships',
      group: 'entity',
      key: 'b',
      color: 'unknown',
      hue: ship?.hue,
      icon: 'rocket',
      guideline: 'Named **ships**.\nNo tankers in general.',
      covers: ['PRODUCT'],
      colors: { light: '#0b6e75', dark: '#5cc8d0' },
      isOwn: true,
      relations: [{ type: 'owner', to: ['LINE'] }],
    });
    assert.deepEqual([line?.title, line?.plural, line?.key, line?.icon], ['LINE', 'LINE', '', 'tag']);
    assert.deepEqual(line?.colors, { light: '#AA0000', dark: '#AA0000' });
  });

  it('adds to presets, changes their labels, and takes their keys', () => {
    const set = setOf({
      extends: ['conll2003', 'quotations'],
      labels: [
        { name: 'VESSEL', key: 'o' },
        { name: 'PER', guideline: 'No animals.' },
      ],
    });
    assert.deepEqual(
      set.labels.map(({ id, key }) => `${id} ${key}`.trim()),
      ['VESSEL o', 'PER p', 'ORG', 'LOC l', 'MISC m', 'QUOTATION u'],
    );
    const person = set.of('PER');
    assert.deepEqual(
      [person.title, person.guideline, person.color, person.covers],
      ['Person', 'No animals.', 'person', ['PERSON']],
    );
    assert.equal(set.suggestedAs('GPE'), 'LOC');
    assert.equal(set.suggestedAs('MONEY'), undefined);
  });

  it('covers what its name says unless told otherwise', () => {
    const set = setOf({ labels: [{ name: 'PERSON' }, { name: 'PLACE', covers: ['GPE', 'LOC'] }, { name: 'SHIP' }] });
    assert.equal(set.suggestedAs('PERSON'), 'PERSON');
    assert.equal(set.suggestedAs('LOC'), 'PLACE');
    assert.deepEqual(set.of('SHIP').covers, []);
  });

  it('gives each label without a color one of its own', () => {
    const { labels } = setOf({ labels: [...'ABCDEFGHIJKLMNOPQRSTUVWX'].map((name) => ({ name: `X${name}` })) });
    assert.equal(new Set(labels.map(({ colors }) => colors?.light)).size, labels.length);
  });

  it('tells all that is wrong with it, each with its place', () => {
    assert.deepEqual(
      problemsOf(
        inLines(
          '{ "name": "A", "key": "s" }',
          '{ "name": "A", "key": "b" }',
          '{ "name": "B", "key": "b", "relations": [{ "type": "owner", "to": ["C"] }] }',
        ),
      ),
      [
        '3:11 "A" – labels.1.name: the name "A" is there twice.',
        '4:23 "b" – labels.2.key: the key "b" is there twice.',
        '2:23 "s" – labels.0.key: the key "s" is a command’s.',
        '4:68 "C" – labels.2.relations.0.to.0: there is no label "C".',
      ],
    );
    const shapes = problemsOf(
      inLines('{ "name": "" }', '{ "title": "B" }', '{ "name": "C", "color": "red", "covers": ["CITY"] }'),
    );
    assert.equal(shapes.length, 4);
    assert.match(shapes[0] ?? '', /^2:11 "" – labels\.0\.name: expected 1 to 64 characters on one line/);
    assert.match(shapes[1] ?? '', /^3:1 .* – labels\.1\.name: expected "name"/);
    assert.match(shapes[2] ?? '', /^4:25 "red" – labels\.2\.color: expected a color/);
    assert.match(shapes[3] ?? '', /^4:43 "CITY" – labels\.2\.covers\.0: expected/);
  });

  it('is wrong where it names no label at all, and where it is no JSON', () => {
    assert.match(problemsOf('{}')[0] ?? '', /at least one label/);
    assert.match(problemsOf('{ "labels": [] }')[0] ?? '', /at least one label/);
    assert.match(problemsOf('{\n  "labels": [}\n')[0] ?? '', /^2:14 \} – This is not JSON/);
    assert.match(problemsOf('')[0] ?? '', /empty/);
    assert.match(problemsOf('[]')[0] ?? '', /^1:1 /);
  });

  it('never makes the reader throw', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (labels) => {
        readLabelFile(JSON.stringify({ labels }), KEYS);
        readLabelFile(JSON.stringify({ labels: [labels] }), KEYS);
        readLabelFile(JSON.stringify({ labels: [{ name: 'A', color: labels, relations: labels }] }), KEYS);
      }),
    );
  });

  it('is offered to begin with in a form that is right, for every preset', () => {
    for (const preset of Object.keys(PRESETS)) {
      const set = setOf(JSON.parse(newLabelFile(preset)));
      assert.equal(set.labels.length, (PRESETS[preset]?.labels.length ?? 0) + 1);
    }
  });
});

describe('the schema of label files', () => {
  const schema = JSON.parse(readFileSync('media/labels.schema.json', 'utf8'));
  const isValid = new Ajv({ strict: false, validateFormats: false }).compile(schema);

  it('takes what the reader takes, and nothing that it does not', () => {
    const right = [JSON.parse(newLabelFile('ontonotes')), { extends: ['figures'] }, { labels: [{ name: 'A' }] }];
    for (const file of right) assert.ok(isValid(file) && setOf(file), JSON.stringify(file));
    const wrong = [
      {},
      { labels: [] },
      { labels: [{}] },
      { labels: [{ name: 'a\nb' }] },
      { labels: [{ name: 'A', key: 'ab' }] },
      { labels: [{ name: 'A', color: 'red' }] },
      { labels: [{ name: 'A', color: { light: '#000000' } }] },
      { labels: [{ name: 'A', group: 'thing' }] },
      { labels: [{ name: 'A', covers: ['CITY'] }] },
      { labels: [{ name: 'A', relations: [{}] }] },
      { extends: ['spacy'] },
    ];
    for (const file of wrong) {
      assert.ok(!isValid(file), JSON.stringify(file));
      assert.equal(readLabelFile(JSON.stringify(file), KEYS).kind, 'broken', JSON.stringify(file));
    }
  });

  it('names the presets and the built-in labels', () => {
    assert.deepEqual(schema.properties.extends.items.enum, Object.keys(PRESETS));
    assert.deepEqual(
      schema.definitions.label.properties.covers.items.enum,
      LABELS.map(({ id }) => id),
    );
  });
});
