import type * as vscode from 'vscode';
import type { CorpusStore } from '../core/corpus/corpusStore';
import type { Assets, FolderedFiles } from '../core/ports';
import type { FromWorker, Port, ToWorker } from '../worker/protocol';

/** What the kind of host gives, beside what every host has. */
export interface Host {
  /** The machine's own files, by file path, where the host can get at them. */
  readonly localFiles?: FolderedFiles;
  /** Locks that all windows of a browser share, as in the Web Locks API (W3C). */
  readonly locks?: Locks;
  /** The store that is embedded in the host, for a folder of the extension's own; undefined where it has none. */
  readonly embeddedStore?: (folder: vscode.Uri) => CorpusStore | undefined;
  /** The files that are shipped with the extension, where the host can get at them faster than through the editor. */
  readonly assets?: Assets;
  /** Makes the next start faster, once this one is over. May throw. */
  readonly settle?: () => void;
  /** Starts the analyzer's worker. */
  readonly spawn: () => Port<ToWorker, FromWorker>;
}

export interface Locks {
  request<T>(name: string, job: () => Promise<T>): Promise<T>;
}
