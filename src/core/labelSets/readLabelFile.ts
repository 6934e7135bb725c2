import * as v from 'valibot';
import { hueAt, lineColor } from '../annotation/labelColors';
import { createLabelSet, type LabelSet, presetOf } from '../annotation/labelSet';
import { isKnownLabel, type Label, labelOf } from '../annotation/labels';
import { t } from '../l10n';
import { type Fault, located, shortened } from '../sidecar/json';
import type { Problems } from '../sidecar/problem';
import { atLeastOne, faultOf, MOST_PROBLEMS, readJson } from '../sidecar/readJson';
import { type FiledLabel, type FiledLabelSet, filedLabelSet } from './labelFile';

/** What reading a file of labels gave. */
export type LabelFileReading =
  | { readonly kind: 'ok'; readonly set: LabelSet }
  | { readonly kind: 'broken'; readonly problems: Problems };

/**
 * Reads a workspace's own label set from JSON. Never throws: all that is wrong comes back with its place.
 * @param keys the keys that can mark with a label, others belonging to commands; without it, any key is right
 */
export function readLabelFile(raw: string, keys?: ReadonlySet<string>): LabelFileReading {
  const read = readJson(raw);
  if (read.kind === 'broken') return read;
  const { json, value } = read;
  const broken = (faults: readonly Fault[]): LabelFileReading => ({
    kind: 'broken',
    problems: atLeastOne(located(json, faults)),
  });
  const result = v.safeParse(filedLabelSet, value);
  if (!result.success) return broken(result.issues.slice(0, MOST_PROBLEMS).map(faultOf));
  const faults = faultsOf(result.output, keys);
  return faults.length > 0 ? broken(faults) : { kind: 'ok', set: setOf(result.output) };
}

/** What a schema can't see: names and keys given twice, keys of commands, labels that are not there. */
function faultsOf(file: FiledLabelSet, keys: ReadonlySet<string> | undefined): Fault[] {
  const { labels = [] } = file;
  const known = new Set([...extended(file).map(({ id }) => id), ...labels.map(({ name }) => name)]);
  if (known.size === 0) return [{ path: [], message: t('expected at least one label, or a preset to extend.') }];
  return [
    ...repeated(labels, 'name'),
    ...repeated(labels, 'key'),
    ...(keys ? commandKeys(labels, keys) : []),
    ...labels.flatMap((label, index) => strayRelations(label, index, known)),
  ];
}

function commandKeys(labels: readonly FiledLabel[], keys: ReadonlySet<string>): Fault[] {
  return labels.flatMap(({ key }, index) => {
    if (key === undefined || keys.has(key)) return [];
    return [{ path: ['labels', index, 'key'], message: t('the key {0} is a command’s.', JSON.stringify(key)) }];
  });
}

/** Relations that lead to labels which the set does not have. */
function strayRelations({ relations = [] }: FiledLabel, index: number, known: ReadonlySet<string>): Fault[] {
  return relations.flatMap(({ to = [] }, at) =>
    to.flatMap((name, which) => {
      if (known.has(name)) return [];
      const path = ['labels', index, 'relations', at, 'to', which];
      return [{ path, message: t('there is no label {0}.', shortened(JSON.stringify(name))) }];
    }),
  );
}

function repeated(labels: readonly FiledLabel[], field: 'name' | 'key'): Fault[] {
  const seen = new Set<string>();
  return labels.flatMap((label, index) => {
    const value = label[field];
    if (value === undefined) return [];
    const isNew = !seen.has(value);
    seen.add(value);
    const shown = shortened(JSON.stringify(value));
    const message =
      field === 'name' ? t('the name {0} is there twice.', shown) : t('the key {0} is there twice.', shown);
    return isNew ? [] : [{ path: ['labels', index, field], message }];
  });
}

/** The labels of the presets that a file extends, each once. */
function extended({ extends: names = [] }: FiledLabelSet): readonly Label[] {
  const labels = names.flatMap((name) => presetOf(name)?.labels ?? []);
  return [...new Map(labels.map((label) => [label.id, label])).values()];
}

/** The set that a file describes: its own labels, then those of the presets; what both have is the preset's, changed. */
function setOf(file: FiledLabelSet): LabelSet {
  const base = extended(file);
  const given = new Map(base.map((label) => [label.id, label]));
  const own = (file.labels ?? []).map((filed, index) => labelFrom(filed, given.get(filed.name), index));
  const names = new Set(own.map(({ id }) => id));
  const keys = new Set(own.map(({ key }) => key));
  const rest = base
    .filter(({ id }) => !names.has(id))
    // A key that the file gives to a label of its own is that label's.
    .map((label) => (keys.has(label.key) ? { ...label, key: '' } : label));
  return createLabelSet(file.title ?? 'newsmark.labels.json', [...own, ...rest]);
}

function labelFrom(filed: FiledLabel, preset: Label | undefined, index: number): Label {
  const { name, color, guideline, relations, covers } = filed;
  const like = preset ?? (isKnownLabel(name) ? labelOf(name) : undefined);
  const title = filed.title ?? like?.title ?? name;
  const colors = color === undefined ? undefined : typeof color === 'string' ? { light: color, dark: color } : color;
  const hue = hueAt(index);
  return Object.freeze({
    id: name,
    title,
    plural: filed.plural ?? (filed.title === undefined ? like?.plural : undefined) ?? title,
    group: filed.group ?? like?.group ?? 'entity',
    key: filed.key ?? preset?.key ?? '',
    color: like?.color ?? 'unknown',
    hue: like?.hue ?? hue,
    icon: filed.icon ?? like?.icon ?? 'tag',
    guideline: (typeof guideline === 'string' ? guideline : guideline?.join('\n')) ?? like?.guideline ?? '',
    covers: covers ?? like?.covers ?? [],
    ...(colors ? { colors } : !like && { colors: { light: lineColor(hue, 'light'), dark: lineColor(hue, 'dark') } }),
    isOwn: true,
    ...(relations && {
      relations: relations.map(({ type, to }) => ({ type, ...(to && { to }) })),
    }),
  });
}
