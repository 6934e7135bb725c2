import * as vscode from 'vscode';
import type { Analyzer } from '../../core/analyzer';
import { LONGEST_ARTICLE } from '../../core/article/isArticle';
import {
  analyzeRead,
  type ClosedArticle,
  type ClosedSource,
  layered,
  type ReadArticle,
  readingClosed,
} from '../../core/closedArticle';
import { type Progress, progressFrom, progressOf } from '../../core/navigation/progress';
import type { Cancellation, Files } from '../../core/ports';
import { articleNames, sidecarName } from '../../core/sidecar/paths';
import { inSlices } from '../../core/slices';
import { naturalOrder } from '../../core/text/naturalOrder';
import { fileNameOf } from '../adapt/fileName';
import { statOf } from '../adapt/missing';
import { settingsFor } from '../adapt/settings';
import { pause } from '../adapt/slices';
import { readableText } from '../adapt/unreadable';
import type { ArticleChoice } from './articleChoice';
import type { LabelSets } from './labelSets';
import { sidecarOf } from './openArticle';
import type { OpenArticles } from './openArticles';

/** A file of the workspace that may be an article, as far as its name tells. */
export interface ArticleFile {
  readonly uri: vscode.Uri;
  readonly hasSidecar: boolean;
}

/** How many folders are looked into, and how many files are listed: more is no folder of articles but a disk. */
const MOST_FOLDERS = 20_000;
const MOST_FILES = 100_000;

/** After so many names of files other work gets its turn. */
const SLICE = 1_000;

/** How long a list of the workspace's files is good for, in milliseconds. */
const FRESH = 3_000;

/** How many articles are remembered. */
const REMEMBERED = 500;

/** What reading closed articles takes. */
export interface WorkspacePorts {
  readonly analyzer: Analyzer;
  readonly files: Files;
  readonly labels: LabelSets;
}

/** All articles of the workspace, those that are not open read from their files. */
export class WorkspaceArticles implements vscode.Disposable {
  readonly #articles: OpenArticles;
  readonly #choice: ArticleChoice;
  readonly #ports: WorkspacePorts;
  readonly #changed = new vscode.EventEmitter<readonly vscode.Uri[]>();
  readonly #watcher = vscode.workspace.createFileSystemWatcher('**/*.newsmark.json');
  readonly #read = new Map<string, Known<ClosedArticle | undefined>>();
  readonly #progress = new Map<string, Known<Progress | undefined>>();
  readonly #listening: vscode.Disposable;
  /** Counts changes of labels: what was begun before one is not remembered. */
  #labeling = 0;
  #list: { readonly until: number; readonly files: Promise<readonly ArticleFile[]> } | undefined;

  /** Sidecars were written, and these are the files that they may belong to; none where there are other files. */
  readonly onDidChange = this.#changed.event;

  constructor(articles: OpenArticles, choice: ArticleChoice, ports: WorkspacePorts) {
    this.#articles = articles;
    this.#choice = choice;
    this.#ports = ports;
    const others = () => {
      this.#list = undefined;
      this.#changed.fire([]);
    };
    this.#listening = vscode.Disposable.from(
      ports.labels.onDidChange(() => {
        this.#labeling++;
        this.#read.clear();
        this.#progress.clear();
      }),
      vscode.workspace.onDidChangeWorkspaceFolders(others),
      // Of what is done in the editor; most of all, what has another name now is not to be listed under the old one.
      vscode.workspace.onDidCreateFiles(others),
      vscode.workspace.onDidRenameFiles(others),
      vscode.workspace.onDidDeleteFiles(others),
      choice.onDidChange(() => {
        this.#list = undefined;
      }),
    );
    const tell = (sidecar: vscode.Uri) => {
      this.#list = undefined;
      const names = articleNames(fileNameOf(sidecar));
      this.#changed.fire(names.map((name) => vscode.Uri.joinPath(sidecar, '..', name)));
    };
    this.#watcher.onDidCreate(tell);
    this.#watcher.onDidChange(tell);
    this.#watcher.onDidDelete(tell);
  }

  /**
   * The files of the workspace that may be articles, in the order of their paths.
   * @param isAnew whether a list that was made just now will not do
   */
  list(isAnew = false): Promise<readonly ArticleFile[]> {
    if (isAnew) return this.#walk(vscode.workspace.workspaceFolders ?? []);
    if (!this.#list || this.#list.until < Date.now())
      this.#list = { until: Date.now() + FRESH, files: this.#walk(vscode.workspace.workspaceFolders ?? []) };
    return this.#list.files;
  }

  /**
   * An article that is not open, with what is decided in it.
   * @returns undefined where the file is none, or can't be read
   */
  async closed(uri: vscode.Uri): Promise<ClosedArticle | undefined> {
    return this.#known(this.#read, uri, async () => {
      const source = await this.source(uri);
      return source && layered(await this.#readInSlices(source));
    });
  }

  /**
   * How far people are with an article; undefined for what is none. Recognizers are asked only about those that somebody
   * has begun.
   */
  async progress(uri: vscode.Uri, cancellation?: Cancellation): Promise<Progress | undefined> {
    const hidden = new Set(settingsFor(uri).hiddenLabels);
    const open = this.#articles.get(uri);
    if (open) return progressFrom(open.session.counts, hidden);
    if (!this.#choice.mayBe(uri)) return undefined;
    const key = `${[...hidden].join()} ${settingsFor(uri).published}`;
    // What is opened meanwhile is told by its session, and not remembered of its files.
    const articles = this.#articles;
    const unless = {
      get aborted() {
        return cancellation?.aborted === true || articles.get(uri) !== undefined;
      },
    };
    return this.#known(this.#progress, uri, () => this.#progressOf(uri, hidden, cancellation), key, unless);
  }

  /**
   * The files of an article that is not open, as they are now.
   * @returns undefined where it is no article, or can't be read
   */
  async source(uri: vscode.Uri): Promise<ClosedSource | undefined> {
    const raw = await this.raw(uri);
    if (raw === undefined) return undefined;
    return {
      raw,
      fileName: fileNameOf(uri),
      sidecar: await readableText(this.#ports.files, sidecarOf(uri).toString()),
      labels: this.#ports.labels.of(uri),
    };
  }

  /** The text of an article as its file has it now. @returns undefined where it is no article, or can't be read */
  async raw(uri: vscode.Uri): Promise<string | undefined> {
    const raw = await readableText(this.#ports.files, uri.toString());
    return raw !== undefined && this.#choice.ofFile(uri, raw).isArticle ? raw : undefined;
  }

  dispose(): void {
    this.#watcher.dispose();
    this.#listening.dispose();
    this.#changed.dispose();
  }

  async #progressOf(
    uri: vscode.Uri,
    hidden: ReadonlySet<string>,
    cancellation?: Cancellation,
  ): Promise<Progress | undefined> {
    const source = await this.source(uri);
    if (!source) return undefined;
    const read = await this.#readInSlices(source);
    // What was opened meanwhile is read and analyzed there.
    const open = this.#articles.get(uri);
    if (open) return progressFrom(open.session.counts, hidden);
    if (!read.set.annotations.some(({ status, orphan }) => status !== 'suggested' && !orphan)) return 'to do';
    const { analyzer } = this.#ports;
    const article = await analyzeRead(analyzer, read, source.fileName, settingsFor(uri).published, cancellation);
    return article && progressOf(article.mentions, hidden);
  }

  /** A long sidecar takes long: others get their turn in between. */
  #readInSlices(source: ClosedSource): Promise<ReadArticle> {
    return inSlices(readingClosed(source), pause);
  }

  /** What was found out about an article, found out again only when its file or its sidecar has changed. */
  async #known<T>(
    store: Map<string, Known<T>>,
    uri: vscode.Uri,
    find: () => Promise<T>,
    context = '',
    cancellation?: Cancellation,
  ): Promise<T | undefined> {
    const [article, sidecar] = await Promise.all([statOf(uri), statOf(sidecarOf(uri))]);
    if (article === undefined || article.size > LONGEST_ARTICLE * 4) return undefined;
    const state = `${article.mtime} ${article.size} ${sidecar?.mtime} ${sidecar?.size} ${context}`;
    const known = store.get(uri.toString());
    if (known?.state === state) return known.value;
    const labeling = this.#labeling;
    const value = await find();
    if (cancellation?.aborted || labeling !== this.#labeling) return value;
    store.delete(uri.toString());
    store.set(uri.toString(), { state, value });
    const [oldest] = store.keys();
    if (store.size > REMEMBERED && oldest !== undefined) store.delete(oldest);
    return value;
  }

  async #walk(folders: readonly vscode.WorkspaceFolder[]): Promise<readonly ArticleFile[]> {
    const found: ArticleFile[] = [];
    const waiting = folders.map(({ uri }) => uri);
    for (let looked = 0; looked < MOST_FOLDERS && found.length < MOST_FILES; looked++) {
      const folder = waiting.shift();
      if (!folder) break;
      // A folder that can't be read has nothing to list.
      const entries = await vscode.workspace.fs.readDirectory(folder).then(undefined, () => []);
      const names = new Set(entries.map(([name]) => name));
      const choice = this.#choice.within(folder);
      for (const [index, [name, type]] of entries.entries()) {
        if (index % SLICE === SLICE - 1) await pause();
        if (type === vscode.FileType.Directory) {
          if (!name.startsWith('.') && !choice.isExcluded(name)) waiting.push(vscode.Uri.joinPath(folder, name));
        } else if ((type & vscode.FileType.File) !== 0 && choice.mayBe(name)) {
          found.push({
            uri: vscode.Uri.joinPath(folder, name),
            hasSidecar: names.has(sidecarName(name, choice.annotator)),
          });
        }
      }
    }
    return found.sort((a, b) => naturalOrder(a.uri.path, b.uri.path)).slice(0, MOST_FILES);
  }
}

interface Known<T> {
  /** The state of the files when it was found out. */
  readonly state: string;
  readonly value: T;
}
