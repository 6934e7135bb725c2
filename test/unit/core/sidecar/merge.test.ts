import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { FiledAnnotation, FiledSidecar } from '../../../../src/core/sidecar/filed';
import { type MergeConflict, mergeSidecars } from '../../../../src/core/sidecar/merge';
import { readSidecar } from '../../../../src/core/sidecar/read';
import { canonicalJson, sameJson } from '../../../../src/core/sidecar/sameJson';
import { writeSidecar } from '../../../../src/core/sidecar/write';
import { anyHistory, type History } from '../../../support/anySidecars';

const LISTS = ['annotations', 'entities', 'relations'] as const;

/** Always the same histories; with NEWSMARK_MERGE_RUNS set, so many others. */
const wanted = process.env.NEWSMARK_MERGE_RUNS;
const runs = wanted === undefined ? { numRuns: 1500, seed: 1 } : { numRuns: Number(wanted) };

function check(property: (history: History) => void): void {
  fc.assert(fc.property(anyHistory, property), runs);
}

function merge({ base, ours, theirs }: History) {
  return mergeSidecars(base, ours, theirs);
}

describe('merging, whatever the history', () => {
  it('is the same both ways round, byte for byte', () => {
    check((history) => {
      const there = merge(history);
      const back = merge({ ...history, ours: history.theirs, theirs: history.ours });
      assert.equal(writeSidecar(there.sidecar), writeSidecar(back.sidecar));
      const shown = ({ list, ours, theirs, fields = [] }: MergeConflict) => canonicalJson([list, ours, theirs, fields]);
      const swapped = back.conflicts.map((conflict) => ({ ...conflict, ours: conflict.theirs, theirs: conflict.ours }));
      assert.deepEqual(there.conflicts.map(shown).sort(), swapped.map(shown).sort());
    });
  }).timeout(60_000);

  it('gives back a side where the other did nothing, or the same', () => {
    check(({ base, ours }) => {
      const raw = writeSidecar(ours);
      assert.equal(writeSidecar(mergeSidecars(base, ours, base).sidecar), raw);
      assert.equal(writeSidecar(mergeSidecars(base, base, ours).sidecar), raw);
      assert.equal(writeSidecar(mergeSidecars(base, ours, ours).sidecar), raw);
    });
  }).timeout(60_000);

  it('changes nothing of what is merged already', () => {
    check((history) => {
      const { sidecar } = merge(history);
      fc.pre(!haveBecomeOne(history, sidecar));
      const raw = writeSidecar(sidecar);
      for (const side of [history.ours, history.theirs]) {
        assert.equal(writeSidecar(mergeSidecars(history.base, sidecar, side).sidecar), raw);
        assert.equal(writeSidecar(mergeSidecars(history.base, side, sidecar).sidecar), raw);
        assert.equal(writeSidecar(mergeSidecars(side, sidecar, side).sidecar), raw);
      }
    });
  }).timeout(60_000);

  it('gives a sidecar that is right', () => {
    check((history) => {
      const { sidecar } = merge(history);
      const reading = readSidecar(writeSidecar(sidecar));
      assert.equal(reading.kind, 'ok');
      const keys = sidecar.annotations.map(({ start, end, label }) => `${start} ${end} ${label}`);
      assert.equal(new Set(keys).size, keys.length, 'the same words and label twice');
      const before = new Set([...danglingIn(history.ours), ...danglingIn(history.theirs)]);
      assert.deepEqual(
        danglingIn(sidecar).filter((id) => !before.has(id)),
        [],
        'refers to what is not there',
      );
    });
  }).timeout(60_000);

  it('loses no decision of either side', () => {
    check((history) => {
      const { sidecar } = merge(history);
      for (const side of [history.ours, history.theirs])
        for (const list of LISTS) for (const item of side[list]) assertHeld(item, list, history, sidecar);
    });
  }).timeout(60_000);

  it('lets removed things go unless something refers to them', () => {
    check(({ base, ours, theirs }) => {
      const { sidecar } = mergeSidecars(base, ours, theirs);
      const referred = new Set([
        ...sidecar.relations.flatMap(({ from, to }) => [from, to]),
        ...sidecar.annotations.map(({ entity }) => entity),
      ]);
      for (const list of LISTS) {
        const has = (from: FiledSidecar, item: { id: string }) => from[list].some((each) => sameJson(each, item));
        const names = (from: FiledSidecar, id: string) => from[list].some((each) => each.id === id);
        for (const item of base[list]) {
          const isRemoved =
            (has(ours, item) && !names(theirs, item.id)) || (has(theirs, item) && !names(ours, item.id));
          if (isRemoved && !referred.has(item.id)) assert.ok(!has(sidecar, item), `${list} ${item.id} is still there`);
        }
      }
    });
  }).timeout(60_000);
});

/** Whether an annotation that was there before became one with another, because it was moved onto the other's words. */
function haveBecomeOne({ base, ours, theirs }: History, merged: FiledSidecar): boolean {
  const known = new Set(base.annotations.map(({ id }) => id));
  const ids = new Set(merged.annotations.map(({ id }) => id));
  const gone = [...ours.annotations, ...theirs.annotations].filter(({ id }) => !ids.has(id));
  return gone.some((one) =>
    merged.annotations.some(
      ({ id, start, label }) => start === one.start && label === one.label && (known.has(id) || known.has(one.id)),
    ),
  );
}

type List = (typeof LISTS)[number];
type Item = Readonly<Record<string, unknown>> & { readonly id: string };

function assertHeld(item: Item, list: List, history: History, merged: FiledSidecar): void {
  const was: Item | undefined = (history.base[list] as readonly Item[]).find(({ id }) => id === item.id);
  if (was && sameJson(was, item)) return;
  const isHeld = (each: Item) =>
    Object.entries(item).every(
      ([field, value]) =>
        sameJson(value, was?.[field]) || isFieldHeld(field, value, was?.[field], each, history, merged),
    );
  assert.ok(
    (merged[list] as readonly Item[]).some(isHeld),
    `${list}: ${JSON.stringify(item)} is lost in ${writeSidecar(merged)}`,
  );
}

/** Whether a merged thing has what a side set a field to, in the field itself or among what is said against it. */
function isFieldHeld(
  field: string,
  value: unknown,
  was: unknown,
  each: Item,
  history: History,
  merged: FiledSidecar,
): boolean {
  const said = [each, ...((each.conflicts ?? []) as readonly Item[])].map((entry) => entry[field]);
  switch (field) {
    // No decisions of their own: they go with what is decided.
    case 'id':
    case 'prefix':
    case 'suffix':
    case 'by':
    case 'at':
    case 'source':
      return true;
    case 'status':
      return value === 'suggested' || said.includes(value);
    case 'note': {
      const lines = String(each.note).split('\n');
      return String(value)
        .split('\n')
        .every((line) => lines.includes(line));
    }
    case 'links':
      return Object.entries(value as object).every(([key, id]) =>
        [was, ...said].some((links) => Reflect.get(Object(links), key) === id),
      );
    case 'conflicts':
      return (value as unknown[]).every((entry) =>
        [...((was ?? []) as unknown[]), ...((each.conflicts ?? []) as unknown[])].some((other) =>
          sameJson(other, entry),
        ),
      );
    case 'notSame':
      return (value as unknown[]).every((own) =>
        [was, ...said].some(
          (ids) =>
            Array.isArray(ids) &&
            ids.some((id) => isSameThing(id, own, 'entities', ['label', 'name'], history, merged)),
        ),
      );
    case 'entity':
      return said.some((id) => isSameThing(id, value, 'entities', ['label', 'name'], history, merged));
    case 'from':
    case 'to':
      return said.some((id) => isSameThing(id, value, 'annotations', ['quote', 'label'], history, merged));
    default:
      return said.some((other) => sameJson(other, value));
  }
}

/** Whether an id in the merged sidecar stands for what another id stood for on a side. */
function isSameThing(
  id: unknown,
  other: unknown,
  list: List,
  fields: readonly string[],
  history: History,
  merged: FiledSidecar,
): boolean {
  if (id === other) return true;
  const find = (from: FiledSidecar, wanted: unknown) =>
    (from[list] as readonly Item[]).find((each) => each.id === wanted);
  const thing = find(merged, id);
  const meant = [find(history.ours, other), find(history.theirs, other)];
  // Each side may have changed something else of it.
  return fields.every((field) => meant.some((one) => one && thing && sameJson(one[field], thing[field])));
}

function danglingIn(sidecar: FiledSidecar): string[] {
  const marks = new Set(sidecar.annotations.map(({ id }) => id));
  const entities = new Set(sidecar.entities.map(({ id }) => id));
  return [
    ...sidecar.relations.flatMap(({ from, to }) => [from, to].filter((id) => !marks.has(id))),
    ...sidecar.annotations.flatMap(({ entity }: FiledAnnotation) =>
      entity === undefined || entities.has(entity) ? [] : [entity],
    ),
  ];
}
