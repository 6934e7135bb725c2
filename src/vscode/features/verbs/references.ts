import * as vscode from 'vscode';
import type { CorpusIndex } from '../../../core/corpus/corpusIndex';
import { indexIdentity } from '../../../core/corpus/indexArticle';
import { keysOf, mentionsOf } from '../../../core/navigation/sameEntity';
import { toOffset, toRange } from '../../adapt/position';
import type { Knowledge } from '../../articles/knowledge';
import type { OpenArticles } from '../../articles/openArticles';
import { mentionAt } from '../../articles/target';
import type { WorkspaceArticles } from '../../articles/workspaceArticles';
import type { Services } from '../../services';
import { rangesAt } from './indexedRanges';

/**
 * Find All References: every mention of an entity, in this article, the other open ones, and those of the workspace: by the
 * index, and what is not in it yet, by its sidecar.
 */
export class EntityReferences implements vscode.ReferenceProvider {
  readonly #articles: OpenArticles;
  readonly #workspace: WorkspaceArticles;
  readonly #index: CorpusIndex;
  readonly #knowledge: Knowledge;

  constructor({ articles, workspace, corpus, knowledge }: Services) {
    this.#articles = articles;
    this.#workspace = workspace;
    this.#index = corpus.index;
    this.#knowledge = knowledge;
  }

  async provideReferences(
    document: vscode.TextDocument,
    position: vscode.Position,
    _context: vscode.ReferenceContext,
    token: vscode.CancellationToken,
  ): Promise<vscode.Location[]> {
    const article = this.#articles.get(document.uri);
    const mention = article && mentionAt(article.session.mentions, toOffset(article.session.text, position));
    if (!mention || mention.quotation) return [];
    const own = article.session.mentions.filter(
      ({ entity, status }) => entity === mention.entity && status !== 'rejected',
    );
    const keys = keysOf(mention, article.session.set.entities);
    const here = own.map((each) => new vscode.Location(document.uri, toRange(article.session.text, each)));
    const others = this.#articles.all.filter((other) => other !== article);
    const open = others.flatMap(({ uri, session: { text, mentions, set } }) =>
      mentionsOf(keys, mentions, set.entities).map((each) => new vscode.Location(uri, toRange(text, each))),
    );
    const identity = indexIdentity(
      mention,
      article.session.set,
      article.session.labels,
      this.#knowledge.linksOf(article),
    );
    // What is read from files comes first: an article that is indexed meanwhile must not be missed by both.
    const read = await this.#closed(keys, token);
    const known = new Set([...this.#articles.all, ...read].map(({ uri }) => uri.toString()));
    return [...here, ...open, ...read, ...this.#indexed(this.#index.keyOf(document.uri.toString(), identity), known)];
  }

  /** Mentions in all other articles, as the index has them: none is read for that. */
  #indexed(key: string | undefined, known: ReadonlySet<string>): vscode.Location[] {
    if (key === undefined) return [];
    return this.#index
      .pathsWith([key])
      .filter((path) => !known.has(path))
      .flatMap((path) => {
        const uri = vscode.Uri.parse(path, true);
        const mentions = [...this.#index.mentionsOf(key, [path])].map((found) => found.mention);
        return rangesAt(this.#index, path, mentions).map((range) => new vscode.Location(uri, range));
      });
  }

  /** Mentions that somebody has accepted in articles that are neither open nor indexed. */
  async #closed(keys: ReadonlySet<string>, token: vscode.CancellationToken): Promise<vscode.Location[]> {
    const found: vscode.Location[] = [];
    for (const { uri, hasSidecar } of await this.#workspace.list()) {
      if (token.isCancellationRequested) return [];
      if (!hasSidecar || this.#articles.get(uri) || this.#index.has(uri.toString())) continue;
      const article = await this.#workspace.closed(uri);
      if (!article) continue;
      const { text, mentions, set } = article;
      found.push(
        ...mentionsOf(keys, mentions, set.entities).map((each) => new vscode.Location(uri, toRange(text, each))),
      );
    }
    return found;
  }
}
