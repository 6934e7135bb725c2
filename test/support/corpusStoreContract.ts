import { assert } from 'chai';
import type { CorpusStore, StoredArticle } from '../../src/core/corpus/corpusStore';

const stored = (path: string, stamp: string, ...bytes: number[]): StoredArticle => ({
  path,
  stamp,
  packed: Uint8Array.from(bytes),
});

async function allOf(store: CorpusStore): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  const damaged = await store.load(async (articles) => {
    for (const { path, stamp, packed } of articles) found[path] = `${stamp} ${[...packed].join(' ')}`;
  });
  assert.strictEqual(damaged, 0);
  return found;
}

/**
 * What every place for the index does.
 * @param open the same place each time it is called, until `forget`
 */
export function keepsAnIndex(open: () => CorpusStore | Promise<CorpusStore>, forget: () => Promise<void> | void): void {
  let store: CorpusStore;
  beforeEach(async () => {
    await forget();
    store = await open();
    await store.load(async () => undefined);
  });
  afterEach(() => store.close());

  async function again(): Promise<CorpusStore> {
    store.close();
    store = await open();
    return store;
  }

  it('is empty at first', async () => {
    assert.deepEqual(await allOf(await again()), {});
  });

  it('has what was written, the last of each path', async () => {
    await store.write({ put: [stored('a', '1', 1, 2), stored('ü', '1', 255, 0)], removed: [] });
    await store.write({ put: [stored('a', '2', 3)], removed: [] });
    assert.deepEqual(await allOf(await again()), { a: '2 3', ü: '1 255 0' });
  });

  it('has no more what was removed, and has what came back', async () => {
    await store.write({ put: [stored('a', '1', 1), stored('b', '1', 1)], removed: [] });
    await store.write({ put: [], removed: ['a', 'b', 'never there'] });
    await store.write({ put: [stored('b', '2', 2)], removed: [] });
    assert.deepEqual(await allOf(await again()), { b: '2 2' });
  });

  it('holds many changes, and is the same after each opening', async () => {
    const wanted: Record<string, string> = {};
    for (let round = 0; round < 120; round++) {
      const put = Array.from({ length: 20 }, (_, at) =>
        stored(`p${(round * 7 + at * 13) % 90}`, `${round}`, round, at),
      );
      const removed = [`p${(round * 11) % 90}`].filter((path) => !put.some((one) => one.path === path));
      await store.write({ put, removed });
      for (const { path, stamp, packed } of put) wanted[path] = `${stamp} ${[...packed].join(' ')}`;
      for (const path of removed) delete wanted[path];
      if (round % 40 !== 39) continue;
      assert.deepEqual(await allOf(await again()), wanted);
    }
  });

  it('is empty once it is cleared', async () => {
    await store.write({ put: [stored('a', '1', 1)], removed: [] });
    await store.clear();
    assert.deepEqual(await allOf(await again()), {});
    await store.write({ put: [stored('b', '1', 1)], removed: [] });
    assert.deepEqual(await allOf(await again()), { b: '1 1' });
  });
}
