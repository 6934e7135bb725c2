import { matchesAny } from './globs';
import { looksLikeProse } from './prose';

export { DEFAULT_EXCLUDE, DEFAULT_INCLUDE } from './articleFiles';
export { looksLikeProse } from './prose';

/** Why a file is an article or not; the host puts it into words. */
export type ArticleReason =
  /** More text than can be dealt with; nobody's word changes that. */
  | 'too large'
  /** More text than an article has: recognizing all of it would be felt, so somebody has to say that it is one. */
  | 'large'
  /** Not text at all, whatever its name says; nobody's word changes that. */
  | 'binary'
  /** Somebody said so for this file. */
  | 'override'
  /** An `.article` file. */
  | 'article file'
  | 'excluded'
  | 'not included'
  /** The editor takes it for something else than text: code, a list of requirements. */
  | 'language'
  | 'prose'
  | 'not prose';

export interface ArticleQuestion {
  /** Relative to the workspace folder where there is one; `/` or `\` between folders. */
  readonly path: string;
  /** The editor's language id, where there is an editor. */
  readonly languageId?: string;
  /** The file's text. */
  readonly text: string;
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** What somebody said about this very file. */
  readonly override?: boolean;
}

export interface ArticleDecision {
  readonly isArticle: boolean;
  readonly reason: ArticleReason;
}

const TEXT_LANGUAGES = new Set(['plaintext', 'markdown', 'article', 'restructuredtext', 'asciidoc']);

/**
 * The longest article that is recognized as a whole, in UTF-16 code units: some three hundred thousand words. Of a longer
 * one, what is in sight is.
 */
export const LONGEST_ARTICLE = 2_000_000;

/** The longest text that can be an article at all. Editors themselves do less for longer ones. */
export const LONGEST_TEXT = 20_000_000;

/** Decides whether a file is an article. A person's word comes first, then the file's name, then what it holds. */
export function articleDecision(question: ArticleQuestion): ArticleDecision {
  const { path, languageId = 'plaintext', text, include, exclude, override } = question;
  if (text.length > LONGEST_TEXT) return { isArticle: false, reason: 'too large' };
  if (text.includes('\0')) return { isArticle: false, reason: 'binary' };
  if (override !== undefined) return { isArticle: override, reason: 'override' };
  if (languageId === 'article' || /\.article$/i.test(path)) return { isArticle: true, reason: 'article file' };
  if (text.length > LONGEST_ARTICLE) return { isArticle: false, reason: 'large' };
  if (matchesAny(path, exclude)) return { isArticle: false, reason: 'excluded' };
  if (!matchesAny(path, include)) return { isArticle: false, reason: 'not included' };
  if (!TEXT_LANGUAGES.has(languageId)) return { isArticle: false, reason: 'language' };
  return looksLikeProse(text) ? { isArticle: true, reason: 'prose' } : { isArticle: false, reason: 'not prose' };
}
