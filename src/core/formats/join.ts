import type { Annotation, AnnotationSet, Entity, Relation } from '../annotation/annotation';
import { textDigest } from '../sidecar/place';
import { sameJson } from '../sidecar/sameJson';

/** A set of decisions with imported ones added. */
export interface Joined {
  readonly set: AnnotationSet;
  /** How many annotations came to it, and how many were there already under their label. */
  readonly added: number;
  readonly known: number;
}

/**
 * Adds imported annotations to those that are there. Nothing that somebody decided changes: of an annotation on the same
 * words with the same label, the one that was there stays. Ids come of what the annotations say, so that importing twice
 * adds nothing twice.
 */
export function joinSets(own: AnnotationSet, imported: AnnotationSet): Joined {
  const taken = new Set([...own.annotations, ...own.relations].map(({ id }) => id));
  const there = new Map(
    own.annotations.filter(({ orphan }) => !orphan).map((annotation) => [keyOf(annotation), annotation.id]),
  );
  const { entities, nameOf } = joinEntities(own.entities, imported.entities);
  const idOf = new Map<string, string>();
  const added: Annotation[] = [];
  for (const annotation of imported.annotations) {
    const known = there.get(keyOf(annotation));
    const id = known ?? freshId(`${keyOf(annotation)} ${annotation.quote}`, taken);
    idOf.set(annotation.id, id);
    if (known !== undefined) continue;
    there.set(keyOf(annotation), id);
    const entity = annotation.entity === undefined ? undefined : nameOf.get(annotation.entity);
    added.push({ ...annotation, id, ...(entity !== undefined && { entity }) });
  }
  const tied = new Set(own.relations.map(tieOf));
  const relations = imported.relations.flatMap((relation): Relation[] => {
    const from = idOf.get(relation.from);
    const to = idOf.get(relation.to);
    if (from === undefined || to === undefined || tied.has(tieOf({ ...relation, from, to }))) return [];
    return [{ ...relation, id: freshId(`${relation.type} ${from} ${to}`, taken), from, to }];
  });
  return {
    set: {
      entities,
      annotations: [...own.annotations, ...added],
      relations: [...own.relations, ...relations],
    },
    added: added.length,
    known: imported.annotations.length - added.length,
  };
}

const tieOf = ({ type, from, to }: Relation) => JSON.stringify([type, from, to]);

const keyOf = ({ start, end, label }: Annotation) => `${start} ${end} ${label}`;

/** The entities of both; an imported one whose id means another here gets an id of its own. */
function joinEntities(own: readonly Entity[], imported: readonly Entity[]) {
  const entities = new Map(own.map((entity) => [entity.id, entity]));
  const nameOf = new Map<string, string>();
  for (const entity of imported) {
    let { id } = entity;
    for (let count = 2; entities.has(id) && !isSame(entities.get(id), entity); count++) id = `${entity.id}-${count}`;
    nameOf.set(entity.id, id);
    if (!entities.has(id)) entities.set(id, { ...entity, id });
  }
  return { entities: [...entities.values()], nameOf };
}

function isSame(known: Entity | undefined, other: Entity): boolean {
  return known?.name === other.name || sameJson(known, other);
}

/** Eight letters and digits that come of what an item says. */
function freshId(said: string, taken: Set<string>): string {
  for (let count = 0; ; count++) {
    const id = Number.parseInt(textDigest(`${said} ${count}`).slice(0, 11), 16)
      .toString(36)
      .padStart(8, '0')
      .slice(-8);
    if (taken.has(id)) continue;
    taken.add(id);
    return id;
  }
}
