import * as vscode from 'vscode';
import { readWorkspaceBase, type WorkspaceReading } from '../../core/knowledge/workspaceBase';
import { type Files, NotTextError } from '../../core/ports';

/** The name of a folder's own knowledge base, at its root. */
export const ENTITY_FILE = 'newsmark.entities.jsonl';

/** A folder's own knowledge base, and what the last look at it came to. */
export interface EntityFile extends WorkspaceReading {
  readonly uri: vscode.Uri;
  /** The text that the problems are in. */
  readonly raw: string;
}

interface Folder {
  readonly uri: vscode.Uri;
  readonly watcher: vscode.Disposable;
  file: EntityFile | undefined;
  /** Counts looks at the file: one that is overtaken by a later one tells nothing. */
  look: number;
}

/** The knowledge bases of the open folders: each is read when it is first asked for, and whenever it changes. */
export class EntityFiles implements vscode.Disposable {
  readonly #files: Files;
  readonly #log: vscode.LogOutputChannel;
  readonly #folders = new Map<string, Folder>();
  readonly #changed = new vscode.EventEmitter<EntityFile>();
  readonly #gone = new vscode.EventEmitter<vscode.Uri>();
  readonly #folderChange: vscode.Disposable;

  /** A file was read anew. */
  readonly onDidChange = this.#changed.event;
  /** A file's folder is not open any more. */
  readonly onDidForget = this.#gone.event;

  constructor(files: Files, log: vscode.LogOutputChannel) {
    this.#files = files;
    this.#log = log;
    this.#folderChange = vscode.workspace.onDidChangeWorkspaceFolders(({ removed, added }) => {
      for (const { uri } of removed) this.#forget(fileIn(uri));
      if (added.length > 0) this.start();
    });
  }

  /** Looks at the files of all open folders. */
  start(): void {
    for (const { uri } of vscode.workspace.workspaceFolders ?? []) this.#folderAt(fileIn(uri));
  }

  /** The base of the folder that an article is in, as far as it is known now. */
  of(article: vscode.Uri): EntityFile | undefined {
    const root = vscode.workspace.getWorkspaceFolder(article)?.uri;
    return root && this.#folderAt(fileIn(root)).file;
  }

  dispose(): void {
    for (const { watcher } of this.#folders.values()) watcher.dispose();
    this.#folders.clear();
    this.#folderChange.dispose();
    this.#changed.dispose();
    this.#gone.dispose();
  }

  #folderAt(uri: vscode.Uri): Folder {
    const known = this.#folders.get(uri.toString());
    if (known) return known;
    const watcher = vscode.workspace.createFileSystemWatcher(
      new vscode.RelativePattern(vscode.Uri.joinPath(uri, '..'), ENTITY_FILE),
    );
    const look = () => this.#read(folder);
    const folder: Folder = {
      uri,
      watcher: vscode.Disposable.from(
        watcher,
        watcher.onDidChange(look),
        watcher.onDidCreate(look),
        watcher.onDidDelete(look),
      ),
      file: undefined,
      look: 0,
    };
    this.#folders.set(uri.toString(), folder);
    this.#read(folder);
    return folder;
  }

  #forget(uri: vscode.Uri): void {
    this.#folders.get(uri.toString())?.watcher.dispose();
    if (this.#folders.delete(uri.toString())) this.#gone.fire(uri);
  }

  #read(folder: Folder): void {
    const look = ++folder.look;
    const path = folder.uri.toString();
    readText(this.#files, path).then(
      (raw) => {
        if (look !== folder.look || this.#folders.get(path) !== folder) return;
        folder.file = { uri: folder.uri, raw, ...readWorkspaceBase(raw, path) };
        this.#changed.fire(folder.file);
      },
      (error: unknown) => this.#log.error(`Entities of ${path}:`, error),
    );
  }
}

/** Where the knowledge base of a folder is. */
export function fileIn(root: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(root, ENTITY_FILE);
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
