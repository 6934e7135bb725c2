import assert from 'node:assert/strict';
import type { CorpusStore } from '../../../../src/core/corpus/corpusStore';
import { segmentStore } from '../../../../src/core/corpus/segmentStore';
import { storeOrElse } from '../../../../src/core/corpus/storeOrElse';
import { keepsAnIndex } from '../../../support/corpusStoreContract';
import { memoryBlobs } from '../../../support/memoryBlobs';

/** A store that nobody can open: a browser that keeps nothing. */
const CLOSED: CorpusStore = {
  load: () => Promise.reject(new Error('The operation is insecure.')),
  write: () => Promise.reject(new Error('Nobody opened it.')),
  clear: () => Promise.reject(new Error('Nobody opened it.')),
  close: () => undefined,
};

describe('the index where the host’s own store can’t be opened', () => {
  const files = new Map<string, Uint8Array>();
  const told: unknown[] = [];
  keepsAnIndex(
    () => storeOrElse(CLOSED, segmentStore(memoryBlobs(files)), (error) => told.push(error)),
    () => files.clear(),
  );

  it('says why', () => assert.match(String(told[0]), /insecure/));
});

describe('the index where the host’s own store can be opened again', () => {
  it('is there, and nothing is kept twice', async () => {
    const [own, other] = [new Map<string, Uint8Array>(), new Map<string, Uint8Array>()];
    const article = { path: 'a', stamp: '1', packed: new Uint8Array(3) };
    await segmentStore(memoryBlobs(other)).write({ put: [article], removed: [] });
    const store = storeOrElse(segmentStore(memoryBlobs(own)), segmentStore(memoryBlobs(other)), () => assert.fail());
    assert.equal(await store.load(async () => undefined), 0);
    await store.write({ put: [article], removed: [] });
    assert.deepEqual([own.size, other.size], [1, 0]);
  });
});
