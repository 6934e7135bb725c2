import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { MIGRATIONS, type Migration, migrate } from '../../../../src/core/sidecar/migrate';
import { fileSidecar, frameOf, placeSidecar } from '../../../../src/core/sidecar/place';
import { readSidecar } from '../../../../src/core/sidecar/read';
import { writeSidecar } from '../../../../src/core/sidecar/write';

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
