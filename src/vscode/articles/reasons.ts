import type { ArticleReason } from '../../core/article/isArticle';

/** Why a file is not an article, in words that end a sentence. */
export const REASONS: Readonly<Record<ArticleReason, string>> = Object.freeze({
  'too large': 'it is longer than 2,000,000 characters; split it to annotate it',
  binary: 'it holds binary data, not text',
  override: 'you said so',
  'article file': 'its name ends in .article',
  excluded: 'its name is on the list of files that are no articles',
  'not included': 'its name is not on the list of files that may be articles',
  language: 'it is not plain text or Markdown',
  prose: 'it reads like prose',
  'not prose': 'it does not read like prose',
});
