import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { LABELS } from '../../../../src/core/annotation/labels';
import type { Suggestion } from '../../../../src/core/recognize/suggestion';
import { perform } from '../../../../src/core/review/perform';
import { argsOf, readAct } from '../../../../src/core/review/readAct';
import { Review } from '../../../../src/core/review/review';
import { REVIEW_KEYS } from '../../../../src/core/review/reviewKeys';
import { SCOPES } from '../../../../src/core/review/scope';
import { ArticleSession } from '../../../../src/core/session';
import { SidecarStore } from '../../../../src/core/sidecar/store';
import { Text } from '../../../../src/core/text/text';
import { MemoryFiles } from '../sidecar/files';

const STORY =
  'President Vladimir Putin will travel to China in May. Putin met Xi Jinping. Power of Siberia-2 is late. May spoke.';

function suggestions(): Suggestion[] {
  const found: [words: string, label: string, from?: number][] = [
    ['President Vladimir Putin', 'PERSON'],
    ['China', 'GPE'],
    ['May', 'DATE'],
    ['Putin', 'PERSON', 50],
    ['Jinping', 'GPE'],
    ['Siberia', 'GPE'],
    ['May', 'PERSON', 80],
  ];
  return found.map(([words, label, from = 0]) => {
    const start = STORY.indexOf(words, from);
    return { start, end: start + words.length, label, recognizer: 'names' };
  });
}

function begin({ hidden = [], from = 0 }: { hidden?: string[]; from?: number } = {}) {
  const store = new SidecarStore('story.txt.newsmark.json', { files: new MemoryFiles() });
  const session = new ArticleSession(Text.of(STORY), 'story.txt', store);
  session.setSuggestions(suggestions());
  let count = 0;
  const decider = { at: '2024-05-15T09:12:44Z', newId: () => `a${++count}` };
  const review = new Review(
    session,
    { decider: () => decider, isWanted: ({ label }) => !hidden.includes(label) },
    from,
  );
  const seen = () => session.mentions.map(({ text, label, status }) => `${text} ${label} ${status}`);
  const here = () => STORY.slice(review.focus.span.start, review.focus.span.end);
  return { session, review, seen, here };
}

function placeOf(words: string, from = 0) {
  const start = STORY.indexOf(words, from);
  return { start, end: start + words.length };
}

describe('a review', () => {
  it('goes from one undecided suggestion to the next, and around', () => {
    const { review, here, session } = begin();
    assert.equal(here(), 'President Vladimir Putin');
    review.accept();
    assert.equal(here(), 'China');
    review.next();
    review.reject();
    assert.equal(here(), 'Putin');
    for (let left = review.undecided.length; left > 1; left--) review.accept();
    assert.equal(here(), 'China', 'what was skipped comes at the end');
    review.accept();
    assert.deepEqual(review.undecided, []);
    assert.equal(review.next(), false);
    assert.deepEqual(review.progress, { done: session.set.annotations.length, undecided: 0 });
  });

  it('begins where the person is, and goes back', () => {
    const { review, here } = begin({ from: STORY.indexOf('Putin met') });
    assert.equal(here(), 'Putin');
    review.previous();
    assert.equal(here(), 'May');
    review.previous();
    review.previous();
    review.previous();
    assert.equal(here(), 'May', 'from the first one to the last');
  });

  it('passes over labels that are not reviewed', () => {
    const { review, here } = begin({ hidden: ['GPE', 'DATE'] });
    review.accept();
    assert.equal(here(), 'Putin');
    assert.equal(review.undecided.length, 2);
  });

  it('accepts other edges', () => {
    const { review, seen, session } = begin();
    review.resize('start', 'narrower');
    assert.ok(review.isResized);
    review.accept();
    assert.ok(seen().includes('Vladimir Putin PERSON accepted'));
    assert.ok(!seen().some((line) => line.startsWith('President')));
    assert.equal(session.set.annotations[0]?.source, 'names');
  });

  it('gives another label, with other edges as well', () => {
    const { review, seen, here } = begin({ from: STORY.indexOf('Siberia') });
    review.resize('start', 'wider');
    review.resize('start', 'wider');
    review.resize('end', 'wider');
    assert.equal(here(), 'Power of Siberia-2');
    review.label('FAC');
    assert.ok(seen().includes('Power of Siberia-2 FAC accepted'));
    assert.ok(!seen().some((line) => line.startsWith('Siberia')));
  });

  it('asks no more about a suggestion that was put under a label of another kind', () => {
    const { review, seen } = begin({ from: STORY.indexOf('May spoke') });
    review.label('DATE');
    assert.ok(seen().includes('May DATE accepted'));
    assert.ok(seen().includes('May PERSON rejected'));
    assert.ok(!review.undecided.some(({ start }) => start === STORY.indexOf('May spoke')));
  });

  it('decides for a whole entity, a whole label, the rest', () => {
    const entity = begin();
    entity.review.accept('entity');
    assert.deepEqual(
      entity.seen().filter((line) => line.endsWith('accepted')),
      ['President Vladimir Putin PERSON accepted', 'Putin PERSON accepted'],
    );
    const label = begin({ from: STORY.indexOf('China') });
    label.review.reject('label');
    assert.deepEqual(
      label.seen().filter((line) => line.includes('GPE')),
      ['China GPE rejected', 'Jinping GPE rejected', 'Siberia GPE rejected'],
    );
    const rest = begin({ from: STORY.indexOf('Jinping') });
    rest.review.accept('rest');
    assert.deepEqual(
      rest.seen().filter((line) => line.endsWith('accepted')),
      ['Jinping GPE accepted', 'Siberia GPE accepted', 'May PERSON accepted'],
    );
  });

  it('labels a whole entity', () => {
    const { review, seen } = begin();
    review.label('ORG', 'entity');
    assert.deepEqual(
      seen().filter((line) => line.includes('Putin')),
      ['President Vladimir Putin ORG accepted', 'Putin ORG accepted'],
    );
    assert.equal(review.undo()?.title, 'Label 2 mentions of “President Vladimir Putin” as Organization');
    assert.equal(review.undecided.length, 7);
  });

  it('marks words that nobody proposed: selected ones, or the word at the cursor', () => {
    const { review, seen, here } = begin();
    review.goTo(placeOf('Xi Jinping'));
    assert.equal(review.focus.mention, undefined);
    review.label('PERSON');
    assert.ok(seen().includes('Xi Jinping PERSON accepted'));
    assert.equal(here(), 'Siberia', 'it goes on behind them');
    const { start } = placeOf('travel');
    review.goTo({ start, end: start });
    assert.equal(here(), 'travel');
    review.label('EVENT');
    assert.ok(seen().includes('travel EVENT accepted'));
  });

  it('goes back to what is undone, and on behind what is redone', () => {
    const { review, here, session } = begin();
    review.accept();
    review.accept();
    review.undo();
    assert.equal(here(), 'China');
    review.undo();
    assert.equal(here(), 'President Vladimir Putin');
    assert.equal(review.undo(), undefined);
    review.redo();
    assert.equal(here(), 'China');
    review.redo();
    assert.equal(here(), 'May');
    assert.equal(session.set.annotations.length, 2);
  });

  it('goes to the first of several places that are undone', () => {
    const { review, here } = begin();
    review.accept('entity');
    review.next();
    review.next();
    review.undo();
    assert.equal(here(), 'President Vladimir Putin');
  });

  it('finds the suggestion again when other edges are undone', () => {
    const { review, here } = begin();
    review.resize('start', 'narrower');
    review.accept();
    review.undo();
    assert.equal(here(), 'President Vladimir Putin');
    assert.equal(review.focus.mention?.status, 'suggested');
  });

  it('takes a decision back, and asks again', () => {
    const { review, here } = begin();
    assert.equal(review.remove(), undefined);
    review.accept();
    review.goTo(placeOf('President Vladimir Putin'));
    review.remove();
    assert.equal(here(), 'President Vladimir Putin');
    assert.equal(review.focus.mention?.status, 'suggested');
  });

  it('is undone to the very beginning, whatever was done', () => {
    const acts = fc.oneof(
      fc.record({ act: fc.constantFrom('accept' as const, 'reject' as const), scope: fc.constantFrom(...SCOPES) }),
      fc.record({
        act: fc.constant('label' as const),
        key: fc.constantFrom('p', 'o', 'd', 'u', 'x'),
        scope: fc.constantFrom('one' as const, 'entity' as const),
      }),
      fc.record({
        act: fc.constant('resize' as const),
        side: fc.constantFrom('start' as const, 'end' as const),
        how: fc.constantFrom('wider' as const, 'narrower' as const),
      }),
      fc.record({ act: fc.constantFrom('next' as const, 'previous' as const, 'remove' as const) }),
      fc.record({ act: fc.constantFrom('undo' as const, 'redo' as const) }),
      fc.record({ go: fc.nat({ max: STORY.length }) }),
    );
    fc.assert(
      fc.property(fc.array(acts, { maxLength: 30 }), (steps) => {
        const { review, session, seen } = begin();
        const before = seen();
        for (const step of steps) {
          if ('go' in step) review.goTo({ start: step.go, end: step.go });
          else perform(review, step, (key) => LABELS.find((label) => label.key === key)?.id);
          const { span } = review.focus;
          assert.ok(span.start >= 0 && span.start <= span.end && span.end <= STORY.length);
          const keys = session.set.annotations.map(({ start, end, label }) => `${start}-${end}-${label}`);
          assert.equal(new Set(keys).size, keys.length, 'no two annotations with one span and label');
        }
        while (review.undo());
        assert.deepEqual(seen(), before);
      }),
      { numRuns: 300 },
    );
  });

  it('decides nothing where there is nothing', () => {
    const { review } = begin();
    review.goTo({ start: STORY.length, end: STORY.length });
    assert.equal(review.reject(), undefined);
    const { start } = placeOf('travel');
    review.goTo({ start, end: start });
    assert.equal(review.accept(), undefined);
  });

  it('can change what is decided', () => {
    const { review, seen } = begin();
    review.accept();
    review.goTo(placeOf('President Vladimir Putin'));
    assert.equal(review.focus.mention?.status, 'accepted');
    review.resize('start', 'narrower');
    review.accept();
    assert.ok(seen().includes('Vladimir Putin PERSON accepted'));
    review.goTo(placeOf('Vladimir Putin'));
    review.reject();
    assert.ok(!seen().some((line) => line.endsWith('PERSON accepted')));
  });
});

describe('the keys of a review', () => {
  const { contributes } = JSON.parse(readFileSync('package.json', 'utf8'));
  const bindings: { key: string; command: string; args?: object }[] = contributes.keybindings;

  it('come back whole from the manifest', () => {
    for (const { keys, act } of REVIEW_KEYS) {
      if (!act) continue;
      const [key] = keys;
      const binding = bindings.find((one) => one.key === key && one.command.startsWith('newsmark.review'));
      assert.deepEqual(readAct(act.act, binding?.args), act, key);
      assert.deepEqual(binding?.args, argsOf(act));
    }
  });

  it('take no arguments that make no sense', () => {
    assert.equal(readAct('accept', { scope: 'world' }), undefined);
    assert.equal(readAct('label', {}), undefined);
    assert.equal(readAct('resize', { side: 'end' }), undefined);
    assert.deepEqual(readAct('next', 'nonsense'), { act: 'next' });
  });

  it('do what they say', () => {
    const { review, seen } = begin();
    const labelFor = (key: string) => (key === 'o' ? 'ORG' : undefined);
    perform(review, { act: 'resize', side: 'start', how: 'narrower' }, labelFor);
    perform(review, { act: 'label', key: 'o', scope: 'one' }, labelFor);
    assert.ok(seen().includes('Vladimir Putin ORG accepted'));
    assert.equal(perform(review, { act: 'label', key: 'x', scope: 'one' }, labelFor), undefined);
    perform(review, { act: 'next' }, labelFor);
    perform(review, { act: 'reject', scope: 'one' }, labelFor);
    assert.ok(seen().includes('May DATE rejected'));
    perform(review, { act: 'undo' }, labelFor);
    perform(review, { act: 'previous' }, labelFor);
    perform(review, { act: 'accept', scope: 'one' }, labelFor);
    assert.ok(seen().includes('China GPE accepted'));
  });
});
