import { inSlices } from '../slices';
import { DamagedBytesError } from './bytes';
import type { CorpusIndex } from './corpusIndex';
import type { CorpusProgress } from './corpusProgress';
import type { StoredArticle } from './corpusStore';
import type { Touched } from './gathering';
import type { EntitySource } from './indexSource';
import type { Keeping } from './keeping';
import type { KnowledgeStamps } from './knowledgeStamp';
import type { PackedArticle } from './packedArticle';

/** A file that may be an article, as far as its name tells. */
export interface ListedFile {
  /** What its path is written from. */
  readonly uri: { toString(): string };
  /** Whether it has a sidecar, or may have one. */
  readonly hasSidecar: boolean;
}

/** Tells in which state articles are; good for one look at files, and not for the next. */
export interface ArticleStates {
  /** Whatever an article is indexed from changes it; without line breaks. Undefined where there is no such file. */
  of(path: string, hasSidecar: boolean): Promise<string | undefined>;
}

/** A folder's own knowledge base, as its articles are indexed with it. */
export interface OwnEntries {
  readonly stamps: KnowledgeStamps;
  readonly source: EntitySource;
}

/** What keeping the index up to date works with. Paths are opaque, but that `/` stands between folders. */
export interface UpkeepPorts {
  readonly index: CorpusIndex;
  readonly keeping: Pick<Keeping, 'put' | 'remove'>;
  readonly files: IndexedFiles;
  /** Whether an article counts as an editor has it, and not as its file does. */
  readonly isLive: (path: string) => boolean;
  /** The entries as they are now; undefined where a path has none. */
  readonly entriesOf: (path: string) => OwnEntries | undefined;
  /** Lets all other work run that waits. */
  readonly turn: () => Promise<void>;
  /** Comes when nobody is typing. */
  readonly stillness: () => Promise<void>;
  readonly onProgress: (progress: CorpusProgress) => void;
  /** The index has changed. */
  readonly onChanged: () => void;
  /** An article can't be indexed, though it is there. */
  readonly onLeftOut: (path: string, error: unknown) => void;
}

/** The files that are indexed. */
export interface IndexedFiles {
  /** All that may be articles, as they are now. */
  list(): Promise<readonly ListedFile[]>;
  states(): ArticleStates;
  /** What may be under a path, by its name alone. */
  kindOf(path: string): 'article' | 'other' | 'unknown';
  /** Whether a folder is there; undefined where nothing is. */
  isFolder(path: string): Promise<boolean | undefined>;
  /** What the index keeps of an article; undefined for what is none, or can't be read. */
  pack(path: string, entries: EntitySource | undefined): Promise<PackedArticle | undefined>;
}

/** How many files are looked at side by side, and after how many other work gets its turn. */
const SIDE_BY_SIDE = 16;
const SLICE = 256;

/** No article: remembered, so that it is not read again until it changes. */
const NOTHING: PackedArticle = new Uint8Array();

/**
 * Keeps the index as the files are, however many of them change, come and go at once, and whenever: each that has changed
 * is indexed once, one after another, and other work gets its turn in between.
 */
export class Upkeep {
  readonly #ports: UpkeepPorts;
  /** The stamp of each file that was looked at, article or not. */
  readonly #stamps = new Map<string, string>();
  /** What is to be indexed, and whether it has a sidecar. */
  readonly #queue = new Map<string, boolean>();
  /** What is being indexed; nothing comes of it where it is gone meanwhile. */
  #inWork: { readonly path: string; isGone: boolean } | undefined;
  /** Files that were there since the present look began, whatever its list says: it may be older. */
  readonly #met = new Set<string>();
  #looking: Promise<void> | undefined;
  #isLookStale = false;
  #isTidying = false;
  #isOn = false;
  #isPaused = false;
  #isWorking = false;
  /** Comes to its end when nothing is left to do. */
  #working: Promise<void> = Promise.resolve();

  constructor(ports: UpkeepPorts) {
    this.#ports = ports;
  }

  /** From now on, files are looked at. */
  start(): void {
    this.#isOn = true;
  }

  /** Leaves off for good, or until it is started again; what is being indexed comes to nothing. */
  stop(): void {
    this.#isOn = false;
    this.#queue.clear();
    this.#discardWork();
  }

  /** Leaves off indexing until `resume`. */
  pause(): void {
    this.#isPaused = true;
  }

  async resume(): Promise<void> {
    this.#isPaused = false;
    await this.#work();
  }

  /** Forgets all, also that it was to pause. */
  forget(): void {
    this.#isPaused = false;
    this.#ports.index.clear();
    this.#queue.clear();
    this.#stamps.clear();
    this.#discardWork();
    this.#ports.onChanged();
  }

  /** Takes over what was kept of an article. */
  take({ path, stamp, packed }: StoredArticle): void {
    // Indexed meanwhile: what was kept is older.
    if (!this.#isOn || this.#stamps.has(path)) return;
    try {
      if (packed.length > 0 && !this.#ports.isLive(path)) this.#ports.index.putPacked(path, packed);
      this.#stamps.set(path, stamp);
    } catch (error) {
      // An older program's: it is indexed again, since it has no stamp.
      if (!(error instanceof DamagedBytesError)) throw error;
    }
  }

  /** Looks at all files, and indexes those that have changed. */
  async look(): Promise<void> {
    if (!this.#isOn) return;
    if (this.#looking !== undefined) this.#isLookStale = true;
    this.#looking ??= this.#lookUntilFresh().finally(() => {
      this.#looking = undefined;
      this.#met.clear();
    });
    await this.#looking;
    await this.#work();
  }

  /** Looks at what may have changed, and indexes what has. */
  async touched(touched: Touched): Promise<void> {
    if (!this.#isOn) return;
    if (touched === 'many') return this.look();
    const missing = new Set<string>();
    const states = this.#ports.files.states();
    for (let at = 0; at < touched.length; at += SIDE_BY_SIDE) {
      const some = touched.slice(at, at + SIDE_BY_SIDE);
      const found = await Promise.all(some.map((path) => this.#lookAt(path, states)));
      if (!this.#isOn) return;
      if (found.includes('folder')) return this.look();
      for (const [place, path] of some.entries()) if (found[place] === 'missing') missing.add(path);
    }
    // Of a folder that goes, only the folder itself is told.
    await ((await this.#hasBelow(missing)) ? this.look() : this.#work());
  }

  /** Indexes an article as its file has it, whatever was known of it. */
  async again(path: string): Promise<void> {
    this.#stamps.delete(path);
    await this.touched([path]);
  }

  /** Indexes those articles again that a changed entry of a folder's own knowledge base may be about. */
  async entriesChanged(): Promise<void> {
    let seen = 0;
    for (const [path, stamp] of [...this.#stamps]) {
      if (++seen % SLICE === 0) await this.#ports.turn();
      if (!this.#isOn) return;
      const state = stamp.slice(0, stamp.lastIndexOf(' '));
      if (this.#ports.isLive(path) || this.#stamps.get(path) !== stamp) continue;
      if (this.#stamped(path, state) !== stamp) this.#queue.set(path, true);
    }
    await this.#work();
  }

  /** Clears away what is left of articles that were replaced or removed. */
  async tidy(): Promise<void> {
    if (this.#isTidying || !this.#ports.index.isUntidy) return;
    this.#isTidying = true;
    try {
      await inSlices(this.#ports.index.tidying(), () => this.#ports.turn());
    } finally {
      this.#isTidying = false;
    }
  }

  #discardWork(): void {
    if (this.#inWork) this.#inWork.isGone = true;
  }

  /** Whoever asks while a look goes on gets another one behind it: what they ask for may be past the list. */
  async #lookUntilFresh(): Promise<void> {
    do {
      this.#isLookStale = false;
      await this.#lookOnce();
    } while (this.#isLookStale && this.#isOn);
  }

  /** Lists all files, and puts those in the queue whose stamp is another one. */
  async #lookOnce(): Promise<void> {
    const { files, isLive, turn } = this.#ports;
    const known = [...this.#stamps.keys()];
    const states = files.states();
    this.#met.clear();
    const listed = await files.list();
    const there = new Set<string>();
    for (let at = 0; at < listed.length && this.#isOn; at += SIDE_BY_SIDE) {
      const some = listed.slice(at, at + SIDE_BY_SIDE).map(({ uri, hasSidecar }) => ({ path: `${uri}`, hasSidecar }));
      await Promise.all(some.map(({ path, hasSidecar }) => this.#compare(path, hasSidecar, states)));
      for (const { path } of some) there.add(path);
      if (at % SLICE === 0) await turn();
    }
    for (const [seen, path] of known.entries()) {
      if (seen % SLICE === SLICE - 1) await turn();
      if (!this.#isOn) return;
      if (!there.has(path) && !this.#met.has(path) && !isLive(path)) this.#gone(path);
    }
  }

  /** @returns whether there is such a file */
  async #compare(path: string, hasSidecar: boolean, states: ArticleStates): Promise<boolean> {
    const state = await states.of(path, hasSidecar);
    if (!this.#isOn) return state !== undefined;
    if (state === undefined) {
      this.#gone(path);
      return false;
    }
    if (this.#looking !== undefined) this.#met.add(path);
    if (this.#stamps.get(path) !== this.#stamped(path, state)) this.#queue.set(path, hasSidecar);
    return true;
  }

  async #lookAt(path: string, states: ArticleStates): Promise<'file' | 'folder' | 'missing'> {
    const { files, isLive } = this.#ports;
    if (isLive(path)) return 'file';
    const kind = this.#stamps.has(path) ? 'article' : files.kindOf(path);
    if (kind === 'other' || (kind === 'article' && (await this.#compare(path, true, states)))) return 'file';
    const isFolder = await files.isFolder(path);
    if (isFolder === undefined) return 'missing';
    return isFolder ? 'folder' : 'file';
  }

  /** Whether files are known below some of the paths. */
  async #hasBelow(folders: ReadonlySet<string>): Promise<boolean> {
    if (folders.size === 0) return false;
    let seen = 0;
    for (const path of this.#stamps.keys()) {
      if (++seen % SLICE === 0) await this.#ports.turn();
      for (let at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1))
        if (folders.has(path.slice(0, at))) return true;
    }
    return false;
  }

  /** The stamp of an article as it is in the index, with its entries as they are now. */
  #stamped(path: string, state: string): string {
    return stampOf(state, this.#ports.index.packed(path) ?? NOTHING, this.#ports.entriesOf(path));
  }

  #gone(path: string): void {
    const { index, keeping, onChanged } = this.#ports;
    this.#queue.delete(path);
    if (this.#inWork?.path === path) this.#inWork.isGone = true;
    if (!this.#stamps.delete(path) && !index.has(path)) return;
    index.remove(path);
    keeping.remove(path);
    onChanged();
  }

  async #work(): Promise<void> {
    if (!this.#isOn) return;
    if (!this.#isWorking) this.#working = this.#indexAll();
    await this.#working;
  }

  async #indexAll(): Promise<void> {
    this.#isWorking = true;
    let done = 0;
    try {
      for (let next = this.#next(); next; next = this.#next()) {
        this.#ports.onProgress({ state: 'indexing', done, total: done + this.#queue.size + 1 });
        await this.#ports.stillness();
        if (!this.#ports.isLive(next.path)) await this.#indexFile(next);
        done++;
      }
    } finally {
      this.#isWorking = false;
    }
    if (!this.#isOn) return;
    const left = this.#queue.size;
    this.#ports.onProgress({ state: left > 0 ? 'paused' : 'resting', done, total: done + left });
    await this.tidy();
  }

  /** Takes the first file out of the queue. */
  #next(): { readonly path: string; readonly hasSidecar: boolean } | undefined {
    if (!this.#isOn || this.#isPaused) return undefined;
    for (const [path, hasSidecar] of this.#queue) {
      this.#queue.delete(path);
      return { path, hasSidecar };
    }
    return undefined;
  }

  /** Whatever becomes of one file, the others are indexed. */
  async #indexFile({ path, hasSidecar }: { readonly path: string; readonly hasSidecar: boolean }): Promise<void> {
    const work = { path, isGone: false };
    this.#inWork = work;
    try {
      const state = await this.#ports.files.states().of(path, hasSidecar);
      if (work.isGone) return;
      if (state === undefined) this.#gone(path);
      // Indexed since somebody put it in the queue: its change was told more than once.
      else if (this.#stamps.get(path) !== this.#stamped(path, state)) await this.#indexState(work, state);
    } catch (error) {
      this.#ports.onLeftOut(path, error);
    } finally {
      this.#inWork = undefined;
    }
  }

  async #indexState(work: { readonly path: string; readonly isGone: boolean }, state: string): Promise<void> {
    const { index, keeping, files } = this.#ports;
    const { path } = work;
    const entries = this.#ports.entriesOf(path);
    const [packed, error] = await files.pack(path, entries?.source).then(
      (made) => [made ?? NOTHING, undefined] as const,
      (reason: unknown) => [NOTHING, reason] as const,
    );
    // Nothing can be read of what has gone meanwhile, and that is no error.
    const isThere = packed.length > 0 || (await files.states().of(path, false)) !== undefined;
    if (work.isGone || this.#ports.isLive(path)) return;
    if (!isThere) return this.#gone(path);
    if (error !== undefined) this.#ports.onLeftOut(path, error);
    if (packed.length > 0) index.putPacked(path, packed);
    else index.remove(path);
    const stamp = stampOf(state, packed, entries);
    this.#stamps.set(path, stamp);
    // Entries changed meanwhile.
    if (this.#stamped(path, state) !== stamp) this.#queue.set(path, true);
    keeping.put({ path, stamp, packed });
    this.#ports.onChanged();
  }
}

/** An article's stamp: the state of its files, and after the last space that of the entries that it may be about. */
function stampOf(state: string, packed: PackedArticle, entries: OwnEntries | undefined): string {
  return `${state} ${entries?.stamps.of(packed) ?? '-'}`;
}
