import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Annotation } from '../../../../src/core/annotation/annotation';
import { Moments } from '../../../../src/core/annotation/moments';
import { createMove, moveAll } from '../../../../src/core/annotation/move';
import { quoteAt } from '../../../../src/core/annotation/quote';
import { applyChange, type Change, changeBetween, toChange } from '../../../../src/core/text/change';
import { refined } from '../../../../src/core/text/diff';
import type { Span } from '../../../../src/core/text/span';
import { OriginOracle } from '../../../support/originOracle';

const STORY =
  'Putin met Xi. Putin left. Vladimir Putin, said Putin, is Putin.\n\n' +
  'Later, in Beijing, Putin and Xi met again. Putin met Xi. More than $300 million was spent.\n';

/** An article under edit with annotations, and an oracle that follows every character by itself. */
class Live {
  annotations: Annotation[];
  readonly oracle: OriginOracle;
  readonly #moments = new Moments();
  #undo: { text: string; back: Change }[] = [];

  constructor(text: string, spans: readonly Span[]) {
    this.oracle = new OriginOracle(text);
    this.annotations = spans.map((span, index) => ({
      id: `a${index}`,
      ...span,
      ...quoteAt(text, span),
      label: 'PERSON',
      status: 'accepted',
    }));
  }

  get text(): string {
    return this.oracle.text;
  }

  edit(change: Change): void {
    const before = this.text;
    this.#undo.push({ text: before, back: inverted(before, change) });
    this.oracle.edit(change);
    this.#follow(change, before);
  }

  undo(): void {
    const last = this.#undo.pop();
    if (!last) return;
    const before = this.text;
    this.oracle.undo(last.text);
    this.#follow(last.back, before, true);
  }

  undoAll(): void {
    while (this.#undo.length > 0) this.undo();
  }

  #follow(change: Change, before: string, isReturn = false): void {
    assert.equal(applyChange(before, change), this.text);
    const recall = isReturn ? this.#moments.recall(this.text) : undefined;
    this.#moments.remember(before, this.annotations);
    this.annotations = moveAll(this.annotations, createMove(change, before, this.text), this.text, { recall });
  }

  words(): (string | undefined)[] {
    return this.annotations.map((annotation) =>
      annotation.orphan ? undefined : this.text.slice(annotation.start, annotation.end),
    );
  }
}

/** The change that takes another back. */
function inverted(before: string, change: Change): Change {
  let shift = 0;
  return change.map(({ start, end, insert }) => {
    const from = start + shift;
    shift += insert.length - (end - start);
    return { start: from, end: from + insert.length, insert: before.slice(start, end) };
  });
}

function spansOf(text: string, pattern: RegExp): Span[] {
  return [...text.matchAll(pattern)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
}

const SPANS = spansOf(STORY, /Vladimir Putin|Putin|Xi|Beijing|\$300 million/g);

/** Up to three places changed at once, as several cursors do; as shares of the text. */
const editTyping = (typed: fc.Arbitrary<string>) =>
  fc.array(
    fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      length: fc.nat(25),
      insert: typed,
    }),
    { minLength: 1, maxLength: 3 },
  );

const anyEdit = editTyping(fc.oneof(fc.string({ maxLength: 6 }), fc.constantFrom('', '', 'Putin', 'Xi', '\n')));

/** Without the annotated words themselves: typed where they were cut, those are taken for the words come back. */
const otherEdit = editTyping(
  fc.oneof(fc.string({ unit: fc.constantFrom(...'qwzk ,\n'), maxLength: 6 }), fc.constant('')),
);

function changeOf(text: string, edits: readonly { at: number; length: number; insert: string }[]): Change {
  const sorted = toChange(
    edits.map(({ at, length, insert }) => {
      const start = Math.floor(at * text.length);
      return { start, end: Math.min(text.length, start + length), insert };
    }),
  );
  return sorted.filter(({ start }, index) => index === 0 || start > (sorted[index - 1]?.end ?? 0));
}

describe('annotations while their article is edited', () => {
  it('stay on just their characters as long as these stand, whatever happens around them', () => {
    fc.assert(
      fc.property(fc.array(anyEdit, { maxLength: 10 }), (edits) => {
        const live = new Live(STORY, SPANS);
        for (const edit of edits) {
          live.edit(changeOf(live.text, edit));
          for (const [index, annotation] of live.annotations.entries()) {
            const due = live.oracle.standing(SPANS[index] ?? { start: 0, end: 0 });
            if (due)
              assert.deepEqual(
                { start: annotation.start, end: annotation.end, orphan: annotation.orphan },
                { ...due, orphan: undefined },
              );
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('are all whole and in their places again after everything is undone', () => {
    fc.assert(
      fc.property(fc.array(otherEdit, { maxLength: 8 }), (edits) => {
        const live = new Live(STORY, SPANS);
        for (const edit of edits) live.edit(changeOf(live.text, edit));
        live.undoAll();
        for (const [index, { start, end, orphan }] of live.annotations.entries())
          assert.deepEqual({ index, start, end, orphan }, { index, ...SPANS[index], orphan: undefined });
      }),
      { numRuns: 500 },
    );
  });

  it('do not come back onto what is left of longer words', () => {
    const live = new Live(STORY, SPANS);
    const cut = STORY.indexOf(' Putin left');
    live.edit([{ start: cut, end: STORY.indexOf(' Putin, said'), insert: '' }]);
    live.edit([{ start: 0, end: 'Putin met Xi. P'.length, insert: '' }]);
    live.undo();
    assert.equal(live.words()[SPANS.findIndex(({ start }) => start === cut + 1)], undefined);
    live.undo();
    assert.deepEqual(
      live.words(),
      SPANS.map(({ start, end }) => STORY.slice(start, end)),
    );
  });

  const vladimir = STORY.indexOf('Vladimir Putin');
  const span = { start: vladimir, end: vladimir + 'Vladimir Putin'.length };

  it('are whole again when what was cut off one by one comes back in parts', () => {
    const live = new Live(STORY, [span]);
    for (let end = span.end; end > span.end - 5; end--) live.edit([{ start: end - 1, end, insert: '' }]);
    assert.deepEqual(live.words(), ['Vladimir ']);
    live.edit([{ start: span.end - 5, end: span.end - 5, insert: 'Pu' }]);
    live.edit([{ start: span.end - 3, end: span.end - 3, insert: 'tin' }]);
    assert.deepEqual(live.words(), ['Vladimir Putin']);
  });

  it('do not take in other words that are typed where some were cut off', () => {
    const live = new Live(STORY, [span]);
    live.edit([{ start: span.end - 5, end: span.end, insert: '' }]);
    for (const [index, letter] of [...'Peskov'].entries()) {
      const at = span.end - 5 + index;
      live.edit([{ start: at, end: at, insert: letter }]);
    }
    assert.deepEqual(live.words(), ['Vladimir ']);
    live.undoAll();
    assert.deepEqual(live.words(), ['Vladimir Putin']);
  });

  it('go along with a line that is moved, in one change', () => {
    const live = new Live('One.\nPutin met Xi in Beijing.\nThree.\n', [{ start: 5, end: 10 }]);
    const line = 'Putin met Xi in Beijing.\n';
    live.edit([
      { start: 0, end: 0, insert: line },
      { start: 5, end: 5 + line.length, insert: '' },
    ]);
    assert.deepEqual(live.words(), ['Putin']);
    assert.equal(live.annotations[0]?.start, 0);
  });

  it('go along with a line that is moved, however short it is', () => {
    const live = new Live('One.\nPutin\nThree.\nPutin left.', [{ start: 5, end: 10 }]);
    live.edit([
      { start: 4, end: 10, insert: '' },
      { start: 17, end: 17, insert: '\nPutin' },
    ]);
    assert.equal(live.text, 'One.\nThree.\nPutin\nPutin left.');
    assert.deepEqual([live.annotations[0]?.start, live.annotations[0]?.orphan], [12, undefined]);
  });

  it('stay on their words when something is put in before these, and a comparison says it came in between', () => {
    const live = new Live('So Putin said.', [{ start: 3, end: 8 }]);
    const after = 'So President Putin said.';
    live.edit(changeBetween(live.text, after));
    assert.equal(live.text, after);
    assert.deepEqual(live.words(), ['Putin']);
  });

  it('stay whole when a comparison says the other way round what was taken out, and with undo', () => {
    const live = new Live('So President Putin said.', [{ start: 13, end: 18 }]);
    live.edit(changeBetween(live.text, 'So Putin said.'));
    assert.deepEqual(live.words(), ['Putin']);
    live.undo();
    assert.deepEqual([live.words(), live.annotations[0]?.start], [['Putin'], 13]);
  });

  it('do not share words that a deletion pushes together: one has them, and undo gives each its own', () => {
    const spans = [
      { start: 0, end: 5 },
      { start: 6, end: 11 },
    ];
    const live = new Live('Putin Putin', spans);
    live.edit([{ start: 3, end: 9, insert: '' }]);
    assert.deepEqual(live.words().sort(), ['Putin', undefined]);
    live.undo();
    assert.deepEqual(
      live.annotations.map(({ start, end, orphan }) => ({ start, end, ...(orphan && { orphan }) })),
      spans,
    );
  });

  it('come back one to a place, the nearer to the place it had', () => {
    const line = 'It was Putin who came here.\n';
    const live = new Live(line.repeat(3), spansOf(line.repeat(3), /Putin/g));
    for (const start of [7, 35 - 5]) live.edit([{ start, end: start + 5, insert: '' }]);
    live.undo();
    assert.deepEqual(live.words(), [undefined, 'Putin', 'Putin']);
    live.undo();
    assert.deepEqual(
      live.annotations.map(({ start }) => start),
      [7, 35, 63],
    );
  });

  it('come back each to its own place where the same words stand again and again', () => {
    const text = 'Putin. Putin. Putin. Putin. Putin. Putin. Putin. Putin. Putin. Putin. Putin. Putin.';
    const spans = spansOf(text, /Putin/g);
    const live = new Live(text, spans);
    live.edit([{ start: 0, end: text.length, insert: '' }]);
    assert.ok(live.annotations.every(({ orphan }) => orphan));
    live.undo();
    assert.deepEqual(
      live.annotations.map(({ start, end }) => ({ start, end })),
      spans,
    );
  });
});

describe('a change in smaller steps', () => {
  const anyWords = fc.array(fc.constantFrom('Putin', 'met', 'Xi', 'in', 'Beijing', '.', '\n', 'again'), {
    maxLength: 60,
  });

  it('leads to the same text', () => {
    fc.assert(
      fc.property(anyWords, anyWords, anyWords, (a, b, c) => {
        const before = `${a.join(' ')} ${b.join(' ')}`;
        const insert = `${b.join(' ')} ${c.join(' ')}`;
        const steps = refined([{ start: 0, end: before.length, insert }], before);
        assert.equal(applyChange(before, steps), insert);
        for (const [index, step] of steps.entries()) assert.ok(step.start >= (steps[index - 1]?.end ?? 0));
      }),
    );
  });

  it('leaves alone what is the same on both sides', () => {
    const insert = `New first line.\n${STORY.replace('Later', 'Much later').replace('again', 'twice')}`;
    const steps = refined([{ start: 0, end: STORY.length, insert }], STORY);
    const touched = steps.reduce((sum, { start, end }) => sum + end - start, 0);
    assert.ok(touched <= 'Later'.length + 'again'.length, `${touched} characters`);
  });

  it('is found for long texts that have nothing in common, too', () => {
    const before = Array.from({ length: 20_000 }, (_, index) => `a${index}`).join(' ');
    const insert = Array.from({ length: 20_000 }, (_, index) => `b${index % 7}`).join(' ');
    assert.equal(applyChange(before, refined([{ start: 0, end: before.length, insert }], before)), insert);
  });
});
