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
    const { session } = article;
    const { text } = session;
    const offset = toOffset(text, position);
    const mark = mentionAt(session.marksIn({ start: offset, end: offset }), offset);
    const mention = mark && !mark.quotation ? session.mentions.find(({ key }) => key === mark.key) : undefined;
    // Without an answer the editor lights up the same words anywhere: in running text, every "the". Nothing is lit here.
    if (!mention) return [new vscode.DocumentHighlight(new vscode.Range(position, position))];
    return session.mentions
      .filter((other) => isShown(other) && other.entity === mention.entity)
      .map((other) => new vscode.DocumentHighlight(toRange(text, other), vscode.DocumentHighlightKind.Text));
  }
}
