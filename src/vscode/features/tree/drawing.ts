import * as vscode from 'vscode';
import { t } from '../../../core/l10n';
import type { OpenArticle } from '../../articles/openArticle';
import type { ArticleEvent, OpenArticles } from '../../articles/openArticles';
import { partlyInWords } from '../../articles/reasons';
import { SETTINGS } from '../../contributions';
import type { Services } from '../../services';
import type { EntityTree, TreeView } from './entityTree';
import type { Row } from './treeRow';

/** How long changes are gathered before the tree is drawn again, in milliseconds. */
const GATHER = 50;

/**
 * For some news longer, or not at all, in milliseconds. What was typed may be recognized before it is drawn. What was
 * decided is drawn before the next key comes: a tree that is being drawn takes none.
 */
const WAITS: Partial<Record<ArticleEvent['event'], number>> = Object.freeze({ text: 600, decisions: 0 });

/** Draws the tree, its heading and its badge when there is something new. */
export class Drawing implements vscode.Disposable {
  readonly #view: vscode.TreeView<Row>;
  readonly #model: EntityTree;
  readonly #articles: OpenArticles;
  readonly #wanted: () => TreeView;
  readonly #listening: vscode.Disposable;
  #gathering: ReturnType<typeof setTimeout> | undefined;
  /** The article that has changed, where nothing else has. */
  #news: OpenArticle | 'all' | undefined;

  /** @param wanted how the tree is to be */
  constructor(
    view: vscode.TreeView<Row>,
    model: EntityTree,
    { articles, workspace }: Pick<Services, 'articles' | 'workspace'>,
    wanted: () => TreeView,
  ) {
    this.#view = view;
    this.#model = model;
    this.#articles = articles;
    this.#wanted = wanted;
    this.#listening = vscode.Disposable.from(
      articles.onDidActivate(() => (wanted().scope === 'article' ? this.all() : this.#describe())),
      articles.onDidChange(({ article, event }) => {
        // A look at the sidecar that brought nothing changes no row, and a redraw could take a click away.
        const isShown = article === articles.active || wanted().scope !== 'article';
        if (isShown && event !== 'sidecar' && event !== 'glance') this.soon(WAITS[event], article);
      }),
      workspace.onDidChange((files) => {
        // Of an open article, its session tells.
        const isOpen = files.some((file) => articles.get(file) !== undefined);
        if (wanted().scope === 'workspace' && !isOpen) this.soon();
      }),
      vscode.workspace.onDidChangeConfiguration((change) => {
        const ids = [SETTINGS.treeScope, SETTINGS.treeOrder, SETTINGS.treeGroupBy, SETTINGS.treeHiddenLabels];
        if (ids.some((id) => change.affectsConfiguration(id))) this.all();
      }),
    );
  }

  /** Draws all of it at once, and nothing later for what has been told till now. */
  all(): void {
    this.#cancel();
    this.#model.show(this.#wanted());
    this.#describe();
  }

  /** @param what the article that has changed, where nothing else has */
  soon(wait = GATHER, what: OpenArticle | 'all' = 'all'): void {
    const news = this.#news === undefined || this.#news === what ? what : 'all';
    this.#cancel();
    this.#news = news;
    this.#gathering = setTimeout(() => {
      // A tree that nobody sees is made when it is looked at again.
      if (news === 'all' || !this.#view.visible) {
        this.all();
        return;
      }
      this.#news = undefined;
      this.#model.update(news);
      this.#describe();
    }, wait);
  }

  dispose(): void {
    this.#cancel();
    this.#listening.dispose();
  }

  #cancel(): void {
    clearTimeout(this.#gathering);
    this.#news = undefined;
  }

  #describe(): void {
    describe(this.#view, this.#articles, this.#wanted());
  }
}

function describe(view: vscode.TreeView<Row>, articles: OpenArticles, { scope, filter }: TreeView): void {
  const { active, all } = articles;
  const shown = scope === 'article' ? (active ? [active] : []) : all;
  const undecided = shown.reduce((sum, { session }) => sum + session.counts.pressing, 0);
  view.badge = undecided > 0 ? { value: undecided, tooltip: undecidedInWords(undecided) } : undefined;
  const { title, published } = (scope === 'article' && active?.session.metadata) || {};
  view.description =
    scope === 'article'
      ? [title, published].filter((part) => part !== undefined).join(' · ')
      : scope === 'open'
        ? t('open articles')
        : t('workspace');
  view.message = [
    ...(filter === '' ? [] : [t('Only what has “{0}” in it.', filter)]),
    ...(scope === 'article' ? waiting(active) : []),
  ].join(' ');
}

function undecidedInWords(count: number): string {
  return count === 1 ? t('1 undecided suggestion') : t('{0} undecided suggestions', count);
}

/** What an article without mentions is waiting for. */
function waiting(article: OpenArticle | undefined): string[] {
  if (article?.isPartly) return [partlyInWords()];
  if (!article || article.session.counts.shown + article.session.set.annotations.length > 0) return [];
  return [article.session.isAnalyzed ? t('Nothing is found in this article yet.') : t('Reading …')];
}
