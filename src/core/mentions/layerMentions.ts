import type { Annotation, AnnotationSet } from '../annotation/annotation';
import { type LabelSet, ONTONOTES } from '../annotation/labelSet';
import { standingParts } from '../annotation/quotationParts';
import { entityClaims } from '../entities/claims';
import { groupMentions } from '../entities/groupMentions';
import type { Suggestion } from '../recognize/suggestion';
import { firstStartingAt } from '../text/sorted';
import { bySpan, contains, overlaps, type Span } from '../text/span';
import type { Mention } from './mention';
import { withSpeakers } from './speakers';

type Ungrouped = Omit<Mention, 'entity' | 'name' | 'reason' | 'speaker'>;

/**
 * Lays what people decided over what recognizers propose. A decision stands in place of a suggestion with the same
 * span and label; an accepted annotation takes the words for its group, so that other suggestions of that group on
 * them are silent, and figures inside an accepted name are part of the name.
 * @param labels under which suggestions come; those that no label of the set covers do not come
 * @returns mentions in reading order, rejected ones included; orphans are not in the text and so not among them
 */
export function layerMentions(
  text: string,
  recognized: readonly Suggestion[],
  set: AnnotationSet,
  labels: LabelSet = ONTONOTES,
): readonly Mention[] {
  const suggestions = relabeled(recognized, labels);
  const placed = set.annotations.filter((annotation) => !annotation.orphan);
  const proposed = new Map(suggestions.map((suggestion) => [keyOf(suggestion), suggestion]));
  const decided = placed.map((annotation) => fromAnnotation(text, annotation, proposed.get(keyOf(annotation))));
  const taken = new Set(placed.map(keyOf));
  const accepted = placed.filter((annotation) => annotation.status === 'accepted').sort(bySpan);
  const isFree = silencer(accepted, labels);
  const free = suggestions.filter((suggestion) => !taken.has(keyOf(suggestion)) && isFree(suggestion));
  const mentions = [...decided, ...free.map((suggestion) => fromSuggestion(text, suggestion))].sort(
    (a, b) => bySpan(a, b) || (a.label < b.label ? -1 : 1),
  );
  const named = withSpeakers(text, withEntities(text, mentions, set, labels), set, labels);
  // A name that the set has no label for still says who speaks; it is dropped only now.
  return named.filter(({ annotation, label }) => annotation || labels.has(label));
}

/** The suggestions under the set's own labels. */
function relabeled(suggestions: readonly Suggestion[], labels: LabelSet): readonly Suggestion[] {
  if (labels === ONTONOTES) return suggestions;
  return suggestions.map((suggestion) => {
    const label = labels.suggestedAs(suggestion.label) ?? suggestion.label;
    return label === suggestion.label ? suggestion : { ...suggestion, label };
  });
}

function keyOf(item: Span & { readonly label: string }): string {
  return `${item.start}-${item.end}-${item.label}`;
}

function fromAnnotation(text: string, annotation: Annotation, suggestion: Suggestion | undefined): Ungrouped {
  const { start, end, label, status } = annotation;
  const value = typeof annotation.value === 'string' ? annotation.value : suggestion?.value;
  return {
    key: annotation.id,
    start,
    end,
    text: text.slice(start, end),
    label,
    status,
    annotation,
    ...(suggestion && { suggestion }),
    ...(value !== undefined && { value }),
    ...(suggestion && phraseOf(suggestion)),
    ...(annotation.quotation && { quotation: standingParts(annotation.quotation) }),
  };
}

function fromSuggestion(text: string, suggestion: Suggestion): Ungrouped {
  const { start, end, label, value } = suggestion;
  return {
    key: keyOf(suggestion),
    start,
    end,
    text: text.slice(start, end),
    label,
    status: 'suggested',
    suggestion,
    ...(value !== undefined && { value }),
    ...phraseOf(suggestion),
  };
}

/** What a recognizer tells about the words around a mention. */
function phraseOf({
  modifier,
  full,
  counted,
  quotation,
}: Suggestion): Pick<Mention, 'modifier' | 'full' | 'counted' | 'quotation'> {
  return {
    ...(modifier !== undefined && { modifier }),
    ...(full && { full }),
    ...(counted !== undefined && { counted }),
    ...(quotation && { quotation }),
  };
}

/** A test for suggestions that no accepted annotation silences; asked in reading order, each question is cheap. */
function silencer(accepted: readonly Annotation[], labels: LabelSet): (suggestion: Suggestion) => boolean {
  // `reach[i]` is the furthest end among the first i + 1: behind it nothing earlier can overlap.
  let furthest = 0;
  const reach = accepted.map((annotation) => {
    furthest = Math.max(furthest, annotation.end);
    return furthest;
  });
  return (suggestion) => {
    let index = firstStartingAt(accepted, suggestion.end) - 1;
    for (; index >= 0 && (reach[index] ?? 0) > suggestion.start; index--) {
      const annotation = accepted[index];
      if (annotation && silences(annotation, suggestion, labels)) return false;
    }
    return true;
  };
}

/** Whether an accepted annotation takes its words from a suggestion, so that it is not shown. */
export function silences(annotation: Annotation, suggestion: Suggestion, labels: LabelSet): boolean {
  if (!overlaps(annotation, suggestion)) return false;
  const group = labels.of(annotation.label).group;
  const other = labels.of(suggestion.label).group;
  return group === other || (group === 'entity' && other === 'figure' && contains(annotation, suggestion));
}

function withEntities(
  text: string,
  mentions: readonly Ungrouped[],
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
  const groupOf = new Map(standing.map((mention, index) => [mention.key, groups[index]]));
  return mentions.map((mention) => {
    const group = groupOf.get(mention.key);
    const key = mention.annotation?.entity ?? group?.entity ?? `${mention.label}:${mention.text.toLowerCase()}`;
    const entity = claims.get(key) ?? key;
    const reason = group?.reason;
    return { ...mention, entity, name: names.get(entity) ?? group?.name ?? mention.text, ...(reason && { reason }) };
  });
}
