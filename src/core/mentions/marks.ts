import type { Annotation } from '../annotation/annotation';
import { type LabelSet, ONTONOTES } from '../annotation/labelSet';
import { standingParts } from '../annotation/quotationParts';
import type { Suggestion } from '../recognize/suggestion';
import { firstStartingAt } from '../text/sorted';
import { bySpan, contains, overlaps, type Span, sameSpan } from '../text/span';
import type { Mark } from './mention';

/**
 * Lays what people decided over what recognizers propose. A decision stands in place of a suggestion with the same
 * span and label; an accepted annotation takes the words for its group, so that other suggestions of that group on
 * them are silent, and figures inside an accepted name are part of the name. What marks a place gets depends on what
 * overlaps there and on nothing else.
 * @param suggestions under the set's own labels, as `relabeled` gives them
 * @param annotations those in the text; orphans are passed over
 * @returns marks in reading order, rejected ones included, and those under labels that the set does not have
 */
export function layerMarks(
  text: string,
  suggestions: readonly Suggestion[],
  annotations: readonly Annotation[],
  labels: LabelSet = ONTONOTES,
): readonly Mark[] {
  const { decided, free } = layersOf(suggestions, annotations, labels);
  const marks = [
    ...decided.map(({ annotation, suggestion }) => fromAnnotation(text, annotation, suggestion)),
    ...free.map((suggestion) => fromSuggestion(text, suggestion)),
  ];
  return isInOrder(marks) ? marks : marks.sort(inReadingOrder);
}

/** The suggestions under the set's own labels. */
export function relabeled(suggestions: readonly Suggestion[], labels: LabelSet): readonly Suggestion[] {
  if (labels === ONTONOTES) return suggestions;
  return suggestions.map((suggestion) => {
    const label = labels.suggestedAs(suggestion.label) ?? suggestion.label;
    return label === suggestion.label ? suggestion : { ...suggestion, label };
  });
}

/** The suggestions that no decision stands for or silences. @param suggestions under the set's own labels */
export function freeOf(
  suggestions: readonly Suggestion[],
  annotations: readonly Annotation[],
  labels: LabelSet,
): readonly Suggestion[] {
  const decided = inOrder(annotations.filter(({ orphan }) => !orphan));
  const isFree = silencer(decided, labels);
  let from = 0;
  return inOrder(suggestions).filter((suggestion) => {
    while (from < decided.length && (decided[from]?.start ?? 0) < suggestion.start) from++;
    return !eachTwin(decided, from, suggestion, () => undefined) && isFree(suggestion);
  });
}

interface Layers {
  readonly decided: readonly { readonly annotation: Annotation; readonly suggestion: Suggestion | undefined }[];
  /** Suggestions that no decision stands for or silences. */
  readonly free: readonly Suggestion[];
}

function layersOf(suggestions: readonly Suggestion[], annotations: readonly Annotation[], labels: LabelSet): Layers {
  const placed = annotations.filter((annotation) => !annotation.orphan);
  if (placed.length === 0) return { decided: [], free: suggestions };
  const decided = inOrder(placed);
  const proposed = inOrder(suggestions);
  const isFree = silencer(decided, labels);
  const free: Suggestion[] = [];
  const twins = new Map<Annotation, Suggestion>();
  let from = 0;
  for (const suggestion of proposed) {
    while (from < decided.length && (decided[from]?.start ?? 0) < suggestion.start) from++;
    const isTaken = eachTwin(decided, from, suggestion, (annotation) => twins.set(annotation, suggestion));
    if (!isTaken && isFree(suggestion)) free.push(suggestion);
  }
  return { decided: decided.map((annotation) => ({ annotation, suggestion: twins.get(annotation) })), free };
}

/** Tells of the annotations with the span and label of a suggestion. @returns whether there is one */
function eachTwin(
  annotations: readonly Annotation[],
  from: number,
  suggestion: Suggestion,
  found: (annotation: Annotation) => void,
): boolean {
  let isTaken = false;
  for (let index = from; index < annotations.length; index++) {
    const annotation = annotations[index];
    if (!annotation || annotation.start > suggestion.start) break;
    if (annotation.label !== suggestion.label || !sameSpan(annotation, suggestion)) continue;
    isTaken = true;
    found(annotation);
  }
  return isTaken;
}

type Labeled = Span & { readonly label: string };

function inReadingOrder(a: Labeled, b: Labeled): number {
  return bySpan(a, b) || (a.label === b.label ? 0 : a.label < b.label ? -1 : 1);
}

function inOrder<T extends Labeled>(items: readonly T[]): readonly T[] {
  return isInOrder(items) ? items : items.toSorted(inReadingOrder);
}

function isInOrder(items: readonly Labeled[]): boolean {
  for (let index = 1; index < items.length; index++) {
    const [before, item] = [items[index - 1], items[index]];
    if (before && item && inReadingOrder(before, item) > 0) return false;
  }
  return true;
}

/** The key of what nobody has decided on, which its place and label give. */
export function placeKey({ start, end, label }: Labeled): string {
  return `${start}-${end}-${label}`;
}

function fromAnnotation(text: string, annotation: Annotation, suggestion: Suggestion | undefined): Mark {
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

function fromSuggestion(text: string, suggestion: Suggestion): Mark {
  const { start, end, label, value } = suggestion;
  return {
    key: placeKey(suggestion),
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
}: Suggestion): Pick<Mark, 'modifier' | 'full' | 'counted' | 'quotation'> {
  return {
    ...(modifier !== undefined && { modifier }),
    ...(full && { full }),
    ...(counted !== undefined && { counted }),
    ...(quotation && { quotation }),
  };
}

/** A test for suggestions that no accepted annotation silences; asked in reading order, each question is cheap. */
function silencer(decided: readonly Annotation[], labels: LabelSet): (suggestion: Suggestion) => boolean {
  const accepted = decided.filter(({ status }) => status === 'accepted');
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
