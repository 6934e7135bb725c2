import assert from 'node:assert/strict';
import { ONTONOTES } from '../../../../src/core/annotation/labelSet';
import { alikeTo } from '../../../../src/core/curation/alike';
import { editEntity, mergeEntities, relabelEntities, splitOff } from '../../../../src/core/curation/editEntities';
import { entityGroups } from '../../../../src/core/curation/entityGroup';
import { accept } from '../../../../src/core/mentions/decide';
import type { ArticleSession } from '../../../../src/core/session';
import { MemoryFiles } from '../sidecar/files';
import { decider, ground, group, mention, opened, seen } from './opened';

const STORY =
  'Vladimir Putin met Volodymyr Zelenskyy. Putin left. Zelensky stayed in Kyiv. The Kremlin was silent. Putin slept.';
const LABELS = {
  'Vladimir Putin': 'PERSON',
  Putin: 'PERSON',
  'Volodymyr Zelenskyy': 'PERSON',
  Zelensky: 'PERSON',
  Kyiv: 'GPE',
  Kremlin: 'ORG',
};

const open = (files?: MemoryFiles) => opened(STORY, LABELS, files);

/** Does something, and sees that undo takes it back and redo brings it again. */
function doing(session: ArticleSession, operation: Parameters<typeof session.apply>[0]): void {
  const known = () => session.set.entities.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const before = { seen: seen(session), annotations: session.set.annotations, entities: known() };
  session.apply(operation);
  const after = seen(session);
  session.undo();
  assert.deepEqual({ seen: seen(session), annotations: session.set.annotations, entities: known() }, before);
  session.redo();
  assert.deepEqual(seen(session), after);
}

describe('merging entities', () => {
  it('makes them one without deciding on what is undecided', () => {
    const session = open();
    const operation = mergeEntities(
      ground(session),
      group(session, 'Volodymyr Zelenskyy'),
      [group(session, 'Zelensky')],
      decider,
    );
    assert.equal(operation.title, 'Merge “Zelensky” into “Volodymyr Zelenskyy”');
    doing(session, operation);
    assert.equal(mention(session, 'Zelensky').name, 'Volodymyr Zelenskyy');
    assert.equal(mention(session, 'Zelensky').entity, mention(session, 'Volodymyr Zelenskyy').entity);
    assert.equal(session.set.annotations.length, 0);
    assert.deepEqual(session.set.entities[0]?.aliases, ['Volodymyr Zelenskyy', 'Zelensky']);
  });

  it('notes the entity with decisions, those made before and those made after', () => {
    const session = open();
    session.apply(accept(ground(session), [mention(session, 'Zelensky')], decider));
    session.apply(
      mergeEntities(ground(session), group(session, 'Volodymyr Zelenskyy'), [group(session, 'Zelensky')], decider),
    );
    session.apply(accept(ground(session), [mention(session, 'Volodymyr Zelenskyy')], decider));
    const [entity] = session.set.entities;
    assert.deepEqual(
      session.set.annotations.map((annotation) => annotation.entity),
      [entity?.id, entity?.id],
    );
  });

  it('accepts what another label keeps apart', () => {
    const session = open();
    doing(session, mergeEntities(ground(session), group(session, 'Kyiv'), [group(session, 'Kremlin')], decider));
    assert.equal(mention(session, 'Kremlin').name, 'Kyiv');
    assert.equal(mention(session, 'Kremlin').label, 'ORG');
    assert.equal(mention(session, 'Kremlin').status, 'accepted');
    assert.equal(mention(session, 'Kyiv').status, 'suggested');
  });

  it('goes on from a merge, with names, links and notes', () => {
    const session = open();
    const edit = (words: string, fields: Parameters<typeof editEntity>[2]) =>
      session.apply(editEntity(ground(session), group(session, words), fields, decider));
    edit('Zelensky', { links: { wikidata: 'Q3874799', 'example.org': 'https://example.org/z' }, note: 'short' });
    edit('Volodymyr Zelenskyy', { links: { wikidata: 'Q1' }, note: 'long' });
    doing(
      session,
      mergeEntities(ground(session), group(session, 'Volodymyr Zelenskyy'), [group(session, 'Zelensky')], decider),
    );
    assert.equal(session.set.entities.length, 1);
    const [entity] = session.set.entities;
    assert.deepEqual(entity?.links, { wikidata: 'Q1', 'example.org': 'https://example.org/z' });
    assert.equal(entity?.note, 'long\n\nshort');
    assert.equal(mention(session, 'Zelensky').entity, entity?.id);
  });

  it('is in the sidecar, and another window sees the same', async () => {
    const files = new MemoryFiles();
    const session = open(files);
    session.apply(
      mergeEntities(ground(session), group(session, 'Volodymyr Zelenskyy'), [group(session, 'Zelensky')], decider),
    );
    await session.sync();
    const other = open(files);
    await other.sync();
    assert.deepEqual(seen(other), seen(session));
    assert.match([...files.contents.values()].join(), /"aliases": \["Volodymyr Zelenskyy", "Zelensky"\]/);
  });
});

describe('splitting a mention off', () => {
  it('gives it an entity of its own and leaves the others', () => {
    const session = open();
    doing(session, splitOff(ground(session), [mention(session, 'Putin', 1)], session.mentions, decider));
    assert.deepEqual(
      seen(session).filter((line) => line.includes('Putin')),
      ['Vladimir Putin = Vladimir Putin (suggested)', 'Putin = Vladimir Putin (suggested)', 'Putin = Putin (accepted)'],
    );
  });

  it('keeps two of one name apart', () => {
    const session = open();
    session.apply(splitOff(ground(session), [mention(session, 'Putin', 1)], session.mentions, decider));
    session.apply(accept(ground(session), [mention(session, 'Putin', 0)], decider));
    assert.notEqual(mention(session, 'Putin', 0).entity, mention(session, 'Putin', 1).entity);
  });

  it('is remembered: what is split off is not taken for the same again', () => {
    const session = open();
    session.apply(splitOff(ground(session), [mention(session, 'Putin', 1)], session.mentions, decider));
    const alike = (words: string, occurrence = 0) =>
      alikeTo(group(session, words, occurrence), entityGroups(session.mentions), session.set.entities, ONTONOTES).map(
        (each) => each.group.name,
      );
    assert.deepEqual(alike('Putin', 1), []);
    assert.deepEqual(alike('Vladimir Putin'), []);
    session.undo();
    assert.equal(session.set.entities.length, 0);
  });
});

describe('another label for a whole entity', () => {
  it('is that of its record too, so that it goes on claiming its names', () => {
    const session = open();
    session.apply(editEntity(ground(session), group(session, 'Kremlin'), { note: 'a fortress' }, decider));
    doing(session, relabelEntities(ground(session), group(session, 'Kremlin').mentions, 'FAC', decider));
    const [entity] = session.set.entities;
    assert.equal(entity?.label, 'FAC');
    assert.equal(mention(session, 'Kremlin').label, 'FAC');
    assert.equal(mention(session, 'Kremlin').entity, entity?.id);
  });
});

describe('what is known of an entity', () => {
  it('has another name, and keeps its mentions', () => {
    const session = open();
    doing(session, editEntity(ground(session), group(session, 'Putin'), { name: ' V.  V. Putin ' }, decider));
    assert.deepEqual(
      seen(session).filter((line) => line.includes('Putin')),
      ['Vladimir Putin', 'Putin', 'Putin'].map((words) => `${words} = V. V. Putin (suggested)`),
    );
  });

  it('has aliases that draw mentions in', () => {
    const session = open();
    const aliases = ['Volodymyr Zelenskyy', 'Zelensky', ' '];
    doing(session, editEntity(ground(session), group(session, 'Volodymyr Zelenskyy'), { aliases }, decider));
    assert.equal(mention(session, 'Zelensky').name, 'Volodymyr Zelenskyy');
    assert.deepEqual(session.set.entities[0]?.aliases, ['Volodymyr Zelenskyy', 'Zelensky']);
  });

  it('is not changed by being written as it is', () => {
    const session = open();
    session.apply(editEntity(ground(session), group(session, 'Kyiv'), { note: 'capital' }, decider));
    const operation = editEntity(ground(session), group(session, 'Kyiv'), { note: 'capital ' }, decider);
    assert.deepEqual(operation.edits.length + (operation.entities?.length ?? 0), 0);
  });

  it('is claimed by an entity of an imported sidecar by its name alone', async () => {
    const files = new MemoryFiles();
    const entities = [{ id: 'putin', label: 'PERSON', name: 'Vladimir Putin', links: { wikidata: 'Q7747' } }];
    files.contents.set('a.txt.newsmark.json', JSON.stringify({ newsmark: 1, entities }));
    const session = open(files);
    await session.sync();
    assert.equal(mention(session, 'Putin').entity, 'putin');
  });
});
