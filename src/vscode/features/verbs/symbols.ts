import * as vscode from 'vscode';
import type { LabelSet } from '../../../core/annotation/labelSet';
import { isShown, type Mention } from '../../../core/mentions/mention';
import type { Text } from '../../../core/text/text';
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
    const found = this.#articles.all.flatMap(({ uri, session }) => symbolsIn(uri, session, fits));
    for (const { uri, hasSidecar } of await this.#workspace.list()) {
      if (token.isCancellationRequested || found.length >= MOST_SYMBOLS) break;
      if (!hasSidecar || this.#articles.get(uri)) continue;
      const article = await this.#workspace.closed(uri);
      if (article) found.push(...symbolsIn(uri, article, fits));
    }
    return found.slice(0, MOST_SYMBOLS);
  }
}

/** An article, open or not. */
interface Listed {
  readonly text: Text;
  readonly mentions: readonly Mention[];
  readonly labels: LabelSet;
}

/** The entities of an article, each at its first mention. */
function symbolsIn(
  uri: vscode.Uri,
  { text, mentions, labels }: Listed,
  fits: (name: string) => boolean,
): vscode.SymbolInformation[] {
  const firsts = new Map<string, Mention>();
  for (const mention of mentions) {
    const isName = isShown(mention) && labels.of(mention.label).group === 'entity';
    if (isName && !firsts.has(mention.entity) && fits(mention.name)) firsts.set(mention.entity, mention);
  }
  return [...firsts.values()].map(
    (mention) =>
      new vscode.SymbolInformation(
        mention.name,
        symbolKindOf(labels.of(mention.label)),
        `${labels.of(mention.label).title} · ${fileNameOf(uri)}`,
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
