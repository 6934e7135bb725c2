import { type FiledSidecar, KEY_ORDER } from './filed';

/**
 * The sidecar's one true form: two-space indent, each entity, annotation and relation on a line of its own, keys in a
 * fixed order, a final newline. A decision is one changed line in a diff, and reading and writing gives the same bytes.
 */
export function writeSidecar(sidecar: FiledSidecar): string {
  const annotations = [...sidecar.annotations].sort(
    (a, b) => a.start - b.start || a.end - b.end || compare(a.label, b.label) || compare(a.id, b.id),
  );
  const lists = { entities: sidecar.entities, annotations, relations: sidecar.relations };
  const members = membersOf({ ...sidecar, ...lists }, KEY_ORDER.sidecar, (key, value) => {
    if (key === 'article') return inline(sidecar.article, KEY_ORDER.article);
    if (key === 'entities') return lines(sidecar.entities, KEY_ORDER.entity);
    if (key === 'annotations') return lines(annotations, KEY_ORDER.annotation);
    if (key === 'relations') return lines(sidecar.relations, KEY_ORDER.relation);
    return inline(value);
  });
  return `{\n${members.map((member) => `  ${member}`).join(',\n')}\n}\n`;
}

function lines(items: readonly object[], keys: readonly string[]): string {
  if (items.length === 0) return '[]';
  return `[\n${items.map((item) => `    ${inline(item, keys)}`).join(',\n')}\n  ]`;
}

/** JSON on one line, with a space inside braces and after commas and colons; the named keys first, in their order. */
function inline(value: unknown, keys: readonly string[] = []): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map((each) => inline(each)).join(', ')}]`;
  const members = membersOf(value, keys, (_, field) => inline(field));
  return members.length > 0 ? `{ ${members.join(', ')} }` : '{}';
}

/** The fields that are there, as `"key": json`: the named ones in their order, then the others as they came. */
function membersOf(item: object, keys: readonly string[], json: (key: string, value: unknown) => string): string[] {
  const members: string[] = [];
  const add = (key: string, value: unknown) => {
    if (value !== undefined) members.push(`${JSON.stringify(key)}: ${json(key, value)}`);
  };
  for (const key of keys) if (Object.hasOwn(item, key)) add(key, Reflect.get(item, key));
  for (const [key, value] of Object.entries(item)) if (!keys.includes(key)) add(key, value);
  return members;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
