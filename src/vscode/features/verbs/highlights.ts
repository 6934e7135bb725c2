import * as vscode from 'vscode';
import { isShown } from '../../../core/mentions/mention';
import { toOffset, toRange } from '../../adapt/position';
import type { OpenArticles } from '../../articles/openArticles';
import { mentionAt } from '../../articles/target';

/** Lights up all mentions of the entity that the cursor is in. */
export class EntityHighlights implements vscode.DocumentHighlightProvider {
  readonly #articles: OpenArticles;

  constructor(articles: OpenArticles) {
    this.#articles = articles;
  }

  provideDocumentHighlights(
    document: vscode.TextDocument,
    position: vscode.Position,
  ): vscode.DocumentHighlight[] | undefined {
    const article = this.#articles.get(document.uri);
    if (!article) return undefined;
    const { text, mentions } = article.session;
    const mention = mentionAt(mentions, toOffset(text, position));
    const isOfEntity = mention && !mention.quotation;
    // Without an answer the editor lights up the same words anywhere: in running text, every "the". Nothing is lit here.
    if (!isOfEntity) return [new vscode.DocumentHighlight(new vscode.Range(position, position))];
    return mentions
      .filter((other) => isShown(other) && other.entity === mention.entity)
      .map((other) => new vscode.DocumentHighlight(toRange(text, other), vscode.DocumentHighlightKind.Text));
  }
}
