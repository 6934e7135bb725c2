import assert from 'node:assert/strict';
import type { AnnotationSet } from '../../../../src/core/annotation/annotation';
import { formatOf } from '../../../../src/core/formats/formats';
import { imported } from '../../../../src/core/formats/importOperation';
import { placeArticle } from '../../../../src/core/formats/place';

/** A file of one article, read and placed. */
function placed(id: string, content: string, text?: string) {
  const format = formatOf(id) ?? assert.fail(id);
  const source = { name: `story${format.endings[0]}`, content, beside: () => text };
  const { articles, problems } = format.read(source);
  const found = (articles[0] && placeArticle(articles[0], text)) ?? assert.fail('no article');
  return { found, set: found.article.set, problems: problems.map(({ line, message }) => `${line ?? ''}: ${message}`) };
}

const marks = ({ annotations }: AnnotationSet) => annotations.map(({ quote, label, note }) => [quote, label, note]);

describe('all that a file says is read or told of', () => {
  const text = 'Putin met Xi.';

  it('brat: an id that is there twice, several notes, and what is said of nothing', () => {
    const lines = [
      '#1\tAnnotatorNotes E1\tbefore its event',
      'T1\tPER 0 5\tPutin',
      'T1\tPER 10 12\tXi',
      'T2\tMeet 6 9\tmet',
      'E1\tMeet:T2 Who:T1',
      'A1\tPast T2',
      '#2\tAnnotatorNotes T2\tone',
      '#3\tAnnotatorNotes R1\ton a relation',
      'R1\tKnows Arg1:T1 Arg2:T9\t',
      'N1\tReference T1 wikidata:Q7747\tPutin',
      'N2\tReference T1 wikidata:Q1\tUniverse',
    ];
    const { found, set, problems } = placed('brat', lines.join('\n'), text);
    assert.deepEqual(marks(set), [
      ['Putin', 'PER', undefined],
      ['met', 'Meet', 'before its event; Past; one'],
      ['Xi', 'PER', undefined],
    ]);
    assert.deepEqual(problems, [
      '3: T1 is there twice; what is said of it is taken for the first',
      '8: what is said of R1 is left out: there is no such annotation',
      '11: T1 has two references to wikidata; the first is taken',
    ]);
    assert.deepEqual(set.entities, [
      { id: 'wikidata:Q7747', label: 'PER', name: 'Putin', links: { wikidata: 'Q7747' } },
    ]);
    assert.equal(found.untied, 1);
  });

  it('Label Studio: several labels of a region, and an id that two annotators’ regions have', () => {
    const region = (id: string, start: number, end: number, ...labels: string[]) => ({
      ...{ id, type: 'labels' },
      value: { start, end, labels },
    });
    const relation = { type: 'relation', from_id: 'a', to_id: 'b', labels: ['met'] };
    const task = {
      data: { text },
      annotations: [
        { completed_by: 1, result: [region('a', 0, 5, 'PER', 'HEAD'), region('b', 10, 12, 'PER')] },
        { completed_by: 2, result: [relation, region('b', 0, 5, 'ORG'), region('a', 10, 12, 'ORG')] },
      ],
    };
    const { set } = placed('label-studio', JSON.stringify([task]));
    assert.deepEqual(
      marks(set).map(([quote, label]) => `${quote} ${label}`),
      ['Putin HEAD', 'Putin ORG', 'Putin PER', 'Xi ORG', 'Xi PER'],
    );
    const words = new Map(set.annotations.map(({ id, quote, label }) => [id, `${quote} ${label}`]));
    assert.equal(words.size, 5);
    assert.deepEqual(
      set.relations.map(({ from, to }) => [words.get(from), words.get(to)]),
      [['Xi ORG', 'Putin ORG']],
    );
  });

  it('Prodigy: who passes over a task decides nothing', () => {
    const task = { text, spans: [{ start: 0, end: 5, label: 'PER' }], answer: 'ignore', meta: { id: 7 } };
    const { found, set } = placed('prodigy', JSON.stringify(task));
    assert.equal(found.article.name, '7');
    assert.equal(set.annotations[0]?.status, 'suggested');
  });

  it('doccano: entities and relations that are not as they should be', () => {
    const record = { text, entities: [{ id: 1, label: 'PER', start_offset: 0 }], relations: [{ id: 1, from_id: 1 }] };
    const { problems } = placed('doccano-relations', JSON.stringify(record));
    assert.deepEqual(problems, [
      '1: its entity 1 has no start, end or label',
      '1: its relation 1 has no from_id or to_id',
    ]);
  });

  it('GATE: annotations between no nodes', () => {
    const content = [
      '<GateDocument><TextWithNodes><Node id="0"/>Putin<Node id="5"/></TextWithNodes>',
      '<AnnotationSet><Annotation Id="1" Type="PER" StartNode="0" EndNode="9"/></AnnotationSet></GateDocument>',
    ];
    assert.deepEqual(placed('gate', content.join('\n')).problems, [
      '2: an annotation has no type, or is between no nodes',
    ]);
  });

  it('W3C and Recogito: several tags, comments and targets', () => {
    const body = (purpose: string, value: string) => ({ type: 'TextualBody', purpose, value });
    const target = { source: 'story.txt', selector: { type: 'TextPositionSelector', start: 0, end: 5 } };
    const bodies = [
      body('tagging', 'PER'),
      body('tagging', 'HEAD'),
      body('commenting', 'one'),
      body('replying', 'two'),
    ];
    const annotation = { id: 'a', type: 'Annotation', body: bodies, target: [target, target] };
    const web = placed('w3c', JSON.stringify([annotation]), text);
    const both = [
      ['Putin', 'HEAD', 'one\ntwo'],
      ['Putin', 'PER', 'one\ntwo'],
    ];
    assert.deepEqual(marks(web.set), both);
    assert.deepEqual(web.problems, [': annotation a is on several things; the first is taken']);
    const rows = ['tagging,PER', 'tagging,HEAD', 'commenting,one', 'replying,two'].map(
      (each) => `a,story.txt,Putin,start=0;end=5,${each}`,
    );
    const head = 'annotation_id,document,text_quote,target,body_purpose,body_value';
    assert.deepEqual(marks(placed('recogito-csv', [head, ...rows].join('\n'), text).set), both);
  });

  it('never takes for accepted what was rejected', () => {
    const task = { text, spans: [{ start: 0, end: 5, label: 'PER' }], answer: 'reject' };
    const { set } = placed('prodigy', JSON.stringify(task));
    assert.deepEqual(
      (['accepted', 'suggested'] as const).map((as) => imported(set, as).annotations[0]?.status),
      ['rejected', 'suggested'],
    );
  });
});
