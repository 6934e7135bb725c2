import * as vscode from 'vscode';
import { CorpusIndex } from '../../core/corpus/corpusIndex';
import type { CorpusProgress } from '../../core/corpus/corpusProgress';
import { indexArticle } from '../../core/corpus/indexArticle';
import { Keeping } from '../../core/corpus/keeping';
import { Upkeep } from '../../core/corpus/upkeep';
import { t } from '../../core/l10n';
import { fileNameOf } from '../adapt/fileName';
import { pause } from '../adapt/slices';
import { timers } from '../adapt/timers';
import type { OpenArticle } from '../articles/openArticle';
import { SETTINGS } from '../contributions';
import type { CorpusPorts } from './corpusPorts';
import { indexedFiles } from './indexedFiles';
import { isIndexed } from './isIndexed';
import { ownEntries } from './ownEntries';
import { watchFiles } from './touchedFiles';

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

/**
 * The index over all articles of the workspace, kept up to date in the background. What is open counts as it is in the
 * editor, everything else as its files have it.
 */
export class Corpus implements vscode.Disposable {
  readonly index = new CorpusIndex();
  readonly #ports: CorpusPorts;
  readonly #keeping: Keeping;
  readonly #upkeep: Upkeep;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #progressed = new vscode.EventEmitter<CorpusProgress>();
  readonly #disposables: vscode.Disposable[];
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
  #isDisposed = false;
  #lastKey = 0;

  /** The index has changed; told at most twice a second. */
  readonly onDidChange = this.#changed.event;
  readonly onDidProgress = this.#progressed.event;

  constructor(ports: CorpusPorts) {
    this.#ports = ports;
    this.#keeping = keepingFor(ports.log);
    this.#upkeep = this.#upkeepFor(ports);
    const look = () => this.#inBackground(() => this.#upkeep.look());
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
        if (file) this.#inBackground(() => this.#upkeep.entriesChanged());
      }),
      ports.choice.onDidChange(look),
      vscode.workspace.onDidChangeWorkspaceFolders(look),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration(SETTINGS.corpus)) this.#switch();
        const ids = [SETTINGS.include, SETTINGS.exclude, SETTINGS.annotator, SETTINGS.published];
        if (ids.some((id) => change.affectsConfiguration(id))) look();
      }),
      watchFiles(ports.workspace, (touched) => this.#inBackground(() => this.#upkeep.touched(touched))),
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
    this.#upkeep.pause();
  }

  resume(): void {
    this.#inBackground(() => this.#upkeep.resume());
  }

  /** Forgets all, and indexes every article again. */
  async rebuild(): Promise<void> {
    this.#upkeep.forget();
    this.#takeLive();
    await this.#keeping.clear();
    await (this.#isBegun ? this.#upkeep.look() : this.#begin());
  }

  dispose(): void {
    this.#isDisposed = true;
    for (const timer of Object.values(this.#timers)) clearTimeout(timer);
    this.#upkeep.stop();
    void this.#keeping.close();
    this.#ports.indexer.dispose();
    for (const disposable of this.#disposables) disposable.dispose();
  }

  #upkeepFor(ports: CorpusPorts): Upkeep {
    return new Upkeep({
      index: this.index,
      keeping: this.#keeping,
      files: indexedFiles(ports),
      isLive: (path) => this.#live.has(path),
      entriesOf: ownEntries(ports.knowledge),
      turn: () => pause(),
      stillness: () => this.#afterTyping(),
      onProgress: (progress) => this.#progressedTo(progress),
      onChanged: () => this.#tell(),
      onLeftOut: (path, error) => ports.log.error(`${path} is left out of the index.`, error),
    });
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
    if (this.#isBegun || this.#isDisposed || !isIndexed()) return;
    this.#isBegun = true;
    void this.#ports.knowledge.load();
    await this.#ports.knowledge.files.ready();
    for (const article of this.#ports.articles.all) this.#openChanged(article);
    this.#upkeep.start();
    this.#tellProgress('reading');
    await this.#keeping.open(this.#ports.openStore(), async (articles) => {
      for (const article of articles) this.#upkeep.take(article);
      this.#tell();
      await pause();
    });
    await this.#upkeep.look();
  }

  async #afterTyping(): Promise<void> {
    const left = () => (this.#isDisposed ? 0 : this.#lastKey + AFTER_TYPING - Date.now());
    while (left() > 0) await pause(left());
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
    this.#inBackground(() => this.#upkeep.again(uri.toString()));
  }

  #switch(): void {
    if (isIndexed()) {
      if (this.#ports.articles.all.length > 0) this.#inBackground(() => this.#begin());
      return;
    }
    this.#upkeep.stop();
    this.#upkeep.forget();
    this.#isBegun = false;
    // What waits to be taken in is not wanted any more.
    for (const timer of [this.#timers.begin, this.#timers.open]) clearTimeout(timer);
    this.#timers.open = undefined;
    this.#live.clear();
    this.#tellProgress('off');
  }

  #tell(): void {
    this.#timers.tell ??= setTimeout(() => {
      this.#timers.tell = undefined;
      this.#changed.fire();
      this.#inBackground(() => this.#upkeep.tidy());
    }, GATHER);
  }

  #tellProgress(state: CorpusProgress['state']): void {
    this.#progressedTo({ state, done: 0, total: 0 });
  }

  #progressedTo(progress: CorpusProgress): void {
    this.#progress = progress;
    this.#progressed.fire(progress);
    clearTimeout(this.#timers.rest);
    if (progress.state !== 'indexing' && !this.#isDisposed)
      this.#timers.rest = setTimeout(() => this.#ports.indexer.rest(), WORKER_STAYS);
  }
}

function keepingFor(log: vscode.LogOutputChannel): Keeping {
  const full = t('There is no room to keep the index over the articles. It is used now, and made again next time.');
  return new Keeping({
    timers,
    warn: (message, error) => log.warn(message, ...(error === undefined ? [] : [error])),
    onFull: () => void vscode.window.showWarningMessage(full),
  });
}
