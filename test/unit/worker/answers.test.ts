import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  type Suggestion,
  type SuggestionRuns,
  shiftedSuggestion,
  suggestionRuns,
} from '../../../src/core/recognize/suggestion';
import { type Answer, messagesOf, NOTHING, wholeAnswer } from '../../../src/worker/answers';

const anySuggestion = fc.record(
  {
    gap: fc.nat(20),
    length: fc.integer({ min: 1, max: 20 }),
    label: fc.constantFrom('PERSON', 'ORG', 'MONEY'),
    value: fc.constantFrom('1', '2'),
    quoted: fc.boolean(),
  },
  { requiredKeys: ['gap', 'length', 'label', 'quoted'] },
);

/** Suggestions one behind the other, from an offset on. */
function row(
  parts: readonly { gap: number; length: number; label: string; value?: string; quoted: boolean }[],
  from = 0,
) {
  let at = from;
  return parts.map(({ gap, length, label, value, quoted }): Suggestion => {
    const [start, end] = [at + gap, at + gap + length];
    at = end;
    const parted = { kind: 'direct' as const, content: [{ start, end }], speaker: { start, end: end - 1 } };
    return {
      start,
      end,
      label,
      recognizer: 'names',
      ...(value !== undefined && { value, full: { start: start - 1, end } }),
      ...(quoted && { quotation: parted }),
    };
  });
}

/** What the other side makes of the messages, which are copied on their way. */
function received(answer: Answer, before?: Answer, known = before && { id: before.id, suggestions: runsOf(before) }) {
  let parts: SuggestionRuns = NOTHING;
  for (const message of structuredClone([...messagesOf(answer, before)])) {
    if (message.kind !== 'part' && message.kind !== 'done') continue;
    parts = parts.followedBy(message.suggestions ?? []);
    if (message.kind === 'done') return { whole: wholeAnswer(parts, message.likeness, known), sent: parts.length };
  }
  return assert.fail('no end');
}

const runsOf = ({ suggestions }: Answer) => suggestionRuns(suggestions);

describe('answers of the worker', () => {
  const anyRow = fc.array(anySuggestion, { maxLength: 12 });

  it('arrive whole, whatever they have in common with the one before', () => {
    fc.assert(
      fc.property(anyRow, anyRow, anyRow, anyRow, fc.integer({ min: -5, max: 30 }), (head, old, news, tail, by) => {
        const first = row([...head, ...old]);
        const begun = row(head);
        const before = { id: 1, suggestions: [...first, ...row(tail, 1_000)] };
        const after = {
          id: 2,
          suggestions: [...begun, ...row(news, begun.at(-1)?.end ?? 0), ...row(tail, 1_000 + by)],
        };
        assert.deepEqual(received(after, before).whole.all, after.suggestions);
        assert.deepEqual(received(after).whole.all, after.suggestions);
      }),
    );
  });

  it('arrive whole one after the other, each by what it has in common with the one before', () => {
    const anyEdit = fc.record({
      at: fc.nat(1_500),
      gone: fc.nat(700),
      by: fc.integer({ min: -3, max: 5 }),
      news: anyRow,
    });
    fc.assert(
      fc.property(fc.array(anyEdit, { minLength: 1, maxLength: 8 }), (edits) => {
        const plain = { length: 4, label: 'ORG', quoted: false };
        let answer: Answer = {
          id: 0,
          suggestions: row(Array.from({ length: 1_200 }, (_, gap) => ({ gap: 5 + (gap % 7), ...plain }))),
        };
        let known = { id: 0, suggestions: runsOf(answer) };
        for (const { at, gone, by, news } of edits) {
          const head = answer.suggestions.slice(0, at);
          const middle = row(news, head.at(-1)?.end ?? 0);
          const next = answer.suggestions.slice(at + gone);
          const from = Math.max(middle.at(-1)?.end ?? 0, (next[0]?.start ?? 0) + by);
          const tail = next.map((each) => shiftedSuggestion(each, from - (next[0]?.start ?? 0)));
          const after = { id: answer.id + 1, suggestions: [...head, ...middle, ...tail] };
          known = { id: after.id, suggestions: received(after, answer, known).whole };
          answer = after;
          const { runs, length } = known.suggestions;
          assert.equal(length, after.suggestions.length);
          assert.ok(runs.length <= 8 + length / 50, `${runs.length} runs of ${length}`);
        }
        assert.deepEqual(known.suggestions.all, answer.suggestions);
      }),
      { numRuns: 50 },
    );
  });

  it('say only what is new', () => {
    const many = Array.from({ length: 5_000 }, () => ({ gap: 3, length: 5, label: 'ORG', quoted: true }));
    const before = { id: 1, suggestions: row(many) };
    const edited = many.map((each, index) => (index === 2_500 ? { ...each, gap: 4 } : each));
    assert.equal(received({ id: 2, suggestions: row(edited) }, before).sent, 0);
    const relabeled = before.suggestions.map((each, index) => (index === 2_500 ? { ...each, label: 'GPE' } : each));
    assert.equal(received({ id: 3, suggestions: relabeled }, before).sent, 1);
  });

  it('go in slices where they are long', () => {
    const many = Array.from({ length: 5_000 }, () => ({ gap: 3, length: 5, label: 'ORG', quoted: false }));
    const messages = [...messagesOf({ id: 1, suggestions: row(many) }, undefined)];
    assert.deepEqual([...new Set(messages.slice(0, -1).map(({ kind }) => kind))], ['part']);
    assert.equal(messages.at(-1)?.kind, 'done');
  });
});
