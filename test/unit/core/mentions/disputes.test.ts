import assert from 'node:assert/strict';
import type { Annotation, AnnotationSet } from '../../../../src/core/annotation/annotation';
import { applyOperation, invertOperation } from '../../../../src/core/annotation/operation';
import { accept, type Decider, reject } from '../../../../src/core/mentions/decide';
import { keepDecision, saidInWords, takeOtherSide } from '../../../../src/core/mentions/disputes';
import { findingsIn } from '../../../../src/core/mentions/findings';
import { layerMentions } from '../../../../src/core/mentions/layerMentions';
import { reattach } from '../../../../src/core/mentions/reattach';

const TEXT = 'Putin met Xi.';
const DECIDER: Decider = { by: 'carol', at: '2024-06-01T00:00:00Z', newId: () => 'new' };
const PUTIN: Annotation = {
  id: 'a',
  start: 0,
  end: 5,
  quote: 'Putin',
  prefix: '',
  suffix: ' met Xi.',
  label: 'PERSON',
  status: 'accepted',
  by: 'alice',
  conflicts: [
    { status: 'rejected', by: 'bob', at: '2024-05-02' },
    { label: 'ORG', mood: 'calm', by: 'eve' },
  ],
};

const setOf = (...annotations: Annotation[]): AnnotationSet => ({ entities: [], annotations, relations: [] });
const ground = (set: AnnotationSet) => ({ text: TEXT, set });

describe('a decision that others contradict', () => {
  const set = setOf(PUTIN);

  it('is settled by keeping it: what others said is gone', () => {
    const { annotations } = applyOperation(set, keepDecision(PUTIN, DECIDER));
    const { conflicts: _, ...rest } = PUTIN;
    assert.deepEqual(annotations, [{ ...rest, by: 'carol', at: DECIDER.at }]);
  });

  it('is settled by taking what another said, and undo brings back both; a third side still counts', () => {
    const [bob, eve] = PUTIN.conflicts ?? [];
    const operation = takeOtherSide(ground(set), PUTIN, bob ?? {}, DECIDER);
    const after = applyOperation(set, operation);
    assert.deepEqual(
      after.annotations.map(({ status, by, conflicts }) => ({ status, by, conflicts })),
      [{ status: 'rejected', by: 'carol', conflicts: [eve] }],
    );
    assert.deepEqual(applyOperation(after, invertOperation(operation)), set);
  });

  it('takes over fields that this version does not know', () => {
    const operation = takeOtherSide(ground(set), PUTIN, PUTIN.conflicts?.[1] ?? {}, DECIDER);
    const [annotation] = applyOperation(set, operation).annotations;
    assert.deepEqual([annotation?.label, annotation?.unknown], ['ORG', { mood: 'calm' }]);
  });

  it('becomes one with the annotation that has the other label on these words', () => {
    const twin: Annotation = {
      id: 'b',
      start: 0,
      end: 5,
      quote: 'Putin',
      prefix: '',
      suffix: '',
      label: 'ORG',
      status: 'accepted',
    };
    const both = { ...setOf(PUTIN, twin), relations: [{ id: 'r', type: 'x', from: 'a', to: 'c' }] };
    const after = applyOperation(both, takeOtherSide(ground(both), PUTIN, { label: 'ORG' }, DECIDER));
    assert.deepEqual(
      after.annotations.map(({ id }) => id),
      ['b'],
    );
    assert.equal(after.relations[0]?.from, 'b');
  });

  it('is settled by a new decision, even by the same one again; not by being put on other words', () => {
    for (const decide of [accept, reject]) {
      const operation = decide(ground(set), layerMentions(TEXT, [], set), DECIDER);
      assert.ok(applyOperation(set, operation).annotations.every(({ conflicts }) => !conflicts));
      assert.equal(operation.edits.length, 1);
    }
    const orphan = { ...PUTIN, orphan: { start: 0, end: 5 } };
    const { edits } = reattach(ground(setOf(orphan)), orphan, { start: 10, end: 12 }, DECIDER);
    assert.deepEqual(edits[0]?.after?.conflicts, PUTIN.conflicts);
  });

  it('is told in words, whatever a file says', () => {
    assert.equal(saidInWords(PUTIN.conflicts?.[0] ?? {}, set), 'bob: rejected');
    assert.equal(saidInWords({ status: 7, label: ['x'], by: {} }, set), 'another side: something else');
    assert.equal(saidInWords({ value: '>300000000 USD' }, set), 'another side: more than 300 million US dollars');
  });
});

describe('what is not right with annotations', () => {
  it('is found on those that are in the text', () => {
    const { conflicts: _, ...plain } = PUTIN;
    const set = setOf(
      PUTIN,
      { ...plain, id: 'b' },
      { ...plain, id: 'c', label: 'WIZARD', entity: 'gone' },
      { ...plain, id: 'd', label: 'WIZARD', orphan: { start: 3, end: 8 } },
    );
    assert.deepEqual(
      findingsIn(set).map(({ code, annotation }) => `${annotation.id} ${code}`),
      ['a dispute', 'b repeated-annotation', 'c unknown-entity'],
    );
    assert.match(
      findingsIn(set)[0]?.message ?? '',
      /^“Putin” is accepted by alice as Person, but others say otherwise\. bob: rejected; eve: Organization, mood "calm"\.$/,
    );
  });
});
