import * as vscode from 'vscode';
import { mentionFinder, rowsOf } from '../../../core/tree/rowsOf';
import type { TreeChoice } from '../../../core/tree/treeChoice';
import { fileNameOf } from '../../adapt/fileName';
import type { TreeScope } from '../../adapt/settings';
import type { OpenArticle } from '../../articles/openArticle';
import type { OpenArticles } from '../../articles/openArticles';
import type { WorkspaceArticles } from '../../articles/workspaceArticles';
import type { Folding } from './folding';
import { idOf, treeItemOf } from './treeItem';
import type { ArticleRow, MentionRow, Row, TreeArticle } from './treeRow';

/** What the tree shows, and how. */
export interface TreeView extends TreeChoice {
  readonly scope: TreeScope;
}

/** The rows of the tree, made when they are asked for. */
export class EntityTree implements vscode.TreeDataProvider<Row>, vscode.Disposable {
  readonly #articles: OpenArticles;
  readonly #workspace: WorkspaceArticles;
  readonly #folding: Folding;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.#changed.event;
  /** By article, what was made of it since the last change. */
  #planted = new Map<
    string,
    { readonly rows: readonly Row[]; readonly find: (key: string) => MentionRow | undefined }
  >();
  #articleRows = new Map<string, ArticleRow>();
  #view: TreeView;

  constructor(articles: OpenArticles, workspace: WorkspaceArticles, folding: Folding, view: TreeView) {
    this.#articles = articles;
    this.#workspace = workspace;
    this.#folding = folding;
    this.#view = view;
  }

  /** Draws the tree anew. */
  show(view: TreeView): void {
    this.#view = view;
    this.#planted = new Map();
    this.#changed.fire();
  }

  async getChildren(row?: Row): Promise<Row[]> {
    if (!row) return this.#roots();
    if (row.kind !== 'article') return 'children' in row ? [...row.children] : [];
    const article = row.open ?? (await this.#closed(row.uri));
    return article ? [...this.#plant(article).rows] : [];
  }

  getParent(row: Row): Row | undefined {
    if (row.kind === 'article') return undefined;
    return row.parent ?? this.#articleRows.get(row.article.uri.toString());
  }

  getTreeItem(row: Row): vscode.TreeItem {
    const item = treeItemOf(row, this.#articles);
    item.id = idOf(row);
    const isFiltered = this.#view.filter !== '' && row.kind !== 'mention';
    // What is filtered is unfolded, and folds back when the filter goes: under ids of its own.
    if (isFiltered) item.id = `${item.id} “${this.#view.filter}”`;
    if (item.collapsibleState === vscode.TreeItemCollapsibleState.None) return item;
    const usual = item.collapsibleState ?? vscode.TreeItemCollapsibleState.Collapsed;
    item.collapsibleState = isFiltered ? vscode.TreeItemCollapsibleState.Expanded : this.#folding.of(item.id, usual);
    return item;
  }

  /** The row of a mention of an open article. */
  find(article: OpenArticle, key: string): MentionRow | undefined {
    return this.#plant(article).find(key);
  }

  dispose(): void {
    this.#changed.dispose();
  }

  #plant(article: TreeArticle) {
    const key = article.uri.toString();
    let planted = this.#planted.get(key);
    if (!planted) {
      const rows = rowsOf(article, article.session, this.#view);
      planted = { rows, find: mentionFinder(rows) };
      this.#planted.set(key, planted);
    }
    return planted;
  }

  async #roots(): Promise<Row[]> {
    const { active } = this.#articles;
    if (this.#view.scope === 'article') {
      this.#articleRows = new Map();
      return active ? [...this.#plant(active).rows] : [];
    }
    const rows = this.#view.scope === 'open' ? this.#openRows() : await this.#workspaceRows();
    this.#articleRows = new Map(rows.map((row) => [row.uri.toString(), row]));
    return rows;
  }

  #openRows(): ArticleRow[] {
    const byName = (a: OpenArticle, b: OpenArticle) => fileNameOf(a.uri).localeCompare(fileNameOf(b.uri));
    return this.#articles.all.toSorted(byName).map((open) => this.#articleRow(open.uri, open, true));
  }

  async #workspaceRows(): Promise<ArticleRow[]> {
    const files = await this.#workspace.list();
    const listed = new Set(files.map(({ uri }) => uri.toString()));
    const elsewhere = this.#articles.all.filter(({ uri }) => !listed.has(uri.toString()));
    return [
      ...files.map(({ uri, hasSidecar }) => {
        const open = this.#articles.get(uri);
        return this.#articleRow(uri, open, open !== undefined || hasSidecar);
      }),
      ...elsewhere.map((open) => this.#articleRow(open.uri, open, true)),
    ];
  }

  /** The same row as before where nothing of it has changed: the editor knows rows by their identity. */
  #articleRow(uri: vscode.Uri, open: OpenArticle | undefined, isFilled: boolean): ArticleRow {
    const id = `article ${uri.toString()}`;
    const known = this.#articleRows.get(uri.toString());
    if (known && known.open === open && known.isFilled === isFilled) return known;
    return { kind: 'article', id, uri, isFilled, ...(open && { open }) };
  }

  async #closed(uri: vscode.Uri): Promise<TreeArticle | undefined> {
    const article = await this.#workspace.closed(uri);
    return article && { uri, session: { ...article, orphans: article.set.annotations.filter(({ orphan }) => orphan) } };
  }
}
