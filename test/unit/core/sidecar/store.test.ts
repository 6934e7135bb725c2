import assert from 'node:assert/strict';
import type { Annotation, AnnotationSet } from '../../../../src/core/annotation/annotation';
import { quoteAt } from '../../../../src/core/annotation/quote';
import { createJournal } from '../../../../src/core/sidecar/journal';
import { SidecarStore } from '../../../../src/core/sidecar/store';
import { MemoryDrawer, MemoryFiles } from './files';

const PATH = 'story.txt.newsmark.json';
const TEXT = 'Vladimir Putin will travel to China. Xi Jinping will meet him in Beijing.';
const ENOSPC = Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });

function setOf(...words: string[]): AnnotationSet {
  const annotations = words.map((quote): Annotation => {
    const span = { start: TEXT.indexOf(quote), end: TEXT.indexOf(quote) + quote.length };
    return { id: quote, ...span, ...quoteAt(TEXT, span), label: 'GPE', status: 'accepted', at: '2024-05-15T09:12:44Z' };
  });
  return { annotations, entities: [], relations: [] };
}

function quotesIn(files: MemoryFiles): string[] {
  return [...(files.contents.get(PATH) ?? '').matchAll(/"quote": "([^"]+)"/g)].map(([, quote]) => quote ?? '');
}

/** A machine with files and storage, on which windows come and go. */
class Machine {
  readonly files = new MemoryFiles();
  readonly drawer = new MemoryDrawer();
  readonly errors: unknown[] = [];

  window(name: string): SidecarStore {
    return new SidecarStore(PATH, {
      files: this.files,
      journal: createJournal(this.drawer, name),
      onJournalError: (error) => this.errors.push(error),
    });
  }
}

describe('decisions that their sidecar can not take', () => {
  it('outlive the window, and reach the sidecar when the next one can write', async () => {
    const machine = new Machine();
    const first = machine.window('one');
    await first.load();
    await first.save(setOf('China'), TEXT, {});
    machine.files.writeError = ENOSPC;
    const { state } = await first.save(setOf('China', 'Beijing'), TEXT, {});
    assert.equal(state.kind, 'unsaved');
    assert.ok(first.isKept);
    assert.equal(machine.drawer.entries.size, 1);

    // The window dies here. The disk has room again.
    machine.files.writeError = undefined;
    const second = machine.window('two');
    const loaded = await second.load();
    assert.ok(loaded?.isAhead);
    assert.deepEqual(
      loaded.sidecar.annotations.map(({ quote }) => quote),
      ['China', 'Beijing'],
    );
    await second.save(setOf('China', 'Beijing'), TEXT, {});
    assert.deepEqual(quotesIn(machine.files), ['China', 'Beijing']);
    assert.equal(machine.drawer.entries.size, 0, 'what the sidecar has is kept nowhere else');
  });

  it('are merged with what others wrote meanwhile', async () => {
    const machine = new Machine();
    const first = machine.window('one');
    await first.load();
    await first.save(setOf('China'), TEXT, {});
    machine.files.writeError = ENOSPC;
    await first.save(setOf('China', 'Beijing'), TEXT, {});
    machine.files.writeError = undefined;
    const other = new SidecarStore(PATH, { files: machine.files });
    await other.load();
    await other.save(setOf('China', 'Xi Jinping'), TEXT, {});

    const loaded = await machine.window('two').load();
    const quotes = loaded?.sidecar.annotations.map(({ quote }) => quote).sort();
    assert.deepEqual(quotes, ['Beijing', 'China', 'Xi Jinping']);
  });

  it('are taken in by a window that decides before it has looked', async () => {
    const machine = new Machine();
    machine.files.writeError = ENOSPC;
    await machine.window('one').save(setOf('Beijing'), TEXT, {});
    machine.files.writeError = undefined;
    await machine.window('two').save(setOf('China'), TEXT, {});
    assert.deepEqual(quotesIn(machine.files), ['China', 'Beijing']);
    assert.equal(machine.drawer.entries.size, 0);
  });

  it('stay in the journal while the sidecar is broken, and the sidecar as it is', async () => {
    const machine = new Machine();
    machine.files.writeError = ENOSPC;
    await machine.window('one').save(setOf('Beijing'), TEXT, {});
    machine.files.writeError = undefined;
    machine.files.contents.set(PATH, '{ broken');
    const second = machine.window('two');
    assert.equal(await second.load(), undefined);
    assert.equal(second.state.kind, 'broken');
    assert.equal(machine.files.contents.get(PATH), '{ broken');
    machine.files.contents.set(PATH, '{ "newsmark": 1 }\n');
    const loaded = await second.load();
    assert.deepEqual(
      loaded?.sidecar.annotations.map(({ quote }) => quote),
      ['Beijing'],
    );
  });

  it('are kept in memory where the journal fails too, and that is said', async () => {
    const machine = new Machine();
    machine.files.writeError = ENOSPC;
    machine.drawer.error = ENOSPC;
    const store = machine.window('one');
    await store.save(setOf('Beijing'), TEXT, {});
    assert.ok(!store.isKept);
    assert.deepEqual(machine.errors, [ENOSPC]);
  });
});

describe('a write that is not in one step', () => {
  it('leaves all decisions, wherever it is cut short', async () => {
    const whole = await (async () => {
      const machine = new Machine();
      const store = machine.window('one');
      await store.load();
      await store.save(setOf('China', 'Beijing'), TEXT, {});
      return machine.files.contents.get(PATH) ?? '';
    })();
    // -1: the old file is gone, and the new one has not come.
    for (let cut = -1; cut < whole.length; cut += 7) {
      const machine = new Machine();
      machine.files.atomic = false;
      const first = machine.window('one');
      await first.load();
      await first.save(setOf('China'), TEXT, {});
      machine.files.replace = async (path, text) => {
        if (cut < 0) machine.files.contents.delete(path);
        else machine.files.contents.set(path, text.slice(0, cut));
        return new Promise(() => undefined);
      };
      void first.save(setOf('China', 'Beijing'), TEXT, {});
      await new Promise((resolve) => setImmediate(resolve));
      assert.equal(machine.files.contents.get(PATH)?.length ?? -1, cut);

      const loaded = await machine.window('two').load();
      const quotes = loaded?.sidecar.annotations.map(({ quote }) => quote).sort();
      assert.deepEqual(quotes, ['Beijing', 'China'], `cut after ${cut}`);
    }
  });

  it('is not taken for torn where somebody else broke the file', async () => {
    const machine = new Machine();
    machine.files.atomic = false;
    machine.files.writeError = ENOSPC;
    await machine.window('one').save(setOf('Beijing'), TEXT, {});
    machine.files.writeError = undefined;
    machine.files.contents.set(PATH, '{\n  "newsmark": 1,\n  "annotations": [oops\n');
    const second = machine.window('two');
    await second.load();
    assert.equal(second.state.kind, 'broken');
  });
});

describe('a file that holds no text', () => {
  it('is broken, and never written over', async () => {
    const { NotTextError } = await import('../../../../src/core/ports');
    const files = new MemoryFiles();
    files.contents.set(PATH, '\u0000');
    files.readError = new NotTextError();
    const store = new SidecarStore(PATH, { files });
    await store.load();
    assert.equal(store.state.kind, 'broken');
    await store.save(setOf('China'), TEXT, {});
    assert.equal(files.writes, 0);
  });
});
