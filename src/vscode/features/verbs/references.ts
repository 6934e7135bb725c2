import * as vscode from 'vscode';
import type { CorpusIndex } from '../../../core/corpus/corpusIndex';
import { indexIdentity } from '../../../core/corpus/indexArticle';
import { t } from '../../../core/l10n';
import { keysOf, mentionsOf } from '../../../core/navigation/sameEntity';
import { toOffset, toRange } from '../../adapt/position';
import { inSlices } from '../../adapt/slices';
import type { Knowledge } from '../../articles/knowledge';
import type { OpenArticles } from '../../articles/openArticles';
import { type MentionLink, mentionAt } from '../../articles/target';
import type { WorkspaceArticles } from '../../articles/workspaceArticles';
import { COMMANDS } from '../../contributions';
import type { Services } from '../../services';
import { toRanges } from './indexedRanges';

/** How many places in other articles are told: a list of more helps nobody, and costs the editor seconds. */
const MOST_PLACES = 5_000;

/** What is looked for in the index. */
interface Sought {
  /** Key of an entity. */
  readonly key: string;
  /** The mention that it was asked for at. */
  readonly link: MentionLink;
  /** Articles that are done with. */
  readonly known: ReadonlySet<string>;
}

/**
 * Find All References: every mention of an entity, in this article, the other open ones, and those of the workspace: by the
 * index, and what is not in it yet, by its sidecar. Of an entity that half the corpus mentions, those of the newest articles.
 */
export class EntityReferences implements vscode.ReferenceProvider {
  readonly #articles: OpenArticles;
  readonly #workspace: WorkspaceArticles;
  readonly #index: CorpusIndex;
  readonly #knowledge: Knowledge;

  constructor({ articles, workspace, corpus, knowledge }: Services) {
    this.#articles = articles;
    this.#workspace = workspace;
    this.#index = corpus.index;
    this.#knowledge = knowledge;
  }

  async provideReferences(
    document: vscode.TextDocument,
    position: vscode.Position,
    _context: vscode.ReferenceContext,
    token: vscode.CancellationToken,
  ): Promise<vscode.Location[]> {
    const article = this.#articles.get(document.uri);
    const mention = article && mentionAt(article.session.mentions, toOffset(article.session.text, position));
    if (!mention || mention.quotation) return [];
    const own = article.session.mentions.filter(
      ({ entity, status }) => entity === mention.entity && status !== 'rejected',
    );
    const keys = keysOf(mention, article.session.set.entities);
    const here = own.map((each) => new vscode.Location(document.uri, toRange(article.session.text, each)));
    const others = this.#articles.all.filter((other) => other !== article);
    const open = others.flatMap(({ uri, session: { text, mentions, set } }) =>
      mentionsOf(keys, mentions, set.entities).map((each) => new vscode.Location(uri, toRange(text, each))),
    );
    const identity = indexIdentity(
      mention,
      article.session.set,
      article.session.labels,
      this.#knowledge.linksOf(article),
    );
    // What is read from files comes first: an article that is indexed meanwhile must not be missed by both.
    const read = await this.#closed(keys, token);
    const known = new Set([...this.#articles.all, ...read].map(({ uri }) => uri.toString()));
    const key = this.#index.keyOf(document.uri.toString(), identity);
    const link: MentionLink = { uri: document.uri.toString(), keys: [mention.key] };
    const indexed = key === undefined ? [] : await this.#indexed({ key, link, known }, token);
    return [...here, ...open, ...read, ...indexed];
  }

  /** Mentions in all other articles, the newest first, as the index has them: none is read for that. */
  async #indexed({ key, link, known }: Sought, token: vscode.CancellationToken): Promise<vscode.Location[]> {
    const found: vscode.Location[] = [];
    const paths = this.#index.pathsWith([key]);
    for await (const path of inSlices(paths)) {
      if (token.isCancellationRequested) return [];
      if (known.has(path)) continue;
      if (found.length >= MOST_PLACES) {
        this.#sayMore(key, link);
        break;
      }
      const uri = vscode.Uri.parse(path, true);
      found.push(...toRanges(this.#index.rangesOf(key, path)).map((range) => new vscode.Location(uri, range)));
    }
    return found;
  }

  /** Nobody is to take the newest places for all of them. */
  #sayMore(key: string, link: MentionLink): void {
    const entity = this.#index.entity(key);
    if (!entity) return;
    const { name, mentions, articles } = entity;
    const profile = t('Profile');
    const words = t('{0} has {1} mentions in {2} articles: these are those of the newest.', name, mentions, articles);
    void vscode.window.showInformationMessage(words, profile).then((chosen) => {
      if (chosen === profile) void vscode.commands.executeCommand(COMMANDS.showProfile, link);
    });
  }

  /** Mentions that somebody has accepted in articles that are neither open nor indexed. */
  async #closed(keys: ReadonlySet<string>, token: vscode.CancellationToken): Promise<vscode.Location[]> {
    const found: vscode.Location[] = [];
    for await (const { uri, hasSidecar } of inSlices(await this.#workspace.list())) {
      if (token.isCancellationRequested) return [];
      if (!hasSidecar || this.#articles.get(uri) || this.#index.has(uri.toString())) continue;
      const article = await this.#workspace.closed(uri);
      if (!article) continue;
      const { text, mentions, set } = article;
      found.push(
        ...mentionsOf(keys, mentions, set.entities).map((each) => new vscode.Location(uri, toRange(text, each))),
      );
    }
    return found;
  }
}
