import type { Annotation, AnnotationSet, Entity } from '../annotation/annotation';
import { applyOperation, type Edit, joined, type Operation } from '../annotation/operation';
import { quoteAt } from '../annotation/quote';
import { importOperation } from '../formats/importOperation';
import { t } from '../l10n';
import { type Decider, type Ground, shortened } from '../mentions/decide';
import { type Choice, keyOf, namesIn, type Passage, type Version } from './passages';

/** A passage, and the choice of it that is right. */
interface Taking {
  readonly passage: Passage;
  readonly choice: Choice;
}

/**
 * Takes one choice of a passage into the curator's own annotations, with its entity, its fields, and its relations to what
 * is there already; what was taken of the other choices goes.
 */
export function take(ground: Ground, passage: Passage, choice: Choice, decider: Decider): Operation {
  const quote = ground.text.slice(choice.start, choice.end);
  return taken(t('Take “{0}” of {1}', shortened(quote), namesIn(choice)), ground, [{ passage, choice }], decider);
}

/** Takes every passage that all agree in and that is still open, as one act. */
export function takeAgreed(ground: Ground, passages: readonly Passage[], decider: Decider): Operation {
  const takings = passages
    .filter(({ kind, verdict }) => kind === 'agreed' && verdict === 'open')
    .map((passage): Taking => ({ passage, choice: passage.choices[0] }));
  const { length } = takings;
  const title = length === 1 ? t('Take 1 agreed annotation') : t('Take {0} agreed annotations', length);
  return taken(title, ground, takings, decider);
}

/** Says that none of a passage's choices is right: kept as rejections, so that none is proposed again. */
export function refuse({ text, set }: Ground, passage: Passage, decider: Decider): Operation {
  const known = byKey(set);
  const stamp = { status: 'rejected' as const, ...(decider.by !== undefined && { by: decider.by }), at: decider.at };
  const edits = passage.choices.flatMap((choice): Edit[] => {
    const before = known.get(keyOf(choice));
    if (before) return before.status === 'rejected' ? [] : [{ before, after: { ...before, ...stamp } }];
    const { start, end, label } = choice;
    return [{ after: { id: decider.newId(), start, end, label, ...quoteAt(text, choice), ...stamp } }];
  });
  return { title: t('Take nothing of “{0}”', shortened(text.slice(passage.start, passage.end))), edits };
}

function taken(title: string, { set }: Ground, takings: readonly Taking[], { at }: Decider): Operation {
  const known = byKey(set);
  const edits = takings.flatMap(({ passage, choice }): Edit[] => {
    const others = passage.choices.filter((each) => each !== choice).flatMap((each) => known.get(keyOf(each)) ?? []);
    const before = known.get(keyOf(choice));
    const isNews = before !== undefined && before.status !== 'accepted';
    return [
      ...others.map((other) => ({ before: other })),
      ...(isNews ? [{ before, after: { ...before, status: 'accepted' as const, by: namesIn(choice), at } }] : []),
    ];
  });
  const operations: Operation[] = [{ title, edits }];
  let present = applyOperation(set, { title, edits });
  // One person's after the other's: what the first brings is there for the second's relations.
  for (const [version, annotations] of byVersion(takings, at)) {
    const operation = importOperation(present, broughtBy(version, annotations, present));
    operations.push(operation);
    present = applyOperation(present, operation);
  }
  return joined(title, operations);
}

/** What is taken from whom. Of several who say the same, the one who said most of it: a value, an entity, a note. */
function byVersion(takings: readonly Taking[], at: string): Map<Version, Annotation[]> {
  const found = new Map<Version, Annotation[]>();
  for (const { choice } of takings) {
    const [best] = [...choice.said].sort((a, b) => weight(b.annotation) - weight(a.annotation));
    if (!best) continue;
    const stamped = { ...best.annotation, by: namesIn(choice), at };
    const those = found.get(best.version);
    if (those) those.push(stamped);
    else found.set(best.version, [stamped]);
  }
  return found;
}

function weight({ entity, value, note, quotation }: Annotation): number {
  return [entity, value, note, quotation].filter((field) => field !== undefined).length;
}

/** A person's annotations with what belongs to them: entities, and relations among them and to what is there already. */
function broughtBy({ set }: Version, chosen: readonly Annotation[], present: AnnotationSet): AnnotationSet {
  const own = byKey(present);
  const isChosen = new Set(chosen.map(({ id }) => id));
  const ends = set.annotations.filter((each) => !each.orphan && !isChosen.has(each.id) && own.has(keyOf(each)));
  const ids = new Set([...chosen, ...ends].map(({ id }) => id));
  const entityOf = entitiesAs(set.entities, present.entities);
  const annotations = chosen.map((annotation) => {
    const entity = annotation.entity === undefined ? undefined : entityOf.get(annotation.entity);
    return entity ? { ...annotation, entity: entity.id } : annotation;
  });
  const wanted = chosen.flatMap(({ entity }) => (entity === undefined ? [] : (entityOf.get(entity) ?? [])));
  return {
    annotations: [...ends, ...annotations],
    entities: [...new Set(wanted)],
    relations: set.relations.filter(({ from, to }) => ids.has(from) && ids.has(to)),
  };
}

/** A person's entities by their ids: those that are there under the same name and label are the same. */
function entitiesAs(entities: readonly Entity[], present: readonly Entity[]): ReadonlyMap<string, Entity> {
  const nameOf = ({ label, name }: Entity) => JSON.stringify([label, name.toLowerCase()]);
  const there = new Map(present.map((entity) => [nameOf(entity), entity]));
  return new Map(entities.map((entity) => [entity.id, there.get(nameOf(entity)) ?? entity]));
}

function byKey({ annotations }: AnnotationSet): ReadonlyMap<string, Annotation> {
  return new Map(annotations.filter(({ orphan }) => !orphan).map((annotation) => [keyOf(annotation), annotation]));
}
