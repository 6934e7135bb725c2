import * as vscode from 'vscode';
import { keysOf, mentionsOf } from '../../../core/navigation/sameEntity';
import { toOffset, toRange } from '../../adapt/position';
import type { OpenArticles } from '../../articles/openArticles';
import { mentionAt } from '../../articles/target';
import type { WorkspaceArticles } from '../../articles/workspaceArticles';

/** Find All References: every mention of an entity, in this article, the other open ones, and those of the workspace. */
export class EntityReferences implements vscode.ReferenceProvider {
  readonly #articles: OpenArticles;
  readonly #workspace: WorkspaceArticles;

  constructor(articles: OpenArticles, workspace: WorkspaceArticles) {
    this.#articles = articles;
    this.#workspace = workspace;
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
    return [...here, ...open, ...(await this.#closed(keys, token))];
  }

  /** Mentions that somebody has accepted in articles that are not open. */
  async #closed(keys: ReadonlySet<string>, token: vscode.CancellationToken): Promise<vscode.Location[]> {
    const found: vscode.Location[] = [];
    for (const { uri, hasSidecar } of await this.#workspace.list()) {
      if (token.isCancellationRequested) return [];
      if (!hasSidecar || this.#articles.get(uri)) continue;
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
