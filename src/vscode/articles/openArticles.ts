import * as vscode from 'vscode';
import type { SessionEvent, Synced, TextEdit } from '../../core/session';
import type { ArticleChoice } from './articleChoice';
import { type ArticlePorts, OpenArticle, sidecarOf } from './openArticle';

/** Whether a document is the box that a comment is written in: the article below it stays the one the person is in. */
export function isCommentBox({ uri }: vscode.TextDocument): boolean {
  return uri.scheme === 'comment';
}

/** Something happened in one of the open articles. */
export interface ArticleEvent {
  readonly article: OpenArticle;
  readonly event: SessionEvent | 'opened' | 'closed';
  /** Where the text changed: how. */
  readonly edit?: TextEdit;
}

/** All articles that are open in this window, and the one that the person is in. */
export class OpenArticles implements vscode.Disposable {
  readonly #articles = new Map<string, OpenArticle>();
  /** Closed articles with decisions that no file has yet, by their sidecar. */
  readonly #closed = new Map<string, OpenArticle>();
  readonly #changed = new vscode.EventEmitter<ArticleEvent>();
  readonly #synced = new vscode.EventEmitter<{ readonly article: OpenArticle; readonly synced: Synced }>();
  readonly #activated = new vscode.EventEmitter<OpenArticle | undefined>();
  readonly #disposables: vscode.Disposable[] = [];
  readonly #choice: ArticleChoice;
  readonly #ports: ArticlePorts;
  #active: OpenArticle | undefined;

  readonly onDidChange = this.#changed.event;
  /** A look at the sidecar of one of them is over. */
  readonly onDidSync = this.#synced.event;
  /** The person went to another article, or from an article to something that is none. */
  readonly onDidActivate = this.#activated.event;

  constructor(choice: ArticleChoice, ports: ArticlePorts) {
    this.#choice = choice;
    this.#ports = ports;
    this.#disposables.push(
      this.#changed,
      this.#synced,
      this.#activated,
      vscode.workspace.onDidOpenTextDocument((document) => this.#look(document)),
      vscode.workspace.onDidCloseTextDocument((document) => {
        choice.closed(document);
        this.#close(document);
      }),
      vscode.workspace.onDidChangeTextDocument((event) => this.get(event.document.uri)?.edit(event)),
      vscode.workspace.onDidSaveTextDocument((document) => this.#saved(document)),
      vscode.window.onDidChangeActiveTextEditor(() => this.#activate()),
      vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor }) =>
        this.get(textEditor.document.uri)?.scrolled(),
      ),
      // Not every change of a file is told: a folder that was away and came back is not watched any more, say.
      vscode.window.onDidChangeWindowState(({ focused }) => focused && this.#active?.sync()),
      choice.onDidChange(() => this.lookAgain()),
      ports.labels.onDidChange(() => {
        for (const { session, uri } of this.all) session.useLabels(ports.labels.of(uri));
      }),
    );
  }

  /** The article that the person is in: of the active editor, else the last one while it is still visible. */
  get active(): OpenArticle | undefined {
    return this.#active;
  }

  get all(): readonly OpenArticle[] {
    return [...this.#articles.values()];
  }

  get(uri: vscode.Uri): OpenArticle | undefined {
    return this.#articles.get(uri.toString());
  }

  /** Takes in the documents that are open already. */
  start(): void {
    for (const document of vscode.workspace.textDocuments) this.#look(document);
    this.#activate();
  }

  /** Asks of every open document again whether it is an article: a setting or a choice has changed. */
  lookAgain(): void {
    for (const document of vscode.workspace.textDocuments) this.#look(document);
    this.#activate();
  }

  /** Opens every article anew: another annotator has other sidecars. */
  openAgain(): void {
    for (const { document } of this.all) this.#close(document);
    this.lookAgain();
  }

  /**
   * An article was deleted: its session ends, and does not make its sidecar again. What it could not write is in the
   * journal, should the article come back.
   */
  forget(uri: vscode.Uri): void {
    const article = this.#articles.get(uri.toString()) ?? this.#closed.get(sidecarOf(uri).toString());
    if (!article) return;
    const wasOpen = this.#articles.delete(uri.toString());
    this.#closed.delete(article.sidecar.toString());
    article.dispose();
    if (wasOpen) this.#changed.fire({ article, event: 'closed' });
    this.#activate();
  }

  dispose(): void {
    for (const article of [...this.#articles.values(), ...this.#closed.values()]) article.dispose();
    for (const disposable of this.#disposables) disposable.dispose();
  }

  #look(document: vscode.TextDocument): void {
    if (document.isClosed) return;
    const isOpen = this.get(document.uri) !== undefined;
    const { isArticle } = this.#choice.of(document);
    if (!isArticle && isOpen) this.#close(document);
    const willReopen = this.#choice.giveLanguage(document, isArticle);
    if (isArticle && !isOpen && !willReopen) this.#open(document);
  }

  #saved(document: vscode.TextDocument): void {
    const article = this.get(document.uri);
    if (article) article.saved();
    // A new file is empty when it is opened; what was written into it may be an article.
    else this.#look(document);
  }

  #open(document: vscode.TextDocument): void {
    const key = document.uri.toString();
    const sidecar = sidecarOf(document.uri).toString();
    const kept = this.#closed.get(sidecar);
    this.#closed.delete(sidecar);
    const article = kept ?? new OpenArticle(document, this.#ports);
    this.#articles.set(key, article);
    if (kept) kept.reopen(document);
    else {
      article.session.onDidChange((event, edit) => this.#told(article, event, edit));
      article.onDidSync((synced) => this.#synced.fire({ article, synced }));
      article.open();
    }
    this.#changed.fire({ article, event: 'opened' });
    this.#activate();
  }

  #close(document: vscode.TextDocument): void {
    const key = document.uri.toString();
    const article = this.#articles.get(key);
    if (!article) return;
    this.#articles.delete(key);
    // Decisions that no file has yet outlive the editor tab: the session stays until they are written.
    if (article.session.hasUnsaved) this.#closed.set(article.sidecar.toString(), article);
    else article.dispose();
    this.#changed.fire({ article, event: 'closed' });
    this.#activate();
  }

  #told(article: OpenArticle, event: SessionEvent, edit?: TextEdit): void {
    const key = article.sidecar.toString();
    if (this.#closed.get(key) === article) {
      if (article.session.hasUnsaved) return;
      this.#closed.delete(key);
      article.dispose();
      return;
    }
    this.#changed.fire({ article, event, ...(edit && { edit }) });
  }

  #activate(): void {
    const editor = vscode.window.activeTextEditor;
    const isVisible = vscode.window.visibleTextEditors.some(({ document }) => document === this.#active?.document);
    const isOpen = this.#active && this.get(this.#active.uri) === this.#active;
    // Going to a panel or an output leaves no active editor for a moment, and the box of a note is an editor of its own;
    // the article in sight stays the one meant.
    const next =
      editor && !isCommentBox(editor.document)
        ? this.get(editor.document.uri)
        : isVisible && isOpen
          ? this.#active
          : undefined;
    if (next === this.#active) return;
    this.#active = next;
    next?.sync();
    this.#activated.fire(next);
  }
}
