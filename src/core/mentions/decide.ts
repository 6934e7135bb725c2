import type { Annotation, AnnotationSet, AnnotationStatus, Relation } from '../annotation/annotation';
import { type LabelSet, ONTONOTES } from '../annotation/labelSet';
import { type Edit, type EditOf, type Operation, redirected } from '../annotation/operation';
import { quoteAt } from '../annotation/quote';
import { t } from '../l10n';
import type { Suggestion } from '../recognize/suggestion';
import { type Span, sameSpan } from '../text/span';
import type { Mention } from './mention';

/** Who decides, when, and how a new annotation gets its id. */
export interface Decider {
  readonly by?: string;
  readonly at: string;
  newId(): string;
}

/** What decisions are made about: the article's text and what is decided so far. */
export interface Ground {
  readonly text: string;
  readonly set: AnnotationSet;
  /** What labels mean; the built-in ones where it is absent. */
  readonly labels?: LabelSet;
}

/** Says that these mentions are right. */
export function accept(ground: Ground, mentions: readonly Mention[], decider: Decider): Operation {
  return {
    title: t('Accept {0}', titleOf(mentions)),
    edits: mentions.flatMap((mention) => settle(ground, mention, 'accepted', decider)),
  };
}

/**
 * Says that these mentions are wrong. What a recognizer or an import proposed is kept as a rejection, so that it does
 * not come back; what a person added just goes.
 */
export function reject(ground: Ground, mentions: readonly Mention[], decider: Decider): Operation {
  const edits = mentions.flatMap((mention) => {
    const isOwn = mention.annotation && !mention.annotation.source && !mention.suggestion;
    return isOwn ? removal(mention) : settle(ground, mention, 'rejected', decider);
  });
  return { title: t('Reject {0}', titleOf(mentions)), edits };
}

/** Takes decisions back: a recognizer's suggestion becomes undecided again, what a person added goes. */
export function remove(mentions: readonly Mention[]): Operation {
  return { title: t('Remove decision on {0}', titleOf(mentions)), edits: mentions.flatMap(removal) };
}

/** Says that these mentions are right under another label. */
export function relabel(ground: Ground, mentions: readonly Mention[], label: string, decider: Decider): Operation {
  const labels = labelsOf(ground);
  const relations: EditOf<Relation>[] = [];
  const edits = mentions.flatMap((mention) => {
    if (mention.label === label) return settle(ground, mention, 'accepted', decider);
    const twin = annotationAt(ground.set, mention, label);
    const { annotation } = mention;
    if (twin) {
      if (annotation) relations.push(...redirected(ground.set, annotation.id, twin.id));
      return [...removal(mention), { before: twin, after: stamped(twin, 'accepted', decider) }];
    }
    if (!annotation) return [{ after: newAnnotation(ground, mention, label, decider, mention.suggestion?.recognizer) }];
    const rest = labels.of(annotation.label).group === labels.of(label).group ? annotation : withoutValue(annotation);
    return [{ before: annotation, after: { ...stamped(rest, 'accepted', decider), label } }];
  });
  const title = t('Label {0} as {1}', titleOf(mentions), labels.of(label).title);
  return { title, edits, ...(relations.length > 0 && { relations }) };
}

/**
 * Marks a span that a person chose. Where a mention of the same kind stands on just these words, it gets the label
 * instead: nobody selects a person's name to say that it is an organization too.
 */
export function add(
  ground: Ground,
  span: Span,
  label: string,
  mentions: readonly Mention[],
  decider: Decider,
): Operation {
  const labels = labelsOf(ground);
  const title = t('Mark “{0}” as {1}', shortened(ground.text.slice(span.start, span.end)), labels.of(label).title);
  const here = mentions.filter((mention) => sameSpan(mention, span));
  const { group } = labels.of(label);
  const standing =
    here.find((mention) => mention.label === label) ??
    here.find((mention) => mention.status !== 'rejected' && labels.of(mention.label).group === group);
  if (standing) return { ...relabel(ground, [standing], label, decider), title };
  return { title, edits: [{ after: newAnnotation(ground, span, label, decider) }] };
}

const labelsOf = ({ labels = ONTONOTES }: Ground) => labels;

function settle(ground: Ground, mention: Mention, status: AnnotationStatus, decider: Decider): Edit[] {
  const { annotation, suggestion } = mention;
  if (annotation)
    return annotation.status === status && !isDisputed(annotation)
      ? []
      : [{ before: annotation, after: stamped(annotation, status, decider) }];
  const made = newAnnotation(ground, mention, mention.label, decider, suggestion?.recognizer);
  const isAccepted = status === 'accepted';
  return [
    {
      after: {
        ...made,
        status,
        ...(isAccepted && suggestion && kept(suggestion)),
        ...(isAccepted && entityOf(ground, mention)),
      },
    },
  ];
}

/** The entity of the sidecar that a mention refers to by its name, as its annotation notes it. */
function entityOf({ set }: Ground, mention: Mention): Pick<Annotation, 'entity'> | undefined {
  // What a mention refers to may have to be worked out from the whole article.
  if (set.entities.length === 0) return undefined;
  const { entity } = mention;
  return set.entities.some(({ id }) => id === entity) ? { entity } : undefined;
}

/** What a recognizer found out beside the words, and a person accepts with them. */
function kept({ value, quotation }: Suggestion): Pick<Annotation, 'value' | 'quotation'> {
  return { ...(value !== undefined && { value }), ...(quotation && { quotation }) };
}

function removal(mention: Mention): Edit[] {
  return mention.annotation ? [{ before: mention.annotation }] : [];
}

/** What a person decides on words that no annotation stands on yet. */
export function newAnnotation(
  ground: Ground,
  span: Span,
  label: string,
  decider: Decider,
  source?: string,
): Annotation {
  return {
    id: decider.newId(),
    start: span.start,
    end: span.end,
    ...quoteAt(ground.text, span),
    label,
    status: 'accepted',
    ...(source !== undefined && { source }),
    ...(decider.by && { by: decider.by }),
    at: decider.at,
  };
}

/** Whether another side of a merge said otherwise, and nobody has decided since. */
export function isDisputed({ conflicts = [] }: Annotation): boolean {
  return conflicts.length > 0;
}

/** The annotation with a new verdict, and who gave it when. It settles what others said before. */
export function stamped(annotation: Annotation, status: AnnotationStatus, decider: Decider): Annotation {
  const { by: _, conflicts: _c, ...rest } = annotation;
  return { ...rest, status, ...(decider.by && { by: decider.by }), at: decider.at };
}

function withoutValue(annotation: Annotation): Annotation {
  const { value: _v, quotation: _q, ...rest } = annotation;
  return rest;
}

/** The annotation with this label on just this span. */
export function annotationAt(set: AnnotationSet, span: Span, label: string): Annotation | undefined {
  return set.annotations.find((other) => !other.orphan && other.label === label && sameSpan(other, span));
}

function titleOf(mentions: readonly Mention[]): string {
  const [first] = mentions;
  if (!first) return t('nothing');
  const words = shortened(first.text);
  return mentions.length === 1 ? t('“{0}”', words) : t('{0} mentions of “{1}”', mentions.length, words);
}

/** Words of the article as a title can hold them: on one line, and not too many. */
export function shortened(words: string): string {
  const line = words.replace(/\s+/g, ' ');
  return line.length <= 40 ? line : `${[...line].slice(0, 39).join('')}…`;
}
