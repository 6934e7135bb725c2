import type { AnnotationSet } from '../annotation/annotation';
import { type Files, NotTextError } from '../ports';
import { atOnce, inSlices, type Steps } from '../slices';
import { type Fault, faultOf } from './fault';
import { EMPTY_SIDECAR, type FiledArticle, type FiledSidecar } from './filed';
import type { Journal } from './journal';
import { type MergeConflict, mergeSidecars } from './merge';
import type { Migration } from './migrate';
import { filing, frameOf } from './place';
import { type Problem, reading, type SidecarReading } from './read';
import { writeSidecar, writing } from './write';

/** What a sidecar file is in just now, as a person needs to know it. */
export type SidecarState =
  | { readonly kind: 'ready' }
  /** Not to be written: the file is not one that this program can read; it is left as it is. */
  | { readonly kind: 'broken'; readonly problems: readonly [Problem, ...Problem[]] }
  /** Not to be written: a later version of this program wrote it. */
  | { readonly kind: 'newer'; readonly version: number }
  /** It could not be read (permission, file system). */
  | { readonly kind: 'unreadable'; readonly fault: Fault }
  /** The last write failed; decisions are kept in memory, and in the journal where that works. */
  | { readonly kind: 'unsaved'; readonly fault: Fault };

/** What a look at the file brought. */
export interface Loaded {
  readonly sidecar: FiledSidecar;
  /** Whether it says more than the file: decisions were waiting that the file has not yet. */
  readonly isAhead: boolean;
  /** What the file said before it was gone. */
  readonly vanished?: FiledSidecar;
}

/** Why a save did not write, or what it brought in from the disk. */
export interface Saved {
  readonly state: SidecarState;
  /** Set where the file had changed since it was read: what was written, ours and the disk's decisions together. */
  readonly merged?: { readonly sidecar: FiledSidecar; readonly conflicts: readonly MergeConflict[] };
}

/** What a store needs of the machine. */
export interface StorePorts {
  readonly files: Files;
  /** Where decisions wait that the file can't take; without it they last as long as the window. */
  readonly journal?: Journal;
  /** Told when the journal itself fails; the decisions are still in memory then. */
  readonly onJournalError?: (error: unknown) => void;
  /** Lets others have their turn; without it, long jobs are done without a pause. */
  readonly pause?: () => Promise<void>;
  /** The steps from older versions of the file; those that this program knows, unless told otherwise. */
  readonly migrations?: readonly Migration[];
}

/**
 * One article's sidecar file. Keeps what the file last said, so that a change from outside is merged and never
 * overwritten unseen; saves happen one after the other.
 */
export class SidecarStore {
  readonly path: string;
  readonly #ports: StorePorts;
  #raw: string | undefined;
  #base: FiledSidecar = EMPTY_SIDECAR;
  #state: SidecarState = { kind: 'ready' };
  #queue: Promise<unknown> = Promise.resolve();
  #isKept = false;
  /** Journal entries whose decisions this store has taken in and not written yet; undefined before the first look. */
  #entries: readonly string[] | undefined;

  constructor(path: string, ports: StorePorts) {
    this.path = path;
    this.#ports = ports;
  }

  get state(): SidecarState {
    return this.#state;
  }

  /** Whether decisions that the file could not take are in the journal, and so outlive the window. */
  get isKept(): boolean {
    return this.#isKept;
  }

  /** What the sidecar says of its article (title, date, source), for the article's metadata. */
  get article(): FiledArticle {
    return this.#base.article;
  }

  /** Does a long job as this store does its own: with pauses, where it may. */
  async run<T>(steps: Steps<T>): Promise<T> {
    const { pause } = this.#ports;
    return pause ? inSlices(steps, pause) : atOnce(steps);
  }

  /**
   * Looks at the file.
   * @returns what it says now; undefined where that is nothing new, or can't be used (see `state`)
   */
  load(): Promise<Loaded | undefined> {
    return this.#inTurn(async () => {
      const isFirst = this.#entries === undefined;
      // Whoever opens an article waits for both: they are looked for side by side.
      const finding = isFirst ? this.#find() : undefined;
      const raw = await this.#read();
      if (raw === FAILED) return undefined;
      const isNews = raw !== this.#raw;
      const before = this.#raw === undefined ? undefined : this.#base;
      if (isNews || isFirst) await this.#take(raw);
      const waiting = finding && this.#recover(raw, await finding);
      if (this.#state.kind === 'broken') return undefined;
      if (waiting) return { sidecar: waiting, isAhead: true };
      if (!isNews) return undefined;
      const isGone = raw === undefined && before !== undefined;
      return { sidecar: this.#base, isAhead: false, ...(isGone && { vanished: before }) };
    });
  }

  /**
   * Writes the decisions, after merging in whatever changed on disk since the last look.
   * @param text the article's text that the decisions' offsets count in
   * @param article what to note about the article beside the decisions
   */
  save(set: AnnotationSet, text: string, article: FiledArticle): Promise<Saved> {
    return this.#inTurn(async () => {
      const base = this.#base;
      const ours = () => {
        const frame = frameOf(this.#base);
        return this.run(filing(set, text, { ...frame, article: { ...frame.article, ...article } }));
      };
      try {
        // Between reading and writing nobody else may write: what they wrote would be written over unseen.
        return await this.#ports.files.exclusively(this.path, () => this.#readAndWrite(base, ours, text));
      } catch (error) {
        this.#state = { kind: 'unsaved', fault: faultOf(error) };
        await this.#keep(base, await ours());
        return { state: this.#state };
      }
    });
  }

  async #readAndWrite(base: FiledSidecar, ours: () => Promise<FiledSidecar>, text: string): Promise<Saved> {
    const raw = await this.#read();
    const isChanged = raw !== FAILED && raw !== this.#raw;
    if (isChanged) await this.#take(raw);
    const waiting = raw !== FAILED && this.#entries === undefined ? this.#recover(raw, await this.#find()) : undefined;
    if (raw === FAILED || this.#state.kind === 'broken' || this.#state.kind === 'newer') {
      await this.#keep(base, await ours());
      return { state: this.#state };
    }
    if (waiting || (isChanged && raw !== undefined)) {
      const merged = mergeSidecars(base, await ours(), waiting ?? this.#base, text);
      await this.#write(merged.sidecar);
      return { state: this.#state, merged };
    }
    await this.#write(await ours());
    return { state: this.#state };
  }

  async #write(sidecar: FiledSidecar): Promise<void> {
    const raw = await this.run(writing(sidecar));
    const base = this.#base;
    try {
      if (raw !== this.#raw) {
        // A write in place may be cut short; then the journal has all of it.
        if (!this.#ports.files.isAtomic(this.path)) await this.#keep(base, sidecar);
        await this.#ports.files.replace(this.path, raw);
      }
      this.#raw = raw;
      this.#base = sidecar;
      this.#state = { kind: 'ready' };
    } catch (error) {
      await this.#keep(base, sidecar);
      this.#state = { kind: 'unsaved', fault: faultOf(error) };
      return;
    }
    await this.#journaled((journal) => journal.done(this.path, this.#entries ?? []));
    this.#isKept = false;
    this.#entries = [];
  }

  /** Puts decisions that the file can't take, or may not take whole, into the journal. */
  async #keep(base: FiledSidecar, ours: FiledSidecar): Promise<void> {
    this.#isKept = await this.#journaled((journal) => journal.keep(this.path, { base, ours }));
  }

  /** @returns whether there is a journal and it did so */
  async #journaled(act: (journal: Journal) => Promise<void>): Promise<boolean> {
    const { journal, onJournalError } = this.#ports;
    if (!journal) return false;
    try {
      await act(journal);
      return true;
    } catch (error) {
      onJournalError?.(error);
      return false;
    }
  }

  async #find(): Promise<Found> {
    let found: Found = [];
    await this.#journaled(async (journal) => {
      found = await journal.find(this.path);
    });
    return found;
  }

  /**
   * Takes in what an earlier window, or another one, could not write.
   * @returns the file's decisions together with those; undefined where none were waiting
   */
  #recover(raw: string | undefined, found: Found): FiledSidecar | undefined {
    const torn = found.find(({ ours }) => isTorn(raw, writeSidecar(ours)));
    if (torn) {
      this.#base = torn.base;
      this.#state = { kind: 'ready' };
    }
    if (this.#state.kind !== 'ready') return undefined;
    this.#entries = found.map(({ entry }) => entry);
    if (found.length === 0) return undefined;
    return found.reduce((sidecar, { base, ours }) => mergeSidecars(base, ours, sidecar).sidecar, this.#base);
  }

  async #read(): Promise<string | undefined | typeof FAILED> {
    try {
      const raw = await this.#ports.files.read(this.path);
      if (this.#state.kind === 'unreadable') this.#state = { kind: 'ready' };
      return raw;
    } catch (error) {
      this.#unreadable(error);
      return FAILED;
    }
  }

  #unreadable(error: unknown): void {
    if (error instanceof NotTextError) {
      this.#raw = undefined;
      this.#state = { kind: 'broken', problems: [{ message: error.message, start: 0, end: 0 }] };
      return;
    }
    // A file known to be broken or newer stays so: an error in reading it does not make it writable later.
    if (this.#state.kind !== 'broken' && this.#state.kind !== 'newer')
      this.#state = { kind: 'unreadable', fault: faultOf(error) };
  }

  /** Takes what the disk has as the new base, if it can be used. */
  async #take(raw: string | undefined): Promise<void> {
    this.#raw = raw;
    const result = raw === undefined ? NO_FILE : await this.run(reading(raw, this.#ports.migrations));
    this.#state = stateOf(result);
    if (result.kind !== 'broken') this.#base = result.sidecar;
  }

  #inTurn<T>(job: () => Promise<T>): Promise<T> {
    const result = this.#queue.then(job);
    this.#queue = result.catch(() => undefined);
    return result;
  }
}

/** What waits in the journal for a sidecar. */
type Found = Awaited<ReturnType<Journal['find']>>;

const NO_FILE: SidecarReading = Object.freeze({ kind: 'ok', sidecar: EMPTY_SIDECAR });

function stateOf(reading: SidecarReading): SidecarState {
  if (reading.kind === 'ok') return { kind: 'ready' };
  return reading.kind === 'newer' ? { kind: 'newer', version: reading.version } : reading;
}

/** Whether a file is what remains of a write that was cut short: nothing, or a beginning of what was to be written. */
function isTorn(raw: string | undefined, whole: string): boolean {
  return raw === undefined || (raw.length < whole.length && whole.startsWith(raw));
}

const FAILED = Symbol('the file could not be read');
