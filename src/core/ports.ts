/** What the core needs of the machine it runs on; each host gives its own. */

/** Files by an opaque path (a URI in the editor, a file path on the command line). */
export interface Files {
  /** The file's text as UTF-8; undefined where there is no such file. Rejects where it can't be read. */
  read(path: string): Promise<string | undefined>;
  /** Puts the text there in one step: afterwards the file is the old one or the new one, never a part. Rejects where it can't. */
  replace(path: string, text: string): Promise<void>;
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
}
