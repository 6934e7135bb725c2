import * as vscode from 'vscode';
import { type KeptRows, keepRows } from '../../../core/tree/keptRows';
import type { Row as CoreRow } from '../../../core/tree/row';
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

/**
 * How long keys must rest before rows with others below them are drawn anew for their counts, in milliseconds: all that is
 * below takes no key at that moment.
 */
const REST = 600;

/** A timer that is later than this tells that the extension host was held up; then so much more is waited, in milliseconds. */
const HELD_UP = 20;
const BEAT = 50;

/** What was made of an article. */
interface Planted {
  readonly rows: readonly CoreRow<TreeArticle>[];
  readonly find: (key: string) => MentionRow | undefined;
}

/** The rows of the tree, made when they are asked for. As little as can be is drawn anew. */
export class EntityTree implements vscode.TreeDataProvider<Row>, vscode.Disposable {
  readonly #articles: OpenArticles;
  readonly #workspace: WorkspaceArticles;
  readonly #folding: Folding;
  readonly #changed = new vscode.EventEmitter<Row[] | undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  /** By article, what was made of it since the last change. */
  #planted = new Map<string, Planted>();
  /** How rows look that the editor has asked for. */
  #looks = new WeakMap<Row, string>();
  #resting: ReturnType<typeof setTimeout> | undefined;
  #articleRows = new Map<string, ArticleRow>();
  #view: TreeView;

  constructor(articles: OpenArticles, workspace: WorkspaceArticles, folding: Folding, view: TreeView) {
    this.#articles = articles;
    this.#workspace = workspace;
    this.#folding = folding;
    this.#view = view;
  }

  /** Draws the tree anew, all of it. */
  show(view: TreeView): void {
    this.#view = view;
    this.#planted = new Map();
    this.#drawAll();
  }

  /** Draws what has changed in an article. */
  update(article: OpenArticle): void {
    const key = article.uri.toString();
    const before = this.#planted.get(key);
    if (!this.#isKnown(article)) {
      this.show(this.#view);
      return;
    }
    const head = this.#view.scope === 'article' ? undefined : this.#articleRows.get(key);
    // What is in an article is made when somebody unfolds it.
    const moved = before ? this.#replant(article, before) : [];
    if (moved !== 'all') this.#draw(moved, this.#othersLook(head ? [head] : this.#tops()));
    else if (head) this.#draw([head], []);
    else this.#drawAll();
  }

  /** Whether the rows that are there are of this article as it is, and of others that have been kept up to date. */
  #isKnown(article: OpenArticle): boolean {
    const key = article.uri.toString();
    if (this.#view.scope === 'article')
      return this.#articles.active === article && this.#planted.size === 1 && this.#planted.has(key);
    return this.#articleRows.get(key)?.open === article && this.#articles.get(article.uri) === article;
  }

  /** Brings an article's rows up to date. @returns those below which others came, went or moved */
  #replant(article: OpenArticle, before: Planted): KeptRows<TreeArticle>['moved'] {
    const { rows, moved } = keepRows(before.rows, rowsOf<TreeArticle>(article, article.session, this.#view));
    this.#planted.set(article.uri.toString(), plantedOf(rows));
    return moved;
  }

  /** The rows at the top, as far as they have been made. */
  #tops(): readonly Row[] {
    if (this.#view.scope !== 'article') return [...this.#articleRows.values()];
    return [...this.#planted.values()].flatMap(({ rows }) => rows);
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
    const item = this.#itemOf(row);
    this.#looks.set(row, lookOf(item));
    return item;
  }

  #itemOf(row: Row): vscode.TreeItem {
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
    clearTimeout(this.#resting);
    this.#changed.dispose();
  }

  #drawAll(): void {
    clearTimeout(this.#resting);
    this.#looks = new WeakMap();
    this.#changed.fire(undefined);
  }

  /** Draws rows with all that is below them, and others that look otherwise: those with rows in sight below them later. */
  #draw(moved: readonly Row[], others: readonly Row[]): void {
    const isAbove = (row: Row) => this.#below(row).some((child) => this.#looks.has(child));
    const now = [...moved, ...others.filter((row) => !isAbove(row))];
    if (now.length > 0) this.#changed.fire(now);
    if (others.some(isAbove)) this.#drawAtRest();
  }

  #drawAtRest(wait = REST): void {
    clearTimeout(this.#resting);
    const due = Date.now() + wait;
    this.#resting = setTimeout(() => {
      // Whoever was held up has keys waiting that were pressed meanwhile: they are about the rows as they are.
      if (Date.now() - due > HELD_UP) {
        this.#drawAtRest(BEAT);
        return;
      }
      const others = this.#othersLook(this.#tops());
      if (others.length > 0) this.#changed.fire([...others]);
    }, wait);
  }

  /** Of rows that the editor has asked for, those that look otherwise now. */
  #othersLook(rows: readonly Row[]): readonly Row[] {
    return rows.flatMap((row) => {
      const look = this.#looks.get(row);
      if (look === undefined) return [];
      const others = this.#othersLook(this.#below(row));
      return look === lookOf(this.#itemOf(row)) ? others : [row, ...others];
    });
  }

  /** The rows below a row, as far as they have been made. */
  #below(row: Row): readonly Row[] {
    if (row.kind === 'article') return this.#planted.get(row.uri.toString())?.rows ?? [];
    return 'children' in row ? row.children : [];
  }

  #plant(article: TreeArticle) {
    const key = article.uri.toString();
    let planted = this.#planted.get(key);
    if (!planted) {
      planted = plantedOf(rowsOf(article, article.session, this.#view));
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

/** All that can be seen of a row but whether it is unfolded: of that, the editor knows best. */
function lookOf(item: vscode.TreeItem): string {
  return JSON.stringify({ ...item, collapsibleState: undefined });
}

function plantedOf(rows: readonly CoreRow<TreeArticle>[]): Planted {
  return { rows, find: mentionFinder(rows) };
}
