import assert from 'node:assert/strict';
import fc from 'fast-check';
import { accept, reject, remove } from '../../../../src/core/mentions/decide';
import { ArticleSession } from '../../../../src/core/session';
import { SidecarStore } from '../../../../src/core/sidecar/store';
import { Text } from '../../../../src/core/text/text';
import { MemoryFiles } from './files';

const PATH = 'story.txt.newsmark.json';
const NAMES = ['Putin', 'Xi', 'Sher', 'Gabuev', 'Biden', 'Blinken', 'Macron', 'Scholz'];
const TEXT = `${NAMES.join(' met ')}.`;

/** Files whose every access takes as long as the scheduler says; other windows are told of each write. */
class SlowFiles extends MemoryFiles {
  readonly #scheduler: fc.Scheduler;
  onWrite: () => void = () => undefined;

  constructor(scheduler: fc.Scheduler) {
    super();
    this.#scheduler = scheduler;
  }

  override async read(path: string): Promise<string | undefined> {
    await this.#scheduler.schedule(Promise.resolve(), 'read');
    return super.read(path);
  }

  override async replace(path: string, text: string): Promise<void> {
    await this.#scheduler.schedule(Promise.resolve(), 'write');
    await super.replace(path, text);
    this.onWrite();
  }
}

function window(files: MemoryFiles): ArticleSession {
  const session = new ArticleSession(Text.of(TEXT), 'story.txt', new SidecarStore(PATH, { files }));
  session.setSuggestions(
    NAMES.map((name) => {
      const start = TEXT.indexOf(name);
      return { start, end: start + name.length, label: 'PERSON', recognizer: 'names' };
    }),
  );
  return session;
}

/** One thing a person does in one of the windows. */
interface Act {
  readonly window: number;
  readonly name: string;
  readonly verdict: 'accept' | 'reject';
}

const acts = fc.uniqueArray(
  fc.record<Act>({
    window: fc.nat(2),
    name: fc.constantFrom(...NAMES),
    verdict: fc.constantFrom('accept', 'reject'),
  }),
  { selector: ({ name }) => name, minLength: 1 },
);

describe('several windows on one article', () => {
  it('lose no decision of each other, however their reading and writing falls together', async () => {
    await fc.assert(
      fc.asyncProperty(acts, fc.scheduler(), async (list, scheduler) => {
        const files = new SlowFiles(scheduler);
        const windows = [window(files), window(files), window(files)];
        files.onWrite = () => {
          for (const session of windows) void session.sync();
        };
        let count = 0;
        for (const { window: index, name, verdict } of list) {
          void scheduler.schedule(Promise.resolve(), name).then(() => {
            const session = windows[index];
            const mention = session?.mentions.find(({ text }) => text === name);
            if (!session || !mention) return;
            const decider = { at: '2024-05-15T09:12:44Z', newId: () => `${name}${++count}` };
            const ground = { text: session.text.value, set: session.set };
            session.apply((verdict === 'accept' ? accept : reject)(ground, [mention], decider));
            void session.sync();
          });
        }
        await scheduler.waitIdle();
        const wanted = list.map(({ name, verdict }) => `${name} ${verdict}ed`).sort();
        const { annotations } = JSON.parse(files.contents.get(PATH) ?? '{}');
        const got = annotations.map(({ quote, status }: { quote: string; status: string }) => `${quote} ${status}`);
        assert.deepEqual(got.sort(), wanted);
        for (const session of windows) {
          assert.deepEqual(session.set.annotations.map(({ quote, status }) => `${quote} ${status}`).sort(), wanted);
          assert.ok(!session.hasUnsaved);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('leave a decision taken back in the other window taken back', async () => {
    const files = new MemoryFiles();
    const here = window(files);
    const there = window(files);
    const decider = { at: '2024-05-15T09:12:44Z', newId: () => 'a1' };
    const [putin] = here.mentions;
    assert.ok(putin);
    here.apply(accept({ text: TEXT, set: here.set }, [putin], decider));
    await here.sync();
    await there.sync();
    there.apply(remove(there.mentions.filter(({ annotation }) => annotation)));
    await there.sync();
    await here.sync();
    assert.equal(there.set.annotations.length, 0);
    assert.equal(here.set.annotations.length, 0);
    assert.match(files.contents.get(PATH) ?? '', /"annotations": \[\]/);
  });
});
