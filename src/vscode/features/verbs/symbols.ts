import * as vscode from 'vscode';
import { labelOf } from '../../../core/annotation/labels';
import { isShown, type Mention } from '../../../core/mentions/mention';
import type { Text } from '../../../core/text/text';
import { cancellationOf } from '../../adapt/cancellation';
import { fileNameOf } from '../../adapt/fileName';
import { toRange } from '../../adapt/position';
import type { OpenArticles } from '../../articles/openArticles';
import type { WorkspaceArticles } from '../../articles/workspaceArticles';
import { symbolKindOf } from './symbolKind';

/** How many symbols are given; somebody who looks for one types more of it. */
const MOST_SYMBOLS = 1_000;

/** Go to Symbol in Workspace: the names in open articles, and those accepted in the others. */
export class EntitySymbols implements vscode.WorkspaceSymbolProvider {
  readonly #articles: OpenArticles;
  readonly #workspace: WorkspaceArticles;

  constructor(articles: OpenArticles, workspace: WorkspaceArticles) {
    this.#articles = articles;
    this.#workspace = workspace;
  }

  async provideWorkspaceSymbols(query: string, token: vscode.CancellationToken): Promise<vscode.SymbolInformation[]> {
    const fits = matcherOf(query);
    const found = this.#articles.all.flatMap(({ uri, session }) =>
      symbolsIn(uri, session.text, session.mentions, fits),
    );
    const decided = this.#workspace.allClosed(cancellationOf(token), ({ hasSidecar }) => hasSidecar);
    for await (const { uri, article } of decided) {
      found.push(...symbolsIn(uri, article.text, article.mentions, fits));
      if (found.length >= MOST_SYMBOLS) break;
    }
    return found.slice(0, MOST_SYMBOLS);
  }
}

/** The entities of an article, each at its first mention. */
function symbolsIn(
  uri: vscode.Uri,
  text: Text,
  mentions: readonly Mention[],
  fits: (name: string) => boolean,
): vscode.SymbolInformation[] {
  const firsts = new Map<string, Mention>();
  for (const mention of mentions) {
    const isName = isShown(mention) && labelOf(mention.label).group === 'entity';
    if (isName && !firsts.has(mention.entity) && fits(mention.name)) firsts.set(mention.entity, mention);
  }
  return [...firsts.values()].map(
    (mention) =>
      new vscode.SymbolInformation(
        mention.name,
        symbolKindOf(mention.label),
        `${labelOf(mention.label).title} · ${fileNameOf(uri)}`,
        new vscode.Location(uri, toRange(text, mention)),
      ),
  );
}

/** Whether a name has the letters of the query in their order, as the editor's own filter wants it. */
function matcherOf(query: string): (name: string) => boolean {
  const letters = [...query.toLowerCase().replace(/\s+/g, '')];
  return (name) => {
    const lower = name.toLowerCase();
    let at = 0;
    return letters.every((letter) => {
      at = lower.indexOf(letter, at) + 1;
      return at > 0;
    });
  };
}
