import * as vscode from 'vscode';
import { articleLinks } from '../../core/curation/articleLinks';
import { joinedBases, type KnowledgeBase, type KnownEntity, NO_KNOWLEDGE } from '../../core/knowledge/knowledgeBase';
import type { EntityLinkGuess } from '../../core/knowledge/linkEntities';
import { readShippedBaseInTurns } from '../../core/knowledge/shippedBase';
import type { Mention } from '../../core/mentions/mention';
import type { Assets, Files } from '../../core/ports';
import { pause } from '../adapt/slices';
import { type EntityFile, type EntityFiles, entityFiles } from './entityFiles';
import type { OpenArticle } from './openArticle';

interface Links {
  readonly mentions: readonly Mention[];
  readonly base: KnowledgeBase;
  readonly links: ReadonlyMap<string, EntityLinkGuess>;
}

/** What is known of entities: the shipped base, read when it is first asked for, and the folders' own. */
export class Knowledge implements vscode.Disposable {
  readonly files: EntityFiles;
  readonly #assets: Assets;
  readonly #log: vscode.LogOutputChannel;
  readonly #changed = new vscode.EventEmitter<EntityFile | undefined>();
  readonly #links = new WeakMap<OpenArticle, Links>();
  readonly #joined = new WeakMap<EntityFile, KnowledgeBase>();
  #shipped: KnowledgeBase | undefined;
  #loading: Promise<void> | undefined;

  /** Something is known that was not; told with the folder's file that was read, where it was one. */
  readonly onDidChange = this.#changed.event;

  constructor(assets: Assets, files: Files, log: vscode.LogOutputChannel) {
    this.#assets = assets;
    this.#log = log;
    this.files = entityFiles(files, log);
    this.files.onDidChange((file) => this.#changed.fire(file));
  }

  /** Resolves when the shipped base is read; one that can't be read is told in the log, and the rest goes on. */
  load(): Promise<void> {
    this.#loading ??= this.#read();
    return this.#loading;
  }

  /** What is shipped, once it is read; nothing where it can't be. */
  async shipped(): Promise<KnowledgeBase> {
    await this.load();
    return this.#shipped ?? NO_KNOWLEDGE;
  }

  /** What is known for an article, now; the shipped base is missing until it is loaded. */
  baseFor(article: vscode.Uri): KnowledgeBase {
    const file = this.files.of(article);
    if (!file) return this.#shipped ?? NO_KNOWLEDGE;
    const known = this.#joined.get(file);
    if (known) return known;
    const joined = joinedBases([file.reading.base, this.#shipped ?? NO_KNOWLEDGE]);
    if (this.#shipped) this.#joined.set(file, joined);
    return joined;
  }

  /** What each entity of an article may be, by its key; what a person has linked stands. */
  linksOf(article: OpenArticle): ReadonlyMap<string, EntityLinkGuess> {
    const { mentions, labels, set, text } = article.session;
    const base = this.baseFor(article.uri);
    const known = this.#links.get(article);
    if (known?.mentions === mentions && known.base === base) return known.links;
    const links = articleLinks({ mentions, labels, set, text }, base);
    this.#links.set(article, { mentions, base, links });
    return links;
  }

  /** The entry that a mention's entity is, where somebody said so or it is sure enough. */
  entryOf(article: OpenArticle, mention: Mention): KnownEntity | undefined {
    const guess = this.linksOf(article).get(mention.entity);
    return guess?.isSure ? guess.candidates[0].entry : undefined;
  }

  dispose(): void {
    this.files.dispose();
    this.#changed.dispose();
  }

  async #read(): Promise<void> {
    try {
      const bytes = await this.#assets.read('knowledge.base');
      this.#shipped = await readShippedBaseInTurns(new TextDecoder().decode(bytes), pause);
      this.#changed.fire(undefined);
    } catch (error) {
      this.#log.error('The shipped knowledge base can’t be read:', error);
    }
  }
}
