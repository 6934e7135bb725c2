import * as vscode from 'vscode';
import { mentionAt } from '../../../core/mentions/mentionAt';
import { keysOf, mentionsOf } from '../../../core/navigation/sameEntity';
import { cancellationOf } from '../../adapt/cancellation';
import { toOffset, toRange } from '../../adapt/position';
import type { OpenArticles } from '../../articles/openArticles';
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
    const decided = this.#workspace.allClosed(cancellationOf(token), ({ hasSidecar }) => hasSidecar);
    for await (const { uri, article } of decided) {
      const { text, mentions, set } = article;
      found.push(
        ...mentionsOf(keys, mentions, set.entities).map((each) => new vscode.Location(uri, toRange(text, each))),
      );
    }
    return token.isCancellationRequested ? [] : found;
  }
}
