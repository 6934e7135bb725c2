import * as vscode from 'vscode';
import { labelOf } from '../../../core/annotation/labels';
import { type OutlineNode, outlineOf } from '../../../core/navigation/outline';
import type { Text } from '../../../core/text/text';
import { toRange } from '../../adapt/position';
import type { OpenArticles } from '../../articles/openArticles';
import { symbolKindOf } from './symbolKind';

/** Outline, breadcrumbs and Go to Symbol in Editor: headings and what is mentioned below them. */
export class ArticleOutline implements vscode.DocumentSymbolProvider {
  readonly #articles: OpenArticles;

  constructor(articles: OpenArticles) {
    this.#articles = articles;
  }

  provideDocumentSymbols(document: vscode.TextDocument): vscode.DocumentSymbol[] {
    const article = this.#articles.get(document.uri);
    if (!article) return [];
    const { text, structure, mentions } = article.session;
    return outlineOf(text.value, structure, mentions).map((node) => symbolOf(text, node));
  }
}

function symbolOf(text: Text, { name, mention, start, end, selection, children }: OutlineNode): vscode.DocumentSymbol {
  const symbol = new vscode.DocumentSymbol(
    name,
    mention ? detailOf(mention) : '',
    mention ? symbolKindOf(mention.label) : vscode.SymbolKind.Package,
    toRange(text, { start, end }),
    toRange(text, selection),
  );
  symbol.children = children.map((child) => symbolOf(text, child));
  return symbol;
}

/** The label, and the name where the words are another one: "Person · Vladimir Putin". */
function detailOf({ label, name, text, speaker }: NonNullable<OutlineNode['mention']>): string {
  const { title } = labelOf(label);
  if (speaker) return `${title} · ${speaker.name}`;
  return name === text || labelOf(label).group !== 'entity' ? title : `${title} · ${name}`;
}
