import type { Operation } from '../../../core/annotation/operation';
import { t } from '../../../core/l10n';
import type { ReviewAct } from '../../../core/review/reviewKeys';

/**
 * What is said after a key was pressed.
 * @param operation what was decided
 * @param leftAround how many suggestions are left, where the review has come around to the article's beginning; else 0
 * @returns undefined where the text itself shows it
 */
export function toldOf({ act }: ReviewAct, operation: Operation | undefined, leftAround: number): string | undefined {
  const around = leftAround > 0 ? t('From the beginning again: {0} left.', leftAround) : undefined;
  if (operation) return [doneIn(act, operation), ...(around ? [around] : [])].join(' · ');
  if (act === 'next' || act === 'previous' || act === 'resize') return around;
  if (act === 'undo') return t('There is no decision to undo.');
  if (act === 'redo') return t('There is no decision to redo.');
  return t('There is nothing here to decide about. ↓ goes to the next suggestion.');
}

function doneIn(act: ReviewAct['act'], { title }: Operation): string {
  if (act === 'undo') return t('Undone: {0}', title);
  return act === 'redo' ? t('Redone: {0}', title) : title;
}
