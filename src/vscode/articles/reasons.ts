import type { ArticleReason } from '../../core/article/isArticle';
import { t } from '../../core/l10n';

const REASONS: Readonly<Record<ArticleReason, () => string>> = Object.freeze({
  'too large': () => t('it is longer than 20,000,000 characters; split it to annotate it'),
  large: () => t('it is longer than 2,000,000 characters, and only what is in sight would be recognized'),
  binary: () => t('it holds binary data, not text'),
  override: () => t('you said so'),
  'article file': () => t('its name ends in .article'),
  excluded: () => t('its name is on the list of files that are no articles'),
  'not included': () => t('its name is not on the list of files that may be articles'),
  language: () => t('it is not plain text or Markdown'),
  prose: () => t('it reads like prose'),
  'not prose': () => t('it does not read like prose'),
});

/** Why a file is, or is not, an article, in words that end a sentence. */
export function reasonInWords(reason: ArticleReason): string {
  return REASONS[reason]();
}

/** What is limited in a very long article, and why. */
export function partlyInWords(): string {
  return t(
    'This article is longer than 2,000,000 characters: only what is in sight is recognized, and review, tree and views know no more than that.',
  );
}
