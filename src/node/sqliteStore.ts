import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { type CorpusStore, type StoreChange, type StoredArticle, StoreFullError } from '../core/corpus/corpusStore';

/** What is used of Node's own SQLite (`node:sqlite`, from version 22.5 on). */
interface Sqlite {
  readonly DatabaseSync: new (file: string) => Database;
}

interface Database {
  exec(sql: string): void;
  prepare(sql: string): Statement;
  close(): void;
}

interface Statement {
  run(...values: (string | number | Uint8Array)[]): unknown;
  all(...values: (string | number)[]): unknown[];
}

/** How many articles are handed over at a time. */
const PIECE = 200;

/** How long another window's write is waited for, in milliseconds; whoever waits, nothing else runs. */
const BUSY = 100;

const SCHEMA = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = NORMAL;
  PRAGMA busy_timeout = ${BUSY};
  CREATE TABLE IF NOT EXISTS articles (path TEXT PRIMARY KEY, stamp TEXT NOT NULL, packed BLOB NOT NULL);
`;

/**
 * An index kept in an SQLite database: the store that is embedded in the host, where it has one.
 * @param file the database; a damaged one is replaced by an empty one
 * @returns undefined where this Node has no SQLite
 */
export function sqliteStore(file: string): CorpusStore | undefined {
  // Asked for by name, so that bundles for hosts without it stay whole.
  const sqlite = process.getBuiltinModule?.('node:sqlite') as Sqlite | undefined;
  if (!sqlite) return undefined;
  const { DatabaseSync } = sqlite;
  let database: Database | undefined;

  function open(): Database {
    if (database) return database;
    mkdirSync(path.dirname(file), { recursive: true });
    const opened = new DatabaseSync(file);
    try {
      opened.exec(SCHEMA);
    } catch (error) {
      opened.close();
      throw error;
    }
    database = opened;
    return opened;
  }

  function close(): void {
    database?.close();
    database = undefined;
  }

  function forget(): void {
    close();
    for (const suffix of ['', '-wal', '-shm']) rmSync(`${file}${suffix}`, { force: true });
  }

  async function readAll(take: (articles: readonly StoredArticle[]) => Promise<void>): Promise<void> {
    const select = open().prepare(
      'SELECT rowid, path, stamp, packed FROM articles WHERE rowid > ? ORDER BY rowid LIMIT ?',
    );
    let last = 0;
    for (;;) {
      const rows = select.all(last, PIECE) as (StoredArticle & { readonly rowid: number })[];
      const end = rows.at(-1);
      if (!end) return;
      last = end.rowid;
      await take(rows);
    }
  }

  return {
    async load(take) {
      try {
        await readAll(take);
        return 0;
      } catch (error) {
        if (!isDamage(error)) throw error;
        forget();
        return 1;
      }
    },
    async write(change) {
      const opened = open();
      opened.exec('BEGIN IMMEDIATE');
      try {
        writeAll(opened, change);
        opened.exec('COMMIT');
      } catch (error) {
        // SQLite has rolled back already where there was no room.
        if (isFull(error)) throw new StoreFullError(error);
        opened.exec('ROLLBACK');
        throw error;
      }
    },
    async clear() {
      forget();
    },
    close,
  };
}

function writeAll(database: Database, { put, removed }: StoreChange): void {
  const insert = database.prepare('INSERT OR REPLACE INTO articles (path, stamp, packed) VALUES (?, ?, ?)');
  for (const { path: name, stamp, packed } of put) insert.run(name, stamp, packed);
  const remove = database.prepare('DELETE FROM articles WHERE path = ?');
  for (const name of removed) remove.run(name);
}

/** Whether SQLite says that the disk is full (result code 13). */
function isFull(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === 13;
}

/** Whether SQLite says that the file is no database, or not a whole one (result codes 11 and 26). */
function isDamage(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && (error.errcode === 11 || error.errcode === 26);
}
