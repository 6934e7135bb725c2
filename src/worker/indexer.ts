import type { IndexSource } from '../core/corpus/indexSource';
import type { PackedArticle } from '../core/corpus/packedArticle';
import type { Assets } from '../core/ports';
import type { FromWorker, Port, ToWorker } from './protocol';
import { sendAsset } from './sendAsset';

export interface IndexerOptions {
  /** Starts a worker. May throw, and what it starts may never answer. */
  readonly spawn: () => Port<ToWorker, FromWorker>;
  readonly assets: Assets;
  /** Indexes on this thread, for hosts that let no worker run. */
  readonly here: (source: IndexSource) => Promise<PackedArticle | undefined>;
  /** Told why no worker runs. */
  readonly onFallback: (error: unknown) => void;
  /** How long the worker may be silent while it has work, in milliseconds. */
  readonly patience?: number;
}

/** Makes index entries of articles, one after another. */
export interface Indexer {
  /** Rejects where an article can't be indexed: recognizers do not come to an end on it, say. The next one may be asked. */
  index(source: IndexSource): Promise<PackedArticle | undefined>;
  /** Ends the worker, which costs memory; the next question starts it again. */
  rest(): void;
  dispose(): void;
}

interface Job {
  readonly id: number;
  readonly source: IndexSource;
  resolve(packed: PackedArticle | undefined): void;
  reject(error: Error): void;
}

const PATIENCE = 60_000;

/**
 * An indexer in a worker of its own, apart from the one that analyzes open articles: however many articles wait here, nobody
 * waits there. An article on which the worker falls silent or breaks down is given up, and the worker started anew.
 */
export function workerIndexer(options: IndexerOptions): Indexer {
  const { patience = PATIENCE } = options;
  let port: Port<ToWorker, FromWorker> | undefined;
  let job: Job | undefined;
  /** What the worker has been told of folders' own knowledge bases: their text by their path. */
  let told = new Map<string, string>();
  let lastId = 0;
  let isAlive = false;
  let isHere = false;
  let watch: ReturnType<typeof setTimeout> | undefined;

  function started(): Port<ToWorker, FromWorker> | undefined {
    if (port) return port;
    try {
      const made = options.spawn();
      port = made;
      told = new Map();
      isAlive = false;
      made.listen(
        (message) => port === made && hear(message, made),
        (error) => port === made && fail(error),
      );
      made.post({ kind: 'start', skip: [], isCareful: false });
      return made;
    } catch (error) {
      fall(error);
      return undefined;
    }
  }

  function hear(message: FromWorker, from: Port<ToWorker, FromWorker>): void {
    isAlive = true;
    watchOver();
    if (message.kind === 'asset') void sendAsset(from, options.assets, message.name);
    else if (message.kind === 'indexed' && message.id === job?.id) settle(({ resolve }) => resolve(message.packed));
    else if (message.kind === 'failed' && message.id === job?.id)
      settle(({ reject }) => reject(new Error(message.message)));
  }

  function ask(worker: Port<ToWorker, FromWorker>, id: number, { entities, ...source }: IndexSource): void {
    if (entities && told.get(entities.path) !== entities.raw) {
      told.set(entities.path, entities.raw);
      worker.post({ kind: 'entities', entities });
    }
    worker.post({ kind: 'index', id, source, ...(entities && { entities: entities.path }) });
  }

  function settle(how: (job: Job) => void): void {
    const settled = job;
    job = undefined;
    clearTimeout(watch);
    if (settled) how(settled);
  }

  function watchOver(): void {
    clearTimeout(watch);
    if (job && port) watch = setTimeout(() => fail(new Error('It does not come to an end.')), patience);
  }

  function end(): void {
    clearTimeout(watch);
    port?.close();
    port = undefined;
  }

  function fail(error: unknown): void {
    end();
    if (!isAlive) fall(error);
    else settle(({ reject }) => reject(error instanceof Error ? error : new Error(String(error))));
  }

  /** No worker has ever answered here: the work is done between other work. */
  function fall(error: unknown): void {
    isHere = true;
    options.onFallback(error);
    settle(({ source, resolve, reject }) => options.here(source).then(resolve, reject));
  }

  return {
    index(source) {
      if (isHere) return options.here(source);
      return new Promise((resolve, reject) => {
        job = { id: ++lastId, source, resolve, reject };
        const worker = started();
        if (worker) ask(worker, lastId, source);
        watchOver();
      });
    },
    rest: end,
    dispose() {
      end();
      settle(({ resolve }) => resolve(undefined));
    },
  };
}
