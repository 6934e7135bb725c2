import { type FiledSidecar, KEY_ORDER } from './filed';

/**
 * The sidecar's one true form: two-space indent, each entity, annotation and relation on a line of its own, keys in a
 * fixed order, a final newline. A decision is one changed line in a diff, and reading and writing gives the same bytes.
 */
export function writeSidecar(sidecar: FiledSidecar): string {
  const annotations = [...sidecar.annotations].sort(
    (a, b) => a.start - b.start || a.end - b.end || compare(a.label, b.label) || compare(a.id, b.id),
  );
  const members = inOrder(sidecar, KEY_ORDER.sidecar).map(([key, value]) => {
    if (key === 'article') return member(key, inline(ordered(sidecar.article, KEY_ORDER.article)));
    if (key === 'entities') return member(key, lines(sidecar.entities, KEY_ORDER.entity));
    if (key === 'annotations') return member(key, lines(annotations, KEY_ORDER.annotation));
    if (key === 'relations') return member(key, lines(sidecar.relations, KEY_ORDER.relation));
    return member(key, inline(value));
  });
  return `{\n${members.join(',\n')}\n}\n`;
}

function member(key: string, json: string): string {
  return `  ${JSON.stringify(key)}: ${json}`;
}

function lines(items: readonly object[], keys: readonly string[]): string {
  if (items.length === 0) return '[]';
  return `[\n${items.map((item) => `    ${inline(ordered(item, keys))}`).join(',\n')}\n  ]`;
}

/** JSON on one line, with a space inside braces and after commas and colons. */
function inline(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inline).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const members = Object.entries(value).filter(([, field]) => field !== undefined);
  if (members.length === 0) return '{}';
  return `{ ${members.map(([key, field]) => `${JSON.stringify(key)}: ${inline(field)}`).join(', ')} }`;
}

function ordered(item: object, keys: readonly string[]): object {
  return Object.fromEntries(inOrder(item, keys));
}

/** The fields that are there: the named ones in their order, then the others as they came. */
function inOrder(item: object, keys: readonly string[]): [string, unknown][] {
  const fields = new Map(Object.entries(item));
  const known = keys.filter((key) => fields.get(key) !== undefined);
  const others = [...fields.keys()].filter((key) => !keys.includes(key) && fields.get(key) !== undefined);
  return [...known, ...others].map((key) => [key, fields.get(key)]);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
