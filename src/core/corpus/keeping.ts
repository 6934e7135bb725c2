import { type CorpusStore, type StoreChange, type StoredArticle, StoreFullError } from './corpusStore';
import type { Timers } from './timers';

/** After so many articles, or so many milliseconds, what is new is written. */
const TOGETHER = 200;
const AFTER = 3_000;

/** So much is written at a time: a store may do that on this thread. */
const PORTION = 500;

/** What keeping the index works with. */
export interface KeepingPorts {
  readonly timers: Timers;
  readonly warn: (message: string, error?: unknown) => void;
  /** There is no room for the index; told once. */
  readonly onFull: () => void;
}

/**
 * Keeps the index on disk, in writes that follow one another. What can't be kept is indexed again another time: a full disk
 * costs time, and nothing else.
 */
export class Keeping {
  readonly #ports: KeepingPorts;
  readonly #put = new Map<string, StoredArticle>();
  readonly #removed = new Set<string>();
  #store: CorpusStore | undefined;
  #writing: Promise<void> = Promise.resolve();
  #hasToldFull = false;
  #cancel: (() => void) | undefined;

  constructor(ports: KeepingPorts) {
    this.#ports = ports;
  }

  /** Opens the store, and hands over what is in it. */
  async open(
    store: CorpusStore | undefined,
    take: (articles: readonly StoredArticle[]) => Promise<void>,
  ): Promise<void> {
    this.#store = store;
    const damaged = await store?.load(take);
    if (damaged) this.#ports.warn(`The kept index was damaged in ${damaged} places; what is lost is indexed again.`);
  }

  put(article: StoredArticle): void {
    this.#removed.delete(article.path);
    this.#put.set(article.path, article);
    if (this.#put.size >= TOGETHER) void this.flush();
    else this.#soon();
  }

  remove(path: string): void {
    this.#put.delete(path);
    this.#removed.add(path);
    this.#soon();
  }

  /** Writes what waits. */
  flush(): Promise<void> {
    return this.#next(async () => {
      for (let portion = this.#portion(); portion; portion = this.#portion()) {
        await this.#store?.write(portion);
        if (this.#put.size + this.#removed.size > 0) await this.#ports.timers.turn();
      }
    });
  }

  clear(): Promise<void> {
    this.#put.clear();
    this.#removed.clear();
    return this.#next(async () => this.#store?.clear());
  }

  async close(): Promise<void> {
    await this.flush();
    this.#store?.close();
  }

  /** Takes out what is written next; undefined where nothing waits. */
  #portion(): StoreChange | undefined {
    const put = [...this.#put.values()].slice(0, PORTION);
    const removed = [...this.#removed].slice(0, PORTION - put.length);
    for (const { path } of put) this.#put.delete(path);
    for (const path of removed) this.#removed.delete(path);
    return put.length + removed.length > 0 ? { put, removed } : undefined;
  }

  #soon(): void {
    this.#cancel ??= this.#ports.timers.later(AFTER, () => void this.flush());
  }

  #next(job: () => Promise<void>): Promise<void> {
    this.#cancel?.();
    this.#cancel = undefined;
    this.#writing = this.#writing.then(job).catch((error: unknown) => this.#failed(error));
    return this.#writing;
  }

  #failed(error: unknown): void {
    this.#ports.warn('The index over the articles can’t be kept on disk.', error);
    if (!(error instanceof StoreFullError) || this.#hasToldFull) return;
    this.#hasToldFull = true;
    this.#ports.onFull();
  }
}
