import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Passage, passagesOf, type Version } from '../../../../src/core/agreement/passages';
import { refuse, take, takeAgreed } from '../../../../src/core/agreement/settle';
import {
  type Annotation,
  type AnnotationSet,
  NO_ANNOTATIONS,
  type Relation,
} from '../../../../src/core/annotation/annotation';
import { applyOperation, invertOperation, type Operation } from '../../../../src/core/annotation/operation';
import { quoteAt } from '../../../../src/core/annotation/quote';
import type { Decider } from '../../../../src/core/mentions/decide';

const TEXT = 'Vladimir Putin met Xi Jinping in Beijing, the Kremlin said. “We agree,” Putin said in Moscow.';

function annotation(words: string, label: string, more: Partial<Annotation> = {}): Annotation {
  const start = TEXT.indexOf(words);
  const end = start + words.length;
  return { id: `${words} ${label}`, start, end, label, status: 'accepted', ...quoteAt(TEXT, { start, end }), ...more };
}

function version(annotator: string, annotations: readonly Annotation[], more: Partial<AnnotationSet> = {}): Version {
  return { annotator, set: { ...NO_ANNOTATIONS, annotations, ...more } };
}

let count = 0;
const decider: Decider = { at: '2024-05-15T09:12:44Z', by: 'carol', newId: () => `n${++count}` };
const ground = (set: AnnotationSet) => ({ text: TEXT, set });

const shown = ({ start, end, kind, choices, verdict }: Passage) => [
  TEXT.slice(start, end),
  kind,
  choices.map(
    (choice) => `${choice.said.map((each) => each.version.annotator).join('+')}: ${choice.label} ${choice.start}`,
  ),
  typeof verdict === 'string' ? verdict : verdict.label,
];

const only = (passages: readonly Passage[], words: string): Passage =>
  passages.find(({ start, end }) => TEXT.slice(start, end) === words) ?? assert.fail(words);

describe('what several people say of an article', () => {
  const alice = version('alice', [
    annotation('Vladimir Putin', 'PERSON'),
    annotation('Beijing', 'GPE'),
    annotation('Kremlin', 'ORG'),
    annotation('“We agree,” Putin said', 'QUOTATION'),
    annotation('Moscow', 'GPE', { status: 'rejected' }),
  ]);
  const bob = version('bob', [
    annotation('Vladimir Putin', 'PERSON'),
    annotation('Xi Jinping', 'PERSON'),
    annotation('the Kremlin', 'GPE'),
    annotation('agree', 'EVENT'),
  ]);

  it('is agreed, said by some, or in conflict', () => {
    assert.deepEqual(passagesOf([alice, bob], NO_ANNOTATIONS).map(shown), [
      ['Vladimir Putin', 'agreed', ['alice+bob: PERSON 0'], 'open'],
      ['Xi Jinping', 'partial', ['bob: PERSON 19'], 'open'],
      ['Beijing', 'partial', ['alice: GPE 33'], 'open'],
      ['the Kremlin', 'conflict', ['alice: ORG 46', 'bob: GPE 42'], 'open'],
      ['“We agree,” Putin said', 'partial', ['alice: QUOTATION 60'], 'open'],
      ['agree', 'partial', ['bob: EVENT 64'], 'open'],
    ]);
  });

  it('holds for three as well', () => {
    const carol = version('carol', [annotation('Vladimir Putin', 'PERSON'), annotation('Kremlin', 'GPE')]);
    const found = passagesOf([alice, bob, carol], NO_ANNOTATIONS).map(shown);
    assert.deepEqual(found[0], ['Vladimir Putin', 'agreed', ['alice+bob+carol: PERSON 0'], 'open']);
    assert.deepEqual(found[3], ['the Kremlin', 'conflict', ['alice: ORG 46', 'bob: GPE 42', 'carol: GPE 46'], 'open']);
  });

  it('is taken from one or the other, and that is told', () => {
    const find = (set: AnnotationSet) => only(passagesOf([alice, bob], set), 'the Kremlin');
    const open = find(NO_ANNOTATIONS);
    const [first, second] = open.choices;
    assert.ok(second);
    const one = applyOperation(NO_ANNOTATIONS, take(ground(NO_ANNOTATIONS), open, first, decider));
    assert.deepEqual(
      one.annotations.map(({ quote, label, status, by, at }) => [quote, label, status, by, at]),
      [['Kremlin', 'ORG', 'accepted', 'alice', decider.at]],
    );
    assert.deepEqual(find(one).verdict, first);
    // The person thinks again.
    const other = applyOperation(one, take(ground(one), find(one), second, decider));
    assert.deepEqual(
      other.annotations.map(({ quote, by }) => [quote, by]),
      [['the Kremlin', 'bob']],
    );
    const none = applyOperation(other, refuse(ground(other), find(other), decider));
    assert.deepEqual(none.annotations.map(({ label, status, by }) => [label, status, by]).sort(), [
      ['GPE', 'rejected', 'carol'],
      ['ORG', 'rejected', 'carol'],
    ]);
    assert.equal(find(none).verdict, 'none');
    const back = applyOperation(none, take(ground(none), find(none), first, decider));
    assert.deepEqual(
      back.annotations.map(({ label, status, by }) => [label, status, by]),
      [['ORG', 'accepted', 'alice']],
    );
  });

  it('brings entities, the same name once, and relations when both their ends are there', () => {
    const relation: Relation = { id: 'r', type: 'met', from: 'Vladimir Putin PERSON', to: 'Xi Jinping PERSON' };
    const full = version(
      'alice',
      [annotation('Vladimir Putin', 'PERSON', { entity: 'vp' }), annotation('Xi Jinping', 'PERSON')],
      { entities: [{ id: 'vp', label: 'PERSON', name: 'Vladimir Putin' }], relations: [relation] },
    );
    const other = version('bob', [annotation('Putin said', 'PERSON', { entity: 'putin' })], {
      entities: [{ id: 'putin', label: 'PERSON', name: 'Vladimir Putin', note: 'the same' }],
    });
    let set = NO_ANNOTATIONS;
    for (const words of ['Vladimir Putin', 'Putin said', 'Xi Jinping']) {
      assert.equal(set.relations.length, 0);
      const passage = only(passagesOf([full, other], set), words);
      set = applyOperation(set, take(ground(set), passage, passage.choices[0], decider));
    }
    assert.deepEqual(
      set.annotations.map(({ entity }) => entity),
      ['vp', 'vp', undefined],
    );
    assert.deepEqual(
      set.entities.map(({ id }) => id),
      ['vp'],
    );
    const [from, , to] = set.annotations;
    assert.deepEqual(
      set.relations.map((each) => [each.type, each.from, each.to]),
      [['met', from?.id, to?.id]],
    );
  });

  it('is taken at once where all agree', () => {
    const passages = passagesOf([alice, alice], NO_ANNOTATIONS);
    const operation = takeAgreed(ground(NO_ANNOTATIONS), passages, decider);
    const set = applyOperation(NO_ANNOTATIONS, operation);
    assert.equal(set.annotations.length, 4);
    assert.deepEqual(applyOperation(set, invertOperation(operation)), NO_ANNOTATIONS);
    assert.ok(passagesOf([alice, alice], set).every(({ verdict }) => typeof verdict !== 'string'));
  });

  it('is settled by any act, and open again when that is undone', () => {
    const span = fc.record({
      start: fc.nat(20),
      length: fc.integer({ min: 1, max: 9 }),
      label: fc.constantFrom('A', 'B'),
    });
    const people = fc.array(fc.uniqueArray(span, { maxLength: 6, selector: (each) => JSON.stringify(each) }), {
      minLength: 2,
      maxLength: 3,
    });
    fc.assert(
      fc.property(people, fc.array(fc.tuple(fc.nat(), fc.nat(4)), { maxLength: 8 }), (given, acts) => {
        const versions = given.map((spans, who) =>
          version(
            `p${who}`,
            spans.map(({ start, length, label }, index) => {
              const place = { start, end: start + length };
              return { id: `${who}-${index}`, ...place, label, status: 'accepted', ...quoteAt(TEXT, place) };
            }),
          ),
        );
        const total = given.reduce((sum, spans) => sum + spans.length, 0);
        const done: Operation[] = [];
        let set = NO_ANNOTATIONS;
        for (const [at, what] of acts) {
          const passages = passagesOf(versions, set);
          // Every annotation is in one passage, and in one only.
          const said = passages.flatMap(({ choices }) => choices.flatMap((choice) => choice.said));
          assert.equal(said.length, total);
          const passage = passages[at % Math.max(1, passages.length)];
          if (!passage) return;
          const choice = passage.choices[what];
          const operation = choice
            ? take(ground(set), passage, choice, decider)
            : refuse(ground(set), passage, decider);
          done.push(operation);
          set = applyOperation(set, operation);
          const after = passagesOf(versions, set).find(
            (each) => JSON.stringify(each.choices) === JSON.stringify(passage.choices),
          );
          assert.deepEqual(after?.verdict, choice ?? 'none');
        }
        const back = done.reverse().reduce((now, operation) => applyOperation(now, invertOperation(operation)), set);
        assert.deepEqual(back, NO_ANNOTATIONS);
      }),
    );
  });
});
