import type { Annotation } from '../annotation/annotation';
import { shiftedTo } from '../annotation/move';
import { type Operation, redirected } from '../annotation/operation';
import { quoteAt } from '../annotation/quote';
import { t } from '../l10n';
import type { Span } from '../text/span';
import { annotationAt, type Decider, type Ground, shortened, stamped } from './decide';

/**
 * Puts an orphan on words that a person chose. Where these words are annotated with the same label already, the orphan
 * is that annotation's twin: it goes, and its relations, note and entity pass to the other one where that has none.
 */
export function reattach(ground: Ground, orphan: Annotation, span: Span, decider: Decider): Operation {
  const title = t(
    'Re-attach “{0}” to “{1}”',
    shortened(orphan.quote),
    shortened(ground.text.slice(span.start, span.end)),
  );
  const twin = annotationAt(ground.set, span, orphan.label);
  if (!twin) {
    const { orphan: _, ...annotation } = stamped(orphan, orphan.status, decider);
    const { conflicts } = orphan;
    // Where the words are settles nothing about what is said of them.
    const after = { ...shiftedTo(annotation, span), ...quoteAt(ground.text, span), ...(conflicts && { conflicts }) };
    return { title, edits: [{ before: orphan, after }] };
  }
  const { note = orphan.note, entity = orphan.entity } = twin;
  const after = { ...twin, ...(note !== undefined && { note }), ...(entity !== undefined && { entity }) };
  return {
    title,
    edits: [{ before: orphan }, { before: twin, after }],
    relations: redirected(ground.set, orphan.id, twin.id),
  };
}

/** Deletes annotations whose words are not in the article any more. */
export function deleteOrphans(orphans: readonly Annotation[]): Operation {
  const [first] = orphans;
  const title =
    orphans.length === 1 && first
      ? t('Delete “{0}”, not in the text', shortened(first.quote))
      : t('Delete {0} annotations, not in the text', orphans.length);
  return { title, edits: orphans.map((before) => ({ before })) };
}
