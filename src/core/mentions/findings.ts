import type { Annotation, AnnotationSet } from '../annotation/annotation';
import { labelOf } from '../annotation/labels';
import { isDisputed, shortened } from './decide';
import { saidInWords } from './disputes';

/** Something about an annotation that a person should look at. */
export interface AnnotationFinding {
  readonly code: 'dispute' | 'repeated-annotation' | 'unknown-entity';
  readonly annotation: Annotation;
  readonly message: string;
}

/** What is not right with the annotations that are in the text. Linear in their number. */
export function findingsIn(set: AnnotationSet): readonly AnnotationFinding[] {
  const entities = new Set(set.entities.map(({ id }) => id));
  const first = new Set<string>();
  return set.annotations.flatMap((annotation): AnnotationFinding[] => {
    if (annotation.orphan) return [];
    const { start, end, label, entity } = annotation;
    const words = `“${shortened(annotation.quote)}”`;
    const found: AnnotationFinding[] = [];
    const find = (code: AnnotationFinding['code'], message: string) => found.push({ code, annotation, message });
    if (isDisputed(annotation)) find('dispute', disputeOf(annotation, set));
    if (entity !== undefined && !entities.has(entity))
      find('unknown-entity', `${words} refers to an entity “${shortened(entity)}” that the sidecar does not have.`);
    const key = `${start}-${end}-${label}`;
    if (first.has(key)) find('repeated-annotation', `${words} is annotated as ${labelOf(label).title} more than once.`);
    first.add(key);
    return found;
  });
}

function disputeOf({ quote, label, status, by, conflicts = [] }: Annotation, set: AnnotationSet): string {
  const here = [status, ...(by ? [`by ${by}`] : []), `as ${labelOf(label).title}`].join(' ');
  const others = conflicts.map((said) => saidInWords(said, set)).join('; ');
  return `“${shortened(quote)}” is ${here}, but others say otherwise. ${others}.`;
}
