import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createPipeline, loadRecognizers, type Recognizer, type Suggestion } from '../../../../src/core/recognize';
import { readGazetteer } from '../../../../src/core/recognize/entities/gazetteer';
import { names } from '../../../../src/core/recognize/entities/names';
import { nameRules } from '../../../../src/core/recognize/entities/rules/nameRules';
import { createTagger } from '../../../../src/core/recognize/entities/tagger/tagger';
import { assets } from '../../../support/assets';

const PARAGRAPHS = [
  'Russian President Vladimir Putin will travel to China, the Kremlin said on May 14.',
  'Gabuev agreed. "It is so," Gabuev wrote in the following year.',
  'Alexander Gabuev, director of the Carnegie Russia Eurasia Center, said that Putin Express would go.',
  'In February 2022, $300 million went to the United Nations Development Programme (UNDP).',
  'A few days later UNDP denied it. Costa Rica did too.',
  '“We will go on,” she said. “There is',
  '“no other way for Costa Rica.”',
  'PENCE: Well, look, Washington is not Denver.',
  'HARRIS: Denver is not Washington. Mr Washington said so.',
  'PENCE: Paris Hilton came to Paris, and Washington left.',
  'Washington, who is 40, told Reuters that Gabuev and Xi Jinping met Xi’s aides.',
  'WORLD NEWS: PUTIN MEETS XI IN BEIJING ON FRIDAY MORNING',
];

/** What may happen to an article, at a place from 0 to 1. */
type Edit =
  | { readonly kind: 'type'; readonly at: number; readonly words: string }
  | { readonly kind: 'delete'; readonly at: number; readonly count: number }
  | { readonly kind: 'insert' | 'move'; readonly at: number; readonly paragraph: number };

const places = fc.double({ min: 0, max: 1, noNaN: true });
const edits: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({
    kind: fc.constant('type' as const),
    at: places,
    words: fc.constantFrom('x', ' ', 'P', '.', '\n', ' Putin ', ' Washington', '5', '“', ' Ms Gabuev said '),
  }),
  fc.record({ kind: fc.constant('delete' as const), at: places, count: fc.integer({ min: 1, max: 60 }) }),
  fc.record({ kind: fc.constantFrom('insert' as const, 'move' as const), at: places, paragraph: fc.nat(50) }),
);

function edited(text: string, edit: Edit): string {
  const at = Math.floor(edit.at * text.length);
  if (edit.kind === 'type') return text.slice(0, at) + edit.words + text.slice(at);
  if (edit.kind === 'delete') return text.slice(0, at) + text.slice(at + edit.count);
  const blocks = text.split('\n\n');
  const from = edit.paragraph % blocks.length;
  const added = edit.kind === 'move' ? blocks.splice(from, 1) : [PARAGRAPHS[edit.paragraph % PARAGRAPHS.length] ?? ''];
  blocks.splice(Math.floor(edit.at * blocks.length), 0, ...added);
  return blocks.join('\n\n');
}

describe('analysis after edits', function () {
  this.timeout(60_000);
  let fresh: () => readonly Recognizer[];
  before(async () => {
    const gazetteer = readGazetteer(await assets.read('names.gazetteer'));
    const tagger = createTagger(await assets.read('names.model'), gazetteer);
    const others = (await loadRecognizers(assets)).filter(({ id }) => id !== 'names');
    fresh = () => [names(tagger, nameRules(gazetteer)), ...others];
  });

  const articles = fc.array(fc.nat(PARAGRAPHS.length - 1), { minLength: 1, maxLength: 14 });

  it('is that of the text as it stands, whatever was there before', async () => {
    await fc.assert(
      fc.asyncProperty(articles, fc.array(edits, { minLength: 1, maxLength: 8 }), async (numbers, changes) => {
        const pipeline = createPipeline(fresh());
        let text = numbers.map((number) => PARAGRAPHS[number]).join('\n\n');
        await pipeline.analyze(text, { published: '2024-05-14' });
        for (const change of changes) {
          text = edited(text, change);
          const now = await pipeline.analyze(text, { published: '2024-05-14' });
          const anew = await createPipeline(fresh()).analyze(text, { published: '2024-05-14' });
          assert.deepEqual(now, anew);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('does not mix up articles that are edited by turns', async () => {
    await fc.assert(
      fc.asyncProperty(articles, articles, fc.array(edits, { maxLength: 6 }), async (one, other, changes) => {
        const pipeline = createPipeline(fresh());
        const texts = [one, other].map((numbers) => numbers.map((number) => PARAGRAPHS[number]).join('\n\n'));
        for (const [index, change] of changes.entries()) {
          const text = edited(texts[index % 2] ?? '', change);
          texts[index % 2] = text;
          const anew = await createPipeline(fresh()).analyze(text, {});
          assert.deepEqual(await pipeline.analyze(text, {}), anew);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('works out anew only the paragraphs that an edit changes', async () => {
    const asked: string[] = [];
    const seen = fresh().map(
      (recognizer): Recognizer => ({
        ...recognizer,
        run: (passage, context) => {
          asked.push(passage);
          return recognizer.run(passage, context);
        },
      }),
    );
    const pipeline = createPipeline(seen);
    const text = PARAGRAPHS.join('\n\n');
    const before = (await pipeline.analyze(text, {})) ?? assert.fail('not aborted');
    asked.length = 0;
    const after = (await pipeline.analyze(`${text} Xi left.`, {})) ?? assert.fail('not aborted');
    assert.deepEqual(new Set(asked), new Set([`${PARAGRAPHS.at(-1)} Xi left.`]));
    // What stands before the edit is not even made again.
    const firstPerson = (all: readonly Suggestion[]) => all.find(({ label }) => label === 'PERSON');
    assert.equal(firstPerson(after), firstPerson(before));
  });
});
