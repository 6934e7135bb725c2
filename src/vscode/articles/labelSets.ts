import * as vscode from 'vscode';
import { type LabelSet, ONTONOTES, presetOf } from '../../core/annotation/labelSet';
import { readLabelFile } from '../../core/labelSets/readLabelFile';
import { type Files, NotTextError } from '../../core/ports';
import type { Problem } from '../../core/sidecar/problem';
import { settingsFor } from '../adapt/settings';
import { COMMANDS, SETTINGS } from '../contributions';

/** A workspace folder's file of labels, and what the last look at it came to. */
export interface LabelFile {
  readonly uri: vscode.Uri;
  /** The last good set; undefined while there is none. */
  readonly set: LabelSet | undefined;
  /** What is wrong with the file as it is now; then the last good set stays in use. */
  readonly problems: readonly Problem[];
  /** The text that the problems are in. */
  readonly raw: string;
}

interface Folder {
  readonly uri: vscode.Uri;
  file: LabelFile;
  watcher: vscode.Disposable;
  /** Counts looks at the file: one that is overtaken by a later one tells nothing. */
  look: number;
}

/**
 * The label sets of all open folders: a preset that a setting names, or the folder's own file where it has one. A file is
 * read when it is first asked for and whenever it changes.
 */
export class LabelSets implements vscode.Disposable {
  readonly #files: Files;
  readonly #keys: ReadonlySet<string>;
  readonly #log: vscode.LogOutputChannel;
  readonly #folders = new Map<string, Folder>();
  readonly #changed = new vscode.EventEmitter<LabelFile | undefined>();
  readonly #disposables: vscode.Disposable[] = [];

  /** Labels may be others now; told with the file that was read, where one was. */
  readonly onDidChange = this.#changed.event;

  /** @param keys the keys that can mark with a label */
  constructor(files: Files, keys: ReadonlySet<string>, log: vscode.LogOutputChannel) {
    this.#files = files;
    this.#keys = keys;
    this.#log = log;
    this.#disposables.push(
      this.#changed,
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration(SETTINGS.labelFile)) this.#forget();
        if ([SETTINGS.labelFile, SETTINGS.labelSet].some((id) => change.affectsConfiguration(id)))
          this.#changed.fire(undefined);
      }),
      vscode.workspace.onDidChangeWorkspaceFolders(() => {
        this.#forget();
        this.#changed.fire(undefined);
      }),
    );
  }

  /** The labels for an article, as far as they are known now. */
  of(article: vscode.Uri): LabelSet {
    const preset = presetOf(settingsFor(article).labelSet) ?? ONTONOTES;
    return this.#folderOf(article)?.file.set ?? preset;
  }

  /** All files of labels that have been looked at. */
  get files(): readonly LabelFile[] {
    return [...this.#folders.values()].map(({ file }) => file);
  }

  dispose(): void {
    this.#forget();
    for (const disposable of this.#disposables) disposable.dispose();
  }

  #folderOf(article: vscode.Uri): Folder | undefined {
    const root = vscode.workspace.getWorkspaceFolder(article)?.uri;
    const uri = root && labelFileIn(root);
    if (!uri) return undefined;
    const known = this.#folders.get(uri.toString());
    if (known) return known;
    const folder: Folder = { uri, file: nothingRead(uri), watcher: watch(uri, () => this.#read(folder)), look: 0 };
    this.#folders.set(uri.toString(), folder);
    this.#read(folder);
    return folder;
  }

  #read(folder: Folder): void {
    const look = ++folder.look;
    const isCurrent = () => look === folder.look && this.#folders.get(folder.uri.toString()) === folder;
    this.#fileAt(folder.uri, folder.file.set).then(
      (file) => {
        if (!isCurrent()) return;
        folder.file = file;
        this.#changed.fire(file);
      },
      (error: unknown) => this.#log.error(`Labels of ${folder.uri.toString()}:`, error),
    );
  }

  async #fileAt(uri: vscode.Uri, lastGood: LabelSet | undefined): Promise<LabelFile> {
    const raw = await this.#files.read(uri.toString()).catch((error: unknown) => {
      // Bytes that are no text are no JSON either, and are told as that.
      if (error instanceof NotTextError) return '\0';
      throw error;
    });
    if (raw === undefined) return nothingRead(uri);
    const reading = readLabelFile(raw, this.#keys);
    return reading.kind === 'ok'
      ? { uri, set: reading.set, problems: [], raw }
      : { uri, set: lastGood, problems: reading.problems, raw };
  }

  #forget(): void {
    for (const { watcher } of this.#folders.values()) watcher.dispose();
    this.#folders.clear();
  }
}

/** The keys that mark with a label, as the extension's own manifest binds them. */
export function labelKeysIn(manifest: {
  readonly contributes?: { readonly keybindings?: unknown };
}): ReadonlySet<string> {
  const bindings = manifest.contributes?.keybindings;
  const keyOf = ({ command, args }: { command?: unknown; args?: { key?: unknown } }): unknown =>
    command === COMMANDS.mark ? args?.key : undefined;
  const keys = Array.isArray(bindings) ? bindings.map(keyOf) : [];
  return new Set(keys.filter((key): key is string => typeof key === 'string'));
}

/** Where a folder's own labels are: a path within it; a setting that leads out of it names no file. */
function labelFileIn(root: vscode.Uri): vscode.Uri | undefined {
  const path = settingsFor(root).labelFile.replaceAll('\\', '/');
  if (path === '') return undefined;
  const uri = vscode.Uri.joinPath(root, path);
  return uri.path.startsWith(`${root.path.replace(/\/$/, '')}/`) ? uri : undefined;
}

function nothingRead(uri: vscode.Uri): LabelFile {
  return { uri, set: undefined, problems: [], raw: '' };
}

function watch(uri: vscode.Uri, look: () => void): vscode.Disposable {
  // A file's name may hold what means something in a glob; so all of the folder's files of the kind are heard of.
  const watcher = vscode.workspace.createFileSystemWatcher(
    new vscode.RelativePattern(vscode.Uri.joinPath(uri, '..'), '*.json'),
  );
  const told = (changed: vscode.Uri) => {
    if (changed.toString() === uri.toString()) look();
  };
  return vscode.Disposable.from(
    watcher,
    watcher.onDidChange(told),
    watcher.onDidCreate(told),
    watcher.onDidDelete(told),
  );
}
