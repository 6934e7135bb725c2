import assert from 'node:assert/strict';
import type { AnnotationSet } from '../../../../src/core/annotation/annotation';
import { ONTONOTES } from '../../../../src/core/annotation/labelSet';
import { applyOperation } from '../../../../src/core/annotation/operation';
import { linkTo, putUnderLabel, spellAs } from '../../../../src/core/corpus/amends';
import { findInconsistencies } from '../../../../src/core/corpus/consistency';
import { CorpusIndex } from '../../../../src/core/corpus/corpusIndex';
import type { IndexedMention } from '../../../../src/core/corpus/indexedArticle';
import { sortFindings } from '../../../../src/core/corpus/listedFindings';
import { fingerprintOf } from '../../../../src/core/corpus/nearDuplicates';
import { layerMentions } from '../../../../src/core/mentions/layerMentions';

const mention = (name: string, label: string, fields: Partial<IndexedMention> = {}): IndexedMention => ({
  start: 0,
  end: name.length,
  text: name,
  label,
  status: 'suggested',
  name,
  sentence: { start: 0, end: 50 },
  ...fields,
});

async function found(
  articles: Readonly<Record<string, readonly IndexedMention[]>>,
  texts: Record<string, string> = {},
) {
  const index = new CorpusIndex();
  for (const [path, mentions] of Object.entries(articles)) {
    const fingerprint = fingerprintOf(texts[path] ?? `${path} has words of its own, about ${path} and nothing else`);
    index.put({ path, title: path, length: 50, words: 9, mentions, fingerprint });
  }
  return findInconsistencies(index);
}

const accepted = { status: 'accepted' } as const;

describe('consistency over a corpus', () => {
  it('finds a name that is accepted under one label and stands under another', async () => {
    const one = { a: [mention('Carnegie China', 'ORG', accepted)], b: [mention('Carnegie China', 'GPE')] };
    const [finding] = await found(one);
    assert.ok(finding?.kind === 'two labels');
    assert.deepEqual(
      finding.sides.map(({ says, articles, accepted: count }) => [says, articles, count]),
      [
        ['ORG', ['a'], 1],
        ['GPE', ['b'], 0],
      ],
    );
    const undecided = { a: [mention('Carnegie China', 'ORG')], b: [mention('Carnegie China', 'GPE')] };
    assert.deepEqual(await found(undecided), [], 'what recognizers alone say is no decision');
  });

  it('finds a name with two links', async () => {
    const [finding] = await found({
      a: [mention('Xi Jinping', 'PERSON', { link: 'wikidata Q15031' })],
      b: [mention('Xi Jinping', 'PERSON', { link: 'wikidata Q1' })],
      c: [mention('Xi Jinping', 'PERSON')],
    });
    assert.ok(finding?.kind === 'two links');
    assert.deepEqual(
      finding.sides.map(({ says }) => says),
      ['wikidata Q1', 'wikidata Q15031'],
    );
  });

  it('finds spellings of one name, but neither plurals nor short names that differ', async () => {
    const names = async (...pair: string[]) =>
      (await found({ a: [mention(pair[0] ?? '', 'PERSON')], b: [mention(pair[1] ?? '', 'PERSON')] })).map(
        ({ kind }) => kind,
      );
    assert.deepEqual(await names('Volodymyr Zelensky', 'Volodymyr Zelenskyy'), ['alike names']);
    assert.deepEqual(await names('Nathaniel Sher', 'Nathanial Sher'), ['alike names']);
    assert.deepEqual(await names('Nathaniel Sher', 'Natalie Portman'), []);
    assert.deepEqual(await names('the Americans', 'American Samoa'), []);
  });

  it('is silent about what somebody has said to be two', async () => {
    const tell = async (one: IndexedMention, other: IndexedMention, elsewhere: readonly IndexedMention[]) => {
      const index = new CorpusIndex();
      const apart = [
        { ...one, record: 'one' },
        { ...other, record: 'other', start: 20, end: 40 },
      ];
      const text = { length: 50, words: 9, fingerprint: [] };
      index.put({ path: 'a', title: 'a', ...text, mentions: apart, notSame: [['one', 'other']] });
      elsewhere.forEach((each, at) => {
        index.put({ path: `b${at}`, title: 'b', ...text, mentions: [each] });
      });
      return (await findInconsistencies(index)).map(({ kind }) => kind);
    };
    const [smith, smyth] = [mention('Jonathan Smith', 'PERSON'), mention('Jonathan Smyth', 'PERSON')];
    assert.deepEqual(await tell(smith, smyth, [smith, smyth]), []);
    const other = mention('Nathanial Sher', 'PERSON');
    assert.deepEqual(await tell(smith, smyth, [mention('Nathaniel Sher', 'PERSON'), other]), ['alike names']);

    const [company, place] = [mention('Alma', 'ORG', accepted), mention('Alma', 'GPE')];
    assert.deepEqual(await tell(company, place, [company, place]), []);
    assert.deepEqual(
      await tell(company, place, [mention('Alma', 'WORK_OF_ART')]),
      ['two labels'],
      'a third one is news',
    );

    const [country, state] = ['Q230', 'Q1428'].map((id) => mention('Georgia', 'GPE', { link: `wikidata ${id}` }));
    assert.ok(country && state);
    assert.deepEqual(await tell(state, country, [country]), []);
    assert.deepEqual(await tell(state, country, [country, state]), []);
    assert.deepEqual(await tell(smith, smyth, [country, state]), ['two links']);
  });

  it('finds all spellings, however many there are, and lists those of most articles, the others as these are dismissed', async () => {
    const name = (number: number) =>
      `Given${String.fromCharCode(...[676, 26, 1].map((of) => 97 + (Math.floor(number / of) % 26)))}`;
    const articles: Record<string, readonly IndexedMention[]> = {};
    for (let number = 0; number < 1_200; number++) {
      const own = `${name(number)} Quistbergen`.replace('Given', `Zacharias${name(number * 7)}`);
      articles[`a${number}`] = [mention(own, 'ORG')];
      articles[`b${number}`] = [mention(own.replace('bergen', 'bergn'), 'ORG')];
    }
    articles.often = [mention('Nathaniel Sher', 'PERSON'), mention('Nathanial Sher', 'PERSON')];
    for (let number = 0; number < 5; number++) articles[`often ${number}`] = [mention('Nathaniel Sher', 'PERSON')];
    const all = (await found(articles)).filter(({ kind }) => kind === 'alike names');
    assert.ok(all.length > 1_200, `${all.length}`);
    const { open, dismissed } = sortFindings(all, () => false);
    const { shown = [], total } = open.get('alike names') ?? {};
    assert.deepEqual([shown.length, total, shown[0]?.name, dismissed.total], [1_000, all.length, 'Nathaniel Sher', 0]);
    const settled = new Set(shown.slice(0, 300));
    const after = sortFindings(all, (finding) => settled.has(finding));
    assert.equal(after.open.get('alike names')?.total, all.length - 300);
    assert.equal(after.open.get('alike names')?.shown[0], shown[300]);
    assert.equal(after.dismissed.total, 300);
  });

  it('finds articles that are nearly the same', async () => {
    const words = Array.from({ length: 200 }, (_, at) => `word${(at * 37) % 101} of${at}`).join(' ');
    const findings = await found({ a: [], b: [], c: [] }, { a: words, b: `${words} and one line more` });
    assert.deepEqual(
      findings.map((finding) => finding.kind === 'alike articles' && finding.articles),
      [['a', 'b']],
    );
  });
});

describe('amends in an article', () => {
  const text = 'Putin met Xi Jinping. Xi Jinping left.';
  const at = (start: number, end: number, label: string, id: string, entity?: string) => ({
    id,
    start,
    end,
    quote: text.slice(start, end),
    prefix: '',
    suffix: '',
    label,
    status: 'accepted' as const,
    ...(entity !== undefined && { entity }),
  });
  const set: AnnotationSet = {
    entities: [{ id: 'xi', label: 'ORG', name: 'Xi Jinping', links: { wikidata: 'Q1', site: 'x' } }],
    annotations: [at(0, 5, 'PERSON', 'p'), at(10, 20, 'ORG', 'x1', 'xi')],
    relations: [],
  };
  const amended = {
    ground: { text, set, labels: ONTONOTES },
    mentions: layerMentions(text, [], set),
    kindOf: (label: string) => label,
  };
  let count = 0;
  const decider = { at: '2024-05-14T00:00:00Z', newId: () => `new${++count}` };

  it('put a name under another label, where it is decided and where it is suggested', () => {
    const operation = putUnderLabel(amended, 'xi jinping', 'PERSON', [{ start: 22, end: 32 }], decider);
    const after = applyOperation(set, operation);
    assert.deepEqual(after.annotations.map(({ quote, label }) => `${quote} ${label}`).sort(), [
      'Putin PERSON',
      'Xi Jinping PERSON',
      'Xi Jinping PERSON',
    ]);
    assert.equal(after.entities[0]?.label, 'PERSON');
  });

  it('give an entity another link and leave its others', () => {
    const after = applyOperation(set, linkTo(amended, 'ORG|xi jinping', 'wikidata Q15031', decider));
    assert.deepEqual(after.entities[0]?.links, { wikidata: 'Q15031', site: 'x' });
  });

  it('leave alone what somebody has told from others of its name', () => {
    const namesake = { id: 'other', label: 'ORG', name: 'Xi Jinping', links: { wikidata: 'Q2' } };
    const apart = { ...set, entities: [...set.entities, { ...namesake, unknown: { notSame: ['xi'] } }] };
    const two = { ...amended, ground: { text, set: apart, labels: ONTONOTES } };
    const after = applyOperation(apart, linkTo(two, 'ORG|xi jinping', 'wikidata Q15031', decider));
    const linked = new Map(after.entities.map(({ id, links }) => [id, links?.wikidata]));
    assert.deepEqual([linked.get('xi'), linked.get('other')], ['Q15031', 'Q2']);
  });

  it('spell a name as another one, so that both mean one entity', () => {
    const spelling = { odd: 'Xi Jinping', name: 'Xi Jin-ping', label: 'ORG' };
    const after = applyOperation(set, spellAs(amended, 'ORG|xi jinping', spelling, decider));
    assert.equal(after.entities[0]?.name, 'Xi Jin-ping');
    const mentions = layerMentions(text, [{ start: 22, end: 32, label: 'ORG', recognizer: 'names' }], after);
    assert.deepEqual(
      mentions.filter(({ text: words }) => words === 'Xi Jinping').map(({ name }) => name),
      ['Xi Jin-ping', 'Xi Jin-ping'],
    );
    const nothing: AnnotationSet = { entities: [], annotations: [], relations: [] };
    const bare = { ...amended, ground: { text, set: nothing, labels: ONTONOTES }, mentions: [] };
    const claimed = applyOperation(nothing, spellAs(bare, 'ORG|xi jinping', spelling, decider));
    const suggested = layerMentions(text, [{ start: 22, end: 32, label: 'ORG', recognizer: 'names' }], claimed);
    assert.deepEqual(
      suggested.map(({ name, status }) => `${name} ${status}`),
      ['Xi Jin-ping suggested'],
    );
  });
});
