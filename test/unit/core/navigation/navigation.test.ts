import assert from 'node:assert/strict';
import { accept, reject } from '../../../../src/core/mentions/decide';
import { growingSelection } from '../../../../src/core/navigation/growingSelection';
import { type OutlineNode, outlineOf } from '../../../../src/core/navigation/outline';
import { progressOf } from '../../../../src/core/navigation/progress';
import { keysOf, mentionsOf } from '../../../../src/core/navigation/sameEntity';
import { sentencesIn } from '../../../../src/core/text/sentences';
import { decider, ground, mention, opened } from '../curation/opened';

describe('sentences', () => {
  const split = (text: string) =>
    sentencesIn(text, { start: 0, end: text.length }).map(({ start, end }) => text.slice(start, end));

  it('end at stops, with the marks behind them', () => {
    assert.deepEqual(split('He left. “She stayed.” Why? Nobody knows …'), [
      'He left.',
      '“She stayed.”',
      'Why?',
      'Nobody knows …',
    ]);
  });

  it('do not end at abbreviations, initials and numbers', () => {
    for (const whole of [
      'Mr. Smith met Gen. Lee on Jan. 5.',
      'The U.S. Senate paid $3.5 million.',
      'Donald J. Trump won.',
    ]) {
      assert.deepEqual(split(whole), [whole]);
    }
  });

  it('take linear time', () => {
    assert.equal(split(`${'. A'.repeat(200_000)}`).length > 1, true);
    assert.equal(split('a'.repeat(500_000)).length, 1);
  });
});

describe('a selection that grows', () => {
  const TEXT = 'First line.\n\nOn Monday Vladimir Putin left. He said more than $300 million was spent.\n\nThe end.';

  it('goes from the word to the mention, the sentence, the paragraph and the article', () => {
    const session = opened(TEXT, { 'Vladimir Putin': 'PERSON', Putin: 'PERSON' });
    const chain = growingSelection(TEXT, session.mentions, TEXT.indexOf('Putin') + 1);
    assert.deepEqual(
      chain.map(({ start, end }) => TEXT.slice(start, end)),
      [
        'Putin',
        'Vladimir Putin',
        'On Monday Vladimir Putin left.',
        'On Monday Vladimir Putin left. He said more than $300 million was spent.',
        TEXT,
      ],
    );
  });

  it('begins anywhere, even where nothing is', () => {
    for (let offset = 0; offset <= TEXT.length; offset++) {
      const chain = growingSelection(TEXT, [], offset);
      assert.ok(chain.length > 0);
      for (const { start, end } of chain) assert.ok(start <= offset && offset <= end, `${offset}`);
    }
    assert.deepEqual(growingSelection('', [], 0), [{ start: 0, end: 0 }]);
  });
});

describe('an outline', () => {
  const TEXT =
    'Putin goes to China\n\nThe Kremlin said so.\n\nWhat is next\n\n“Putin will see,” said Peskov, who is always there and says so.';
  const LABELS = { Putin: 'PERSON', China: 'GPE', Kremlin: 'ORG', '“Putin will see,”': 'QUOTATION', Peskov: 'PERSON' };

  it('has the mentions under the headings and in the quotations', () => {
    const session = opened(TEXT, LABELS);
    session.setSuggestions(
      ['Putin', '“Putin will see,”', 'Peskov'].map((words) => {
        const start = TEXT.lastIndexOf(words);
        return {
          start,
          end: start + words.length,
          label: words.startsWith('“') ? 'QUOTATION' : 'PERSON',
          recognizer: 'x',
        };
      }),
    );
    const structure = {
      headline: { start: 0, end: 19 },
      subheads: [{ start: TEXT.indexOf('What'), end: TEXT.indexOf('next') + 4 }],
      body: { start: 0, end: TEXT.length },
      problems: [],
    };
    const show = (nodes: readonly OutlineNode[]): unknown => nodes.map(({ name, children }) => [name, show(children)]);
    assert.deepEqual(show(outlineOf(TEXT, structure, session.mentions)), [
      ['Putin goes to China', []],
      [
        'What is next',
        [
          ['“Putin will see,”', [['Putin', []]]],
          ['Peskov', []],
        ],
      ],
    ]);
  });
});

describe('the progress of an article', () => {
  it('is to do, in progress, or done but for what is hidden', () => {
    const session = opened('Putin met 3 men', { Putin: 'PERSON', '3': 'CARDINAL' });
    const progress = (...hidden: string[]) => progressOf(session.mentions, new Set(hidden));
    assert.equal(progress(), 'to do');
    session.apply(reject(ground(session), [mention(session, 'Putin')], decider));
    assert.equal(progress(), 'in progress');
    assert.equal(progress('CARDINAL'), 'done');
    session.apply(accept(ground(session), [mention(session, '3')], decider));
    assert.equal(progress(), 'done');
  });
});

describe('one entity in several articles', () => {
  it('is known by its name', () => {
    const here = opened('Vladimir Putin met Xi', { 'Vladimir Putin': 'PERSON', Xi: 'PERSON' });
    const there = opened('Then Vladimir Putin left. Putin is home', { 'Vladimir Putin': 'PERSON', Putin: 'PERSON' });
    const keys = keysOf(mention(here, 'Vladimir Putin'), []);
    assert.deepEqual(
      mentionsOf(keys, there.mentions, []).map(({ text }) => text),
      ['Vladimir Putin', 'Putin'],
    );
  });
});
