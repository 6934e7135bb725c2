import * as vscode from 'vscode';
import type { LabelSet } from '../../../core/annotation/labelSet';
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
    const { text, structure, mentions, labels } = article.session;
    return outlineOf(text.value, structure, mentions, labels).map((node) => symbolOf(text, node, labels));
  }
}

function symbolOf(
  text: Text,
  { name, mention, start, end, selection, children }: OutlineNode,
  labels: LabelSet,
): vscode.DocumentSymbol {
  const symbol = new vscode.DocumentSymbol(
    name,
    mention ? detailOf(mention, labels) : '',
    mention ? symbolKindOf(labels.of(mention.label)) : vscode.SymbolKind.Package,
    toRange(text, { start, end }),
    toRange(text, selection),
  );
  symbol.children = children.map((child) => symbolOf(text, child, labels));
  return symbol;
}

/** The label, and the name where the words are another one: "Person · Vladimir Putin". */
function detailOf({ label, name, text, speaker }: NonNullable<OutlineNode['mention']>, labels: LabelSet): string {
  const { title } = labels.of(label);
  if (speaker) return `${title} · ${speaker.name}`;
  return name === text || labels.of(label).group !== 'entity' ? title : `${title} · ${name}`;
}
