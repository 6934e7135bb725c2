import { type CorpusStore, type StoredArticle, StoreFullError } from '../core/corpus/corpusStore';
import {
  answerTo,
  type Database,
  deleteDatabase,
  type IndexedDb,
  type KeyRanges,
  kept,
  openDatabase,
} from './indexedDb';

/** What there is in a browser, or in a worker of one. */
export interface BrowserStorage {
  readonly indexedDB: IndexedDb;
  readonly IDBKeyRange: KeyRanges;
}

const ARTICLES = 'articles';

/** How many articles are handed over at a time. */
const PIECE = 200;

/**
 * An index kept in the browser's own database: the store that is embedded in the web host. Several tabs may have it open.
 * @param name of the database; a damaged one is replaced by an empty one
 */
export function indexedDbStore({ indexedDB, IDBKeyRange }: BrowserStorage, name: string): CorpusStore {
  let opening: Promise<Database> | undefined;

  function open(): Promise<Database> {
    if (opening) return opening;
    const mine = openDatabase(indexedDB, name, ARTICLES, 'path').then((database) => {
      const letGo = () => {
        database.close();
        if (opening === mine) opening = undefined;
      };
      database.onversionchange = letGo;
      database.onclose = letGo;
      return database;
    });
    opening = mine;
    mine.catch(() => {
      // Whoever asked has been told; the next one may have more luck.
      if (opening === mine) opening = undefined;
    });
    return mine;
  }

  async function close(): Promise<void> {
    const open = opening;
    opening = undefined;
    (await open)?.close();
  }

  async function piece(after: string | undefined): Promise<unknown[]> {
    const database = await open();
    const articles = database.transaction(ARTICLES, 'readonly').objectStore(ARTICLES);
    return answerTo(articles.getAll(after === undefined ? null : IDBKeyRange.lowerBound(after, true), PIECE));
  }

  /** @returns how many entries hold something else than articles */
  async function readAll(take: (articles: readonly StoredArticle[]) => Promise<void>): Promise<number> {
    let damaged = 0;
    let last: string | undefined;
    for (;;) {
      const values = await piece(last);
      const articles = values.filter(isStored);
      damaged += values.length - articles.length;
      await take(articles);
      if (values.length < PIECE) return damaged;
      // The key of each entry is in it, whatever else is.
      last = (values.at(-1) as { readonly path: string }).path;
    }
  }

  /** Does something to all articles, or nothing. */
  async function change(job: (articles: ReturnType<ReturnType<Database['transaction']>['objectStore']>) => void) {
    const database = await open();
    const transaction = database.transaction(ARTICLES, 'readwrite', { durability: 'relaxed' });
    const end = kept(transaction);
    try {
      job(transaction.objectStore(ARTICLES));
    } catch (error) {
      transaction.abort();
      await end.catch(() => undefined);
      throw error;
    }
    await end.catch((error: unknown) => {
      throw isNamed(error, 'QuotaExceededError') ? new StoreFullError(error) : error;
    });
  }

  return {
    async load(take) {
      let hasTaken = false;
      const taking = async (articles: readonly StoredArticle[]) => {
        hasTaken = true;
        await take(articles);
        hasTaken = false;
      };
      try {
        return await readAll(taking);
      } catch (error) {
        // What went wrong with whoever takes them says nothing about the database.
        if (hasTaken) throw error;
        await close().catch(() => undefined);
        await deleteDatabase(indexedDB, name);
        await open();
        return 1;
      }
    },
    write: ({ put, removed }) =>
      change((articles) => {
        for (const article of put) articles.put(ownBytes(article));
        for (const path of removed) articles.delete(path);
      }),
    clear: () => change((articles) => articles.clear()),
    close: () => void close().catch(() => undefined),
  };
}

/** Of a view into more bytes than its own, a browser would keep all of them. */
function ownBytes({ path, stamp, packed }: StoredArticle): StoredArticle {
  return { path, stamp, packed: packed.byteLength === packed.buffer.byteLength ? packed : packed.slice() };
}

function isStored(value: unknown): value is StoredArticle {
  const { path, stamp, packed } = (value ?? {}) as Partial<StoredArticle>;
  return typeof path === 'string' && typeof stamp === 'string' && packed instanceof Uint8Array;
}

function isNamed(error: unknown, name: string): boolean {
  return typeof error === 'object' && error !== null && 'name' in error && error.name === name;
}
