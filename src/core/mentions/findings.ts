import type { Annotation, AnnotationSet } from '../annotation/annotation';
import { labelOf } from '../annotation/labels';
import { t } from '../l10n';
import { atOnce, mapped, type Steps } from '../slices';
import { isDisputed, shortened } from './decide';
import { saidInWords, statusInWords } from './disputes';

/** Something about an annotation that a person should look at. */
export interface AnnotationFinding {
  readonly code: 'dispute' | 'repeated-annotation' | 'unknown-entity';
  readonly annotation: Annotation;
  readonly message: string;
}

/** What is not right with the annotations that are in the text. Linear in their number. */
export function findingsIn(set: AnnotationSet): readonly AnnotationFinding[] {
  return atOnce(finding(set));
}

/** The same in steps. */
export function* finding(set: AnnotationSet): Steps<readonly AnnotationFinding[]> {
  const entities = new Set(set.entities.map(({ id }) => id));
  const first = new Set<string>();
  const found = yield* mapped(set.annotations, (annotation): AnnotationFinding[] => {
    if (annotation.orphan) return [];
    const { start, end, label, entity } = annotation;
    const found: AnnotationFinding[] = [];
    const find = (code: AnnotationFinding['code'], message: string) => found.push({ code, annotation, message });
    if (isDisputed(annotation)) find('dispute', disputeOf(annotation, set));
    if (entity !== undefined && !entities.has(entity))
      find(
        'unknown-entity',
        t(
          '“{0}” refers to an entity “{1}” that the sidecar does not have.',
          shortened(annotation.quote),
          shortened(entity),
        ),
      );
    const key = `${start}-${end}-${label}`;
    if (first.has(key))
      find(
        'repeated-annotation',
        t('“{0}” is annotated as {1} more than once.', shortened(annotation.quote), labelOf(label).title),
      );
    first.add(key);
    return found;
  });
  return found.flat();
}

function disputeOf({ quote, label, status, by, conflicts = [] }: Annotation, set: AnnotationSet): string {
  const here = by
    ? t('{0} by {1} as {2}', statusInWords(status), by, labelOf(label).title)
    : t('{0} as {1}', statusInWords(status), labelOf(label).title);
  const others = conflicts.map((said) => saidInWords(said, set)).join('; ');
  return t('“{0}” is {1}, but others say otherwise. {2}.', shortened(quote), here, others);
}
