import type { Likeness } from '../../core/curation/alike';
import { t } from '../../core/l10n';

/** Why two entities may be one, in words. */
export function likenessInWords(likeness: Likeness): string {
  switch (likeness) {
    case 'same link':
      return t('linked to the same page');
    case 'same name':
      return t('the same name');
    case 'spelling':
      return t('spelled almost alike');
    case 'initials':
      return t('its initials');
    case 'shorter name':
      return t('the same name, shorter or longer');
  }
}
