import { t } from './l10n';

/** What the core needs of the machine it runs on; each host gives its own. */

/** Files by an opaque path (a URI in the editor, a file path on the command line). */
export interface Files {
  /**
   * The file's text as UTF-8; undefined where there is no such file. Rejects where it can't be read, with a
   * `NotTextError` where it is no UTF-8 text.
   */
  read(path: string): Promise<string | undefined>;
  /**
   * Puts the text there. Where the path is a symbolic link, the file it leads to is replaced. Rejects where it can't,
   * also where the folder is gone.
   */
  replace(path: string, text: string): Promise<void>;
  /**
   * Runs a job while no other window, and no other program of ours, runs one for the same path: so that what is read
   * and written in it is not written over. Rejects where it can't come to its turn, and as the job does.
   */
  exclusively<T>(path: string, job: () => Promise<T>): Promise<T>;
  /**
   * Whether a write at this path is in one step even if the program or the machine dies in it. Where it is not, the
   * writer keeps a copy elsewhere until it is done.
   */
  isAtomic(path: string): boolean;
}

/** Files whose folders can be looked into. */
export interface FolderedFiles extends Files {
  /** The names in a folder, in any order; none where it is not there. */
  names(folder: string): Promise<readonly string[]>;
}

/** A file that was to be read as text holds other bytes. */
export class NotTextError extends Error {
  constructor(options?: ErrorOptions) {
    super(t('It is not UTF-8 text.'), options);
  }
}

/** A place of the program's own, apart from the person's files, for what must outlive a crash. */
export interface Drawer {
  /** Names of the entries that begin so, of all windows. */
  list(prefix: string): Promise<readonly string[]>;
  /** An entry's text; undefined where it is gone. */
  read(name: string): Promise<string | undefined>;
  write(name: string, text: string): Promise<void>;
  /** Takes an entry away; one that is not there is no error. */
  remove(name: string): Promise<void>;
}

/** Files that are shipped with the program. */
export interface Assets {
  /** The content of a file. Rejects where it can't be read. */
  read(name: string): Promise<Uint8Array>;
}

export interface Clock {
  /** Now, ISO 8601 in UTC with whole seconds. */
  now(): string;
}

/** Whether the answer to a running job is still wanted; every `AbortSignal` is one. */
export interface Cancellation {
  readonly aborted: boolean;
  /** Tells when it is not wanted any more, where somebody far away has to be told. */
  addEventListener?(type: 'abort', listener: () => void): void;
}
