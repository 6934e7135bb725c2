import type { PackedArticle } from './packedArticle';

/** An article of the index as it is kept from one session to the next. */
export interface StoredArticle {
  readonly path: string;
  /** Tells the state of the files, and of what else counts, that it was made from. */
  readonly stamp: string;
  readonly packed: PackedArticle;
}

/** What is to be kept, or kept no more. */
export interface StoreChange {
  readonly put: readonly StoredArticle[];
  readonly removed: readonly string[];
}

/** Where the index is kept. What is lost or damaged in it is indexed again, so nothing here is worth a message. */
export interface CorpusStore {
  /**
   * Hands over all that is kept, in pieces, so that other work can be done between them.
   * @returns how many pieces could not be read: what was in them counts as not there
   */
  load(take: (articles: readonly StoredArticle[]) => Promise<void>): Promise<number>;
  /** Keeps changes, all or none of them. Rejects where they can't be kept, with a `StoreFullError` where there is no room. */
  write(change: StoreChange): Promise<void>;
  /** Forgets all. */
  clear(): Promise<void>;
  close(): void;
}

/** There is no room for what is to be kept: a disk is full, or a browser gives no more. */
export class StoreFullError extends Error {
  constructor(cause: unknown) {
    super('There is no room to keep the index.', { cause });
    this.name = 'StoreFullError';
  }
}
