import assert from 'node:assert/strict';
import { type Annotation, NO_ANNOTATIONS } from '../../../../src/core/annotation/annotation';
import { ONTONOTES, PRESETS, presetOf } from '../../../../src/core/annotation/labelSet';
import { LABELS } from '../../../../src/core/annotation/labels';
import { readLabelFile } from '../../../../src/core/labelSets/readLabelFile';
import { strayRelations } from '../../../../src/core/labelSets/strayRelations';
import { relabel } from '../../../../src/core/mentions/decide';
import { layerMentions } from '../../../../src/core/mentions/layerMentions';
import type { Suggestion } from '../../../../src/core/recognize/suggestion';

const TEXT = 'Vladimir Putin told Russian miners in Harbin on May 16 that Putin is no Tsar.';
const CONLL = presetOf('conll2003') ?? ONTONOTES;

function at(words: string, from = 0) {
  const start = TEXT.indexOf(words, from);
  return { start, end: start + words.length };
}

const SUGGESTIONS: readonly Suggestion[] = [
  { ...at('Vladimir Putin'), label: 'PERSON', recognizer: 'names' },
  { ...at('Russian'), label: 'NORP', recognizer: 'names' },
  { ...at('Harbin'), label: 'GPE', recognizer: 'names' },
  { ...at('May 16'), label: 'DATE', recognizer: 'dates' },
  { ...at('Putin', 20), label: 'PERSON', recognizer: 'names' },
];

function annotation(words: string, label: string, id = words): Annotation {
  return { id, ...at(words), quote: words, prefix: '', suffix: '', label, status: 'accepted' };
}

const shown = (labels = ONTONOTES, annotations: readonly Annotation[] = []) =>
  layerMentions(TEXT, SUGGESTIONS, { ...NO_ANNOTATIONS, annotations }, labels);
const inWords = (mentions: ReturnType<typeof shown>) => mentions.map(({ text, label }) => `${text} ${label}`);

describe('a label set', () => {
  it('brings suggestions under its own labels, and leaves out what none of them covers', () => {
    assert.deepEqual(inWords(shown(CONLL)), ['Vladimir Putin PER', 'Russian MISC', 'Harbin LOC', 'Putin PER']);
    assert.deepEqual(inWords(shown(presetOf('figures'))), ['May 16 DATE']);
    assert.deepEqual(inWords(shown(presetOf('quotations'))), []);
    assert.equal(shown().length, 5);
  });

  it('knows a person by any label that covers people', () => {
    const [full, , , surname] = shown(CONLL);
    assert.equal(surname?.entity, full?.entity);
    assert.equal(surname?.name, 'Vladimir Putin');
  });

  it('loses no annotation: those under other labels stay, look like none of its own, and silence as before', () => {
    const mentions = shown(CONLL, [
      annotation('Harbin', 'GPE'),
      annotation('miners', 'JOB'),
      annotation('May 16', 'DATE'),
    ]);
    assert.deepEqual(inWords(mentions), [
      'Vladimir Putin PER',
      'Russian MISC',
      'miners JOB',
      'Harbin GPE',
      'May 16 DATE',
      'Putin PER',
    ]);
    const { color, colors, icon, key, title, group } = CONLL.of('DATE');
    assert.deepEqual(
      { color, colors, icon, key, title, group },
      {
        color: 'unknown',
        colors: undefined,
        icon: 'tag',
        key: '',
        title: 'Date',
        group: 'figure',
      },
    );
    assert.equal(CONLL.of('JOB').title, 'JOB');
    assert.ok(!CONLL.has('GPE') && CONLL.has('LOC'));
  });

  it('names labels by its own titles in what was done', () => {
    const [person] = shown(CONLL);
    assert.ok(person);
    const decider = { at: '2024-05-15T09:12:44Z', newId: () => 'x' };
    const ground = { text: TEXT, set: NO_ANNOTATIONS, labels: CONLL };
    assert.equal(relabel(ground, [person], 'LOC', decider).title, 'Label “Vladimir Putin” as Location');
  });

  it('tells relations that it does not allow, where it says anything about them', () => {
    const labels = [
      { name: 'QUOTE', relations: [{ type: 'speaker', to: ['PER'] }, { type: 'see' }] },
      { name: 'PER' },
      { name: 'ORG' },
    ];
    const reading = readLabelFile(JSON.stringify({ labels }));
    assert.ok(reading.kind === 'ok');
    const annotations = [annotation('Putin', 'PER'), annotation('Harbin', 'ORG'), annotation('Tsar', 'QUOTE')];
    const relation = (id: string, type: string, from: string, to: string) => ({ id, type, from, to });
    const relations = [
      relation('right', 'speaker', 'Tsar', 'Putin'),
      relation('anywhere', 'see', 'Tsar', 'Harbin'),
      relation('free', 'visits', 'Putin', 'Harbin'),
      relation('wrong label', 'speaker', 'Tsar', 'Harbin'),
      relation('wrong type', 'owner', 'Tsar', 'Putin'),
    ];
    const stray = strayRelations({ ...NO_ANNOTATIONS, annotations, relations }, reading.set);
    assert.deepEqual(
      stray.map((each) => each.relation.id),
      ['wrong label', 'wrong type'],
    );
  });
});

describe('the presets', () => {
  it('have labels that differ by name, title and key', () => {
    for (const [name, { labels }] of Object.entries(PRESETS))
      for (const field of ['id', 'title', 'key'] as const)
        assert.equal(new Set(labels.map((label) => label[field])).size, labels.length, `${name} ${field}`);
  });

  it('cover each built-in name once where they cover names', () => {
    const names = LABELS.filter(({ group }) => group === 'entity').map(({ id }) => id);
    const covered = CONLL.labels.flatMap(({ covers }) => covers);
    assert.deepEqual([...covered].sort(), [...names].sort());
  });

  it('are found by name alone', () => {
    assert.equal(presetOf('constructor'), undefined);
    assert.equal(presetOf('ontonotes'), ONTONOTES);
  });
});
