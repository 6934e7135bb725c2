import { CorpusIndex } from '../../src/core/corpus/corpusIndex';
import type { CorpusProgress } from '../../src/core/corpus/corpusProgress';
import type { CorpusStore, StoreChange } from '../../src/core/corpus/corpusStore';
import { Gathering } from '../../src/core/corpus/gathering';
import { Keeping } from '../../src/core/corpus/keeping';
import { KnowledgeStamps } from '../../src/core/corpus/knowledgeStamp';
import { packArticle } from '../../src/core/corpus/packedArticle';
import type { Timers } from '../../src/core/corpus/timers';
import { type IndexedFiles, type OwnEntries, Upkeep } from '../../src/core/corpus/upkeep';

/** What is done to files while the index is at work. */
export interface Hooks {
  /** All files are listed: what comes or goes now is not as the list has it. */
  listed?: () => void;
  /** A file's state was found, and the file is not read yet. */
  stated?: (path: string) => void;
  /** A file is about to be read. */
  begun?: (path: string) => void;
  /** A file was read, and nothing is made of it yet. */
  read?: (path: string) => void;
  /** A file was read and recognized; the index does not have it yet. */
  packed?: (path: string) => void;
}

/** A clock that goes when it is told to. */
export class ManualTimers implements Timers {
  readonly #waiting = new Set<{ readonly at: number; readonly job: () => void }>();
  #now = 0;
  turns = 0;
  onTurn: () => void = () => undefined;

  now(): number {
    return this.#now;
  }

  later(milliseconds: number, job: () => void): () => void {
    const waiting = { at: this.#now + milliseconds, job };
    this.#waiting.add(waiting);
    return () => this.#waiting.delete(waiting);
  }

  async turn(): Promise<void> {
    this.turns++;
    this.onTurn();
    await nextTurn();
  }

  /** Lets time pass, and does what is due. */
  pass(milliseconds: number): void {
    const end = this.#now + milliseconds;
    for (;;) {
      const due = [...this.#waiting].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
      if (!due) break;
      this.#waiting.delete(due);
      this.#now = due.at;
      due.job();
    }
    this.#now = end;
  }
}

/** Comes when all else that waits has run; browsers let timers wait longer than that. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    if (typeof setImmediate !== 'undefined') return void setImmediate(resolve);
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', () => resolve());
    port1.start();
    port2.postMessage(undefined);
  });
}

/** A folder of made-up files, and an index that is kept up to date with it as the editor's is. */
export class IndexedFolder {
  readonly index = new CorpusIndex();
  readonly timers = new ManualTimers();
  /** Files by path: what each says, and its sidecar. */
  readonly files = new Map<string, { text: string; sidecar?: string; changed: number }>();
  readonly folders = new Set<string>();
  readonly hooks: Hooks = {};
  readonly progress: CorpusProgress[] = [];
  readonly leftOut: string[] = [];
  readonly warnings: string[] = [];
  /** How often each file was read. */
  readonly reads = new Map<string, number>();
  readonly live = new Set<string>();
  /** Most changes of the index, and most files asked for at the disk, between two turns of others. */
  mostAtOnce = 0;
  /** Most articles that were written to the store at once. */
  mostWritten = 0;
  lists = 0;
  entries: OwnEntries | undefined;
  readonly upkeep: Upkeep;
  readonly gathering: Gathering;
  readonly #keeping: Keeping;
  readonly #store: CorpusStore;
  readonly #jobs = new Set<Promise<void>>();
  #changes = 0;
  #clock = 0;

  constructor(store: CorpusStore, files: ReadonlyMap<string, { text: string; changed: number }> = new Map()) {
    this.#store = store;
    for (const [path, file] of files) this.files.set(path, { ...file });
    this.#clock = files.size;
    this.timers.onTurn = () => {
      this.#changes = 0;
    };
    this.#keeping = new Keeping({
      timers: this.timers,
      warn: (message) => this.warnings.push(message),
      onFull: () => this.warnings.push('full'),
    });
    this.upkeep = new Upkeep({
      index: this.index,
      keeping: this.#keeping,
      files: this.#asFiles(),
      isLive: (path) => this.live.has(path),
      entriesOf: () => this.entries,
      turn: () => this.timers.turn(),
      stillness: async () => undefined,
      onProgress: (progress) => this.progress.push(progress),
      onChanged: () => this.#count(),
      onLeftOut: (path, error) => this.leftOut.push(`${path}: ${error}`),
    });
    this.gathering = new Gathering(this.timers, (touched) => this.#start(this.upkeep.touched(touched)));
  }

  /** Opens the store, and looks at all files. */
  async open(): Promise<void> {
    this.upkeep.start();
    await this.#keeping.open(this.#store, async (articles) => {
      for (const article of articles) this.upkeep.take(article);
      await this.timers.turn();
    });
    await this.upkeep.look();
  }

  async close(): Promise<void> {
    this.upkeep.stop();
    await this.#keeping.close();
  }

  write(path: string, text: string, isTold = true): void {
    const before = this.files.get(path);
    this.files.set(path, { ...before, text, changed: ++this.#clock });
    if (isTold) this.gathering.add(path);
  }

  delete(path: string, isTold = true): void {
    this.files.delete(path);
    if (isTold) this.gathering.add(path);
  }

  /** Moves all that is in a folder; only the two folders are told, as file systems do. */
  renameFolder(from: string, to: string): void {
    for (const [path, file] of [...this.files]) {
      if (!path.startsWith(`${from}/`)) continue;
      this.files.delete(path);
      this.files.set(`${to}${path.slice(from.length)}`, file);
    }
    this.folders.delete(from);
    this.folders.add(to);
    this.gathering.add(from);
    this.gathering.add(to);
  }

  /** A folder's own entries change. */
  know(...names: readonly string[]): void {
    const entries = names.map((name) => ({ id: name, name, label: 'PERSON', aliases: [], where: 0 }));
    this.entries = {
      stamps: new KnowledgeStamps(entries as unknown as ConstructorParameters<typeof KnowledgeStamps>[0]),
      source: { path: 'entities', raw: names.join('\n') },
    };
    this.#start(this.upkeep.entriesChanged());
  }

  /** Lets time pass until all is told, indexed and kept. */
  async settle(): Promise<void> {
    do {
      this.timers.pass(6_000);
      while (this.#jobs.size > 0) await Promise.all(this.#jobs);
    } while (this.gathering.size > 0);
    await this.#keeping.flush();
  }

  /** What the index says of each article: path and the only name in it. */
  get indexed(): Readonly<Record<string, string>> {
    const named = [...this.index.articles()].map(({ path, mentions }) => [path, mentions[0]?.name ?? '']);
    return Object.fromEntries(named.sort());
  }

  /** What it should say. */
  get wanted(): Readonly<Record<string, string>> {
    const named = [...this.files].filter(([, { text }]) => text !== 'code').map(([path, { text }]) => [path, text]);
    return Object.fromEntries(named.sort());
  }

  #start(job: Promise<void>): void {
    this.#jobs.add(job);
    void job.finally(() => this.#jobs.delete(job));
  }

  #count(): void {
    this.mostAtOnce = Math.max(this.mostAtOnce, ++this.#changes);
  }

  #asFiles(): IndexedFiles {
    return {
      list: async () => {
        this.lists++;
        const listed = [...this.files].map(([uri, { sidecar }]) => ({ uri, hasSidecar: sidecar !== undefined }));
        this.hooks.listed?.();
        await this.timers.turn();
        return listed;
      },
      states: () => ({
        of: async (path) => {
          const file = this.files.get(path);
          this.hooks.stated?.(path);
          await undefined;
          return file && `${file.changed} ${file.sidecar ?? '-'}`;
        },
      }),
      kindOf: (path) => (path.endsWith('.txt') ? 'article' : 'unknown'),
      isFolder: async (path) => (this.files.has(path) ? false : this.folders.has(path) || undefined),
      pack: (path, entries) => this.#pack(path, entries?.raw),
    };
  }

  /** An article of one name; of a file that is gone, nothing. */
  async #pack(path: string, entries: string | undefined): Promise<Uint8Array | undefined> {
    this.hooks.begun?.(path);
    const file = this.files.get(path);
    this.reads.set(path, (this.reads.get(path) ?? 0) + 1);
    this.hooks.read?.(path);
    // The worker answers in another turn.
    await this.timers.turn();
    if (!file || file.text === 'code') return undefined;
    if (file.text === 'hang') throw new Error('It does not come to an end.');
    const at = { start: 0, end: file.text.length };
    const guess = entries?.split('\n').includes(file.text) ? { guess: `own ${file.text}` } : {};
    const mention = {
      ...at,
      text: file.text,
      name: file.text,
      label: 'PERSON',
      status: 'suggested',
      ...guess,
    } as const;
    const mentions = [{ ...mention, sentence: at }];
    const packed = packArticle({ path, title: file.text, length: 100, words: 20, lineStarts: [0], mentions });
    this.hooks.packed?.(path);
    return packed;
  }
}

/** A store that notes how much is written at once. */
export function noting(store: CorpusStore, onWrite: (change: StoreChange) => void): CorpusStore {
  return {
    load: (take) => store.load(take),
    write: (change) => {
      onWrite(change);
      return store.write(change);
    },
    clear: () => store.clear(),
    close: () => store.close(),
  };
}
