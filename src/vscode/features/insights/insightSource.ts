import * as vscode from 'vscode';
import { CorpusIndex } from '../../../core/corpus/corpusIndex';
import { indexArticle } from '../../../core/corpus/indexArticle';
import type { IndexedArticle } from '../../../core/corpus/indexedArticle';
import { fileNameOf } from '../../adapt/fileName';
import { settingsFor } from '../../adapt/settings';
import type { OpenArticle } from '../../articles/openArticle';
import type { Services } from '../../services';

/** The articles that the views are about: those that are open, and those of the workspace once somebody asks for them. */
export class InsightSource implements vscode.Disposable {
  readonly index = new CorpusIndex();
  readonly #services: Services;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #disposables: vscode.Disposable[];
  /** Open articles that changed since they were indexed. */
  readonly #waiting = new Set<OpenArticle>();
  #reading: Promise<void> | undefined;
  #controller = new AbortController();
  #read = 0;

  /** There is something new to see. */
  readonly onDidChange = this.#changed.event;

  constructor(services: Services) {
    this.#services = services;
    const { articles, workspace } = services;
    for (const article of articles.all) this.#waiting.add(article);
    this.#disposables = [
      this.#changed,
      articles.onDidChange(({ article, event }) => {
        if (event === 'sidecar') return;
        this.#waiting.add(article);
        this.#changed.fire();
      }),
      workspace.onDidChange((uris) => void this.#again(uris)),
    ];
  }

  /** How much of the workspace is read, from 0 to 1. */
  get read(): number {
    return this.#read;
  }

  /** An article with its mentions as they are now; undefined where it is none that can be read. */
  async article(path: string): Promise<IndexedArticle | undefined> {
    this.takeOpen();
    if (!this.index.has(path)) await this.#take(vscode.Uri.parse(path, true));
    return this.index.article(path);
  }

  /** The text of an article, LF line ends. */
  async textOf(path: string): Promise<string | undefined> {
    const uri = vscode.Uri.parse(path, true);
    const { articles, workspace } = this.#services;
    return (articles.get(uri)?.session ?? (await workspace.closed(uri)))?.text.value;
  }

  /** Indexes what has changed in open articles. */
  takeOpen(): void {
    for (const article of this.#waiting) {
      const { uri, session } = article;
      if (this.#services.articles.get(uri) === article) this.#put(uri, session);
    }
    this.#waiting.clear();
  }

  /** Reads the whole workspace, once; what changes afterwards is read again by itself. */
  readAll(): void {
    this.#reading ??= this.#readAll(this.#controller.signal).catch((error: unknown) => {
      this.#services.log.error('The articles of the workspace could not be read:', error);
      this.#read = 1;
    });
  }

  dispose(): void {
    this.#controller.abort();
    for (const disposable of this.#disposables) disposable.dispose();
  }

  async #readAll(signal: AbortSignal): Promise<void> {
    const files = await this.#services.workspace.list();
    for (const [done, { uri }] of files.entries()) {
      if (signal.aborted) return;
      this.#read = done / files.length;
      if (!this.index.has(uri.toString())) await this.#take(uri);
      if (done % 20 === 0) this.#changed.fire();
    }
    this.#read = 1;
    this.#changed.fire();
  }

  /** Files were written: those that are known are read again. */
  async #again(uris: readonly vscode.Uri[]): Promise<void> {
    for (const uri of uris) if (this.index.has(uri.toString())) await this.#take(uri);
    this.#changed.fire();
  }

  async #take(uri: vscode.Uri): Promise<void> {
    if (this.#services.articles.get(uri)) return;
    const article = await this.#services.workspace.analyzed(uri, this.#controller.signal);
    // It may have been opened meanwhile, and what is open is newer.
    if (this.#services.articles.get(uri)) return;
    if (article) this.#put(uri, article);
    else this.index.remove(uri.toString());
  }

  #put(uri: vscode.Uri, article: Parameters<typeof indexArticle>[1]): void {
    const place = { path: uri.toString(), fileName: fileNameOf(uri), published: settingsFor(uri).published };
    this.index.put(indexArticle(place, article));
  }
}
