import assert from 'node:assert/strict';
import type { StoredArticle } from '../../../../src/core/corpus/corpusStore';
import { segmentStore } from '../../../../src/core/corpus/segmentStore';
import { keepsAnIndex } from '../../../support/corpusStoreContract';
import { memoryBlobs } from '../../../support/memoryBlobs';

describe('the index in segments', () => {
  const files = new Map<string, Uint8Array>();
  keepsAnIndex(
    () => segmentStore(memoryBlobs(files)),
    () => files.clear(),
  );

  it('joins its segments, so that they stay few', async () => {
    const store = segmentStore(memoryBlobs(files));
    for (let round = 0; round < 300; round++)
      await store.write({ put: [{ path: `${round}`, stamp: '', packed: new Uint8Array(2) }], removed: [] });
    assert.ok(files.size < 60, `${files.size} files`);
  });

  it('goes on without what is damaged, says so, and does not come upon it again', async () => {
    const store = segmentStore(memoryBlobs(files));
    for (const path of ['a', 'b', 'c'])
      await store.write({ put: [{ path, stamp: '', packed: new Uint8Array(50) }], removed: [] });
    const [first, second] = files.keys();
    assert.ok(first && second);
    const bytes = files.get(first);
    assert.ok(bytes);
    bytes[40] = 7;
    files.set(second, files.get(second)?.subarray(0, 20) ?? new Uint8Array());
    const load = async () => {
      const found: StoredArticle[] = [];
      const damaged = await segmentStore(memoryBlobs(files)).load(async (articles) => void found.push(...articles));
      return [found.map(({ path }) => path).join(), damaged];
    };
    assert.deepEqual(await load(), ['c', 2]);
    assert.deepEqual(await load(), ['c', 0]);
  });
});
