import assert from 'node:assert/strict';
import { ONTONOTES } from '../../../../src/core/annotation/labelSet';
import { alikeTo } from '../../../../src/core/curation/alike';
import { contradictionsIn } from '../../../../src/core/curation/contradictions';
import { editEntity, mergeEntities } from '../../../../src/core/curation/editEntities';
import { entityGroups } from '../../../../src/core/curation/entityGroup';
import { addressed, linksInWords, readLinks } from '../../../../src/core/curation/links';
import { keepApart } from '../../../../src/core/curation/notSame';
import { oriented, relate, relationEnds, relationTypes, unrelate } from '../../../../src/core/curation/relate';
import { accept, relabel } from '../../../../src/core/mentions/decide';
import { MemoryFiles } from '../sidecar/files';
import { decider, ground, group, mention, opened } from './opened';

describe('entities that may be one', () => {
  const alike = (words: string, labels: Record<string, string>) => {
    const session = opened(Object.keys(labels).join(' said. '), labels);
    return alikeTo(group(session, words), entityGroups(session.mentions), session.set.entities, ONTONOTES).map(
      (found) => `${found.group.name}: ${found.likeness}`,
    );
  };

  it('are spelled a little differently', () => {
    assert.deepEqual(alike('Zelenskyy', { Zelenskyy: 'PERSON', Zelensky: 'PERSON' }), ['Zelensky: spelling']);
    assert.deepEqual(alike('São Paulo', { 'São Paulo': 'GPE', 'Sao Paulo': 'LOC' }), ['Sao Paulo: same name']);
    assert.deepEqual(alike('Gazprombank', { Gazprombank: 'ORG', Gazpromband: 'ORG' }), ['Gazpromband: spelling']);
    assert.deepEqual(alike('Iran', { Iran: 'GPE', Iraq: 'GPE' }), []);
    assert.deepEqual(alike('Liberia', { Liberia: 'GPE', Siberia: 'GPE' }), []);
  });

  it('are a name and a shorter one', () => {
    const shorter = (one: string, other: string, label: string) => alike(one, { [one]: label, [other]: label });
    assert.deepEqual(shorter('D. Trump', 'Donald J. Trump', 'PERSON'), ['Donald J. Trump: shorter name']);
    assert.deepEqual(shorter('V. Putin', 'Vladimir Putin', 'PERSON'), ['Vladimir Putin: shorter name']);
    assert.deepEqual(shorter('Carnegie China', 'Carnegie China Program', 'ORG'), [
      'Carnegie China Program: shorter name',
    ]);
    assert.deepEqual(shorter('Melania Trump', 'Donald Trump', 'PERSON'), []);
    assert.deepEqual(shorter('New York', 'New Delhi', 'GPE'), []);
    assert.deepEqual(shorter('Pacific', 'Pacific Ocean', 'LOC'), ['Pacific Ocean: shorter name']);
    assert.deepEqual(shorter('Virginia', 'Virginia Beach', 'GPE'), [], 'a part of a place’s name is another place');
    assert.deepEqual(shorter('Lithuanian', 'Lithuanian American', 'NORP'), []);
  });

  it('are no word and its plural', () => {
    assert.deepEqual(alike('Americans', { Americans: 'NORP', American: 'NORP' }), []);
  });

  it('are not those that a person says are two, until that is taken back', async () => {
    const names = ['Gazprom Export', 'Gazprom', 'Gazprom Neft'];
    const files = new MemoryFiles();
    const session = opened(names.join(' said. '), Object.fromEntries(names.map((name) => [name, 'ORG'])), files);
    const likeness = (words: string) =>
      alikeTo(group(session, words), entityGroups(session.mentions), session.set.entities, ONTONOTES).map(
        (found) => found.group.name,
      );
    assert.deepEqual(likeness('Gazprom').toSorted(), ['Gazprom Export', 'Gazprom Neft']);
    const apart = () =>
      keepApart(ground(session), group(session, 'Gazprom'), [group(session, 'Gazprom Export')], decider);
    session.apply(apart());
    assert.deepEqual(likeness('Gazprom'), ['Gazprom Neft']);
    assert.deepEqual(likeness('Gazprom Export'), [], 'the other way round too');
    assert.equal(session.set.annotations.length, 0, 'nothing is decided by that');
    assert.deepEqual(apart().edits, [], 'once is enough');
    await session.sync();
    const [own] = JSON.parse((await files.read('a.txt.newsmark.json')) ?? '').entities;
    assert.deepEqual(own.notSame, [group(session, 'Gazprom Export').entity]);
    session.undo();
    assert.equal(likeness('Gazprom').length, 2);
    assert.deepEqual(session.set.entities, []);
    session.redo();
    // What takes the other one in is not the same either.
    session.apply(
      mergeEntities(ground(session), group(session, 'Gazprom Neft'), [group(session, 'Gazprom Export')], decider),
    );
    assert.deepEqual(likeness('Gazprom'), []);
    session.apply(mergeEntities(ground(session), group(session, 'Gazprom Neft'), [group(session, 'Gazprom')], decider));
    assert.deepEqual(
      session.set.entities.map(({ unknown }) => unknown),
      [undefined],
      'nothing is not itself',
    );
  });

  it('bear one name under two labels', () => {
    const session = opened('Kremlin and Kremlin', { Kremlin: 'ORG' });
    session.apply(relabel(ground(session), [mention(session, 'Kremlin', 1)], 'FAC', decider));
    const found = alikeTo(group(session, 'Kremlin'), entityGroups(session.mentions), [], ONTONOTES);
    assert.deepEqual(
      found.map(({ likeness }) => likeness),
      ['same name'],
    );
  });
});

describe('links to knowledge bases', () => {
  it('are read from what people type', () => {
    assert.deepEqual(readLinks(' q7747 '), { wikidata: 'Q7747' });
    assert.deepEqual(readLinks('https://www.wikidata.org/wiki/Q7747'), { wikidata: 'Q7747' });
    assert.deepEqual(readLinks('https://en.wikipedia.org/wiki/Xi_Jinping Q15031'), {
      wikipedia: 'en:Xi_Jinping',
      wikidata: 'Q15031',
    });
    assert.deepEqual(readLinks('https://www.rferl.org/a/1.html'), { 'rferl.org': 'https://www.rferl.org/a/1.html' });
    assert.deepEqual(readLinks(''), {});
    for (const wrong of ['putin', 'Q0', 'javascript:alert(1)', 'command:x.y', 'Q1 Q2']) {
      assert.equal(readLinks(wrong), undefined, wrong);
    }
  });

  it('lead to web pages and nowhere else', () => {
    const links = { wikidata: 'Q7747', wikipedia: 'de:Xi', other: 'command:evil', site: 'https://a.org/x' };
    assert.deepEqual(
      addressed(links).map(({ address }) => address),
      ['https://www.wikidata.org/wiki/Q7747', 'https://de.wikipedia.org/wiki/Xi', 'https://a.org/x'],
    );
    assert.equal(linksInWords({ wikidata: 'Q7747', wikipedia: 'de:Xi' }), 'Q7747 https://de.wikipedia.org/wiki/Xi');
  });
});

describe('relations', () => {
  const STORY = 'Sher counts 40 ships. “They sail,” said Sher of China.';
  const open = () => opened(STORY, { Sher: 'PERSON', '40': 'CARDINAL', '“They sail,”': 'QUOTATION', China: 'GPE' });

  it('are drawn and taken away, and accept their ends', () => {
    const session = open();
    const [sher, china] = [mention(session, 'Sher'), mention(session, 'China')];
    session.apply(relate(ground(session), sher, china, 'about', decider));
    const ends = relationEnds(session.mentions, session.set.relations);
    const seen = (words: string) =>
      ends(mention(session, words)).map(
        ({ isOutgoing, relation, other }) => `${isOutgoing} ${relation.type} ${other.text}`,
      );
    assert.deepEqual(seen('Sher'), ['true about China']);
    assert.deepEqual(seen('China'), ['false about Sher']);
    assert.deepEqual([mention(session, 'Sher').status, mention(session, 'China').status], ['accepted', 'accepted']);
    session.apply(unrelate(session.set.relations));
    assert.deepEqual(session.set.relations, []);
    session.undo();
    assert.equal(session.set.relations.length, 1);
    session.undo();
    assert.deepEqual([session.set.relations.length, session.set.annotations.length], [0, 0]);
  });

  it('are not drawn twice, nor from a mention to itself', () => {
    const session = open();
    const draw = (to: string) =>
      session.apply(relate(ground(session), mention(session, 'Sher'), mention(session, to), 'about', decider));
    draw('China');
    draw('China');
    draw('Sher');
    assert.equal(session.set.relations.length, 1);
  });

  it('tell who speaks in a quotation: one at a time', () => {
    const session = open();
    const [from, to] = oriented(mention(session, 'Sher'), mention(session, '“They sail,”'));
    assert.deepEqual([from.text, to.text], ['“They sail,”', 'Sher']);
    assert.deepEqual(relationTypes(from, to, []), ['speaker']);
    session.apply(relate(ground(session), from, to, 'speaker', decider));
    const [quotation, china] = [mention(session, '“They sail,”'), mention(session, 'China')];
    session.apply(relate(ground(session), quotation, china, 'speaker', decider));
    assert.equal(session.set.relations.length, 1);
    session.undo();
    assert.equal(session.set.relations.length, 1);
  });

  it('offer the types that are in use first', () => {
    const session = open();
    const [sher, china, figure] = [mention(session, 'Sher'), mention(session, 'China'), mention(session, '40')];
    session.apply(relate(ground(session), sher, china, 'spies on', decider));
    assert.equal(relationTypes(sher, china, session.set.relations)[0], 'spies on');
    assert.deepEqual(relationTypes(figure, china, []), ['counts']);
  });
});

describe('contradictions', () => {
  it('are names under two labels', () => {
    const session = opened('Kremlin, Kremlin and the Kremlin’s', { Kremlin: 'ORG' });
    session.apply(accept(ground(session), session.mentions.slice(0, 2), decider));
    assert.deepEqual(contradictionsIn(session.set, ONTONOTES), []);
    session.apply(relabel(ground(session), [mention(session, 'Kremlin', 2)], 'FAC', decider));
    const [found] = contradictionsIn(session.set, ONTONOTES);
    assert.ok(found?.kind === 'two labels');
    assert.deepEqual(found.labels, ['ORG', 'FAC']);
    assert.deepEqual(
      found.odd.map(({ label }) => label),
      ['FAC'],
    );
  });

  it('are one entity with two links, and one link on two entities', () => {
    const session = opened('Putin and Shoigu', { Putin: 'PERSON', Shoigu: 'PERSON' });
    const link = (words: string, wikidata: string) =>
      session.apply(editEntity(ground(session), group(session, words), { links: { wikidata } }, decider));
    link('Putin', 'Q7747');
    link('Shoigu', 'Q7747');
    assert.deepEqual(
      contradictionsIn(session.set, ONTONOTES).map(({ kind }) => kind),
      ['one link'],
    );
    const entities = [
      { id: 'a', label: 'PERSON', name: 'Vladimir Putin', links: { wikidata: 'Q7747' } },
      { id: 'b', label: 'PERSON', name: 'Putin', aliases: ['Vladimir Putin'], links: { wikidata: 'Q1' } },
    ];
    const kinds = contradictionsIn({ ...session.set, entities }, ONTONOTES).map(({ kind }) => kind);
    assert.deepEqual(kinds, ['two links']);
  });
});
