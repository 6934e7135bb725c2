import type { Annotation } from '../annotation/annotation';
import type { Operation } from '../annotation/operation';
import { t } from '../l10n';
import { accept, type Decider, type Ground, shortened } from './decide';
import type { Mention } from './mention';

/** Gives a mention a note; an empty one takes it away. What nobody has decided on is accepted by being noted on. */
export function writeNote(ground: Ground, mention: Mention, note: string, decider: Decider): Operation {
  const isEmpty = note.trim() === '';
  const words = shortened(mention.text);
  const title = isEmpty ? t('Remove note on “{0}”', words) : t('Note on “{0}”', words);
  const { annotation } = mention;
  if (annotation) {
    const after = noted(annotation, isEmpty ? undefined : note);
    return { title, edits: annotation.note === after.note ? [] : [{ before: annotation, after }] };
  }
  if (isEmpty) return { title, edits: [] };
  const edits = accept(ground, [mention], decider).edits;
  return { title, edits: edits.map(({ after }) => (after ? { after: noted(after, note) } : {})) };
}

function noted(annotation: Annotation, note: string | undefined): Annotation {
  const { note: _, ...bare } = annotation;
  return { ...bare, ...(note !== undefined && { note }) };
}
