import assert from 'node:assert/strict';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { type StoredArticle, StoreFullError } from '../../../src/core/corpus/corpusStore';
import { type BrowserStorage, indexedDbStore } from '../../../src/web/indexedDbStore';
import { keepsAnIndex } from '../../support/corpusStoreContract';
import { followsFiles } from '../../support/upkeepContract';

const NAME = 'newsmark test';
const stored = (path: string): StoredArticle => ({ path, stamp: '1', packed: Uint8Array.of(1, 2) });

interface Browser extends BrowserStorage {
  readonly indexedDB: BrowserStorage['indexedDB'] & InstanceType<typeof IDBFactory>;
}

/** A browser's storage of its own. */
function browser(): Browser {
  return { indexedDB: new IDBFactory(), IDBKeyRange } as unknown as Browser;
}

/** Does something to a database as somebody else would. */
async function behindItsBack(
  { indexedDB }: Browser,
  version: number,
  change: (database: IDBDatabase) => void,
): Promise<void> {
  const request = indexedDB.open(NAME, version);
  request.onupgradeneeded = () => change(request.result as unknown as IDBDatabase);
  await new Promise((resolve, reject) => {
    request.onsuccess = resolve;
    request.onerror = () => reject(request.error);
  });
  request.result.close();
}

/** What is used of a browser's database here. */
interface IDBDatabase {
  createObjectStore(name: string, options?: object): { put(value: unknown): void };
  deleteObjectStore(name: string): void;
}

async function pathsIn(storage: BrowserStorage): Promise<readonly [paths: string, damaged: number]> {
  const store = indexedDbStore(storage, NAME);
  const found: string[] = [];
  const damaged = await store.load(async (articles) => void found.push(...articles.map(({ path }) => path)));
  store.close();
  return [found.join(' '), damaged];
}

describe('the index in a browser’s database', () => {
  let storage = browser();
  keepsAnIndex(
    () => indexedDbStore(storage, NAME),
    () => {
      storage = browser();
    },
  );

  it('keeps of a change all or nothing', async () => {
    const own = browser();
    const store = indexedDbStore(own, NAME);
    await store.write({ put: [stored('a')], removed: [] });
    // A function can't be kept: the second of three fails.
    const odd = { path: 'c', stamp: () => '', packed: new Uint8Array() } as unknown as StoredArticle;
    await assert.rejects(store.write({ put: [stored('b'), odd, stored('d')], removed: ['a'] }));
    store.close();
    assert.deepEqual(await pathsIn(own), ['a', 0]);
  });

  it('is made anew where the database is another one, and says so', async () => {
    const own = browser();
    await behindItsBack(own, 1, (database) => void database.createObjectStore('something else'));
    assert.deepEqual(await pathsIn(own), ['', 1]);
    const store = indexedDbStore(own, NAME);
    await store.write({ put: [stored('a')], removed: [] });
    store.close();
    assert.deepEqual(await pathsIn(own), ['a', 0]);
  });

  it('is made anew where a later version of the database is there', async () => {
    const own = browser();
    await behindItsBack(own, 7, (database) => void database.createObjectStore('articles', { keyPath: 'path' }));
    assert.deepEqual(await pathsIn(own), ['', 1]);
  });

  it('leaves out entries that are no articles, and says how many', async () => {
    const own = browser();
    await behindItsBack(own, 1, (database) => {
      const articles = database.createObjectStore('articles', { keyPath: 'path' });
      articles.put(stored('a'));
      articles.put({ path: 'b', stamp: 3 });
      articles.put({ path: 'c', stamp: '1', packed: 'no bytes' });
      articles.put(stored('d'));
    });
    assert.deepEqual(await pathsIn(own), ['a d', 2]);
  });

  it('keeps of a view into more bytes its own', async () => {
    const own = browser();
    const store = indexedDbStore(own, NAME);
    await store.write({
      put: [{ path: 'a', stamp: '1', packed: new Uint8Array(1_000).fill(7).subarray(10, 12) }],
      removed: [],
    });
    const found: StoredArticle[] = [];
    await store.load(async (articles) => void found.push(...articles));
    store.close();
    assert.deepEqual(
      found.map(({ packed }) => [packed.length, packed.buffer.byteLength]),
      [[2, 2]],
    );
  });

  it('goes on where another tab has deleted the database', async () => {
    const own = browser();
    const store = indexedDbStore(own, NAME);
    await store.write({ put: [stored('a')], removed: [] });
    const deletion = own.indexedDB.deleteDatabase(NAME);
    await new Promise((resolve) => {
      deletion.onsuccess = resolve;
    });
    await store.write({ put: [stored('b')], removed: [] });
    store.close();
    assert.deepEqual(await pathsIn(own), ['b', 0]);
  });

  it('tells of a browser that gives no more room', async () => {
    const transaction = {
      error: new DOMException('No room.', 'QuotaExceededError'),
      objectStore: () => ({ clear: () => setTimeout(() => transaction.onabort()) }),
      onabort: () => undefined,
    };
    const request = { result: { transaction: () => transaction, close: () => undefined }, onsuccess: () => undefined };
    const indexedDB = {
      open: () => {
        setTimeout(() => request.onsuccess());
        return request;
      },
    };
    const store = indexedDbStore({ ...browser(), indexedDB } as unknown as BrowserStorage, NAME);
    await assert.rejects(store.clear(), StoreFullError);
    store.close();
  });
});

describe('the index in a browser’s database, over files that change beneath it', () => {
  followsFiles(() => {
    const own = browser();
    return () => indexedDbStore(own, NAME);
  });
});
