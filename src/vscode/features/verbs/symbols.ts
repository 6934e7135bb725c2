import * as vscode from 'vscode';
import type { LabelSet } from '../../../core/annotation/labelSet';
import { labelOf } from '../../../core/annotation/labels';
import type { CorpusEntity, CorpusIndex } from '../../../core/corpus/corpusIndex';
import { t } from '../../../core/l10n';
import { isShown, type Mention } from '../../../core/mentions/mention';
import type { Text } from '../../../core/text/text';
import { fileNameOf } from '../../adapt/fileName';
import { toRange } from '../../adapt/position';
import { inSlices } from '../../adapt/slices';
import type { OpenArticles } from '../../articles/openArticles';
import type { WorkspaceArticles } from '../../articles/workspaceArticles';
import type { Services } from '../../services';
import { toRanges } from './indexedRanges';
import { symbolKindOf } from './symbolKind';

/** How many symbols are given; somebody who looks for one types more of it. */
const MOST_SYMBOLS = 1_000;

/** How many entities are taken from the index, and in how many of its newest articles each is given. */
const MOST_ENTITIES = 200;
const MOST_ARTICLES = 5;

/**
 * Go to Symbol in Workspace: the names in open articles, those of the index in the others, and where an article is not in it
 * yet, those accepted in its sidecar.
 */
export class EntitySymbols implements vscode.WorkspaceSymbolProvider {
  readonly #articles: OpenArticles;
  readonly #workspace: WorkspaceArticles;

  readonly #index: CorpusIndex;

  constructor({ articles, workspace, corpus }: Services) {
    this.#articles = articles;
    this.#workspace = workspace;
    this.#index = corpus.index;
  }

  async provideWorkspaceSymbols(query: string, token: vscode.CancellationToken): Promise<vscode.SymbolInformation[]> {
    const fits = matcherOf(query);
    const found = this.#articles.all.flatMap(({ uri, session }) => symbolsIn(uri, session, fits));
    for await (const { uri, hasSidecar } of inSlices(await this.#workspace.list())) {
      if (token.isCancellationRequested || found.length >= MOST_SYMBOLS) break;
      if (!hasSidecar || this.#articles.get(uri) || this.#index.has(uri.toString())) continue;
      const article = await this.#workspace.closed(uri);
      if (article) found.push(...symbolsIn(uri, article, fits));
    }
    const known = new Set(
      [...this.#articles.all, ...found.map(({ location }) => location)].map(({ uri }) => uri.toString()),
    );
    return [...found, ...(await this.#indexed(fits, known, token))].slice(0, MOST_SYMBOLS);
  }

  /** Entities of all other articles, each at its first mention in its newest articles. */
  async #indexed(
    fits: (name: string) => boolean,
    known: ReadonlySet<string>,
    token: vscode.CancellationToken,
  ): Promise<vscode.SymbolInformation[]> {
    const found: vscode.SymbolInformation[] = [];
    for await (const entity of inSlices(this.#index.entitiesWhere(fits, MOST_ENTITIES))) {
      if (token.isCancellationRequested) return [];
      const paths = this.#index.pathsWith([entity.key], known.size + MOST_ARTICLES);
      const others = paths.filter((path) => !known.has(path)).slice(0, MOST_ARTICLES);
      found.push(...others.flatMap((path) => this.#symbolIn(path, entity)));
    }
    return found;
  }

  #symbolIn(path: string, { key, name, articles }: CorpusEntity): vscode.SymbolInformation[] {
    for (const { mention } of this.#index.mentionsOf(key, [path])) {
      const [range] = toRanges(this.#index.rangesOf(key, path));
      const label = labelOf(mention.kind ?? mention.label);
      const uri = vscode.Uri.parse(path, true);
      const about = `${label.title} · ${fileNameOf(uri)} · ${t('{0} articles', articles)}`;
      return range
        ? [new vscode.SymbolInformation(name, symbolKindOf(label), about, new vscode.Location(uri, range))]
        : [];
    }
    return [];
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
