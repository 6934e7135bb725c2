import * as vscode from 'vscode';
import { ONTONOTES } from '../../core/annotation/labelSet';
import { LONGEST_ARTICLE } from '../../core/article/isArticle';
import { DamagedBytesError } from '../../core/corpus/bytes';
import { CorpusIndex } from '../../core/corpus/corpusIndex';
import type { CorpusStore, StoredArticle } from '../../core/corpus/corpusStore';
import { indexArticle } from '../../core/corpus/indexArticle';
import { KnowledgeStamps } from '../../core/corpus/knowledgeStamp';
import type { PackedArticle } from '../../core/corpus/packedArticle';
import type { Indexer } from '../../worker/indexer';
import { fileNameOf } from '../adapt/fileName';
import { settingsFor } from '../adapt/settings';
import { pause } from '../adapt/slices';
import type { ArticleChoice } from '../articles/articleChoice';
import type { EntityFile } from '../articles/entityFiles';
import type { Knowledge } from '../articles/knowledge';
import type { LabelSets } from '../articles/labelSets';
import type { OpenArticle } from '../articles/openArticle';
import type { OpenArticles } from '../articles/openArticles';
import type { ArticleFile, WorkspaceArticles } from '../articles/workspaceArticles';
import { SETTINGS } from '../contributions';
import { Keeping } from './keeping';
import { Stamps } from './stamps';
import { watchFiles } from './touchedFiles';

/** How far the index is: how many articles of the present work are done. */
export interface CorpusProgress {
  /** `reading`: what is kept is read, and compared with the files. `resting`: nothing is to do. */
  readonly state: 'off' | 'reading' | 'indexing' | 'paused' | 'resting';
  readonly done: number;
  readonly total: number;
}

/** What the corpus works with. */
export interface CorpusPorts {
  readonly articles: OpenArticles;
  readonly choice: ArticleChoice;
  readonly workspace: WorkspaceArticles;
  readonly labels: LabelSets;
  readonly knowledge: Knowledge;
  readonly log: vscode.LogOutputChannel;
  readonly indexer: Indexer;
  /** Opens the place where the index is kept; undefined where it lives in memory alone. */
  readonly openStore: () => CorpusStore | undefined;
  /** Version of the program: another one may recognize other things. */
  readonly version: string;
}

/** How many files are looked at side by side, and after how many other work gets its turn. */
const SIDE_BY_SIDE = 16;
const SLICE = 256;

/** How long after a key press nothing is indexed, in milliseconds. */
const AFTER_TYPING = 1_000;

/** How long changes of open articles, and of the index, are gathered; milliseconds. */
const GATHER_OPEN = 1_500;
const GATHER = 500;

/** How long after an article has its highlights the index begins, and where it gets none; milliseconds. */
const SHOWN = 50;
const UNANALYZED = 5_000;

/** How long the worker stays when nothing is to do, in milliseconds. */
const WORKER_STAYS = 30_000;

/** Longer articles that are open count as their files have them: to index them again with each edit would be felt. */
const LONGEST_LIVE = 100_000;

/** No article: remembered, so that it is not read again until it changes. */
const NOTHING: PackedArticle = new Uint8Array();

/**
 * The index over all articles of the workspace, kept up to date in the background. What is open counts as it is in the
 * editor, everything else as its files have it.
 */
export class Corpus implements vscode.Disposable {
  readonly index = new CorpusIndex();
  readonly #ports: CorpusPorts;
  readonly #keeping: Keeping;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #progressed = new vscode.EventEmitter<CorpusProgress>();
  readonly #disposables: vscode.Disposable[];
  /** The stamp of each file that was looked at, article or not. */
  readonly #stamps = new Map<string, string>();
  readonly #byEntityFile = new WeakMap<EntityFile, KnowledgeStamps>();
  /** What is to be indexed. */
  readonly #queue = new Map<string, ArticleFile>();
  /** Open articles that are in the index as the editor has them. */
  readonly #live = new Set<string>();
  readonly #timers: Record<'begin' | 'open' | 'tell' | 'rest', ReturnType<typeof setTimeout> | undefined> = {
    begin: undefined,
    open: undefined,
    tell: undefined,
    rest: undefined,
  };
  #progress: CorpusProgress = { state: 'off', done: 0, total: 0 };
  #isBegun = false;
  #isWorking = false;
  #isPaused = false;
  #isDisposed = false;
  #lastKey = 0;

  /** The index has changed; told at most twice a second. */
  readonly onDidChange = this.#changed.event;
  readonly onDidProgress = this.#progressed.event;

  constructor(ports: CorpusPorts) {
    this.#ports = ports;
    this.#keeping = new Keeping(ports.log);
    const look = () => this.#inBackground(() => this.#look());
    this.#disposables = [
      this.#changed,
      this.#progressed,
      ports.articles.onDidChange(({ article, event }) => {
        if (event === 'opened') this.#beginIn(article.session.isAnalyzed ? SHOWN : UNANALYZED);
        if (event === 'suggestions') this.#beginIn(SHOWN);
        if (event === 'text') this.#lastKey = Date.now();
        if (event === 'closed') this.#closed(article.uri);
        else this.#openChanged(article);
      }),
      ports.labels.onDidChange(look),
      ports.knowledge.onDidChange((file) => {
        for (const article of ports.articles.all) this.#openChanged(article);
        if (file) this.#inBackground(() => this.#entriesChanged());
      }),
      ports.choice.onDidChange(look),
      vscode.workspace.onDidChangeWorkspaceFolders(look),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration(SETTINGS.corpus)) this.#switch();
        const ids = [SETTINGS.include, SETTINGS.exclude, SETTINGS.annotator, SETTINGS.published];
        if (ids.some((id) => change.affectsConfiguration(id))) look();
      }),
      watchFiles(ports.workspace, (touched) => this.#inBackground(() => this.#touched(touched))),
    ];
  }

  get progress(): CorpusProgress {
    return this.#progress;
  }

  /** Begins, where nobody has opened an article yet but wants to know of all of them; what is open counts as it is now. */
  want(): void {
    this.#inBackground(() => this.#begin());
    if (this.#timers.open !== undefined) this.#takeLive();
  }

  /** Leaves off indexing until `resume`. */
  pause(): void {
    this.#isPaused = true;
  }

  resume(): void {
    this.#isPaused = false;
    this.#inBackground(() => this.#work());
  }

  /** Forgets all, and indexes every article again. */
  async rebuild(): Promise<void> {
    this.#forget();
    await this.#keeping.clear();
    this.#isPaused = false;
    await (this.#isBegun ? this.#look() : this.#begin());
  }

  dispose(): void {
    this.#isDisposed = true;
    for (const timer of Object.values(this.#timers)) clearTimeout(timer);
    this.#queue.clear();
    void this.#keeping.close();
    this.#ports.indexer.dispose();
    for (const disposable of this.#disposables) disposable.dispose();
  }

  get #isWanted(): boolean {
    return settingsFor().corpus && (vscode.workspace.workspaceFolders ?? []).length > 0;
  }

  #inBackground(job: () => Promise<void>): void {
    job().catch((error: unknown) => {
      this.#ports.log.error('The index over the articles:', error);
      this.#tellProgress('resting');
    });
  }

  /** Begins a little later: the person waits for the article, and for nothing that stands in the index. */
  #beginIn(delay: number): void {
    if (this.#isBegun || this.#isDisposed) return;
    clearTimeout(this.#timers.begin);
    this.#timers.begin = setTimeout(() => this.#inBackground(() => this.#begin()), delay);
  }

  /** Once somebody reads an article here: a folder of code with a README is none of our business. */
  async #begin(): Promise<void> {
    if (this.#isBegun || this.#isDisposed || !this.#isWanted) return;
    this.#isBegun = true;
    void this.#ports.knowledge.load();
    await this.#ports.knowledge.files.ready();
    for (const article of this.#ports.articles.all) this.#openChanged(article);
    this.#tellProgress('reading');
    await this.#keeping.open(this.#ports.openStore(), async (articles) => {
      for (const article of articles) this.#loaded(article);
      this.#tell();
      await pause();
    });
    await this.#look();
  }

  #loaded({ path, stamp, packed }: StoredArticle): void {
    try {
      if (packed.length > 0 && !this.#live.has(path)) this.index.putPacked(path, packed);
      this.#stamps.set(path, stamp);
    } catch (error) {
      // An older program's: it is indexed again, since it has no stamp.
      if (!(error instanceof DamagedBytesError)) throw error;
    }
  }

  /** Lists all files, and puts those in the queue whose stamp is another one. */
  async #look(): Promise<void> {
    if (!this.#isBegun || !this.#isWanted) return;
    const known = [...this.#stamps.keys()];
    const files = await this.#ports.workspace.list(true);
    const stamps = this.#newStamps();
    const there = new Set<string>();
    for (let at = 0; at < files.length && !this.#isDisposed; at += SIDE_BY_SIDE) {
      const some = files.slice(at, at + SIDE_BY_SIDE);
      await Promise.all(some.map((file) => this.#compare(file, stamps)));
      for (const { uri } of some) there.add(uri.toString());
      if (at % SLICE === 0) await pause();
    }
    if (this.#isDisposed) return;
    for (const path of known) if (!there.has(path) && !this.#live.has(path)) this.#gone(path);
    await this.#work();
  }

  async #compare(file: ArticleFile, stamps: Stamps): Promise<void> {
    const path = file.uri.toString();
    const state = await stamps.of(file.uri, file.hasSidecar);
    if (state === undefined) this.#gone(path);
    else if (this.#stamps.get(path) !== this.#stamped(state, file.uri)) this.#queue.set(path, file);
  }

  /** An article's stamp: the state of its files, and after the last space that of the entries that it may be about. */
  #stamped(state: string, uri: vscode.Uri, packed = this.index.packed(uri.toString()) ?? NOTHING): string {
    return `${state} ${this.#entryStamps(uri)?.of(packed) ?? '-'}`;
  }

  #entryStamps(uri: vscode.Uri): KnowledgeStamps | undefined {
    const file = this.#ports.knowledge.files.of(uri);
    if (!file) return undefined;
    const known = this.#byEntityFile.get(file) ?? new KnowledgeStamps(file.reading.entries);
    this.#byEntityFile.set(file, known);
    return known;
  }

  /** Indexes those articles again that a changed entry of a folder's own knowledge base may be about. */
  async #entriesChanged(): Promise<void> {
    if (!this.#isBegun || !this.#isWanted) return;
    let seen = 0;
    for (const [path, stamp] of [...this.#stamps]) {
      if (++seen % SLICE === 0) await pause();
      if (this.#isDisposed) return;
      const uri = vscode.Uri.parse(path, true);
      const state = stamp.slice(0, stamp.lastIndexOf(' '));
      if (!this.#live.has(path) && this.#stamps.get(path) === stamp && this.#stamped(state, uri) !== stamp)
        this.#queue.set(path, { uri, hasSidecar: true });
    }
    await this.#work();
  }

  #newStamps(): Stamps {
    return new Stamps(this.#ports.labels, this.#ports.version);
  }

  #gone(path: string): void {
    this.#queue.delete(path);
    if (!this.#stamps.delete(path) && !this.index.has(path)) return;
    this.index.remove(path);
    this.#keeping.remove(path);
    this.#tell();
  }

  async #work(): Promise<void> {
    if (this.#isWorking || this.#isDisposed) return;
    this.#isWorking = true;
    clearTimeout(this.#timers.rest);
    let done = 0;
    try {
      for (let next = this.#next(); next; next = this.#next()) {
        this.#tellProgress('indexing', done, done + this.#queue.size + 1);
        await this.#afterTyping();
        if (!this.#live.has(next.uri.toString())) await this.#indexFile(next);
        done++;
      }
    } finally {
      this.#isWorking = false;
    }
    if (this.#isDisposed) return;
    this.#tellProgress(this.#queue.size > 0 ? 'paused' : 'resting', done, done + this.#queue.size);
    this.#timers.rest = setTimeout(() => this.#ports.indexer.rest(), WORKER_STAYS);
  }

  /** Takes the first file out of the queue. */
  #next(): ArticleFile | undefined {
    if (this.#isDisposed || this.#isPaused) return undefined;
    for (const [path, file] of this.#queue) {
      this.#queue.delete(path);
      return file;
    }
    return undefined;
  }

  async #afterTyping(): Promise<void> {
    const left = () => (this.#isDisposed ? 0 : this.#lastKey + AFTER_TYPING - Date.now());
    while (left() > 0) await pause(left());
  }

  async #indexFile(file: ArticleFile): Promise<void> {
    const path = file.uri.toString();
    const state = await this.#newStamps().of(file.uri, file.hasSidecar);
    // Gone since it was listed.
    if (state === undefined) return this.#gone(path);
    const entries = this.#ports.knowledge.files.of(file.uri);
    const packed = await this.#packedOf(path, file.uri).catch((error: unknown) => {
      this.#ports.log.error(`${path} is left out of the index.`, error);
      return NOTHING;
    });
    if (this.#isDisposed || this.#live.has(path)) return;
    if (packed.length > 0) this.index.putPacked(path, packed);
    else this.index.remove(path);
    const stamp = this.#stamped(state, file.uri, packed);
    this.#stamps.set(path, stamp);
    // Entries changed meanwhile.
    if (entries !== this.#ports.knowledge.files.of(file.uri)) this.#queue.set(path, file);
    this.#keeping.put({ path, stamp, packed });
    this.#tell();
  }

  async #packedOf(path: string, uri: vscode.Uri): Promise<PackedArticle> {
    const { workspace, indexer } = this.#ports;
    const source = await workspace.source(uri);
    if (!source || source.raw.length > LONGEST_ARTICLE) return NOTHING;
    const { raw, fileName, sidecar, labels } = source;
    const file = this.#ports.knowledge.files.of(uri);
    const packed = await indexer.index({
      path,
      fileName,
      raw,
      published: settingsFor(uri).published,
      ...(sidecar !== undefined && { sidecar }),
      ...(labels !== ONTONOTES && { labels: labels.labels }),
      ...(file && file.raw !== '' && { entities: { path: file.uri.toString(), raw: file.raw } }),
    });
    return packed ?? NOTHING;
  }

  #openChanged({ uri, session }: OpenArticle): void {
    if (!this.#isBegun) return;
    const path = uri.toString();
    if (!vscode.workspace.getWorkspaceFolder(uri) || session.text.length > LONGEST_LIVE) {
      this.#live.delete(path);
      return;
    }
    this.#live.add(path);
    clearTimeout(this.#timers.open);
    this.#timers.open = setTimeout(() => this.#takeLive(), GATHER_OPEN);
  }

  /** Takes the open articles in as they are in the editor. */
  #takeLive(): void {
    clearTimeout(this.#timers.open);
    this.#timers.open = undefined;
    for (const article of this.#ports.articles.all) {
      const { uri, session } = article;
      const path = uri.toString();
      if (!this.#live.has(path)) continue;
      const { text, set, labels, mentions, metadata } = session;
      const place = { path, fileName: fileNameOf(uri), metadata };
      this.index.put(indexArticle(place, { text, set, labels, mentions }, this.#ports.knowledge.linksOf(article)));
    }
    this.#tell();
  }

  #closed(uri: vscode.Uri): void {
    if (!this.#live.delete(uri.toString())) return;
    this.#stamps.delete(uri.toString());
    this.#inBackground(() => this.#touched([uri]));
  }

  async #touched(touched: readonly vscode.Uri[] | 'many'): Promise<void> {
    if (!this.#isBegun || !this.#isWanted) return;
    if (touched === 'many') return this.#look();
    let isFolder = false;
    const stamps = this.#newStamps();
    for (const uri of touched) isFolder = (await this.#lookAt(uri, stamps)) || isFolder;
    await (isFolder ? this.#look() : this.#work());
  }

  /** @returns whether it is, or was, a folder: all files are to be looked at then */
  async #lookAt(uri: vscode.Uri, stamps: Stamps): Promise<boolean> {
    const path = uri.toString();
    if (this.#live.has(path)) return false;
    if (this.#stamps.has(path) || this.#ports.choice.mayBe(uri)) {
      await this.#compare({ uri, hasSidecar: true }, stamps);
      return false;
    }
    if (uri.path.endsWith('.json') || this.#ports.choice.isExcluded(uri)) return false;
    const stat = await vscode.workspace.fs.stat(uri).then(undefined, () => undefined);
    return stat ? (stat.type & vscode.FileType.Directory) !== 0 : this.#hasBelow(`${path}/`);
  }

  #hasBelow(folder: string): boolean {
    for (const path of this.#stamps.keys()) if (path.startsWith(folder)) return true;
    return false;
  }

  #switch(): void {
    if (this.#isWanted) {
      if (this.#ports.articles.all.length > 0) this.#inBackground(() => this.#begin());
      return;
    }
    this.#forget();
    this.#isBegun = false;
    this.#tellProgress('off');
  }

  #forget(): void {
    for (const path of [...this.index.paths()]) this.index.remove(path);
    this.#queue.clear();
    this.#stamps.clear();
    this.#tell();
  }

  #tell(): void {
    this.#timers.tell ??= setTimeout(() => {
      this.#timers.tell = undefined;
      this.#changed.fire();
    }, GATHER);
  }

  #tellProgress(state: CorpusProgress['state'], done = 0, total = 0): void {
    this.#progress = { state, done, total };
    this.#progressed.fire(this.#progress);
  }
}
