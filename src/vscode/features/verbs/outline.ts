import * as vscode from 'vscode';
import { labelOf } from '../../../core/annotation/labels';
import { type OutlineNode, outlineOf } from '../../../core/navigation/outline';
import type { Text } from '../../../core/text/text';
import { toRange } from '../../adapt/position';
import { ARTICLE_LANGUAGES } from '../../adapt/selector';
import type { OpenArticles } from '../../articles/openArticles';
import { symbolKindOf } from './symbolKind';

/**
 * Outline, breadcrumbs and Go to Symbol in Editor. The editor asks for them once for each version of a text, and a provider
 * can't tell that it has something new to say without one: so it is registered anew with what was found or decided.
 */
export function registerOutline(articles: OpenArticles): vscode.Disposable {
  const register = () =>
    vscode.languages.registerDocumentSymbolProvider(ARTICLE_LANGUAGES, new ArticleOutline(articles), {
      label: 'Newsmark',
    });
  let registered = register();
  return vscode.Disposable.from(
    new vscode.Disposable(() => registered.dispose()),
    articles.onDidChange(({ event }) => {
      if (event === 'text' || event === 'sidecar') return;
      registered.dispose();
      registered = register();
    }),
  );
}

/** The outline of an article: headings and what is mentioned below them. */
class ArticleOutline implements vscode.DocumentSymbolProvider {
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
