import * as vscode from 'vscode';
import type { CorpusIndex } from '../../../core/corpus/corpusIndex';
import { indexArticle } from '../../../core/corpus/indexArticle';
import type { IndexedArticle } from '../../../core/corpus/indexedArticle';
import type { InsightState } from '../../../core/insights/state';
import { fileNameOf } from '../../adapt/fileName';
import type { OpenArticle } from '../../articles/openArticle';
import type { Services } from '../../services';

type Scope = InsightState['scope'];

/** Once all are known, fewer than these are read again before anybody has read that they are. */
const WORTH_SAYING = 20;

/** The articles that the views are about: open ones as they are, and those in the index over the workspace. */
export class InsightSource implements vscode.Disposable {
  readonly #services: Services;
  readonly #changed = new vscode.EventEmitter<Scope>();
  readonly #disposables: vscode.Disposable[];
  /** Whether all articles have been known once. */
  #wasWhole: boolean;

  /** There is something new to see: in an open article, or in what is known of all articles. */
  readonly onDidChange = this.#changed.event;

  constructor(services: Services) {
    this.#services = services;
    const { articles, corpus } = services;
    this.#wasWhole = corpus.progress.state === 'resting';
    const tell = (scope: Scope) => this.#changed.fire(scope);
    this.#disposables = [
      this.#changed,
      articles.onDidChange(({ event }) => {
        if (event !== 'sidecar' && event !== 'glance') tell(this.isOff ? 'corpus' : 'article');
      }),
      corpus.onDidChange(() => tell('corpus')),
      corpus.onDidProgress(({ state }) => {
        this.#wasWhole ||= state === 'resting';
        if (state === 'off' || state === 'resting') tell('corpus');
      }),
    ];
  }

  get index(): CorpusIndex {
    return this.#services.corpus.index;
  }

  /** Whether there is no index: then the open articles are all that is known. */
  get isOff(): boolean {
    return this.#services.corpus.progress.state === 'off';
  }

  /** How much of the corpus is in the index, from 0 to 1. */
  get read(): number {
    const { state, done, total } = this.#services.corpus.progress;
    if (state === 'reading') return this.#wasWhole ? 1 : 0;
    const isOnTheWay = state === 'indexing' || state === 'paused';
    return isOnTheWay && (total >= WORTH_SAYING || !this.#wasWhole) ? done / total : 1;
  }

  /** The articles that a state is about. */
  articlesFor({ scope, article, view, entity }: InsightState): Iterable<IndexedArticle> {
    if (scope === 'article') return this.article(article ?? '') ?? [];
    this.#services.corpus.want();
    if (this.isOff) return this.#services.articles.all.map((article) => indexed(article, this.#services));
    const { index } = this;
    if (view !== 'profile' || !entity) return index.articles();
    return articlesIn(index, index.pathsWith([entity.key]));
  }

  /** An article with its mentions as they are now, alone in a list; undefined where it is not known. */
  article(path: string): readonly [IndexedArticle] | undefined {
    const open = this.#services.articles.all.find(({ uri }) => uri.toString() === path);
    const article = open ? indexed(open, this.#services) : this.index.article(path);
    return article && [article];
  }

  /** The text of an article, LF line ends. */
  async textOf(path: string): Promise<string | undefined> {
    const uri = vscode.Uri.parse(path, true);
    const { articles, workspace } = this.#services;
    return (articles.get(uri)?.session ?? (await workspace.closed(uri)))?.text.value;
  }

  dispose(): void {
    for (const disposable of this.#disposables) disposable.dispose();
  }
}

/** Articles of the index, unpacked one by one as they are asked for. */
function* articlesIn(index: CorpusIndex, paths: readonly string[]): IterableIterator<IndexedArticle> {
  for (const path of paths) {
    const article = index.article(path);
    if (article) yield article;
  }
}

function indexed(article: OpenArticle, { knowledge }: Services): IndexedArticle {
  const { uri, session } = article;
  const { text, set, labels, mentions, metadata } = session;
  const place = { path: uri.toString(), fileName: fileNameOf(uri), metadata };
  return indexArticle(place, { text, set, labels, mentions }, knowledge.linksOf(article));
}
