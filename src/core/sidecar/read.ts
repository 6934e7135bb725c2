import * as v from 'valibot';
import { t } from '../l10n';
import { atOnce, mapped, type Steps } from '../slices';
import {
  EMPTY_SIDECAR,
  type FiledAnnotation,
  type FiledSidecar,
  filedAnnotation,
  filedArticle,
  filedEntity,
  filedRelation,
  filedSidecar,
  SIDECAR_VERSION,
} from './filed';
import { type Fault, located, shortened } from './json';
import { MIGRATIONS, type Migration, migrate } from './migrate';
import type { Problem, Problems } from './problem';
import { atLeastOne, faultOf, MOST_PROBLEMS, readingJson } from './readJson';

export type { Problem } from './problem';

/** What reading a sidecar gave. Only an `ok` one may be written over. */
export type SidecarReading =
  /** `migratedFrom` is the version of the file where it is an older one; the sidecar is of the present one. */
  | { readonly kind: 'ok'; readonly sidecar: FiledSidecar; readonly migratedFrom?: number }
  /** Written by a later version of this program; the sidecar holds what this one can make out. */
  | { readonly kind: 'newer'; readonly version: number; readonly sidecar: FiledSidecar }
  | { readonly kind: 'broken'; readonly problems: Problems };

/**
 * Reads a sidecar's JSON. Never throws: all that is wrong comes back with its place. What can't be read in full is
 * broken: a name that stands twice, or a number that can't be kept, would be lost at the next writing.
 * @param migrations the steps from older versions
 */
export function readSidecar(raw: string, migrations: readonly Migration[] = MIGRATIONS): SidecarReading {
  return atOnce(reading(raw, migrations));
}

/** The same in steps. */
export function* reading(raw: string, migrations: readonly Migration[] = MIGRATIONS): Steps<SidecarReading> {
  const read = yield* readingJson(raw);
  if (read.kind === 'broken') return read;
  const { json, value } = read;
  const version = versionOf(value);
  if (version !== undefined && version > SIDECAR_VERSION) return newer(value, version);
  if (version === undefined || version === SIDECAR_VERSION) return yield* checked(json, value);
  const migrated = migrate(value as Record<string, unknown>, version, SIDECAR_VERSION, migrations);
  if (!migrated)
    return broken(located(json, [{ path: ['newsmark'], message: t('the version {0} is unknown.', version) }]));
  const result = yield* checked(json, migrated);
  return result.kind === 'ok' ? { ...result, migratedFrom: version } : result;
}

/** A sidecar of the present version, or all that is wrong with it. */
function* checked(json: string, value: unknown): Steps<SidecarReading> {
  // What fits needs no list of what is wrong with it.
  const result = (yield* fits(value)) ? undefined : v.safeParse(filedSidecar, value);
  if (result?.success === false) return broken(located(json, result.issues.slice(0, MOST_PROBLEMS).map(faultOf)));
  // The checked value itself, not the schema's output: that leaves out fields such as "constructor".
  const sidecar = { ...EMPTY_SIDECAR, ...(value as FiledSidecar) };
  yield;
  const faults = repeatedIds(sidecar);
  yield;
  faults.push(...reversedSpans(sidecar.annotations));
  return faults.length > 0 ? broken(located(json, faults)) : { kind: 'ok', sidecar };
}

/** Whether a value has the form of a sidecar: looked at piece by piece, since there may be many annotations. */
function* fits(value: unknown): Steps<boolean> {
  if (typeof value !== 'object' || value === null || !('annotations' in value)) return v.is(filedSidecar, value);
  const { annotations } = value;
  if (!Array.isArray(annotations) || !v.is(filedSidecar, { ...value, annotations: [] })) return false;
  const each = yield* mapped(annotations, (annotation) => v.is(filedAnnotation, annotation));
  return each.every((isFitting) => isFitting);
}

function broken(problems: readonly Problem[]): SidecarReading {
  return { kind: 'broken', problems: atLeastOne(problems) };
}

function versionOf(value: unknown): number | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const version = Object.hasOwn(value, 'newsmark') ? Reflect.get(value, 'newsmark') : undefined;
  return Number.isSafeInteger(version) ? Number(version) : undefined;
}

/** A later version may have changed anything: what still has today's shape is shown, the rest is left alone. */
function newer(value: unknown, version: number): SidecarReading {
  const { article, entities, annotations, relations } = value as Record<string, unknown>;
  const sidecar: FiledSidecar = {
    newsmark: version,
    article: v.is(filedArticle, article) ? article : {},
    entities: fitting(filedEntity, entities),
    annotations: fitting(filedAnnotation, annotations).filter((annotation) => reversedSpans([annotation]).length === 0),
    relations: fitting(filedRelation, relations),
  };
  return { kind: 'newer', version, sidecar };
}

function fitting<T extends { id: string }>(schema: v.GenericSchema<T>, list: unknown): T[] {
  const items = Array.isArray(list) ? list.filter((item): item is T => v.is(schema, item)) : [];
  return [...new Map(items.map((item) => [item.id, item])).values()];
}

/** Two things under one id can't be told apart when decisions are merged or undone. */
function repeatedIds(sidecar: FiledSidecar): Fault[] {
  return (['entities', 'annotations', 'relations'] as const).flatMap((list) => {
    const seen = new Set<string>();
    return sidecar[list].flatMap(({ id }, index) => {
      if (seen.has(id))
        return [{ path: [list, index, 'id'], message: t('the id {0} is there twice.', shortened(JSON.stringify(id))) }];
      seen.add(id);
      return [];
    });
  });
}

function reversedSpans(annotations: readonly FiledAnnotation[]): Fault[] {
  const faults: Fault[] = [];
  const look = (start: number, end: number, path: Fault['path']) => {
    if (end < start) faults.push({ path, message: t('{0} is before the start, {1}.', end, start) });
  };
  for (const [index, { start, end, quotation }] of annotations.entries()) {
    look(start, end, ['annotations', index, 'end']);
    if (!quotation) continue;
    const path = ['annotations', index, 'quotation'];
    for (const [piece, span] of quotation.content.entries()) look(...span, [...path, 'content', piece, 1]);
    if (quotation.speaker) look(...quotation.speaker, [...path, 'speaker', 1]);
    if (quotation.cue) look(...quotation.cue, [...path, 'cue', 1]);
  }
  return faults;
}
