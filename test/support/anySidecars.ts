import fc from 'fast-check';
import type { FiledAnnotation, FiledEntity, FiledRelation, FiledSidecar } from '../../src/core/sidecar/filed';

/** The article that these sidecars are about; 😀 makes code points and code units differ. */
export const WORDS = '😀 Alpha Beta Gamma Delta Epsilon Alpha Zeta Beta.\n';

const POINTS = [...WORDS];
const PLACES = ['Alpha', 'Beta', 'Gamma', 'Delta', 'Epsilon', 'Zeta'].map((word) => {
  const start = [...WORDS.slice(0, WORDS.indexOf(word))].length;
  return { start, end: start + word.length, quote: word };
});

export interface History {
  readonly base: FiledSidecar;
  readonly ours: FiledSidecar;
  readonly theirs: FiledSidecar;
}

const EMPTY: FiledSidecar = {
  newsmark: 1,
  article: { file: 'story.txt' },
  entities: [],
  annotations: [],
  relations: [],
};

type Edit = (sidecar: FiledSidecar) => FiledSidecar;

function edited(sidecar: FiledSidecar, edits: readonly Edit[]): FiledSidecar {
  return edits.reduce((sum, edit) => edit(sum), sidecar);
}

function anyEdits(maxLength: number): fc.Arbitrary<Edit[]> {
  return fc.array(fc.oneof(...EDITS), { maxLength });
}

const id = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'a-2', '__proto__');
const place = fc.constantFrom(...PLACES);
const label = fc.constantFrom('PERSON', 'ORG', 'MONEY');
const status = fc.constantFrom('accepted' as const, 'rejected' as const, 'suggested' as const);
const value = fc.constantFrom<unknown>(
  '1 USD',
  '2 USD',
  { amount: '1', currency: 'USD' },
  { amount: '1', currency: 'EUR' },
);
const stamp = fc.constantFrom(
  {},
  { by: 'alice' },
  { at: '2024-01-01' },
  { by: 'bob', at: '2024-01-02' },
  { by: 'al', at: '2024-01-02' },
);
const note = fc.constantFrom('sure', 'unsure', 'sure\nask', 'see law');
const entityId = fc.constantFrom('p', 'q', 'p-2');
const entityName = fc.constantFrom('Putin', 'Gazprom');
const unknownKey = fc.constantFrom('mood', 'place', 'stamp', '0', '["note"]');
const conflicts = fc.constantFrom([], [{ status: 'rejected' }], [{ note: 'x' }, { status: 'accepted', by: 'eve' }]);

const EDITS: fc.Arbitrary<Edit>[] = [
  fc
    .record({
      id,
      place,
      label,
      status,
      stamp,
      more: fc.record({ value, note, entity: entityId }, { requiredKeys: [] }),
    })
    .map(({ id: own, place: at, stamp: who, more, ...rest }) => adding({ id: own, ...at, ...rest, ...more, ...who })),
  fc.tuple(id, status, stamp).map(([own, to, who]) => changing(own, { status: to, ...who })),
  fc.tuple(id, label).map(([own, to]) => changing(own, { label: to })),
  fc.tuple(id, place).map(([own, to]) => changing(own, to)),
  fc.tuple(id, fc.option(value, { nil: undefined })).map(([own, to]) => changing(own, { value: to })),
  fc.tuple(id, fc.option(note, { nil: undefined })).map(([own, to]) => changing(own, { note: to })),
  fc.tuple(id, fc.option(entityId, { nil: undefined })).map(([own, to]) => changing(own, { entity: to })),
  fc.tuple(id, fc.option(conflicts, { nil: undefined })).map(([own, to]) => changing(own, { conflicts: to })),
  fc.tuple(id, unknownKey, fc.jsonValue({ maxDepth: 1 })).map(([own, key, to]) => changing(own, { [key]: to })),
  id.map((own) => (sidecar) => ({ ...sidecar, annotations: sidecar.annotations.filter((each) => each.id !== own) })),
  fc
    .record({
      id: entityId,
      label,
      name: entityName,
      links: fc.option(fc.dictionary(fc.constantFrom('w', 'v'), fc.constantFrom('Q1', 'Q2')), { nil: undefined }),
      notSame: fc.option(fc.uniqueArray(entityId, { maxLength: 2 }), { nil: undefined }),
    })
    .map(({ links, notSame, ...entity }) =>
      withEntity({ ...entity, ...(links && { links }), ...(notSame && { notSame }) }),
    ),
  entityId.map((own) => (sidecar) => ({ ...sidecar, entities: sidecar.entities.filter((each) => each.id !== own) })),
  fc
    .record({ id: fc.constantFrom('r', 's', 't'), type: fc.constantFrom('speaker', 'payer'), from: id, to: id })
    .map((relation) => withRelation(relation)),
  fc
    .constantFrom('r', 's', 't')
    .map((own) => (sidecar) => ({ ...sidecar, relations: sidecar.relations.filter((each) => each.id !== own) })),
  fc.constantFrom('One', 'Two').map((title) => (sidecar) => ({ ...sidecar, article: { ...sidecar.article, title } })),
  fc.tuple(unknownKey, fc.nat(2)).map(([key, to]) => (sidecar) => ({ ...sidecar, [`x${key}`]: to })),
];

/** Three sidecars of one history: a base, and two that came of it by edits such as people, programs and hands make. */
export const anyHistory = fc.tuple(anyEdits(14), anyEdits(6), anyEdits(6)).map(([first, ours, theirs]) => {
  const base = edited(EMPTY, first);
  return { base, ours: edited(base, ours), theirs: edited(base, theirs) };
});

/** The same words and label twice are no valid sidecar; an edit that would make them is not made. */
function adding(annotation: FiledAnnotation): Edit {
  return (sidecar) => {
    const others = sidecar.annotations.filter(({ id: own }) => own !== annotation.id);
    const isTaken = others.some((other) => other.start === annotation.start && other.label === annotation.label);
    return isTaken ? sidecar : { ...sidecar, annotations: [...others, annotation] };
  };
}

function changing(own: string, fields: object): Edit {
  return (sidecar) => {
    const annotation = sidecar.annotations.find((each) => each.id === own);
    if (!annotation) return sidecar;
    const entries = Object.entries({ ...annotation, ...fields }).filter(([, to]) => to !== undefined);
    return adding(Object.fromEntries(entries) as FiledAnnotation)(sidecar);
  };
}

function withEntity(entity: FiledEntity): Edit {
  return (sidecar) => {
    const others = sidecar.entities.filter((each) => each.id !== entity.id);
    return { ...sidecar, entities: [...others, entity] };
  };
}

function withRelation(relation: FiledRelation): Edit {
  return (sidecar) => {
    const others = sidecar.relations.filter((each) => each.id !== relation.id);
    return { ...sidecar, relations: [...others, relation] };
  };
}

/** The words at a place in a sidecar. */
export function wordsAt(start: number, end: number): string {
  return POINTS.slice(start, end).join('');
}
