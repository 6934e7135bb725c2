import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { AnnotationSet } from '../../../../src/core/annotation/annotation';
import { applyOperation } from '../../../../src/core/annotation/operation';
import { imported, importOperation } from '../../../../src/core/formats/importOperation';
import { traceOf, undoImport } from '../../../../src/core/formats/importTrace';
import { EMPTY_FRAME, fileSidecar, placeSidecar } from '../../../../src/core/sidecar/place';
import { readSidecar } from '../../../../src/core/sidecar/read';
import { writeSidecar } from '../../../../src/core/sidecar/write';
import { anyArticle } from '../../../support/anyArticles';

/** The decisions as they are when the sidecar is read again, over a text that may have changed. */
function readAgain(set: AnnotationSet, text: string, now = text): AnnotationSet {
  const reading = readSidecar(writeSidecar(fileSidecar(set, text, EMPTY_FRAME)));
  assert.equal(reading.kind, 'ok');
  return placeSidecar(reading.kind === 'ok' ? reading.sidecar : assert.fail(), now);
}

/** An article whose odd annotations are there already, and whose even ones are imported. */
const anyImport = anyArticle.map(({ text, set }) => {
  const own = set.annotations.filter((_, index) => index % 2 === 1);
  const other = set.annotations.filter((_, index) => index % 2 === 0);
  const within = (annotations: AnnotationSet['annotations']): AnnotationSet => {
    const ids = new Set(annotations.map(({ id }) => id));
    const named = new Set(annotations.map(({ entity }) => entity));
    return {
      annotations,
      entities: set.entities.filter(({ id }) => named.has(id)),
      relations: set.relations.filter(({ from, to }) => ids.has(from) && ids.has(to)),
    };
  };
  return { text, own: within(own), other: imported(within(other), 'suggested') };
});

const ids = (items: readonly { readonly id: string }[]) => items.map(({ id }) => id).sort();

describe('taking an import back', () => {
  it('leaves what was there before, however often the sidecar was written since', () => {
    fc.assert(
      fc.property(anyImport, ({ text, own, other }) => {
        const before = readAgain(own, text);
        const operation = importOperation(before, other);
        const after = readAgain(applyOperation(before, operation), text, `${text}\nAnd more.`);
        const { operation: back, kept } = undoImport(after, traceOf(operation));
        const left = applyOperation(after, back);
        assert.equal(kept, 0);
        for (const list of ['annotations', 'entities', 'relations'] as const)
          assert.deepEqual(ids(left[list]), ids(before[list]), list);
      }),
      { seed: 1, numRuns: 200 },
    );
  });

  it('leaves what somebody decided on since, with its entity', () => {
    const text = 'Putin met Xi.';
    const mark = (id: string, start: number, end: number, entity: string) => ({
      ...{ id, start, end, quote: text.slice(start, end), prefix: '', suffix: '', label: 'PERSON', entity },
      status: 'suggested' as const,
    });
    const other: AnnotationSet = {
      annotations: [mark('a', 0, 5, 'putin'), mark('b', 10, 12, 'xi')],
      entities: ['putin', 'xi'].map((id) => ({ id, label: 'PERSON', name: id })),
      relations: [{ id: 'r', type: 'met', from: 'a', to: 'b' }],
    };
    const empty: AnnotationSet = { annotations: [], entities: [], relations: [] };
    const operation = importOperation(empty, other);
    const after = applyOperation(empty, operation);
    const accepted = {
      ...after,
      annotations: after.annotations.map((each) =>
        each.start === 0 ? { ...each, status: 'accepted' as const } : each,
      ),
    };
    const one = undoImport(accepted, traceOf(operation));
    const left = applyOperation(accepted, one.operation);
    assert.equal(one.kept, 1);
    assert.deepEqual(
      left.annotations.map(({ quote }) => quote),
      ['Putin'],
    );
    assert.deepEqual(ids(left.entities), ['putin']);
    assert.equal(left.relations.length, 0);

    // A relation that a person drew keeps both its ends.
    const [first, second] = after.annotations;
    const related = {
      ...after,
      relations: [{ id: 'own', type: 'knows', from: first?.id ?? '', to: second?.id ?? '' }],
    };
    const two = undoImport(related, traceOf(operation));
    assert.equal(two.kept, 2);
    assert.equal(applyOperation(related, two.operation).relations.length, 1);
  });
});
