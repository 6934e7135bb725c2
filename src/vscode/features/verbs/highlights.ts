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

  async provideDocumentHighlights(
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
  ): Promise<vscode.DocumentHighlight[] | undefined> {
    const article = this.#articles.get(document.uri);
    if (!article) return undefined;
    const { session } = article;
    // Who goes on typing has no use for all mentions of a long article.
    if (!session.mentionsAtHand) await rest(token);
    if (token.isCancellationRequested) return undefined;
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

/** How long the cursor must rest before all mentions of a long article are looked through, in milliseconds. */
const REST = 500;

/** Waits for that, or until nobody wants it any more. */
function rest(token: vscode.CancellationToken): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      canceled.dispose();
      resolve();
    };
    const timer = setTimeout(done, REST);
    const canceled = token.onCancellationRequested(done);
  });
}
