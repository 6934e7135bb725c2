import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { accept } from '../../../../src/core/mentions/decide';
import { ArticleSession } from '../../../../src/core/session';
import { MIGRATIONS, type Migration, migrate } from '../../../../src/core/sidecar/migrate';
import { fileSidecar, frameOf, placeSidecar } from '../../../../src/core/sidecar/place';
import { readSidecar } from '../../../../src/core/sidecar/read';
import { SidecarStore } from '../../../../src/core/sidecar/store';
import { writeSidecar } from '../../../../src/core/sidecar/write';
import { Text } from '../../../../src/core/text/text';
import { MemoryFiles } from './files';

const OLD = readFileSync('test/fixtures/sidecars/version-0.newsmark.json', 'utf8');
const ARTICLE = 'Russian President Vladimir Putin visits Beijing.\n';

/** The step from the made-up version 0, which called everything by other names. */
const FROM_0: Migration = {
  from: 0,
  step: ({ for: file, people, marks, ...rest }) => ({
    ...rest,
    article: { file },
    entities: Object.entries(people ?? {}).map(([id, name]) => ({ id, label: 'PERSON', name })),
    annotations: Array.isArray(marks) ? marks.map(annotationOf) : marks,
  }),
};

function annotationOf({ at, words, is, ok, who, ...rest }: Record<string, unknown>): Record<string, unknown> {
  const [start, end] = Array.isArray(at) ? at : [];
  const status = ok ? 'accepted' : 'rejected';
  return { ...rest, start, end, quote: words, label: is, status, ...(who !== undefined && { entity: who }) };
}

describe('a sidecar of an older version', () => {
  it('is brought to the present one in memory, unknown fields and all', () => {
    const reading = readSidecar(OLD, [FROM_0]);
    if (reading.kind !== 'ok') assert.fail(reading.kind);
    assert.equal(reading.migratedFrom, 0);
    assert.equal(reading.sidecar.newsmark, 1);
    const { entities, annotations } = reading.sidecar;
    assert.deepEqual(entities, [{ id: 'putin', label: 'PERSON', name: 'Vladimir Putin' }]);
    assert.deepEqual(annotations[0], {
      id: 'a',
      start: 18,
      end: 32,
      quote: 'Vladimir Putin',
      label: 'PERSON',
      status: 'accepted',
      entity: 'putin',
      by: 'alice',
      mood: 'calm',
    });
    assert.equal(annotations[1]?.status, 'rejected');
    assert.equal(Reflect.get(reading.sidecar, 'project'), 'trial');
  });

  it('is written as the present one with the next decision', () => {
    const reading = readSidecar(OLD, [FROM_0]);
    if (reading.kind !== 'ok') assert.fail(reading.kind);
    const set = placeSidecar(reading.sidecar, ARTICLE);
    const again = readSidecar(writeSidecar(fileSidecar(set, ARTICLE, frameOf(reading.sidecar))));
    if (again.kind !== 'ok') assert.fail(again.kind);
    assert.equal(again.migratedFrom, undefined);
    assert.equal(again.sidecar.newsmark, 1);
    assert.deepEqual(
      again.sidecar.annotations.map(({ id, quote }) => [id, quote]),
      [
        ['a', 'Vladimir Putin'],
        ['b', 'Beijing'],
      ],
    );
  });

  it('is left as it is by opening it, and becomes the present one with the next decision, through a session', async () => {
    const files = new MemoryFiles();
    const path = 'story.txt.newsmark.json';
    files.contents.set(path, OLD);
    const open = () =>
      new ArticleSession(Text.of(ARTICLE), 'story.txt', new SidecarStore(path, { files, migrations: [FROM_0] }));
    const session = open();
    await session.sync();
    assert.deepEqual(
      session.mentions.map(({ text, label, status, name }) => [text, label, status, name]),
      [
        ['Vladimir Putin', 'PERSON', 'accepted', 'Vladimir Putin'],
        ['Beijing', 'GPE', 'rejected', 'Beijing'],
      ],
    );
    assert.equal(files.contents.get(path), OLD);
    const decider = { at: '2024-05-15T09:12:44Z', newId: () => 'new' };
    session.apply(accept({ text: ARTICLE, set: session.set }, session.mentions, decider));
    await session.sync();
    const written = JSON.parse(files.contents.get(path) ?? '{}');
    assert.equal(written.newsmark, 1);
    assert.equal(written.project, 'trial');
    assert.deepEqual(
      written.annotations.map(({ id, status, mood }: Record<string, unknown>) => [id, status, mood]),
      [
        ['a', 'accepted', 'calm'],
        ['b', 'accepted', undefined],
      ],
    );
    const again = open();
    await again.sync();
    const places = ({ set }: ArticleSession) => set.annotations.map(({ id, start, end }) => [id, start, end]);
    assert.deepEqual(places(again), places(session));
  });

  it('is merged with what somebody else decides on the older version meanwhile', async () => {
    const files = new MemoryFiles();
    const path = 'story.txt.newsmark.json';
    files.contents.set(path, OLD);
    const store = new SidecarStore(path, { files, migrations: [FROM_0] });
    const session = new ArticleSession(Text.of(ARTICLE), 'story.txt', store);
    await session.sync();
    files.contents.set(path, OLD.replace('"mood": "calm"', '"mood": "glad"'));
    const decider = { at: '2024-05-15T09:12:44Z', newId: () => 'new' };
    session.apply(accept({ text: ARTICLE, set: session.set }, session.mentions, decider));
    await session.sync();
    assert.match(files.contents.get(path) ?? '', /"mood": "glad"/);
    assert.equal(store.state.kind, 'ready');
  });

  it('goes through every version between', () => {
    const steps = [1, 2, 0].map((from) => ({
      from,
      step: (sidecar: Readonly<Record<string, unknown>>) => ({ ...sidecar, [`from${from}`]: sidecar.newsmark }),
    }));
    assert.deepEqual(migrate({ newsmark: 0 }, 0, 3, steps), { newsmark: 3, from0: 0, from1: 1, from2: 2 });
  });

  it('is broken where no step is known, or where what comes out is no sidecar', () => {
    const unknown = readSidecar(OLD, MIGRATIONS);
    if (unknown.kind !== 'broken') assert.fail(unknown.kind);
    assert.match(unknown.problems[0].message, /newsmark: the version 0 is unknown/);
    assert.equal(OLD.slice(unknown.problems[0].start, unknown.problems[0].end), '0');
    const wrong = readSidecar(OLD.replace('[18, 32]', '"18"'), [FROM_0]);
    if (wrong.kind !== 'broken') assert.fail(wrong.kind);
    assert.match(wrong.problems[0].message, /annotations\.0\.start/);
  });
});
