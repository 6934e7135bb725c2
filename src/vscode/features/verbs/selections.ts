import * as vscode from 'vscode';
import { growingSelection } from '../../../core/navigation/growingSelection';
import { toOffset, toRange } from '../../adapt/position';
import type { OpenArticles } from '../../articles/openArticles';

/** Expand and Shrink Selection: word, mention, sentence, paragraph, article. */
export class GrowingSelections implements vscode.SelectionRangeProvider {
  readonly #articles: OpenArticles;

  constructor(articles: OpenArticles) {
    this.#articles = articles;
  }

  provideSelectionRanges(
    document: vscode.TextDocument,
    positions: readonly vscode.Position[],
  ): vscode.SelectionRange[] | undefined {
    const article = this.#articles.get(document.uri);
    if (!article) return undefined;
    const { text, mentions } = article.session;
    return positions.map(
      (position) =>
        growingSelection(text.value, mentions, toOffset(text, position)).reduceRight(
          (parent: vscode.SelectionRange | undefined, span) => new vscode.SelectionRange(toRange(text, span), parent),
          undefined,
        ) ?? new vscode.SelectionRange(new vscode.Range(position, position)),
    );
  }
}
