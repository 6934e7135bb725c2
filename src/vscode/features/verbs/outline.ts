import * as vscode from 'vscode';
import type { LabelSet } from '../../../core/annotation/labelSet';
import { type OutlineNode, outlineOf } from '../../../core/navigation/outline';
import type { Text } from '../../../core/text/text';
import { toRange } from '../../adapt/position';
import { ARTICLE_LANGUAGES } from '../../adapt/selector';
import type { OpenArticles } from '../../articles/openArticles';
import { symbolKindOf } from './symbolKind';

/** How long changes are gathered before the outline is asked for again, in milliseconds. */
const GATHER = 400;

/** So many mentions are listed at most; the outline of an article with more of them has its headings. */
const MOST_MENTIONS = 3_000;

/**
 * Keeps the outline up to date. The editor asks for it when the text changes and when a provider comes, and at no other
 * time: so the provider comes anew when something is recognized or decided.
 */
export function registerOutline(articles: OpenArticles): vscode.Disposable {
  const register = () =>
    vscode.languages.registerDocumentSymbolProvider(ARTICLE_LANGUAGES, new ArticleOutline(articles), {
      label: 'Newsmark',
    });
  let provider = register();
  let gathering: ReturnType<typeof setTimeout> | undefined;
  const listening = articles.onDidChange(({ article, event }) => {
    if (event !== 'suggestions' && event !== 'decisions') return;
    // Headings alone come with the text, and that the editor knows.
    if (article.session.mostMarks > MOST_MENTIONS) return;
    clearTimeout(gathering);
    gathering = setTimeout(() => {
      provider.dispose();
      provider = register();
    }, GATHER);
  });
  return new vscode.Disposable(() => {
    clearTimeout(gathering);
    listening.dispose();
    provider.dispose();
  });
}

/** Outline, breadcrumbs and Go to Symbol in Editor: headings and what is mentioned below them. */
class ArticleOutline implements vscode.DocumentSymbolProvider {
  readonly #articles: OpenArticles;

  constructor(articles: OpenArticles) {
    this.#articles = articles;
  }

  provideDocumentSymbols(document: vscode.TextDocument): vscode.DocumentSymbol[] {
    const article = this.#articles.get(document.uri);
    if (!article) return [];
    const { session } = article;
    const { text, structure, labels } = session;
    // Of so many the editor would be busy for long, and nobody could find anything among them.
    const mentions = session.mostMarks > MOST_MENTIONS ? [] : session.mentions;
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
