import assert from 'node:assert/strict';
import type { Annotation, AnnotationSet } from '../../../../src/core/annotation/annotation';
import { applyOperation } from '../../../../src/core/annotation/operation';
import { restored } from '../../../../src/core/mentions/restored';

const TEXT = 'Vladimir Putin met Xi Jinping in Beijing on Thursday.\n';

const NONE: AnnotationSet = { annotations: [], entities: [], relations: [] };

/** A decision on some words of a text. */
function on(id: string, quote: string, text = TEXT): Annotation {
  const start = text.indexOf(quote);
  const end = start + quote.length;
  const around = { prefix: text.slice(Math.max(0, start - 30), start), suffix: text.slice(end, end + 30) };
  return { id, start, end, quote, ...around, label: 'PERSON', status: 'accepted' };
}

const lost = {
  text: TEXT,
  set: {
    annotations: [on('a', 'Vladimir Putin'), on('b', 'Xi Jinping')],
    entities: [{ id: 'xi', label: 'PERSON', name: 'Xi Jinping' }],
    relations: [{ id: 'r', type: 'met', from: 'a', to: 'b' }],
  },
};

/** What is there after decisions were brought back into a text. */
function broughtBack(now: { readonly text: string; readonly set: AnnotationSet }): AnnotationSet {
  return applyOperation(now.set, restored(lost, now, 'Restore'));
}

describe('bringing lost decisions back', () => {
  it('has them where they were', () => assert.deepEqual(broughtBack({ text: TEXT, set: NONE }), lost.set));

  it('puts them on their words, where those have moved since', () => {
    const text = `A new headline\n\n${TEXT}`;
    const { annotations, relations } = broughtBack({ text, set: NONE });
    assert.deepEqual(
      annotations.map(({ start, end, orphan }) => [text.slice(start, end), orphan]),
      [
        ['Vladimir Putin', undefined],
        ['Xi Jinping', undefined],
      ],
    );
    assert.equal(relations.length, 1);
  });

  it('keeps those whose words are gone as such', () => {
    const { annotations } = broughtBack({ text: 'Vladimir Putin met nobody.\n', set: NONE });
    assert.deepEqual(
      annotations.map(({ id, orphan }) => [id, orphan !== undefined]),
      [
        ['a', false],
        ['b', true],
      ],
    );
  });

  it('leaves what was decided anew since as it is, and brings it no second time', () => {
    const anew = { ...on('c', 'Xi Jinping'), note: 'again' };
    const { annotations, relations } = broughtBack({ text: TEXT, set: { ...NONE, annotations: [anew] } });
    assert.deepEqual(
      annotations.map(({ id, note }) => [id, note]),
      [
        ['c', 'again'],
        ['a', undefined],
      ],
    );
    assert.deepEqual(relations, [], 'an arrow needs both its ends');
  });

  it('brings nothing where all of it is there again', () =>
    assert.deepEqual(broughtBack({ text: TEXT, set: lost.set }), lost.set));
});
