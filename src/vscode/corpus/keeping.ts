import * as vscode from 'vscode';
import { type CorpusStore, type StoredArticle, StoreFullError } from '../../core/corpus/corpusStore';
import { t } from '../../core/l10n';

/** After so many articles, or so many milliseconds, what is new is written. */
const TOGETHER = 200;
const AFTER = 3_000;

/**
 * Keeps the index on disk, in writes that follow one another. What can't be kept is indexed again another time: a full disk
 * costs time, and nothing else.
 */
export class Keeping {
  readonly #log: vscode.LogOutputChannel;
  readonly #put = new Map<string, StoredArticle>();
  readonly #removed = new Set<string>();
  #store: CorpusStore | undefined;
  #writing: Promise<void> = Promise.resolve();
  #hasToldFull = false;
  #waiting: ReturnType<typeof setTimeout> | undefined;

  constructor(log: vscode.LogOutputChannel) {
    this.#log = log;
  }

  /** Opens the store, and hands over what is in it. */
  async open(
    store: CorpusStore | undefined,
    take: (articles: readonly StoredArticle[]) => Promise<void>,
  ): Promise<void> {
    this.#store = store;
    const damaged = await store?.load(take);
    if (damaged) this.#log.warn(`The kept index was damaged in ${damaged} places; what is lost is indexed again.`);
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
      const change = { put: [...this.#put.values()], removed: [...this.#removed] };
      this.#put.clear();
      this.#removed.clear();
      if (change.put.length + change.removed.length > 0) await this.#store?.write(change);
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

  #soon(): void {
    this.#waiting ??= setTimeout(() => void this.flush(), AFTER);
  }

  #next(job: () => Promise<void>): Promise<void> {
    clearTimeout(this.#waiting);
    this.#waiting = undefined;
    this.#writing = this.#writing.then(job).catch((error: unknown) => this.#failed(error));
    return this.#writing;
  }

  #failed(error: unknown): void {
    this.#log.warn('The index over the articles can’t be kept on disk.', error);
    if (!(error instanceof StoreFullError) || this.#hasToldFull) return;
    this.#hasToldFull = true;
    const words = t('There is no room to keep the index over the articles. It is used now, and made again next time.');
    void vscode.window.showWarningMessage(words);
  }
}
