import assert from 'node:assert/strict';
import fc from 'fast-check';
import { accept, add, type Decider, reject, relabel, remove } from '../../../src/core/mentions/decide';
import { lazyMention } from '../../../src/core/mentions/lazyMention';
import type { Mention } from '../../../src/core/mentions/mention';
import type { Suggestion } from '../../../src/core/recognize/suggestion';
import { ArticleSession } from '../../../src/core/session';
import { SidecarStore } from '../../../src/core/sidecar/store';
import { applyChange, type Change, changeBetween } from '../../../src/core/text/change';
import { Text } from '../../../src/core/text/text';
import { MemoryFiles } from './sidecar/files';

const STORY = 'Vladimir Putin will travel to China. Putin met Xi. The Power of Siberia-2 pipeline is 2 years late.';
const PATH = 'story.txt.newsmark.json';

function decider(name = 'a'): Decider {
  let count = 0;
  return { at: '2024-05-15T09:12:44Z', newId: () => `${name}${++count}` };
}

function suggest(text: string, ...found: [words: string, label: string, from?: number][]): Suggestion[] {
  return found.map(([words, label, from = 0]) => {
    const start = text.indexOf(words, from);
    return { start, end: start + words.length, label, recognizer: 'names' };
  });
}

/** The story open over files in memory, with what a recognizer proposes for it. */
function open(files = new MemoryFiles(), text = STORY) {
  const session = new ArticleSession(Text.of(text), 'story.txt', new SidecarStore(PATH, { files }));
  const propose = () =>
    session.setSuggestions(
      suggest(
        session.text.value,
        ['Vladimir Putin', 'PERSON'],
        ['China', 'GPE'],
        ['Putin', 'PERSON', 20],
        ['Siberia', 'GPE'],
        ['2', 'CARDINAL', 74],
      ),
    );
  propose();
  return { session, files, propose };
}

function mention(session: ArticleSession, words: string, occurrence = 0): Mention {
  return session.mentions.filter(({ text }) => text === words)[occurrence] ?? assert.fail(`no mention “${words}”`);
}

/** What a reader of the article sees: words, label, status. */
function seen(session: ArticleSession): string[] {
  return session.mentions.map(({ text, label, status }) => `${text} ${label} ${status}`);
}

function ground(session: ArticleSession) {
  return { text: session.text.value, set: session.set };
}

function type(session: ArticleSession, change: Change): void {
  session.changeText(change, Text.of(applyChange(session.text.value, change)));
}

describe('deciding', () => {
  it('accepts, rejects and takes back', () => {
    const { session } = open();
    const who = decider();
    session.apply(accept(ground(session), [mention(session, 'China')], who));
    session.apply(reject(ground(session), [mention(session, 'Vladimir Putin')], who));
    assert.deepEqual(seen(session).slice(0, 2), ['Vladimir Putin PERSON rejected', 'China GPE accepted']);
    session.apply(remove([mention(session, 'China'), mention(session, 'Vladimir Putin')]));
    assert.deepEqual(seen(session).slice(0, 2), ['Vladimir Putin PERSON suggested', 'China GPE suggested']);
  });

  it('lets an added name silence what is proposed inside it', () => {
    const { session } = open();
    const start = STORY.indexOf('Power of Siberia-2');
    const span = { start, end: start + 'Power of Siberia-2'.length };
    assert.ok(seen(session).includes('Siberia GPE suggested'));
    session.apply(add(ground(session), span, 'FAC', session.mentions, decider()));
    assert.ok(seen(session).includes('Power of Siberia-2 FAC accepted'));
    assert.ok(!seen(session).some((line) => line.startsWith('Siberia ')));
  });

  it('changes the label of a suggestion, remembering who proposed it', () => {
    const { session } = open();
    session.apply(relabel(ground(session), [mention(session, 'China')], 'ORG', decider()));
    assert.ok(seen(session).includes('China ORG accepted'));
    assert.ok(!seen(session).includes('China GPE suggested'));
    assert.equal(mention(session, 'China').annotation?.source, 'names');
  });

  it('marks selected words that are a mention by changing its label', () => {
    const { session } = open();
    const china = mention(session, 'China');
    session.apply(add(ground(session), china, 'ORG', session.mentions, decider()));
    assert.deepEqual(
      seen(session).filter((line) => line.startsWith('China')),
      ['China ORG accepted'],
    );
  });

  it('lets what a person added just go when it is rejected', () => {
    const { session } = open();
    const start = STORY.indexOf('Xi');
    session.apply(add(ground(session), { start, end: start + 2 }, 'PERSON', session.mentions, decider()));
    session.apply(reject(ground(session), [mention(session, 'Xi')], decider()));
    assert.ok(!seen(session).some((line) => line.startsWith('Xi ')));
  });

  it('never keeps two annotations with one span and label', () => {
    const { session } = open();
    const who = decider();
    session.apply(relabel(ground(session), [mention(session, 'China')], 'ORG', who));
    const start = STORY.indexOf('China');
    session.apply({ title: '', edits: [{ after: { ...session.set.annotations[0], id: 'x', label: 'GPE' } as never }] });
    session.apply(
      relabel(
        ground(session),
        session.mentions.filter(({ start: at }) => at === start),
        'GPE',
        who,
      ),
    );
    assert.deepEqual(
      seen(session).filter((line) => line.startsWith('China')),
      ['China GPE accepted'],
    );
  });

  it('groups the names of one person, and gives the group one name', () => {
    const { session } = open();
    assert.equal(mention(session, 'Putin').entity, mention(session, 'Vladimir Putin').entity);
    assert.equal(mention(session, 'Putin').name, 'Vladimir Putin');
  });
});

describe('undo and redo', () => {
  it('go back and forth through everything', () => {
    const { session } = open();
    const who = decider();
    const states = [seen(session)];
    const act = (operation: Parameters<typeof session.apply>[0]) => {
      session.apply(operation);
      states.push(seen(session));
    };
    act(accept(ground(session), [mention(session, 'China')], who));
    act(reject(ground(session), [mention(session, 'Putin')], who));
    act(relabel(ground(session), [mention(session, 'China')], 'ORG', who));
    act(remove([mention(session, 'China')]));
    for (const state of states.slice(0, -1).reverse()) {
      assert.ok(session.undo());
      assert.deepEqual(seen(session), state);
    }
    assert.equal(session.undo(), undefined);
    for (const state of states.slice(1)) {
      assert.ok(session.redo());
      assert.deepEqual(seen(session), state);
    }
    assert.equal(session.redo(), undefined);
  });

  it('find the words though the text has moved', () => {
    const { session } = open();
    session.apply(accept(ground(session), [mention(session, 'China')], decider()));
    session.undo();
    type(session, [{ start: 0, end: 0, insert: 'Today ' }]);
    session.redo();
    assert.ok(seen(session).includes('China GPE accepted'));
  });
});

describe('editing', () => {
  it('keeps every annotation on its words through any edit around them', () => {
    const anyEdit = fc.record({ at: fc.nat(STORY.length), length: fc.nat(12), insert: fc.string({ maxLength: 8 }) });
    fc.assert(
      fc.property(fc.array(anyEdit, { maxLength: 12 }), (edits) => {
        const { session } = open();
        session.apply(accept(ground(session), [mention(session, 'China'), mention(session, 'Putin')], decider()));
        for (const { at, length, insert } of edits) {
          const size = session.text.length;
          const start = Math.min(at, size);
          type(session, [{ start, end: Math.min(size, start + length), insert }]);
        }
        for (const annotation of session.set.annotations) {
          if (annotation.orphan) continue;
          // What is left of the words is a stretch of the text; untouched words are whole.
          assert.ok(annotation.start < annotation.end && annotation.end <= session.text.length);
        }
        assert.equal(session.set.annotations.length, 2);
      }),
    );
  });

  it('makes an orphan of deleted words, and puts it back with undo', () => {
    const { session } = open();
    session.apply(accept(ground(session), [mention(session, 'China')], decider()));
    const start = STORY.indexOf('travel to China');
    type(session, [{ start, end: start + 'travel to China'.length, insert: '' }]);
    assert.equal(session.orphans.length, 1);
    type(session, [{ start, end: start, insert: 'travel to China' }]);
    assert.equal(session.orphans.length, 0);
    assert.equal(mention(session, 'China').status, 'accepted');
  });

  it('follows words that are cut in one place and pasted in another', () => {
    const { session } = open();
    session.apply(accept(ground(session), [mention(session, 'Putin')], decider()));
    const words = ' Putin met Xi.';
    const start = STORY.indexOf(words);
    type(session, [{ start, end: start + words.length, insert: '' }]);
    type(session, [{ start: session.text.length, end: session.text.length, insert: words }]);
    assert.equal(session.orphans.length, 0);
    const [moved] = session.set.annotations;
    assert.equal(session.text.slice(moved?.start ?? 0, moved?.end ?? 0), 'Putin');
  });

  it('finds the words again when most of the text is replaced at once', () => {
    const long = `${STORY}\n\n${'Filler words stand here. '.repeat(20)}`;
    const { session } = open(new MemoryFiles(), long);
    session.apply(accept(ground(session), [mention(session, 'China')], decider()));
    const rewritten = `A new beginning.\n\n${'Other words stand here now. '.repeat(30)}\n\n${STORY}`;
    session.changeText(changeBetween(long, rewritten), Text.of(rewritten));
    const [found] = session.set.annotations;
    assert.equal(found?.start, rewritten.indexOf('China'));
  });
});

describe('the sidecar of a session', () => {
  it('holds the decisions, and another session finds them there', async () => {
    const { session, files } = open();
    session.apply(accept(ground(session), [mention(session, 'China')], decider()));
    await session.sync();
    assert.match(files.contents.get(PATH) ?? '', /"quote": "China"/);
    const { session: other } = open(files);
    await other.sync();
    assert.deepEqual(seen(other), seen(session));
  });

  it('has the places of the latest text, though that was saved while an earlier one was being written', async () => {
    const { session, files } = open();
    session.apply(accept(ground(session), [mention(session, 'China')], decider()));
    await session.sync();
    const grow = () => type(session, [{ start: 0, end: 0, insert: 'So ' }]);
    grow();
    let second: Promise<unknown> | undefined;
    files.onReplace = () => {
      files.onReplace = undefined;
      grow();
      second = session.markMoved();
      assert.ok(session.hasUnsaved);
    };
    await session.markMoved();
    await second;
    const { annotations } = JSON.parse(files.contents.get(PATH) ?? '{}');
    assert.equal(annotations[0].start, session.text.value.indexOf('China'));
    assert.ok(!session.hasUnsaved);
  });

  it('is not made by opening an article', async () => {
    const { session, files } = open();
    await session.sync();
    assert.equal(files.contents.size, 0);
  });

  it('is never written over when it is broken, newer, or can not be read', async () => {
    for (const raw of ['{ broken', '{ "newsmark": 99 }', '{ "newsmark": 1, "annotations": [{}] }']) {
      const files = new MemoryFiles();
      files.contents.set(PATH, raw);
      const { session } = open(files);
      await session.sync();
      session.apply(accept(ground(session), [mention(session, 'China')], decider()));
      await session.sync();
      assert.equal(files.contents.get(PATH), raw);
      assert.ok(session.hasUnsaved);
    }
  });

  it('is written after all once the broken file is mended or gone, with what was decided meanwhile', async () => {
    const files = new MemoryFiles();
    files.contents.set(PATH, '{ broken');
    const { session } = open(files);
    await session.sync();
    session.apply(accept(ground(session), [mention(session, 'China')], decider()));
    files.contents.delete(PATH);
    const { state } = await session.sync();
    assert.equal(state.kind, 'ready');
    assert.match(files.contents.get(PATH) ?? '', /"China"/);
  });

  it('keeps decisions that can not be written, and writes them when it works again', async () => {
    const { session, files } = open();
    files.writeError = new Error('ENOSPC: no space left on device');
    session.apply(accept(ground(session), [mention(session, 'China')], decider()));
    const failed = await session.sync();
    assert.deepEqual(failed.state, {
      kind: 'unsaved',
      fault: { kind: 'full', reason: 'ENOSPC: no space left on device' },
    });
    assert.ok(session.hasUnsaved);
    files.writeError = undefined;
    await session.sync();
    assert.match(files.contents.get(PATH) ?? '', /"China"/);
    assert.ok(!session.hasUnsaved);
  });

  it('takes in what somebody else wrote, and loses neither side', async () => {
    const files = new MemoryFiles();
    const here = open(files).session;
    const there = open(files).session;
    await Promise.all([here.sync(), there.sync()]);
    here.apply(accept(ground(here), [mention(here, 'China')], decider('h')));
    await here.sync();
    there.apply(reject(ground(there), [mention(there, 'Putin')], decider('t')));
    await there.sync();
    await here.sync();
    assert.deepEqual(seen(here), seen(there));
    assert.ok(seen(here).includes('China GPE accepted') && seen(here).includes('Putin PERSON rejected'));
  });

  it('does not lose what is decided while the file is being written or read', async () => {
    const files = new MemoryFiles();
    const here = open(files).session;
    const there = open(files).session;
    there.apply(reject(ground(there), [mention(there, 'Putin')], decider('t')));
    await there.sync();
    here.apply(accept(ground(here), [mention(here, 'China')], decider('h')));
    const first = here.sync();
    here.apply(accept(ground(here), [mention(here, 'Vladimir Putin')], decider('i')));
    const second = here.sync();
    await Promise.all([first, second]);
    const { session: fresh } = open(files);
    await fresh.sync();
    const expected = ['Vladimir Putin PERSON accepted', 'China GPE accepted', 'Putin PERSON rejected'];
    assert.deepEqual(seen(fresh).slice(0, 3), expected);
    assert.deepEqual(seen(here), seen(fresh));
  });

  it('forgets decisions whose file somebody took away', async () => {
    const { session, files } = open();
    session.apply(accept(ground(session), [mention(session, 'China')], decider()));
    await session.sync();
    files.contents.delete(PATH);
    const { vanished } = await session.sync();
    assert.equal(session.set.annotations.length, 0);
    assert.deepEqual(
      vanished?.annotations.map(({ quote }) => quote),
      ['China'],
      'and says which, so that they can be brought back',
    );
  });

  it('gives the article its date, above all that the article says', async () => {
    const files = new MemoryFiles();
    files.contents.set(PATH, '{ "newsmark": 1, "article": { "published": "2020-02-02" } }');
    const { session } = open(files, `---\npublished: 2024-05-14\n---\n${STORY}`);
    assert.equal(session.metadata.published, '2024-05-14');
    await session.sync();
    assert.equal(session.metadata.published, '2020-02-02');
    assert.equal(session.metadata.publishedFrom, 'sidecar');
  });
});

describe('what is in sight', () => {
  function fresh() {
    const session = new ArticleSession(
      Text.of(STORY),
      'story.txt',
      new SidecarStore(PATH, { files: new MemoryFiles() }),
    );
    const told: string[] = [];
    session.onDidChange((event) => told.push(event));
    return { session, told };
  }

  it('has marks before the whole article is known, part by part', () => {
    const { session, told } = fresh();
    session.glance({ start: 40, end: STORY.length }, suggest(STORY, ['Siberia', 'GPE']));
    session.glance({ start: 0, end: 40 }, suggest(STORY, ['Vladimir Putin', 'PERSON'], ['China', 'GPE']));
    assert.deepEqual(
      session.marksIn({ start: 0, end: STORY.length }).map(({ text }) => text),
      ['Vladimir Putin', 'China', 'Siberia'],
    );
    session.glance({ start: 0, end: 40 }, suggest(STORY, ['Putin', 'PERSON']));
    assert.deepEqual(seen(session), ['Putin PERSON suggested', 'Siberia GPE suggested']);
    assert.equal(session.isAnalyzed, false);
    assert.deepEqual(told, ['glance', 'glance', 'glance']);
  });

  it('makes way for what the whole article tells, and does not come back', () => {
    const { session } = fresh();
    session.glance({ start: 0, end: 40 }, suggest(STORY, ['China', 'ORG']));
    session.setSuggestions(suggest(STORY, ['China', 'GPE']));
    session.glance({ start: 0, end: 40 }, suggest(STORY, ['China', 'ORG']));
    assert.deepEqual(seen(session), ['China GPE suggested']);
  });
});

describe('a mark as a mention', () => {
  it('asks for the whole article only when somebody wants to know what that tells', () => {
    const { session } = open();
    const [mark] = session.marksIn({ start: 0, end: 3 });
    const whole = mention(session, 'Vladimir Putin');
    let asked = 0;
    const lazy = lazyMention(mark ?? assert.fail(), () => {
      asked++;
      return session.mentions;
    });
    session.apply(reject(ground(session), [lazy], decider()));
    assert.deepEqual([lazy.text, lazy.label, asked], ['Vladimir Putin', 'PERSON', 0]);
    session.undo();
    assert.deepEqual([lazy.entity, lazy.name, lazy.reason], [whole.entity, whole.name, whole.reason]);
    assert.equal(asked, 1);
  });
});
