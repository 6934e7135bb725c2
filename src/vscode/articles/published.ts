import type { PublishedFrom } from '../../core/article/metadata';
import { t } from '../../core/l10n';

/** Where the publication date was read, as a sentence goes on with it. */
export function sourceInWords(from: PublishedFrom): string {
  switch (from) {
    case 'sidecar':
      return t('from the sidecar');
    case 'front matter':
      return t('from the front matter');
    case 'dateline':
      return t('from the dateline');
    case 'setting':
      return t('from the setting newsmark.published');
    case 'file name':
      return t('from the file name');
  }
}
