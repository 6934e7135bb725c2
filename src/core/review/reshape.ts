import type { Annotation } from '../annotation/annotation';
import { ONTONOTES } from '../annotation/labelSet';
import type { Edit, Operation } from '../annotation/operation';
import { quoteAt } from '../annotation/quote';
import { t } from '../l10n';
import {
  accept,
  annotationAt,
  type Decider,
  type Ground,
  newAnnotation,
  reject,
  relabel,
  remove,
  shortened,
  stamped,
} from '../mentions/decide';
import { silences } from '../mentions/marks';
import type { Mention } from '../mentions/mention';
import { contains, type Span, sameSpan } from '../text/span';

/** Says that a mention is right with other words, or under another label, or both. */
export function reshape(ground: Ground, mention: Mention, span: Span, label: string, decider: Decider): Operation {
  const { labels = ONTONOTES } = ground;
  const words = shortened(ground.text.slice(span.start, span.end));
  const title = t('Mark “{0}” as {1}', words, labels.of(label).title);
  if (sameSpan(mention, span)) {
    if (mention.label === label) return accept(ground, [mention], decider);
    return withoutLeftOver(ground, mention, relabel(ground, [mention], label, decider), decider);
  }
  const twin = annotationAt(ground.set, span, label);
  if (twin) {
    const edits = [...remove([mention]).edits, { before: twin, after: stamped(twin, 'accepted', decider) }];
    return withoutLeftOver(ground, mention, { title, edits }, decider);
  }
  const edit = mention.annotation
    ? { before: mention.annotation, after: moved(ground, mention.annotation, span, label, decider) }
    : { after: newAnnotation(ground, span, label, decider, mention.suggestion?.recognizer) };
  return withoutLeftOver(ground, mention, { title, edits: [edit] }, decider);
}

/** An annotation on other words. A value told what the old words say; a quotation's parts stay while they are inside. */
function moved(ground: Ground, annotation: Annotation, span: Span, label: string, decider: Decider): Annotation {
  const { value: _, quotation, ...rest } = stamped(annotation, 'accepted', decider);
  const keeps = quotation !== undefined && label === annotation.label;
  const content = quotation?.content.filter((part) => contains(span, part)) ?? [];
  return {
    ...rest,
    start: span.start,
    end: span.end,
    ...quoteAt(ground.text, span),
    label,
    ...(keeps && content.length > 0 && { quotation: { ...quotation, content } }),
  };
}

/**
 * A suggestion that was put right is answered. Where the new annotation does not silence it (a date that was taken for a
 * name, say), it is rejected as well, so that it is not asked about again.
 */
function withoutLeftOver(ground: Ground, mention: Mention, operation: Operation, decider: Decider): Operation {
  const { suggestion } = mention;
  const { labels = ONTONOTES } = ground;
  if (!suggestion) return operation;
  const isAnswered = ({ after }: Edit) => after?.status === 'accepted' && silences(after, suggestion, labels);
  if (operation.edits.some(isAnswered)) return operation;
  const bare: Mention = { ...mention, status: 'suggested' };
  const { annotation: _, ...proposed } = bare;
  return { ...operation, edits: [...operation.edits, ...reject(ground, [proposed], decider).edits] };
}
