import assert from 'node:assert/strict';
import { accept } from '../../../../src/core/mentions/decide';
import type { Suggestion } from '../../../../src/core/recognize/suggestion';
import { ArticleSession } from '../../../../src/core/session';
import type { FiledSidecar } from '../../../../src/core/sidecar/filed';
import { mergeSidecars } from '../../../../src/core/sidecar/merge';
import { SidecarStore } from '../../../../src/core/sidecar/store';
import { changeBetween } from '../../../../src/core/text/change';
import type { Span } from '../../../../src/core/text/span';
import { Text } from '../../../../src/core/text/text';
import { MemoryFiles } from './files';

const STORY = '😀 “The road is open,” Ana Lim said.';
const PATH = 'story.txt.newsmark.json';

const at = (words: string, text = STORY): Span => ({
  start: text.indexOf(words),
  end: text.indexOf(words) + words.length,
});

const PROPOSED: Suggestion = {
  ...at('“The road is open,”'),
  label: 'QUOTATION',
  recognizer: 'quotations',
  quotation: { kind: 'direct', content: [at('The road is open,')], speaker: at('Ana Lim'), cue: at('said') },
};

async function accepted(files: MemoryFiles): Promise<ArticleSession> {
  const session = new ArticleSession(Text.of(STORY), 'story.txt', new SidecarStore(PATH, { files }));
  session.setSuggestions([PROPOSED]);
  const ground = { text: STORY, set: session.set };
  session.apply(accept(ground, session.mentions, { at: '2024-05-15T09:12:44Z', newId: () => 'q' }));
  await session.sync();
  return session;
}

const words = ({ session, span }: { session: ArticleSession; span: Span | undefined }) =>
  session.text.slice(span?.start ?? 0, span?.end ?? 0);

describe('the parts of a quotation', () => {
  it('are kept in the sidecar, in code points', async () => {
    const files = new MemoryFiles();
    await accepted(files);
    const { annotations } = JSON.parse(files.contents.get(PATH) ?? '{}');
    const points = [...STORY];
    const { kind, content, speaker, cue } = annotations[0].quotation;
    assert.equal(kind, 'direct');
    assert.deepEqual(
      [...content, speaker, cue].map(([start, end]: [number, number]) => points.slice(start, end).join('')),
      ['The road is open,', 'Ana Lim', 'said'],
    );
  });

  it('are there again for the next session, and the file is written back as it was', async () => {
    const files = new MemoryFiles();
    await accepted(files);
    const before = files.contents.get(PATH) ?? '';
    files.contents.set(PATH, before.replace('"kind": "direct"', '"kind": "direct", "tone": "glad"'));
    const session = new ArticleSession(Text.of(STORY), 'story.txt', new SidecarStore(PATH, { files }));
    await session.sync();
    const [mention] = session.mentions;
    assert.equal(words({ session, span: mention?.quotation?.speaker }), 'Ana Lim');
    await session.markMoved();
    assert.match(files.contents.get(PATH) ?? '', /"tone": "glad"/);
  });

  it('move along with edits, and with the words when the text was edited elsewhere', async () => {
    const files = new MemoryFiles();
    const session = await accepted(files);
    const longer = `It rained all day. ${STORY}`;
    session.changeText(changeBetween(STORY, longer), Text.of(longer));
    assert.equal(words({ session, span: session.mentions[0]?.quotation?.cue }), 'said');
    const other = new ArticleSession(Text.of(longer), 'story.txt', new SidecarStore(PATH, { files }));
    await other.sync();
    assert.equal(words({ session: other, span: other.mentions[0]?.quotation?.speaker }), 'Ana Lim');
  });

  it('are found by their words when the text was edited elsewhere, and those that are not there are left out', async () => {
    const files = new MemoryFiles();
    await accepted(files);
    const reopened = async (text: string) => {
      const session = new ArticleSession(Text.of(text), 'story.txt', new SidecarStore(PATH, { files }));
      await session.sync();
      return session;
    };
    const partsIn = (session: ArticleSession) => {
      const parts = session.mentions[0]?.quotation;
      return [parts?.content[0], parts?.speaker, parts?.cue].map((span) => span && words({ session, span }));
    };
    const longer = await reopened(STORY.replace('Ana Lim', 'the engineer Ana Lim').replace('said', 'then said'));
    assert.deepEqual(partsIn(longer), ['The road is open,', 'Ana Lim', 'said']);
    const other = STORY.replace('Ana Lim said', 'he told reporters');
    const without = await reopened(other);
    assert.deepEqual(partsIn(without), ['The road is open,', undefined, undefined]);
    without.changeText(changeBetween(other, STORY), Text.of(STORY));
    assert.deepEqual(partsIn(without), ['The road is open,', 'Ana Lim', 'said']);
  });

  it('come back with undo, each by itself, whatever was cut of them', async () => {
    for (const gone of [' said', 'Lim', 'The road is', 'open,” Ana', STORY.slice(3), STORY]) {
      const files = new MemoryFiles();
      const session = await accepted(files);
      const before = session.set;
      const left = STORY.replace(gone, '');
      session.changeText(changeBetween(STORY, left), Text.of(left));
      assert.equal(session.mentions[0]?.quotation?.cue === undefined, !left.includes('said'), gone);
      session.changeText(changeBetween(left, STORY), Text.of(STORY));
      assert.deepEqual(session.set, before, gone);
    }
  });

  it('wait in the file with an annotation whose words are gone, and come back with it', async () => {
    const files = new MemoryFiles();
    await accepted(files);
    const short = 'Rain. 😀';
    const other = new ArticleSession(Text.of(short), 'story.txt', new SidecarStore(PATH, { files }));
    await other.sync();
    await other.markMoved();
    const { annotations } = JSON.parse(files.contents.get(PATH) ?? '{}');
    assert.deepEqual(annotations[0].quotation.content, [[3, 20]]);
    const whole = `Rain. ${STORY}`;
    other.changeText(changeBetween(short, whole), Text.of(whole));
    const [mention] = other.mentions;
    assert.deepEqual(
      [mention?.quotation?.content[0], mention?.quotation?.speaker, mention?.quotation?.cue].map((span) =>
        words({ session: other, span }),
      ),
      ['The road is open,', 'Ana Lim', 'said'],
    );
  });

  describe('when sidecars are merged', () => {
    /** The sidecar over the story with some words in front of it. */
    const filed = (before: string, note?: string): FiledSidecar => {
      const from = [...before].length;
      return {
        newsmark: 1,
        article: { file: 'story.txt', sha256: before === '' ? 'a' : before, length: 36 + from },
        entities: [],
        annotations: [
          {
            id: 'q',
            start: 2 + from,
            end: 21 + from,
            quote: '“The road is open,”',
            label: 'QUOTATION',
            status: 'accepted',
            quotation: { kind: 'direct', content: [[3 + from, 20 + from]], speaker: [22 + from, 29 + from] },
            ...(note !== undefined && { note }),
          },
        ],
        relations: [],
      };
    };
    const partsOf = ({ annotations: [one] }: FiledSidecar) => [
      one?.start,
      one?.quotation?.content[0]?.[0],
      one?.quotation?.speaker?.[0],
    ];

    const CASES: readonly (readonly [what: string, ours: FiledSidecar, theirs: FiledSidecar])[] = [
      ['one side edited the article', filed('It rained. '), filed('', 'Sure?')],
      ['the other side did', filed('', 'Sure?'), filed('It rained. ')],
      ['both did, each its own way', filed('It rained. ', 'Sure?'), filed('Rain fell all day. ')],
    ];
    for (const [what, ours, theirs] of CASES) {
      it(`keep their distance from their annotation where ${what}, and contradict nothing`, () => {
        const { sidecar, conflicts } = mergeSidecars(filed(''), ours, theirs);
        assert.deepEqual(conflicts, []);
        const [start = 0, content = 0, speaker = 0] = partsOf(sidecar);
        assert.deepEqual([content - start, speaker - start], [1, 20]);
        assert.equal(sidecar.annotations[0]?.note, 'Sure?');
        assert.equal(sidecar.annotations[0]?.conflicts, undefined);
      });
    }

    it('are those of the words as they stand where only one side edited the words', () => {
      const base = filed('');
      const [one] = base.annotations;
      assert.ok(one);
      const edited = {
        ...one,
        end: 27,
        quote: '“The new road is open,”',
        quotation: { kind: 'direct' as const, content: [[3, 24] satisfies [number, number]] },
      };
      const ours = { ...base, article: { ...base.article, sha256: 'b' }, annotations: [edited] };
      const { sidecar } = mergeSidecars(base, ours, filed('It rained. ', 'Sure?'));
      assert.equal(sidecar.annotations[0]?.quote, '“The new road is open,”');
      assert.deepEqual(sidecar.annotations[0]?.quotation, edited.quotation);
    });
  });
});
