/** What is used of a browser's database (W3C, Indexed Database API 3.0), in a program that knows no browser. */
export interface IndexedDb {
  open(name: string, version: number): OpenRequest;
  deleteDatabase(name: string): OpenRequest;
}

interface Request<T> {
  readonly result: T;
  readonly error: unknown;
  onsuccess: (() => void) | null;
  onerror: (() => void) | null;
}

interface OpenRequest extends Request<Database> {
  onupgradeneeded: (() => void) | null;
  onblocked: (() => void) | null;
}

export interface Database {
  createObjectStore(name: string, options: { readonly keyPath: string }): unknown;
  transaction(
    store: string,
    mode: 'readonly' | 'readwrite',
    options?: { readonly durability: 'relaxed' | 'strict' },
  ): Transaction;
  close(): void;
  /** Somebody else wants to delete it: nothing comes of that until it is closed here. */
  onversionchange: (() => void) | null;
  /** The browser has closed it: somebody has cleared the site's data, say. */
  onclose: (() => void) | null;
}

interface Transaction {
  objectStore(name: string): ObjectStore;
  readonly error: unknown;
  oncomplete: (() => void) | null;
  onabort: (() => void) | null;
  abort(): void;
}

interface ObjectStore {
  put(value: unknown): unknown;
  delete(key: string): unknown;
  clear(): unknown;
  getAll(range: unknown, count: number): Request<unknown[]>;
}

/** What ranges of keys are made with. */
export interface KeyRanges {
  lowerBound(key: string, isOpen: boolean): unknown;
}

/** How long a browser may take to open a database, in milliseconds: some never answer. */
const PATIENCE = 15_000;

/** The answer to a request; rejects where there is none. */
export function answerTo<T>(request: Request<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** Opens a database with one store of objects. Rejects where the browser does not let it, or does not answer. */
export function openDatabase(indexedDb: IndexedDb, name: string, store: string, keyPath: string): Promise<Database> {
  const request = indexedDb.open(name, 1);
  request.onupgradeneeded = () => void request.result.createObjectStore(store, { keyPath });
  // One that comes too late must not stand in anybody's way.
  return inTime(request, (late) => late.close());
}

/** Deletes a database; rejects where others keep it open and do not let go of it. */
export async function deleteDatabase(indexedDb: IndexedDb, name: string): Promise<void> {
  await inTime(indexedDb.deleteDatabase(name), () => undefined);
}

function inTime(request: OpenRequest, onLate: (database: Database) => void): Promise<Database> {
  return new Promise((resolve, reject) => {
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      reject(new Error('The browser’s database does not answer.'));
    }, PATIENCE);
    answerTo(request)
      .then((database) => (isLate ? onLate(database) : resolve(database)), reject)
      .finally(() => clearTimeout(timer));
  });
}

/** Waits until a transaction is kept, all of it; rejects where none of it is. */
export function kept(transaction: Transaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error('The transaction was broken off.'));
  });
}
