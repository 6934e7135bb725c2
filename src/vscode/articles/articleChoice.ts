import * as vscode from 'vscode';
import { matchesAny } from '../../core/article/globs';
import { type ArticleDecision, articleDecision, DEFAULT_EXCLUDE } from '../../core/article/isArticle';
import { fileNameOf } from '../adapt/fileName';
import { settingsFor } from '../adapt/settings';

const LANGUAGES = new Set(['plaintext', 'markdown', 'article']);
const STATE = 'newsmark.articleChoices';

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
    const isFile = !['output', 'git', 'vscode', 'debug', 'comment', 'search-editor', 'newsmark'].includes(
      document.uri.scheme,
    );
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
    void vscode.languages.setTextDocumentLanguage(document, isArticle ? 'article' : 'plaintext');
    return true;
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
