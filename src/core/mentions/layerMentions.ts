import type { AnnotationSet } from '../annotation/annotation';
import { type LabelSet, ONTONOTES } from '../annotation/labelSet';
import { entityClaims } from '../entities/claims';
import { groupMentions } from '../entities/groupMentions';
import type { Suggestion } from '../recognize/suggestion';
import { layerMarks, relabeled } from './marks';
import type { Mark, Mention } from './mention';
import { withSpeakers } from './speakers';

/**
 * Lays what people decided over what recognizers propose (see `layerMarks`), and tells what each mention refers to and
 * who speaks in quotations.
 * @param recognized what recognizers propose, under built-in labels
 * @param labels under which suggestions come; those that no label of the set covers do not come
 * @returns mentions in reading order, rejected ones included; orphans are not in the text and so not among them
 */
export function layerMentions(
  text: string,
  recognized: readonly Suggestion[],
  set: AnnotationSet,
  labels: LabelSet = ONTONOTES,
): readonly Mention[] {
  return mentionsOf(text, layerMarks(text, relabeled(recognized, labels), set.annotations, labels), set, labels);
}

/** What the whole article tells of its marks. */
export function mentionsOf(
  text: string,
  marks: readonly Mark[],
  set: AnnotationSet,
  labels: LabelSet,
): readonly Mention[] {
  const named = withSpeakers(text, withEntities(text, marks, set, labels), set, labels);
  // A name that the set has no label for still says who speaks; it is dropped only now.
  return named.filter(({ annotation, label }) => annotation || labels.has(label));
}

function withEntities(
  text: string,
  mentions: readonly Mark[],
  set: AnnotationSet,
  labels: LabelSet,
): readonly Mention[] {
  const names = new Map(set.entities.map((entity) => [entity.id, entity.name]));
  const claims = entityClaims(set.entities);
  // A rejected mention is no evidence for what a name refers to.
  const standing = mentions.filter((mention) => mention.status !== 'rejected');
  const groups = groupMentions(
    standing.map(({ start, end, text: words, label, annotation }) => ({
      start,
      end,
      text: words,
      label,
      ...(annotation?.entity !== undefined && { entity: annotation.entity }),
    })),
    labels,
    text,
  );
  let at = 0;
  return mentions.map((mention) => {
    const group = mention.status === 'rejected' ? undefined : groups[at++];
    const key = mention.annotation?.entity ?? group?.entity ?? `${mention.label}:${mention.text.toLowerCase()}`;
    const entity = claims.get(key) ?? key;
    const reason = group?.reason;
    return { ...mention, entity, name: names.get(entity) ?? group?.name ?? mention.text, ...(reason && { reason }) };
  });
}
