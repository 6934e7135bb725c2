import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createAnalyzer } from '../../../../src/core/analyzer';
import { layerMentions } from '../../../../src/core/mentions/layerMentions';
import { isPressing, isStance } from '../../../../src/core/mentions/mention';
import { recognizeArticle } from '../../../../src/core/recognizeArticle';
import { assets } from '../../../support/assets';

const analyzer = createAnalyzer({ assets });

/** `kind speaker: what is quoted`, for every quotation that tells somebody's words; a star where an entity is meant. */
async function said(raw: string): Promise<string[]> {
  const { text, mentions } = await recognizeArticle(analyzer, { raw });
  return mentions.flatMap((mention) => {
    const { quotation, speaker } = mention;
    if (!quotation || isStance(mention)) return [];
    const content = quotation.content.map(({ start, end }) => text.slice(start, end)).join(' | ');
    return [`${quotation.kind} ${speaker?.name ?? '-'}${speaker?.entity === undefined ? '' : '*'}: ${content}`];
  });
}

const speakers = async (raw: string) =>
  (await said(raw)).map((line) => line.slice(line.indexOf(' ') + 1, line.indexOf(':')));

describe('speakers', () => {
  it('are the entity of the name beside the quotation', async () => {
    const text =
      'Russian President Vladimir Putin said the road was open.\n\nLater, Putin said the road was wet.\n\n' +
      'The Kremlin said the road was long.';
    assert.deepEqual(await speakers(text), ['Vladimir Putin*', 'Vladimir Putin*', 'Kremlin*']);
  });

  it('are found for pronouns: who spoke last, else the nearest person that fits', async () => {
    const text =
      'Hillary Clinton said the road was open.\n\n“It is wet,” she said.\n\nJohn Kerry met Jane Fonda there. He said it was late.';
    assert.deepEqual(await speakers(text), ['Hillary Clinton*', 'Hillary Clinton*', 'John Kerry*']);
  });

  it('are found for a role, by what the article has called somebody', async () => {
    const text =
      'Russian President Vladimir Putin went to China to see Chinese leader Xi Jinping.\n\nThe Russian leader said the road was open.';
    assert.deepEqual(await speakers(text), ['Vladimir Putin*']);
  });

  it('stay words where they mean nobody who is named, or somebody of somebody', async () => {
    const text =
      'Vladimir Putin came.\n\nAnalysts said the road was open.\n\nPutin’s spokesman said it was wet.\n\nA spokesman for Vladimir Putin said it was long.';
    assert.deepEqual(await speakers(text), ['Analysts', 'Putin’s spokesman', 'A spokesman for Vladimir Putin']);
  });

  it('are whom a person has drawn a relation to', () => {
    const text = '“Yes, we will,” he said of Sher.';
    const at = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
    const fields = { quote: '', prefix: '', suffix: '', status: 'accepted' as const };
    const quotation = { kind: 'direct' as const, content: [at('Yes, we will,')], speaker: at('he') };
    const mentions = layerMentions(text, [], {
      entities: [],
      annotations: [
        { id: 'q', ...at('“Yes, we will,”'), ...fields, label: 'QUOTATION', quotation },
        { id: 's', ...at('Sher'), ...fields, label: 'PERSON' },
      ],
      relations: [{ id: 'r', type: 'speaker', from: 'q', to: 's' }],
    });
    assert.deepEqual(mentions[0]?.speaker, { name: 'Sher', entity: 'PERSON:sher' });
  });

  it('of the sample article are all right, those of words without quotation marks too', async () => {
    const lines = await said(readFileSync('samples/putin-china-visit.article', 'utf8'));
    const wanted = [
      /^direct Nathaniel Sher\*: There are clear signs .* \| Every month, .* stop now\.$/,
      /^direct Alexander Gabuev\*: As Beijing and Moscow expand .* with China experience$/,
      /^indirect Vladimir Putin\*: Xi as an old friend$/,
      /^indirect Alicja Bachulska\*: The optics suggest .* the situation in Ukraine$/,
      /^direct Dennis Wilder\*: Putin seems satisfied .* \| I don't think .* this way\.$/,
      /^direct Dennis Wilder\*: The North Korean element .* \| North Korea can help /,
      /^indirect Kremlin\*: Putin will also meet .* \| then travel to Harbin /,
    ];
    for (const line of wanted)
      assert.ok(
        lines.some((each) => line.test(each)),
        `${line} among\n${lines.join('\n')}`,
      );
  });
});

describe('what is worth going to', () => {
  it('leaves out a stance that nobody put into words', async () => {
    const { mentions } = await recognizeArticle(analyzer, { raw: 'Ana Lim plans to open the old road in the spring.' });
    const stance = mentions.find(({ label }) => label === 'QUOTATION') ?? assert.fail('no stance');
    assert.ok(isStance(stance) && !isPressing(stance));
  });
});
