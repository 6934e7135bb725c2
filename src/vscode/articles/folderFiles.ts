import * as vscode from 'vscode';
import { type Files, NotTextError } from '../../core/ports';

/** A file at the root of a folder, and what the last look at it came to. */
export interface FolderFile<T> {
  readonly uri: vscode.Uri;
  /** Its text; empty where there is none. */
  readonly raw: string;
  readonly reading: T;
}

interface Folder<T> {
  readonly uri: vscode.Uri;
  readonly watcher: vscode.Disposable;
  file: FolderFile<T> | undefined;
  /** Resolves when the file was looked at for the first time, or can't be. */
  first: Promise<void>;
  /** Counts looks at the file: one that is overtaken by a later one tells nothing. */
  look: number;
}

/** Files of one name at the roots of the open folders: each is read when it is first asked for, and whenever it changes. */
export class FolderFiles<T> implements vscode.Disposable {
  readonly #name: string;
  readonly #read: (raw: string, path: string) => T;
  readonly #files: Files;
  readonly #log: vscode.LogOutputChannel;
  readonly #folders = new Map<string, Folder<T>>();
  readonly #changed = new vscode.EventEmitter<FolderFile<T>>();
  readonly #gone = new vscode.EventEmitter<vscode.Uri>();
  readonly #folderChange: vscode.Disposable;

  /** A file was read anew. */
  readonly onDidChange = this.#changed.event;
  /** A file's folder is not open any more. */
  readonly onDidForget = this.#gone.event;

  /** @param read what a file's text says; never throws */
  constructor(name: string, read: (raw: string, path: string) => T, files: Files, log: vscode.LogOutputChannel) {
    this.#name = name;
    this.#read = read;
    this.#files = files;
    this.#log = log;
    this.#folderChange = vscode.workspace.onDidChangeWorkspaceFolders(({ removed, added }) => {
      for (const { uri } of removed) this.#forget(this.uriIn(uri));
      if (added.length > 0) this.start();
    });
  }

  /** Looks at the files of all open folders. */
  start(): void {
    for (const { uri } of vscode.workspace.workspaceFolders ?? []) this.#folderAt(this.uriIn(uri));
  }

  /** Resolves when the files of all open folders have been looked at. */
  async ready(): Promise<void> {
    this.start();
    await Promise.all([...this.#folders.values()].map(({ first }) => first));
  }

  /** The file of the folder that an article is in, as far as it is known now. */
  of(article: vscode.Uri): FolderFile<T> | undefined {
    const root = vscode.workspace.getWorkspaceFolder(article)?.uri;
    return root && this.#folderAt(this.uriIn(root)).file;
  }

  /** Where the file of a folder is. */
  uriIn(root: vscode.Uri): vscode.Uri {
    return vscode.Uri.joinPath(root, this.#name);
  }

  dispose(): void {
    for (const { watcher } of this.#folders.values()) watcher.dispose();
    this.#folders.clear();
    this.#folderChange.dispose();
    this.#changed.dispose();
    this.#gone.dispose();
  }

  #folderAt(uri: vscode.Uri): Folder<T> {
    const known = this.#folders.get(uri.toString());
    if (known) return known;
    const watcher = vscode.workspace.createFileSystemWatcher(
      new vscode.RelativePattern(vscode.Uri.joinPath(uri, '..'), this.#name),
    );
    const look = () => void this.#look(folder);
    const folder: Folder<T> = {
      uri,
      watcher: vscode.Disposable.from(
        watcher,
        watcher.onDidChange(look),
        watcher.onDidCreate(look),
        watcher.onDidDelete(look),
      ),
      file: undefined,
      first: Promise.resolve(),
      look: 0,
    };
    this.#folders.set(uri.toString(), folder);
    folder.first = this.#look(folder);
    return folder;
  }

  #forget(uri: vscode.Uri): void {
    this.#folders.get(uri.toString())?.watcher.dispose();
    if (this.#folders.delete(uri.toString())) this.#gone.fire(uri);
  }

  async #look(folder: Folder<T>): Promise<void> {
    const look = ++folder.look;
    const path = folder.uri.toString();
    try {
      const raw = await readText(this.#files, path);
      if (look !== folder.look || this.#folders.get(path) !== folder) return;
      folder.file = { uri: folder.uri, raw, reading: this.#read(raw, path) };
      this.#changed.fire(folder.file);
    } catch (error) {
      this.#log.error(`${path} can’t be read:`, error);
    }
  }
}

/** The file's text; empty where there is none. Bytes that are no text are no JSON either, and are told as that. */
export async function readText(files: Files, path: string): Promise<string> {
  try {
    return (await files.read(path)) ?? '';
  } catch (error) {
    if (error instanceof NotTextError) return '\0';
    throw error;
  }
}

/** Whether an editor has changes of a file that are not in it. */
export function isUnsaved(uri: vscode.Uri): boolean {
  return vscode.workspace.textDocuments.some(
    (document) => document.uri.toString() === uri.toString() && document.isDirty,
  );
}
