import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Annotation } from '../../../../src/core/annotation/annotation';
import { createMove, moveAll } from '../../../../src/core/annotation/move';
import { quoteAt } from '../../../../src/core/annotation/quote';
import { applyChange, type Change, toChange } from '../../../../src/core/text/change';
import { refined } from '../../../../src/core/text/diff';
import type { Span } from '../../../../src/core/text/span';

const STORY =
  'Putin met Xi. Putin left. Vladimir Putin, said Putin, is Putin.\n\n' +
  'Later, in Beijing, Putin and Xi met again. Putin met Xi. More than $300 million was spent.\n';

/** An article under edit with annotations, and an oracle that follows every character by itself. */
class Live {
  text: string;
  annotations: Annotation[];
  /** For each character of the text where it stood in the story; -1 for one that was typed. */
  #origins: number[];
  #undo: { text: string; origins: number[]; back: Change }[] = [];

  constructor(text: string, spans: readonly Span[]) {
    this.text = text;
    this.#origins = Array.from({ length: text.length }, (_, index) => index);
    this.annotations = spans.map((span, index) => ({
      id: `a${index}`,
      ...span,
      ...quoteAt(text, span),
      label: 'PERSON',
      status: 'accepted',
    }));
  }

  edit(change: Change): void {
    this.#undo.push({ text: this.text, origins: this.#origins, back: inverted(this.text, change) });
    this.#change(change);
    this.#origins = movedOrigins(this.#origins, change);
  }

  undo(): void {
    const last = this.#undo.pop();
    if (!last) return;
    this.#change(last.back);
    assert.equal(this.text, last.text);
    this.#origins = last.origins;
  }

  undoAll(): void {
    while (this.#undo.length > 0) this.undo();
  }

  #change(change: Change): void {
    const after = applyChange(this.text, change);
    const move = createMove(change, this.text, after);
    this.annotations = moveAll(this.annotations, move, after);
    this.text = after;
  }

  words(): (string | undefined)[] {
    return this.annotations.map((annotation) =>
      annotation.orphan ? undefined : this.text.slice(annotation.start, annotation.end),
    );
  }

  /** Where all characters of a stretch of the story stand together, if they do. */
  standing({ start, end }: Span): Span | undefined {
    const at = this.#origins.indexOf(start);
    if (at < 0) return undefined;
    for (let offset = start; offset < end; offset++)
      if (this.#origins[at + offset - start] !== offset) return undefined;
    return { start: at, end: at + end - start };
  }
}

function movedOrigins(origins: readonly number[], change: Change): number[] {
  const moved: number[] = [];
  let at = 0;
  for (const { start, end, insert } of change) {
    moved.push(...origins.slice(at, start), ...Array<number>(insert.length).fill(-1));
    at = end;
  }
  return [...moved, ...origins.slice(at)];
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
            const due = live.standing(SPANS[index] ?? { start: 0, end: 0 });
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
      { numRuns: 500, seed: 1 },
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
