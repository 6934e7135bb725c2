import * as v from 'valibot';
import type { Annotation, AnnotationSet, Conflict } from '../annotation/annotation';
import { labelOf } from '../annotation/labels';
import { type Operation, redirected } from '../annotation/operation';
import { t } from '../l10n';
import { filedAnnotation } from '../sidecar/filed';
import { sameJson } from '../sidecar/sameJson';
import { valueInWords } from '../values/valueInWords';
import { annotationAt, type Decider, type Ground, shortened, stamped } from './decide';

/** Fields that are no decision about the words: what is said in them contradicts nothing. */
const BESIDE = ['id', 'start', 'end', 'quote', 'prefix', 'suffix', 'quotation', 'by', 'at', 'conflicts'];

/** Fields of ours that another side may have said something else in; a file may hold anything there. */
const decided = v.partial(v.pick(filedAnnotation, ['label', 'status', 'entity', 'value', 'note', 'source']));

/** Settles a dispute in favor of what stands: nothing of what others said is left. */
export function keepDecision(annotation: Annotation, decider: Decider): Operation {
  const title = t('Keep “{0}” as it is', shortened(annotation.quote));
  return { title, edits: [{ before: annotation, after: stamped(annotation, annotation.status, decider) }] };
}

/**
 * Settles a dispute in favor of what another side said. Where that gives the words a label that another annotation
 * gives them already, the two become one. What further sides said stays.
 */
export function takeOtherSide(ground: Ground, annotation: Annotation, said: Conflict, decider: Decider): Operation {
  const title = t('Take for “{0}”: {1}', shortened(annotation.quote), saidInWords(said, ground.set));
  const { known, unknown } = fieldsOf(said);
  const twin = known.label === undefined ? undefined : annotationAt(ground.set, annotation, known.label);
  if (twin && twin.id !== annotation.id && !annotation.orphan)
    return { title, edits: [{ before: annotation }], relations: redirected(ground.set, annotation.id, twin.id) };
  const conflicts = (annotation.conflicts ?? []).filter((other) => !sameJson(other, said));
  const after = {
    ...stamped({ ...annotation, ...known }, known.status ?? annotation.status, decider),
    ...(conflicts.length > 0 && { conflicts }),
    ...(Object.keys(unknown).length > 0 && { unknown: { ...annotation.unknown, ...unknown } }),
  };
  return { title, edits: [{ before: annotation, after }] };
}

/** A decision, or that there is none, in a word. */
export function statusInWords(status: Annotation['status']): string {
  if (status === 'suggested') return t('undecided');
  return status === 'accepted' ? t('accepted') : t('rejected');
}

/** What another side said, as a person reads it: "bob: rejected, Organization". */
export function saidInWords(said: Conflict, { entities }: AnnotationSet): string {
  const { known, unknown } = fieldsOf(said);
  const { status, label, entity, value, note, source } = known;
  const words = [
    ...(status === undefined ? [] : [statusInWords(status)]),
    ...(label === undefined ? [] : [labelOf(label).title]),
    ...(value === undefined
      ? []
      : [typeof value === 'string' ? valueInWords(value) : shortened(JSON.stringify(value))]),
    ...(entity === undefined ? [] : [entities.find(({ id }) => id === entity)?.name ?? entity]),
    ...(note === undefined ? [] : [t('note “{0}”', shortened(note))]),
    ...(source === undefined ? [] : [t('proposed by {0}', source)]),
    ...Object.entries(unknown).map(([key, field]) => `${key} ${shortened(JSON.stringify(field))}`),
  ];
  const who = typeof said.by === 'string' ? said.by : t('another side');
  return `${shortened(who)}: ${words.join(', ') || t('something else')}`;
}

function fieldsOf(said: Conflict) {
  const parsed = v.safeParse(decided, said);
  const known: Partial<Pick<Annotation, 'label' | 'status' | 'entity' | 'value' | 'note' | 'source'>> = {};
  if (parsed.success) {
    for (const [key, value] of Object.entries(parsed.output))
      if (Object.hasOwn(decided.entries, key)) Object.assign(known, { [key]: value });
  }
  const isOther = (key: string) => !Object.hasOwn(decided.entries, key) && !BESIDE.includes(key);
  const unknown = Object.fromEntries(Object.entries(said).filter(([key]) => isOther(key)));
  return { known, unknown };
}
