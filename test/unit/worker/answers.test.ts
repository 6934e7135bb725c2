import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Suggestion } from '../../../src/core/recognize/suggestion';
import { type Answer, messagesOf, wholeAnswer } from '../../../src/worker/answers';

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
function received(answer: Answer, before: Answer | undefined): { whole: readonly Suggestion[]; sent: number } {
  const parts: Suggestion[] = [];
  for (const message of structuredClone([...messagesOf(answer, before)])) {
    if (message.kind === 'part') parts.push(...message.suggestions);
    if (message.kind !== 'done') continue;
    parts.push(...(message.suggestions ?? []));
    return { whole: wholeAnswer(parts, message.likeness, before), sent: parts.length };
  }
  return assert.fail('no end');
}

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
        assert.deepEqual(received(after, before).whole, after.suggestions);
        assert.deepEqual(received(after, undefined).whole, after.suggestions);
      }),
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
