import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Annotation } from '../../../src/core/annotation/annotation';
import { presetOf } from '../../../src/core/annotation/labelSet';
import { createMove, moveAll } from '../../../src/core/annotation/move';
import { quoteAt } from '../../../src/core/annotation/quote';
import { layerMentions } from '../../../src/core/mentions/layerMentions';
import { isPressing, isShown, type Mention } from '../../../src/core/mentions/mention';
import {
  placedSuggestion,
  type Suggestion,
  type SuggestionRuns,
  suggestionRuns,
} from '../../../src/core/recognize/suggestion';
import { ArticleSession } from '../../../src/core/session';
import { SidecarStore } from '../../../src/core/sidecar/store';
import { applyChange, type Change, mapSpan, toChange } from '../../../src/core/text/change';
import { refined } from '../../../src/core/text/diff';
import { Text } from '../../../src/core/text/text';
import { messagesOf, wholeAnswer } from '../../../src/worker/answers';
import { MemoryFiles } from './sidecar/files';

const PARAGRAPH =
  'Vladimir Putin met Xi Jinping. “Putin said that Gazprom owes $300 million,” Xi said, and Putin flew to Beijing 😀.\n';
const STORY = PARAGRAPH.repeat(60);

/** Names and figures, and a quotation that holds some of them, in each paragraph. */
const SUGGESTIONS: readonly Suggestion[] = [
  ...[...STORY.matchAll(/Vladimir Putin|Putin|Xi Jinping|Xi|Gazprom|Beijing|\$300 million/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    label: /Gazprom/.test(match[0])
      ? 'ORG'
      : /Beijing/.test(match[0])
        ? 'GPE'
        : /\$/.test(match[0])
          ? 'MONEY'
          : 'PERSON',
    recognizer: 'names',
  })),
  // Who said so stands behind what is quoted.
  ...[...STORY.matchAll(/“([^”]+)” (Xi) (said)/g)].map(({ index, 0: whole, 1: content = '' }) => ({
    start: index,
    end: index + content.length + 2,
    label: 'QUOTE',
    recognizer: 'quotations',
    full: { start: index - 1, end: index + whole.length },
    quotation: {
      kind: 'direct' as const,
      content: [{ start: index + 1, end: index + 1 + content.length }],
      speaker: { start: index + whole.length - 7, end: index + whole.length - 5 },
      cue: { start: index + whole.length - 4, end: index + whole.length },
    },
  })),
].sort((a, b) => a.start - b.start || b.end - a.end);

/** Every third suggestion is decided on, some under another label or on one word more. */
const ANNOTATIONS: readonly Annotation[] = SUGGESTIONS.filter((_, index) => index % 3 === 0).map(
  (suggestion, index) => {
    const span = { start: suggestion.start, end: suggestion.end + (index % 7 === 0 ? 2 : 0) };
    return {
      id: `a${index}`,
      ...span,
      ...quoteAt(STORY, span),
      label: index % 5 === 0 ? 'EVENT' : suggestion.label,
      status: index % 4 === 0 ? 'rejected' : 'accepted',
      ...('quotation' in suggestion && { quotation: suggestion.quotation }),
    };
  },
);

const anyEdit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 3, arbitrary: fc.nat(12) }, fc.nat(400)),
  insert: fc.constantFrom('', 'x', 'x', 'Putin', '\n', ' Xi said “no” ', '$300 million'),
});
const anySteps = fc.array(
  fc.record({
    edits: fc.array(anyEdit, { minLength: 1, maxLength: 3 }),
    /** What somebody looks at before the next edit. */
    look: fc.constantFrom('nothing', 'nothing', 'nothing', 'all', 'here', 'counts', 'new answer'),
  }),
  { minLength: 1, maxLength: 8 },
);

function changeOf(text: string, edits: readonly { at: number; length: number; insert: string }[]): Change {
  const sorted = toChange(
    edits.map(({ at, length, insert }) => {
      const start = Math.floor(at * text.length);
      return { start, end: Math.min(text.length, start + length), insert };
    }),
  );
  return sorted.filter(
    ({ start, end, insert }, index) => start > (sorted[index - 1]?.end ?? -1) && (end > start || insert !== ''),
  );
}

/** An answer as the worker gives it: by what differs from the one before. */
function nextAnswer(before: SuggestionRuns, suggestions: readonly Suggestion[]): SuggestionRuns {
  const [message] = messagesOf({ id: 2, suggestions }, { id: 1, suggestions: before.all });
  if (message?.kind !== 'done') return assert.fail('it is too long for one message');
  const news = suggestionRuns(message.suggestions ?? []);
  return wholeAnswer(news, message.likeness, { id: 1, suggestions: before });
}

async function open(): Promise<ArticleSession> {
  const session = new ArticleSession(Text.of(STORY), 'story.txt', new SidecarStore('s', { files: new MemoryFiles() }));
  session.apply({ title: 'Annotate', edits: ANNOTATIONS.map((after) => ({ after })) });
  session.setSuggestions(SUGGESTIONS);
  return session;
}

const withoutEntity = ({ entity: _e, name: _n, reason: _r, speaker: _s, ...mark }: Mention) => mark;

describe('a long article that is edited', () => {
  it('has the same mentions as if every one of them were moved and laid anew at each edit', async () => {
    await fc.assert(
      fc.asyncProperty(anySteps, fc.constantFrom('ontonotes', 'conll2003'), async (steps, preset) => {
        const session = await open();
        const labels = presetOf(preset) ?? assert.fail();
        session.useLabels(labels);
        let suggestions: readonly Suggestion[] = SUGGESTIONS;
        let runs = suggestionRuns(suggestions);
        session.setSuggestions(runs);
        let annotations: readonly Annotation[] = ANNOTATIONS;
        for (const { edits, look } of steps) {
          const before = session.text.value;
          const change = changeOf(before, edits);
          const after = applyChange(before, change);
          const fine = refined(change, before);
          session.changeText(change, session.text.edited(change));
          annotations = moveAll(annotations, createMove(fine, before, after), after);
          suggestions = suggestions.flatMap(
            (suggestion) => placedSuggestion(suggestion, (span) => mapSpan(span, fine)) ?? [],
          );
          assert.equal(session.text.value, after);
          const at = change[0]?.start ?? 0;
          if (look === 'all') assert.ok(session.set.annotations.length === annotations.length);
          if (look === 'here') assert.ok(session.marksIn({ start: at, end: at + 100 }).length >= 0);
          if (look === 'counts') assert.ok(session.counts.shown > 0);
          if (look === 'new answer') {
            // A recognizer that knows better now: of the words just typed, and of some others.
            suggestions = suggestions.filter((_, index) => index % 50 !== steps.length);
            runs = nextAnswer(runs, suggestions);
            session.setSuggestions(runs);
          }
        }
        const text = session.text.value;
        const whole = layerMentions(text, suggestions, { ...session.set, annotations }, labels);
        for (const part of [0, 0.2, 0.9]) {
          const start = Math.floor(part * text.length);
          const span = { start, end: start + 300 };
          const here = whole.filter((mention) => mention.start <= span.end && mention.end >= span.start);
          assert.deepEqual(session.marksIn(span), here.map(withoutEntity));
        }
        assert.deepEqual(session.set.annotations, annotations);
        assert.deepEqual(session.mentions, whole);
        session.setSuggestions(suggestions);
        assert.equal(session.counts.shown, whole.filter(isShown).length);
        assert.equal(session.counts.pressing, whole.filter(isPressing).length);
        assert.equal(session.counts.decided, whole.filter(({ status }) => status !== 'suggested').length);
      }),
      { numRuns: 30 },
    );
  });

  it('undoes decisions where their words are now', async () => {
    const session = await open();
    const change = [{ start: 10, end: 10, insert: 'typed before all of them but the first ' }];
    session.changeText(change, session.text.edited(change));
    session.undo();
    assert.equal(session.set.annotations.length, 0);
    session.redo();
    const { text, set } = session;
    for (const [index, { start, end }] of set.annotations.entries()) {
      if (index > 0) assert.equal(text.slice(start, end), ANNOTATIONS[index]?.quote);
    }
  });
});
