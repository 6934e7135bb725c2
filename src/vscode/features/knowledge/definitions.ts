import type * as vscode from 'vscode';
import { toOffset, toRange } from '../../adapt/position';
import type { Knowledge } from '../../articles/knowledge';
import type { OpenArticles } from '../../articles/openArticles';
import { mentionAt } from '../../articles/target';
import { placeOf } from './entryDocument';

/** Go to Definition: from a mention to what the knowledge base says of its entity. */
export class EntityDefinitions implements vscode.DefinitionProvider {
  readonly #articles: OpenArticles;
  readonly #knowledge: Knowledge;

  constructor(articles: OpenArticles, knowledge: Knowledge) {
    this.#articles = articles;
    this.#knowledge = knowledge;
  }

  async provideDefinition(
    document: vscode.TextDocument,
    position: vscode.Position,
  ): Promise<vscode.LocationLink[] | undefined> {
    await this.#knowledge.load();
    const article = this.#articles.get(document.uri);
    const mention = article && mentionAt(article.session.mentions, toOffset(article.session.text, position));
    const entry = mention && !mention.quotation ? this.#knowledge.entryOf(article, mention) : undefined;
    if (!article || !mention || !entry) return undefined;
    const { uri, range } = placeOf(entry);
    return [{ originSelectionRange: toRange(article.session.text, mention), targetUri: uri, targetRange: range }];
  }
}
