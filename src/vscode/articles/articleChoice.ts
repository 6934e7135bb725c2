import * as vscode from 'vscode';
import { matchesAny } from '../../core/article/globs';
import { type ArticleDecision, articleDecision, DEFAULT_EXCLUDE } from '../../core/article/isArticle';
import { fileNameOf } from '../adapt/fileName';
import { PAGE_SCHEME } from '../adapt/pageScheme';
import { settingsFor } from '../adapt/settings';

const LANGUAGES = new Set(['plaintext', 'markdown', 'article']);
const STATE = 'newsmark.articleChoices';

/** Which names in a folder may be articles, or hold some. */
export interface FolderChoice {
  /** Who decides there: other people have other sidecars. */
  readonly annotator: string;
  mayBe(name: string): boolean;
  isExcluded(name: string): boolean;
}

/** Decides which documents are articles, and remembers where a person said otherwise. */
export class ArticleChoice implements vscode.Disposable {
  readonly #memory: vscode.Memento;
  readonly #changed = new vscode.EventEmitter<void>();
  /** Documents whose language was set once: a person who picks another one after that has the last word. */
  readonly #given = new Set<string>();
  readonly onDidChange = this.#changed.event;

  constructor(memory: vscode.Memento) {
    this.#memory = memory;
  }

  /** Whether a document is of a kind that could be an article at all: a text file, wherever it is kept. */
  isCandidate(document: vscode.TextDocument): boolean {
    const notFiles = ['output', 'git', 'vscode', 'debug', 'comment', 'search-editor', 'newsmark', PAGE_SCHEME];
    const { scheme, query, fragment } = document.uri;
    // An address with a query or a fragment is of a version of a file, as in the local history, or of a notebook's cell.
    const isFile = !notFiles.includes(scheme) && query === '' && fragment === '';
    return isFile && LANGUAGES.has(document.languageId);
  }

  of(document: vscode.TextDocument): ArticleDecision {
    if (!this.isCandidate(document)) return { isArticle: false, reason: 'language' };
    return this.ofFile(document.uri, document.getText(), document.languageId);
  }

  /** The same for a file that is not open. */
  ofFile(uri: vscode.Uri, text: string, languageId = 'plaintext'): ArticleDecision {
    const { include, exclude } = settingsFor(uri);
    const override = this.#choices()[uri.toString()];
    return articleDecision({
      path: pathOf(uri),
      languageId,
      text,
      include,
      exclude: [...DEFAULT_EXCLUDE, ...exclude],
      ...(override !== undefined && { override }),
    });
  }

  /** Whether a file may be an article as far as its name tells. */
  mayBe(uri: vscode.Uri): boolean {
    const { include, exclude } = settingsFor(uri);
    const path = pathOf(uri);
    if (this.#choices()[uri.toString()] === true || /\.article$/i.test(path)) return true;
    return matchesAny(path, include) && !this.isExcluded(uri, exclude);
  }

  /** Whether a file or folder is one that holds no articles, by its name. */
  isExcluded(uri: vscode.Uri, exclude = settingsFor(uri).exclude): boolean {
    return matchesAny(pathOf(uri), [...DEFAULT_EXCLUDE, ...exclude]);
  }

  /** The same two questions about what lies in one folder, by name: its settings are read once for all. */
  within(folder: vscode.Uri): FolderChoice {
    const { include, exclude, annotator } = settingsFor(folder);
    const excluded = [...DEFAULT_EXCLUDE, ...exclude];
    const root = vscode.workspace.getWorkspaceFolder(folder)?.uri.path.replace(/\/$/, '');
    const inside = root === undefined ? '' : folder.path.slice(root.length + 1);
    const pathTo = (name: string) => (inside === '' ? name : `${inside}/${name}`);
    const chosen = this.#choices();
    const isChosen = (name: string) => chosen[vscode.Uri.joinPath(folder, name).toString()] === true;
    const hasChoices = Object.keys(chosen).length > 0;
    return {
      annotator,
      isExcluded: (name) => matchesAny(pathTo(name), excluded),
      mayBe: (name) =>
        /\.article$/i.test(name) ||
        (matchesAny(pathTo(name), include) && !matchesAny(pathTo(name), excluded)) ||
        (hasChoices && isChosen(name)),
    };
  }

  /** Says for one document that it is, or is not, an article, for this workspace and from now on. */
  async set(uri: vscode.Uri, isArticle: boolean): Promise<void> {
    this.#given.delete(uri.toString());
    await this.#memory.update(STATE, { ...this.#choices(), [uri.toString()]: isArticle });
    this.#changed.fire();
  }

  /**
   * Gives a plain-text article the language `article`, which wraps lines and colors it, and takes it back.
   * @returns whether the language changes, which closes the document and opens it again
   */
  giveLanguage(document: vscode.TextDocument, isArticle: boolean): boolean {
    const present = isArticle ? 'plaintext' : 'article';
    const key = document.uri.toString();
    const isOwn = document.uri.path.endsWith('.article');
    const isWanted = document.languageId === present && !isOwn && settingsFor(document.uri).articleLanguage;
    if (!isWanted || (isArticle && this.#given.has(key))) return false;
    this.#given.add(key);
    vscode.languages
      .setTextDocumentLanguage(document, isArticle ? 'article' : 'plaintext')
      // It was closed meanwhile, and may get it the next time.
      .then(undefined, () => this.#given.delete(key));
    return true;
  }

  /** A document was closed. One that has its language still gets it when it is opened again. */
  closed(document: vscode.TextDocument): void {
    // A change of language is told as closing and opening; then the document is not closed.
    if (document.isClosed && document.languageId === 'article') this.#given.delete(document.uri.toString());
  }

  dispose(): void {
    this.#changed.dispose();
  }

  #choices(): Readonly<Record<string, boolean>> {
    return this.#memory.get(STATE, {});
  }
}

/** The path that the globs are held against: within its workspace folder, else the bare file name. */
function pathOf(uri: vscode.Uri): string {
  const isInFolder = vscode.workspace.getWorkspaceFolder(uri) !== undefined;
  return isInFolder ? vscode.workspace.asRelativePath(uri, false) : fileNameOf(uri);
}
