import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import type { StoreChange, StoredArticle } from '../../../../src/core/corpus/corpusStore';
import { type Blobs, segmentStore } from '../../../../src/core/corpus/segmentStore';
import { keepsAnIndex } from '../../../support/corpusStoreContract';
import { memoryBlobs } from '../../../support/memoryBlobs';
import { followsFiles } from '../../../support/upkeepContract';

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

  it('has, after it was killed at any moment, what was written up to some change', async () => {
    const change = (round: number): StoreChange => ({
      put: [0, 1].map((at) => ({
        path: `p${(round * 5 + at * 3) % 11}`,
        stamp: `${round}`,
        packed: new Uint8Array(9),
      })),
      removed: [`p${(round * 7) % 11}`].filter(
        (path) => ![0, 1].some((at) => path === `p${(round * 5 + at * 3) % 11}`),
      ),
    });
    for (let life = 1; life < 160; life += 3) {
      const left = new Map<string, Uint8Array>();
      const state: Record<string, string> = {};
      const store = segmentStore(mortalBlobs(left, life));
      let [before, after] = [{ ...state }, { ...state }];
      try {
        for (let round = 0; round < 70; round++) {
          before = { ...state };
          const { put, removed } = change(round);
          for (const { path, stamp } of put) state[path] = stamp;
          for (const path of removed) delete state[path];
          after = { ...state };
          await store.write(change(round));
        }
      } catch (error) {
        assert.match(String(error), /killed/);
      }
      const found: Record<string, string> = {};
      await segmentStore(memoryBlobs(left)).load(async (articles) => {
        for (const { path, stamp } of articles) found[path] = stamp;
      });
      const isEither = [before, after].some((wanted) => isDeepStrictEqual(wanted, found));
      assert.ok(isEither, `after ${life} steps`);
    }
  });
});

describe('the index in segments, over files that change beneath it', () => {
  followsFiles(() => {
    const files = new Map<string, Uint8Array>();
    return () => segmentStore(memoryBlobs(files));
  });
});

/** A folder in memory whose user dies at some step; where that is a file to be written, a part of it is left. */
function mortalBlobs(files: Map<string, Uint8Array>, life: number): Blobs {
  const blobs = memoryBlobs(files);
  let left = life;
  const mayDie = () => {
    if (left-- <= 0) throw new Error('killed');
  };
  return {
    ...blobs,
    write: async (name, bytes) => {
      if (left <= 0) await blobs.write(name, bytes.subarray(0, (life * 7) % bytes.length));
      mayDie();
      await blobs.write(name, bytes);
    },
    remove: async (name) => {
      mayDie();
      await blobs.remove(name);
    },
  };
}
