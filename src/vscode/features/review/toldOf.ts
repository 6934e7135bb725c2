import type { Operation } from '../../../core/annotation/operation';
import type { ReviewAct } from '../../../core/review/reviewKeys';

/**
 * What is said after a key was pressed.
 * @param operation what was decided
 * @param leftAround how many suggestions are left, where the review has come around to the article's beginning; else 0
 * @returns undefined where the text itself shows it
 */
export function toldOf({ act }: ReviewAct, operation: Operation | undefined, leftAround: number): string | undefined {
  const around = leftAround > 0 ? `From the beginning again: ${leftAround} left.` : undefined;
  if (operation) return [`${PAST[act] ?? ''}${operation.title}`, ...(around ? [around] : [])].join(' · ');
  if (act === 'next' || act === 'previous' || act === 'resize') return around;
  if (act === 'undo' || act === 'redo') return `There is no decision to ${act}.`;
  return 'There is nothing here to decide about. ↓ goes to the next suggestion.';
}

const PAST: Readonly<Partial<Record<ReviewAct['act'], string>>> = Object.freeze({
  undo: 'Undone: ',
  redo: 'Redone: ',
});
