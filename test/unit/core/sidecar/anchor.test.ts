import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { quoteAt } from '../../../../src/core/annotation/quote';
import { findQuotes, offersFor } from '../../../../src/core/sidecar/anchor/anchor';
import { Text } from '../../../../src/core/text/text';
import { runCampaign, sumOf } from '../../../bench/anchoring/campaign';
import { type AnnotatedArticle, filedQuotes, lost, standing } from '../../../bench/anchoring/trial';

const FOREIGN = [
  'The harvest was poor in most of the southern valleys.',
  'Nobody in the village had expected Putin to come.',
  'A second train left the station two hours late.',
  'Prices rose by 4 percent, the statistics office said.',
  '“We have seen nothing like it,” the mayor told reporters.',
];

/** The sample articles, every capitalized name and figure annotated, and some sentences. */
function articles(): AnnotatedArticle[] {
  const names = readdirSync('samples').filter((name) => /\.(?:article|txt)$/.test(name));
  return names.map((id) => {
    const text = Text.of(readFileSync(`samples/${id}`, 'utf8')).value;
    const spans = [/\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)*|\$?\d[\d.,]*\d/gu, /[^\s.!?][^.!?\n]{60,160}[.!?]/g].flatMap(
      (pattern) =>
        [...text.matchAll(pattern)].map((match) => ({ start: match.index, end: match.index + match[0].length })),
    );
    return { id, text, spans };
  });
}

function place(before: string, words: string, after: string, from = 0) {
  const start = before.indexOf(words, from);
  const span = { start, end: start + words.length };
  const [found] = findQuotes(after, filedQuotes({ id: '', text: before, spans: [span] }), before.length);
  return found && after.slice(found.start, found.end);
}

describe('anchoring in a text that was edited unseen', () => {
  it('keeps its promises on every kind of edit', () => {
    const rows = runCampaign({ articles: articles(), foreign: FOREIGN, seed: 5, violences: ['light', 'medium'] });
    for (const { kind, violence, all } of rows) {
      const name = `${kind} ${violence}: ${JSON.stringify(all)}`;
      assert.ok(all.right >= 0.98 * standing(all), name);
      assert.ok(all.wrong <= 0.005 * standing(all), name);
    }
    const all = sumOf(rows, (row) => row.all);
    assert.ok(standing(all) > 5000);
    assert.ok(all.right >= 0.995 * standing(all), JSON.stringify(all));
    assert.ok(all.wrong <= 0.0005 * standing(all), JSON.stringify(all));
    assert.ok(all.changedWrong + all.gonePlaced <= 0.02 * lost(all), JSON.stringify(all));
  }).timeout(60_000);

  it('finds the same words a few thousand times, with nothing around them in the sidecar that tells which', () => {
    const lines = Array.from({ length: 3_000 }, (_, day) => `Mr. Putin met Xi in Beijing on day ${day}.`);
    const before = lines.join('\n');
    const quotes = [...before.matchAll(/Putin/g)].map(({ index }) => ({
      ...{ quote: 'Putin', prefix: '', suffix: '' },
      ...{ start: index, end: index + 5 },
    }));
    const after = `A list.\n${before}`;
    const found = findQuotes(after, quotes, before.length);
    const placed = found.filter((span, index) => span?.start === (quotes[index]?.start ?? 0) + 8);
    assert.ok(placed.length >= 2_990, `${placed.length}`);
    assert.deepEqual(
      found.filter((span) => span && !placed.includes(span)),
      [],
    );
  }).timeout(20_000);

  const story = 'On Monday Putin met Xi. Putin then flew home. “It was a long day,” said Putin’s aide in the café.';

  it('sees through kinds of spaces, quote marks, dashes and ways to write a letter', () => {
    const converted = story
      .replaceAll(' ', '\u00a0')
      .replace('“', '"')
      .replace('”', '"')
      .replace('’', "'")
      .normalize('NFD')
      .replace('long\u00a0day', 'long\nday')
      .replace('Monday', 'Mon\u00adday');
    assert.equal(place(story, 'Monday', converted), 'Mon\u00adday');
    assert.equal(place(story, '“It was a long day,”', converted), '"It\u00a0was\u00a0a\u00a0long\nday,"');
    assert.equal(place(story, 'café', converted), 'cafe\u0301');
  });

  const paragraphs = [
    'The talks went on for two days.',
    'Nobody spoke of what would come after the vote in the north.',
    'Lim was the last to leave the hall, a folder under his arm.',
    'A band was playing in the square below, and nobody listened to it.',
  ];

  it('follows a paragraph that was moved, though all around it is other', () => {
    const [first = '', second = '', lead = '', last = ''] = paragraphs;
    const moved = [lead, first, second, last].join('\n\n');
    assert.equal(place(paragraphs.join('\n\n'), 'Lim', moved), 'Lim');
    const gone = [first, second, last].join('\n\n');
    assert.equal(place(paragraphs.join('\n\n'), 'Lim', gone), undefined);
  });

  it('keeps passages that are the same in their order, whatever was changed in either', () => {
    const passage = 'When it was over, Lim went down to the square and said nothing to the waiting reporters. ';
    const between = 'Then the session was opened again by the chair, to the surprise of most of those who stayed. ';
    const before = passage + between + passage;
    const spans = [...before.matchAll(/Lim/g)].map(({ index }) => ({ start: index, end: index + 3 }));
    const after = passage.replace('over, ', 'all over and done, ').replace('down', 'up') + between + passage;
    const found = findQuotes(after, filedQuotes({ id: '', text: before, spans }), before.length);
    assert.deepEqual(
      found.map((span) => span?.start),
      [...after.matchAll(/Lim/g)].map(({ index }) => index),
    );
  });

  it('takes in the white space at the edge of words, however much of it stands there now', () => {
    assert.equal(
      place('He said: “No.” \nThen he left the room.', '“No.” ', 'He said: “No.”  \n\nThen he left it.'),
      '“No.” ',
    );
  });

  it('gives up a name whose sentence is gone, though the name stands elsewhere', () => {
    assert.equal(place(story, 'Putin', story.replace('Putin then flew home. ', ''), 20), undefined);
  });

  it('gives up a figure that became another', () => {
    assert.equal(
      place('It cost $300 million in all, they said.', '$300 million', 'It cost $400 million in all, they said.'),
      undefined,
    );
  });

  it('follows a long quotation that was touched up', () => {
    const words = '“It was a long day, and we had much to talk about with our friends,”';
    const text = `He came home late. ${words} he said. Then he slept.`;
    const edited = `He came home early. ${words.replace('long', 'very long')} he told us. Then he slept.`;
    assert.equal(place(text, words, edited), words.replace('long', 'very long'));
  });

  it('stays linear on texts made to be slow', () => {
    const text = 'a b '.repeat(20_000);
    const spans = Array.from({ length: 300 }, (_, index) => ({ start: index * 4, end: index * 4 + 3 }));
    const quotes = filedQuotes({ id: '', text, spans });
    assert.equal(findQuotes(`${'́'.repeat(50_000)}${text}`, quotes, text.length).length, 300);
    assert.equal(findQuotes('', quotes, text.length).filter((span) => span).length, 0);
  }).timeout(30_000);
});

describe('offers for an orphan', () => {
  it('come with the best first', () => {
    const before = 'Yesterday President Putin met Xi in Beijing, as planned.';
    const start = before.indexOf('Putin');
    const filed = { ...quoteAt(before, { start, end: start + 5 }), start, end: start + 5 };
    const after = 'Putin was tired. Much later, so it is said, President Putin met him in Moscow.';
    const offers = offersFor(after, filed);
    assert.equal(offers[0]?.start, after.lastIndexOf('Putin'));
    assert.deepEqual(
      offers.map((offer) => after.slice(offer.start, offer.end)),
      ['Putin', 'Putin'],
    );
    assert.ok(offers.every(({ score }) => score >= 0 && score <= 1));
    assert.deepEqual(offersFor('Nothing of it is left.', filed), []);
  });
});
