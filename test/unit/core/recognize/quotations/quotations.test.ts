import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createPipeline, loadRecognizers } from '../../../../../src/core/recognize';
import type { Recognizer } from '../../../../../src/core/recognize/recognizer';
import type { Span } from '../../../../../src/core/text/span';
import { assets } from '../../../../support/assets';

describe('quotations', () => {
  let recognizer: Recognizer;
  before(async () => {
    const found = (await loadRecognizers(assets)).find(({ id }) => id === 'quotations');
    assert.ok(found);
    recognizer = found;
  });

  /** `kind: speaker / cue / what is quoted`, pieces with a bar between them. */
  async function read(text: string): Promise<string[]> {
    const suggestions = (await createPipeline([recognizer]).analyze(text, {})) ?? [];
    const words = (span: Span | undefined) => (span ? text.slice(span.start, span.end) : '-');
    return suggestions.flatMap(({ quotation }) => {
      if (!quotation) return [];
      const { kind, content, speaker, cue } = quotation;
      return [`${kind}: ${words(speaker)} / ${words(cue)} / ${content.map(words).join(' | ')}`];
    });
  }

  const CASES: readonly (readonly [what: string, text: string, ...expected: string[]])[] = [
    ['speech before its verb', '“The road is open,” Ana Lim said.', 'direct: Ana Lim / said / The road is open,'],
    [
      'an inverted verb',
      '"The road is open," said Ana Lim, the mayor.',
      'direct: Ana Lim, the mayor / said / The road is open,',
    ],
    ['a verb in front', 'Ana Lim said: “The road is open again.”', 'direct: Ana Lim / said / The road is open again.'],
    [
      'an interruption, and what goes on',
      '“The road,” she said, “is open.” The sun shone.',
      'direct: she / said / The road, | is open.',
    ],
    [
      'sentences in marks behind it',
      '“The road is open,” she said. “We worked all night on it.”',
      'direct: she / said / The road is open, | We worked all night on it.',
    ],
    ['a question', '“Is the road open?” Lim asked.', 'direct: Lim / asked / Is the road open?'],
    ['single marks', '‘The road is open,’ Lim said.', 'direct: Lim / said / The road is open,'],
    [
      'straight single marks and apostrophes',
      "'The workers' road is Lim's,' she said.",
      "direct: she / said / The workers' road is Lim's,",
    ],
    ['low marks', '„The road is open,“ Lim said.', 'direct: Lim / said / The road is open,'],
    ['guillemets', '«The road is open,» Lim said.', 'direct: Lim / said / The road is open,'],
    ['guillemets the other way round', '»The road is open,« Lim said.', 'direct: Lim / said / The road is open,'],
    ['marks typed in two strokes', "''The road is open,'' Lim said.", 'direct: Lim / said / The road is open,'],
    [
      'marks within marks',
      '“He told me ‘the road is open,’” Lim said.',
      'direct: Lim / said / He told me ‘the road is open,’',
    ],
    [
      'a lost closing mark',
      '“The road is open, Lim said. “We go there at once.”',
      'direct: Lim / said / The road is open | We go there at once.',
    ],
    ['a lost opening mark', 'It rained. The road is open,” Lim said.', 'direct: Lim / said / The road is open,'],
    ['a signature', '“The road is open again.” — Ana Lim', 'direct: Ana Lim / — / The road is open again.'],
    [
      'several paragraphs with opening marks only',
      'Lim said: “The road is open.\n\n“We worked all night.\n\n“Now we sleep,”',
      'direct: Lim / said / The road is open. | We worked all night. | Now we sleep,',
    ],
    [
      'a verb that ends the paragraph before',
      'Lim continued:\n\n“The road is open, and we go.”',
      'direct: Lim / continued / The road is open, and we go.',
    ],
    [
      'a quotation by itself behind one of somebody',
      '“The road is open,” Lim said.\n\n“We worked on it all night.”',
      'direct: Lim / said / The road is open,',
      'direct: Lim / - / We worked on it all night.',
    ],
    ['a clause', 'Lim said that the road was open.', 'indirect: Lim / said / that the road was open'],
    ['a clause without that', 'The mayor said the road was open.', 'indirect: The mayor / said / the road was open'],
    [
      'when and where it was said',
      'Lim said on Tuesday in an interview that the road was open.',
      'indirect: Lim / said / that the road was open',
    ],
    ['a verb behind', 'The road is open, the mayor said.', 'indirect: the mayor / said / The road is open'],
    ['a verb within', 'The road, the mayor said, is open.', 'indirect: the mayor / said / The road | is open'],
    [
      'according to',
      'According to the mayor, the road is open.',
      'indirect: the mayor / According to / the road is open',
    ],
    [
      'according to, behind',
      'The road is open, according to Ana Lim, the mayor.',
      'indirect: Ana Lim, the mayor / according to / The road is open',
    ],
    ['somebody told', 'Lim told reporters the road was open.', 'indirect: Lim / told / the road was open'],
    [
      'somebody urged',
      'Lim urged drivers to take the old road.',
      'indirect: Lim / urged / drivers to take the old road',
    ],
    ['something called', 'Lim hailed Xi as an old friend.', 'indirect: Lim / hailed / Xi as an old friend'],
    [
      'some of the very words',
      'Lim said the road was “a mess” for years.',
      'mixed: Lim / said / the road was “a mess” for years',
    ],
    [
      'two verbs of one speaker',
      'Lim said the road was open and warned that it was wet.',
      'indirect: Lim / said / the road was open',
      'indirect: Lim / warned / that it was wet',
    ],
    ['a participle', 'Lim opened the road, saying it was safe.', 'indirect: Lim / saying / it was safe'],
    ['nothing in scare quotes', 'The “old friend” came to the party.'],
    ['nothing in titles', 'The song “Born to Run” was played at the party.'],
    ['nothing in headings', '“All Bets Are Off”'],
    ['nothing in nouns that look like verbs', 'The report was long. His claims were old.'],
  ];

  for (const [what, text, ...expected] of CASES) {
    it(`reads ${what}`, async () => assert.deepEqual(await read(text), expected));
  }

  it('takes on what a paragraph goes on with where an article has lost its marks', async () => {
    const text =
      'There are signs that the road [will] be open, Ana Lim, the mayor, told the Herald. We worked all night. I am tired.\n\n' +
      'The road is wet, the police said. It rained.';
    assert.deepEqual(await read(text), [
      'direct: Ana Lim, the mayor / told / There are signs that the road [will] be open | We worked all night. I am tired.',
      'indirect: the police / said / The road is wet',
    ]);
  });

  const MARKS = [
    '"',
    '“',
    '”',
    '‘',
    '’',
    "'",
    '«',
    '»',
    '„',
    "''",
    ' ',
    'a',
    'Lim',
    'said',
    ',',
    '.',
    '\n\n',
    ':',
    'that',
  ];

  it('throws at nothing, and keeps parts in order and within the text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...MARKS), { maxLength: 60 }), async (pieces) => {
        const text = pieces.join('');
        const failed: unknown[] = [];
        const pipeline = createPipeline([recognizer], { onError: (_, error) => failed.push(error) });
        for (const { start, end, quotation } of (await pipeline.analyze(text, {})) ?? []) {
          let last = start;
          for (const piece of quotation?.content ?? []) {
            assert.ok(piece.start >= last && piece.end > piece.start && piece.end <= end);
            last = piece.end;
          }
        }
        assert.deepEqual(failed, []);
      }),
      { numRuns: 300 },
    );
  });

  for (const piece of ['“', '"', '“‘', '“a ', '“a.”\n', 'told ', 'said “a” ', '“A said, ', '"A b c d e f." ']) {
    it(`gets through a megabyte of nothing but ${JSON.stringify(piece)}`, async () => {
      const failed: unknown[] = [];
      const pipeline = createPipeline([recognizer], { onError: (_, error) => failed.push(error) });
      await pipeline.analyze(piece.repeat(1_000_000 / piece.length), {});
      assert.deepEqual(failed, []);
    }).timeout(60_000);
  }
});
