import type { Operation } from '../annotation/operation';
import type { Review } from './review';
import type { ReviewAct } from './reviewKeys';

/**
 * Does what a key stands for.
 * @param labelFor the label that has a key in the article's label set
 * @returns what was decided; undefined where the act decides nothing, or there was nothing to decide about
 */
export function perform(
  review: Review,
  act: ReviewAct,
  labelFor: (key: string) => string | undefined,
): Operation | undefined {
  switch (act.act) {
    case 'accept':
      return review.accept(act.scope);
    case 'reject':
      return review.reject(act.scope);
    case 'label': {
      const label = labelFor(act.key);
      return label === undefined ? undefined : review.label(label, act.scope);
    }
    case 'resize':
      review.resize(act.side, act.how);
      return undefined;
    case 'next':
      review.next();
      return undefined;
    case 'previous':
      review.previous();
      return undefined;
    case 'remove':
      return review.remove();
    case 'undo':
      return review.undo();
    case 'redo':
      return review.redo();
  }
}
