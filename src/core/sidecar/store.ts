import type { AnnotationSet } from '../annotation/annotation';
import type { Files } from '../ports';
import { EMPTY_SIDECAR, type FiledArticle, type FiledSidecar } from './filed';
import { type MergeConflict, mergeSidecars } from './merge';
import { fileSidecar, frameOf } from './place';
import { type Problem, readSidecar, type SidecarReading } from './read';
import { writeSidecar } from './write';

/** What a sidecar file is in just now, as a person needs to know it. */
export type SidecarState =
  | { readonly kind: 'ready' }
  /** Not to be written: the file is not one that this program can read; it is left as it is. */
  | { readonly kind: 'broken'; readonly problems: readonly [Problem, ...Problem[]] }
  /** Not to be written: a later version of this program wrote it. */
  | { readonly kind: 'newer'; readonly version: number }
  /** It could not be read (permission, file system). */
  | { readonly kind: 'unreadable'; readonly reason: string }
  /** Decisions are kept in memory: the last write failed. */
  | { readonly kind: 'unsaved'; readonly reason: string };

/** Why a save did not write, or what it brought in from the disk. */
export interface Saved {
  readonly state: SidecarState;
  /** Set where the file had changed since it was read: what was written, ours and the disk's decisions together. */
  readonly merged?: { readonly sidecar: FiledSidecar; readonly conflicts: readonly MergeConflict[] };
}

/**
 * One article's sidecar file. Keeps what the file last said, so that a change from outside is merged and never
 * overwritten unseen; saves happen one after the other.
 */
export class SidecarStore {
  readonly path: string;
  readonly #files: Files;
  #raw: string | undefined;
  #base: FiledSidecar = EMPTY_SIDECAR;
  #state: SidecarState = { kind: 'ready' };
  #queue: Promise<unknown> = Promise.resolve();

  constructor(path: string, files: Files) {
    this.path = path;
    this.#files = files;
  }

  get state(): SidecarState {
    return this.#state;
  }

  /** What the sidecar says of its article (title, date, source), for the article's metadata. */
  get article(): FiledArticle {
    return this.#base.article;
  }

  /**
   * Looks at the file.
   * @returns what it says now; undefined where that is nothing new, or can't be used (see `state`)
   */
  load(): Promise<FiledSidecar | undefined> {
    return this.#inTurn(async () => {
      const raw = await this.#read();
      if (raw === FAILED || (raw === this.#raw && raw !== undefined)) return undefined;
      const wasThere = this.#raw !== undefined;
      this.#take(raw);
      const isNews = raw !== undefined || wasThere;
      return isNews && this.#state.kind !== 'broken' ? this.#base : undefined;
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
      const raw = await this.#read();
      if (raw === FAILED) return { state: this.#state };
      const isChanged = raw !== this.#raw;
      if (isChanged) this.#take(raw);
      if (this.#state.kind === 'broken' || this.#state.kind === 'newer') return { state: this.#state };
      const frame = frameOf(this.#base);
      const ours = fileSidecar(set, text, { ...frame, article: { ...frame.article, ...article } });
      const isMerging = isChanged && raw !== undefined;
      const merged = isMerging ? mergeSidecars(base, ours, this.#base) : { sidecar: ours, conflicts: [] };
      await this.#write(merged.sidecar);
      if (!isMerging) return { state: this.#state };
      return { state: this.#state, merged };
    });
  }

  async #write(sidecar: FiledSidecar): Promise<void> {
    const raw = writeSidecar(sidecar);
    try {
      if (raw !== this.#raw) await this.#files.replace(this.path, raw);
      this.#raw = raw;
      this.#base = sidecar;
      this.#state = { kind: 'ready' };
    } catch (error) {
      this.#state = { kind: 'unsaved', reason: reasonOf(error) };
    }
  }

  async #read(): Promise<string | undefined | typeof FAILED> {
    try {
      const raw = await this.#files.read(this.path);
      if (this.#state.kind === 'unreadable') this.#state = { kind: 'ready' };
      return raw;
    } catch (error) {
      // A file known to be broken or newer stays so: an error in reading it does not make it writable later.
      const isKept = this.#state.kind === 'broken' || this.#state.kind === 'newer';
      if (!isKept) this.#state = { kind: 'unreadable', reason: reasonOf(error) };
      return FAILED;
    }
  }

  /** Takes what the disk has as the new base, if it can be used. */
  #take(raw: string | undefined): void {
    this.#raw = raw;
    const reading = raw === undefined ? NO_FILE : readSidecar(raw);
    this.#state = stateOf(reading);
    if (reading.kind !== 'broken') this.#base = reading.sidecar;
  }

  #inTurn<T>(job: () => Promise<T>): Promise<T> {
    const result = this.#queue.then(job);
    this.#queue = result.catch(() => undefined);
    return result;
  }
}

const NO_FILE: SidecarReading = Object.freeze({ kind: 'ok', sidecar: EMPTY_SIDECAR });

function stateOf(reading: SidecarReading): SidecarState {
  if (reading.kind === 'ok') return { kind: 'ready' };
  return reading.kind === 'newer' ? { kind: 'newer', version: reading.version } : reading;
}

const FAILED = Symbol('the file could not be read');

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
