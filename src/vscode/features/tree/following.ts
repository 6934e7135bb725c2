import * as vscode from 'vscode';
import { settingsFor } from '../../adapt/settings';
import type { OpenArticle } from '../../articles/openArticle';
import type { OpenArticles } from '../../articles/openArticles';
import { mentionsUnderCursors } from '../../articles/target';
import type { EntityTree } from './entityTree';
import type { Row } from './treeRow';

/** How long the cursor must rest before the tree follows it, in milliseconds. */
const REST = 50;

/** Keeps what the cursor is on in sight in the tree. */
export class Following implements vscode.Disposable {
  readonly #view: vscode.TreeView<Row>;
  readonly #model: EntityTree;
  readonly #articles: OpenArticles;
  readonly #listening: vscode.Disposable;
  #resting: ReturnType<typeof setTimeout> | undefined;

  constructor(view: vscode.TreeView<Row>, model: EntityTree, articles: OpenArticles) {
    this.#view = view;
    this.#model = model;
    this.#articles = articles;
    this.#listening = vscode.window.onDidChangeTextEditorSelection(({ textEditor, kind }) => {
      // A selection made by a click in the tree must not move the tree.
      if (kind !== undefined) this.#soon(textEditor);
    });
  }

  /** Does not follow what the cursor is on now. */
  cancel(): void {
    clearTimeout(this.#resting);
  }

  dispose(): void {
    this.cancel();
    this.#listening.dispose();
  }

  #soon(editor: vscode.TextEditor): void {
    this.cancel();
    if (this.#view.visible)
      this.#resting = setTimeout(() => this.#follow(this.#articles.get(editor.document.uri), editor), REST);
  }

  /** Shows in the tree what the cursor is on, without taking the focus. */
  #follow(article: OpenArticle | undefined, editor: vscode.TextEditor): void {
    if (!article || !this.#view.visible || !settingsFor(article.uri).followCursor) return;
    // A mention that is selected whole is meant, and not the quotation that its end stands in.
    const [mention] = mentionsUnderCursors(editor, article);
    const row = mention && this.#model.find(article, mention.key);
    if (!row || this.#view.selection[0] === row) return;
    // The tree may be drawn anew while the row is looked for; then the next move of the cursor finds it.
    this.#view.reveal(row, { select: true, focus: false }).then(undefined, () => undefined);
  }
}
