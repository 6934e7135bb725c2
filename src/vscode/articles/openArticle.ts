import * as vscode from 'vscode';
import type { FollowingAnalyzer } from '../../core/analyzer';
import { LONGEST_ARTICLE } from '../../core/article/isArticle';
import type { Files } from '../../core/ports';
import { shiftedSuggestion } from '../../core/recognize/suggestion';
import { ArticleSession, type Synced } from '../../core/session';
import type { Journal } from '../../core/sidecar/journal';
import { sidecarName } from '../../core/sidecar/paths';
import { SidecarStore } from '../../core/sidecar/store';
import { changeBetween } from '../../core/text/change';
import { contains, type Span } from '../../core/text/span';
import type { Text } from '../../core/text/text';
import { fileNameOf } from '../adapt/fileName';
import { withinPatience } from '../adapt/patience';
import { edited, textOf } from '../adapt/position';
import { settingsFor } from '../adapt/settings';
import { pause } from '../adapt/slices';
import { SCREENS, visibleIn } from '../adapt/visible';
import type { LabelSets } from './labelSets';

/** How long typing must rest before the article is analyzed again, in milliseconds. */
const REST = 150;

/** Of an article that is longer, what is in sight is analyzed first; and the longest part of it, both in UTF-16 code units. */
const LONG = 20_000;
const LONGEST_GLANCE = 30_000;

/** How long suggestions wait for the first look at the sidecar, in milliseconds: what is decided is not to look undecided. */
const PATIENCE = 1_000;

/** How long to wait before a failed write of the sidecar is tried again, in milliseconds. */
const RETRY = 5_000;

/** Where the decisions about an article go: beside it, to the annotator's own file. */
export function sidecarOf(article: vscode.Uri): vscode.Uri {
  const name = sidecarName(fileNameOf(article), settingsFor(article).annotator);
  return vscode.Uri.joinPath(article, '..', name);
}

/** What every open article works with. */
export interface ArticlePorts {
  readonly analyzer: FollowingAnalyzer;
  readonly files: Files;
  readonly journal: Journal;
  readonly log: vscode.LogOutputChannel;
  readonly labels: LabelSets;
}

/** A look at a part of a text by itself. */
interface Glance extends Span {
  readonly text: Text;
  readonly signal: AbortSignal;
  isDone: boolean;
}

/** An article in the editor: its document, its session, and the jobs that keep the two and the sidecar together. */
export class OpenArticle implements vscode.Disposable {
  readonly session: ArticleSession;
  readonly sidecar: vscode.Uri;
  #document: vscode.TextDocument;
  readonly #analyzer: FollowingAnalyzer;
  readonly #log: vscode.LogOutputChannel;
  readonly #synced = new vscode.EventEmitter<Synced>();
  /** Resolves once the sidecar has been looked at, or takes too long. */
  #isRead = Promise.resolve();
  readonly #watcher: vscode.FileSystemWatcher;
  #isDisposed = false;
  #analysis = new AbortController();
  /** The last part that was looked at by itself, and the text that it is of. */
  #glanced: Glance | undefined;
  readonly #failed = (error: unknown) => this.#log.error(`Analysis of ${this.uri.toString()}:`, error);
  #rest: ReturnType<typeof setTimeout> | undefined;
  #retry: ReturnType<typeof setTimeout> | undefined;

  /** A look at the sidecar is over. */
  readonly onDidSync = this.#synced.event;

  constructor(document: vscode.TextDocument, { analyzer, files, journal, log, labels }: ArticlePorts) {
    this.#document = document;
    this.#analyzer = analyzer;
    this.#log = log;
    const folder = vscode.Uri.joinPath(document.uri, '..');
    this.sidecar = sidecarOf(document.uri);
    this.session = new ArticleSession(
      textOf(document),
      fileNameOf(document.uri),
      new SidecarStore(this.sidecar.toString(), {
        files,
        journal,
        pause,
        onJournalError: (error) => log.error(`Decisions waiting for ${this.sidecar.toString()}:`, error),
      }),
      settingsFor(document.uri).published,
    );
    this.session.useLabels(labels.of(document.uri));
    this.#watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(folder, '*.newsmark.json'));
    const look = (uri: vscode.Uri) => {
      if (uri.toString() === this.sidecar.toString()) this.sync();
    };
    this.#watcher.onDidChange(look);
    this.#watcher.onDidCreate(look);
    this.#watcher.onDidDelete(look);
  }

  get document(): vscode.TextDocument {
    return this.#document;
  }

  get uri(): vscode.Uri {
    return this.#document.uri;
  }

  /** Whether only what is in sight is recognized: the article is longer than what can be kept in mind of it at each key. */
  get isPartly(): boolean {
    return !this.session.isAnalyzed && this.session.text.length > LONGEST_ARTICLE;
  }

  /** Reads the sidecar and analyzes the article for the first time. */
  open(): void {
    this.#isRead = withinPatience(this.#settle(this.session.sync()), PATIENCE);
    this.#analyze();
  }

  /** The same article opened again while its session still lives (it had unsaved decisions, or changed language). */
  reopen(document: vscode.TextDocument): void {
    this.#document = document;
    const text = textOf(document);
    this.session.changeText(changeBetween(this.session.text.value, text.value), text);
    this.open();
  }

  edit(event: vscode.TextDocumentChangeEvent): void {
    if (event.contentChanges.length === 0) return;
    const { change, text } = edited(this.session.text, event);
    this.session.changeText(change, text, event.reason !== undefined);
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => this.#analyze(), REST);
  }

  /** Other lines are in sight: what is there comes first, as long as not all is known. */
  scrolled(): void {
    if (!this.session.isAnalyzed) this.#glance(this.#analysis.signal).catch(this.#failed);
  }

  /** The article was written to disk: annotations that moved are written to their new places. */
  saved(): void {
    // What the session made of the edits is what was written, unless the editor has told of one of them wrongly.
    const text = textOf(this.#document);
    this.session.changeText(changeBetween(this.session.text.value, text.value), text);
    void this.#settle(this.session.markMoved());
  }

  /** Brings sidecar and session together; a write that fails is tried again until it works. */
  sync(): void {
    void this.#settle(this.session.sync());
  }

  dispose(): void {
    this.#isDisposed = true;
    this.#analysis.abort();
    clearTimeout(this.#rest);
    clearTimeout(this.#retry);
    this.#watcher.dispose();
    this.#synced.dispose();
  }

  #settle(synced: Promise<Synced>): Promise<void> {
    const published = this.session.metadata.published;
    return synced.then(
      (result) => {
        if (this.#isDisposed) return;
        clearTimeout(this.#retry);
        const isWaiting = ['unsaved', 'unreadable'].includes(this.session.sidecarState.kind);
        if (isWaiting) this.#retry = setTimeout(() => this.sync(), RETRY);
        if (this.session.metadata.published !== published) this.#analyze();
        this.#synced.fire(result);
      },
      (error: unknown) => this.#log.error(`Sidecar ${this.sidecar.toString()}:`, error),
    );
  }

  #analyze(): void {
    this.#analysis.abort();
    this.#analysis = new AbortController();
    this.#analyzeAll(this.#analysis.signal).catch(this.#failed);
  }

  async #analyzeAll(signal: AbortSignal): Promise<void> {
    const { session } = this;
    const { text, structure } = session;
    if (!session.isAnalyzed && text.length > LONG) await this.#glance(signal);
    if (signal.aborted || this.isPartly) return;
    const request = { article: this.uri.toString(), text: text.value, body: structure.body, ...this.#published() };
    const suggestions = await this.#analyzer.follow(request, signal);
    await this.#isRead;
    // The text may have moved on while the recognizers ran; then another analysis is on its way.
    if (suggestions && !signal.aborted && text === session.text) session.setSuggestions(suggestions);
  }

  /** Finds what is in sight, by itself. */
  async #glance(signal: AbortSignal): Promise<void> {
    const { text, structure } = this.session;
    const editor = vscode.window.visibleTextEditors.find(({ document }) => document === this.#document);
    const sight = visibleIn(editor ?? { visibleRanges: [] }, text, SCREENS);
    const start = Math.max(sight.start, structure.body.start);
    const part = { start, end: Math.max(start, Math.min(sight.end, structure.body.end, start + LONGEST_GLANCE)) };
    const last = this.#glanced;
    const isKnown = last && contains(last, part) && text === last.text;
    // One that was given up on has found nothing.
    if (isKnown && (last.isDone || !last.signal.aborted)) return;
    const glance: Glance = { ...part, text, signal, isDone: false };
    this.#glanced = glance;
    const body = { start: 0, end: part.end - part.start };
    const request = { text: text.slice(part.start, part.end), body, ...this.#published() };
    const found = await this.#analyzer.analyze(request, signal);
    await this.#isRead;
    if (!found || signal.aborted || text !== this.session.text) return;
    const placed = found.map((suggestion) => shiftedSuggestion(suggestion, part.start));
    this.session.glance(part, placed);
    glance.isDone = true;
  }

  #published() {
    const { published } = this.session.metadata;
    return published === undefined ? {} : { published };
  }
}
